import { WATCH_FINDINGS } from '../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { present } from '../concepts/present.ts';
import type { FindingTold, LineTold, PivotTold } from '../domain/findings-told.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { WATCH_RULES } from './child-findings.ts';
import { codeOfFinding, sinceOf } from './finding-task.ts';
import type { WatchRule } from './watch-rule.ts';

/** So many lines a pivot can take up in a day: the rest wait, and it is said. */
export const LINES_A_DAY = 12;

export interface ToldScope {
  readonly centre: string;
  readonly language: keyof Bilingual;
}

/** Open findings as each pivot reads them: one line a child, the most urgent first, at most twelve. */
export function findingsTold(tasks: readonly fhir4.Task[], scope: ToldScope): readonly PivotTold[] {
  const pivots = groupedBy(
    tasks.filter(({ status }) => status === 'requested' || status === 'in-progress'),
    (task) => pivotIn(task) ?? '',
  );
  return [...pivots]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pivot, its]) => {
      const children = groupedBy(its, ({ for: child }) => child?.identifier?.value ?? '');
      const lines = [...children]
        .map(([child, found]) => ({
          child,
          findings: found.flatMap((task) => findingTold(task, scope) ?? []).sort(mostUrgentFirst),
        }))
        .filter(({ findings }) => findings.length > 0)
        .sort((a, b) => firstFirst(a, b));
      return {
        ...(pivot !== '' && { pivot }),
        lines: lines.slice(0, LINES_A_DAY),
        waiting: Math.max(0, lines.length - LINES_A_DAY),
      };
    });
}

/** The centre’s number of the person to whom a finding is given; undefined where it is the centre’s. */
export const pivotIn = ({ owner }: fhir4.Task): string | undefined =>
  owner?.identifier?.system === IDENTIFIERS.centre ? undefined : owner?.identifier?.value;

function findingTold(task: fhir4.Task, { language }: ToldScope): FindingTold | undefined {
  const code = codeOfFinding(task);
  const focus = task.focus?.identifier?.value;
  if (code === undefined || task.id === undefined || focus === undefined) return undefined;
  const { urgency, todo }: WatchRule = WATCH_RULES[code];
  return present({
    id: task.id,
    code,
    urgency,
    text: WATCH_FINDINGS[code][language],
    since: sinceOf(task),
    todo: todo[language],
    focus: { type: task.focus?.type ?? 'Task', id: focus },
  });
}

const mostUrgentFirst = (a: FindingTold, b: FindingTold): number =>
  a.urgency - b.urgency || compared(a.since ?? '', b.since ?? '') || compared(a.id, b.id);

function firstFirst(a: LineTold, b: LineTold): number {
  const [one, other] = [a.findings[0], b.findings[0]];
  return one === undefined || other === undefined ? 0 : mostUrgentFirst(one, other);
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupedBy<T>(list: readonly T[], keyOf: (it: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const it of list) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  return groups;
}
