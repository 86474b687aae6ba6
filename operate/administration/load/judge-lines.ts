import type { Bilingual } from '../../../profiles/codes.ts';
import type { LoadFault, LoadLine } from './read-lines.ts';
import { type InGateway, type Resembled, resemblingEarlier } from './resembling.ts';

/**
 * What is to become of a line: `loaded` already, at an earlier run; `ready`; wrong (`faulty`); `resembles` somebody, so that a person must
 * say; or it `follows` a child whose own circle does not go.
 */
export interface JudgedLine {
  readonly line: LoadLine;
  readonly state: 'loaded' | 'ready' | 'faulty' | 'resembles' | 'follows';
  readonly faults: readonly LoadFault[];
  readonly resembled: readonly Resembled[];
}

export interface JudgeDeps {
  readonly centre: string;
  readonly isLoaded: (line: LoadLine) => boolean;
  /** Children of whom a person has said that they are somebody else than whom they resemble. */
  readonly distinct: ReadonlySet<string>;
  readonly inGateway: (line: LoadLine) => Promise<InGateway>;
}

/** Judges each line, in their order. A child is held back for whom it resembles earlier in the file, never for one that comes later. */
export async function judgeLines(
  lines: readonly LoadLine[],
  { centre, isLoaded, distinct, inGateway }: JudgeDeps,
): Promise<readonly JudgedLine[]> {
  const earlier = resemblingEarlier(centre);
  const judged: JudgedLine[] = [];
  for (const line of lines) {
    const inFile = line.says === undefined ? [] : earlier(line.says, line.line);
    if (line.faults.length > 0) {
      judged.push({ line, state: 'faulty', faults: line.faults, resembled: [] });
      continue;
    }
    if (isLoaded(line) || line.says === undefined) {
      judged.push({ line, state: isLoaded(line) ? 'loaded' : 'ready', faults: [], resembled: [] });
      continue;
    }
    const { resembled, isTaken } = await inGateway(line);
    const others = [...inFile, ...resembled].filter(({ child }) => child !== line.says?.id);
    const faults = isTaken ? [{ field: 'child.id', text: TAKEN }] : [];
    const isHeld = others.length > 0 && !distinct.has(line.says.id);
    judged.push({ line, state: isTaken ? 'faulty' : isHeld ? 'resembles' : 'ready', faults, resembled: others });
  }
  return followers(judged);
}

/** What is said of a child does not go before the child. */
function followers(judged: readonly JudgedLine[]): readonly JudgedLine[] {
  const back = new Set(
    judged
      .filter(({ state }) => state === 'faulty' || state === 'resembles')
      .flatMap(({ line }) => (line.concept === undefined || line.concept === 'care-circle' ? (line.child ?? []) : [])),
  );
  const stands = new Set(
    judged
      .filter(({ line, state }) => line.says !== undefined && (state === 'ready' || state === 'loaded'))
      .map(({ line }) => line.child),
  );
  return judged.map((it) =>
    it.state === 'ready' &&
    it.line.says === undefined &&
    it.line.child !== undefined &&
    back.has(it.line.child) &&
    !stands.has(it.line.child)
      ? { ...it, state: 'follows' }
      : it,
  );
}

const TAKEN: Bilingual = {
  fr: 'la passerelle connaît déjà sous cet identifiant un enfant à qui celui-ci ne ressemble en rien : ce serait écrire sur un autre.',
  en: 'the gateway knows under this identifier a child whom this one does not resemble at all: it would write over another.',
};
