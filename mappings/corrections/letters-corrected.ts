import { letterNamed, lettersWith } from '../domain/letters-on-task.ts';
import type { ReceiptOnTask } from '../domain/receipt-on-task.ts';
import { revisionOf } from '../domain/revision-on-record.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';

/** A letter of which its recipient was given a version that stands no longer. */
export interface LetterCorrected {
  readonly number: string;
  /** A newer version goes along with the request; otherwise it was taken back, or goes to somebody else. */
  readonly hasNewer: boolean;
  /** When the version that stands was written: FHIR instant; absent where the letter was not read. */
  readonly since?: string;
}

/**
 * The letters of a Task that its recipient was given and that were corrected since. Each new version of a letter counts: its file is shown whole.
 * `letters`: those that were read; the Task itself says which version goes along now.
 */
export function lettersCorrected(
  task: fhir4.Task,
  receipt: ReceiptOnTask,
  letters: readonly fhir4.DocumentReference[],
  centre: string,
): readonly LetterCorrected[] {
  const along = lettersWith(task);
  const read = new Map(letters.map((it) => [numberOf(it, centre), it]));
  return lettersGone(receipt).flatMap((letter): readonly LetterCorrected[] => {
    const { number, version } = letterNamed(letter);
    const standing = read.get(number);
    const isNewer = standing !== undefined && revisionOf(standing).version > version;
    if (along.includes(letter) && !isNewer) return [];
    const { date } = standing ?? {};
    const hasNewer = along.some((it) => it !== letter && letterNamed(it).number === number);
    return [{ number, hasNewer, ...(date !== undefined && { since: date }) }];
  });
}

/** Where one of several stayed behind, the receipt does not say which: each may have gone. */
function lettersGone({ letters, notCarried }: ReceiptOnTask): readonly string[] {
  const stayed =
    notCarried.includes('DocumentReference.content') ||
    (letters.length === 1 && notCarried.includes('DocumentReference'));
  return stayed ? [] : letters;
}

const numberOf = (letter: fhir4.DocumentReference, centre: string): string =>
  identifiersIn(letter).find(({ system }) => system === IDENTIFIERS.letter(centre))?.value ?? '';
