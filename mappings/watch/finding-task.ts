import { WATCH_FINDINGS } from '../../profiles/codes/watch-findings.ts';
import { codingOf } from '../concepts/code-map.ts';
import { centreIdentity } from '../concepts/directory.ts';
import { type Identity, identifierOf, uuidOf } from '../concepts/identity.ts';
import { present } from '../concepts/present.ts';
import { referenceOutside } from '../concepts/reference.ts';
import { childIdentity } from '../concepts/who.ts';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { type Day, dateOf } from '../ledger/day.ts';
import { placeOf } from '../ledger/traces.ts';
import { type Finding, isWatchCode, type WatchCode } from './child-findings.ts';

const FINDING = { system: CODE_SYSTEMS.watchFinding, table: WATCH_FINDINGS };
const OPEN: ReadonlySet<string> = new Set(['requested', 'in-progress', 'on-hold']);

/** A Task of the watch; a request’s Tasks and a plan’s commitments are Tasks too. */
export const isFindingTask = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  resource.resourceType === 'Task' &&
  (resource.identifier?.some(({ system }) => system === IDENTIFIERS.watch) ?? false);

export const isOpenFinding = ({ status }: fhir4.Task): boolean => OPEN.has(status);

/** Which rule found it; undefined of a rule that is gone. */
export function codeOfFinding({ code }: fhir4.Task): WatchCode | undefined {
  const said = code?.coding?.find(({ system }) => system === CODE_SYSTEMS.watchFinding)?.code ?? '';
  return isWatchCode(said) ? said : undefined;
}

/** The first day on which it was so. */
export const sinceOf = ({ executionPeriod }: fhir4.Task): string | undefined => executionPeriod?.start;

export interface FindingScope {
  readonly centre: string;
  readonly child: fhir4.Patient;
  /** Who holds the thread; nobody: the centre. */
  readonly pivot: fhir4.Reference | undefined;
  readonly now: string;
}

/** Number of the nth finding of one rule about one thing: the same again after a crash. */
const numberOf = ({ code, focus }: Finding, nth: number): string =>
  uuidOf('finding', code, placeOf(focus), String(nth));

/** A finding as it is opened: the nth of its rule about the same thing, under an id of its own. */
export function taskFromFinding(
  finding: Finding,
  nth: number,
  { centre, child, pivot, now }: FindingScope,
): fhir4.Task & { readonly id: string } {
  const id = numberOf(finding, nth);
  const identity: Identity = { type: 'Task', system: IDENTIFIERS.watch, value: id };
  const childId = child.identifier?.find(({ system }) => system === IDENTIFIERS.child(centre))?.value ?? '';
  return {
    resourceType: 'Task',
    id,
    meta: present({ profile: [PROFILES.watch], security: finding.focus.meta?.security }),
    identifier: [identifierOf(identity)],
    status: 'requested',
    intent: 'proposal',
    code: { coding: [codingOf(FINDING, finding.code)] },
    focus: referenceTo(finding.focus),
    for: { reference: placeOf(child), ...referenceOutside(childIdentity({ centre, childId })) },
    authoredOn: now,
    lastModified: now,
    owner: pivot ?? referenceOutside(centreIdentity(centre)),
    executionPeriod: { start: dateOf(finding.since) },
  };
}

function referenceTo(focus: Finding['focus']): fhir4.Reference {
  const { system, value } = focus.identifier?.[0] ?? {};
  return present({
    reference: placeOf(focus),
    type: focus.resourceType,
    identifier: system === undefined || value === undefined ? undefined : { system, value },
  });
}

/** What a round leaves of a child’s findings: what is new, what is no longer so, what another person now holds, and what was put off until today. */
export function findingsAfter(
  found: readonly Finding[],
  standing: readonly fhir4.Task[],
  today: Day,
  scope: FindingScope,
): readonly (fhir4.Task & { readonly id: string })[] {
  const open = new Map(
    standing.filter(isOpenFinding).map((task) => [keyOf(codeOfFinding(task), task.focus?.reference), task]),
  );
  const wanted = new Map(found.map((finding) => [keyOf(finding.code, placeOf(finding.focus)), finding]));
  const opened = [...wanted].flatMap(([key, finding]) => {
    if (open.has(key)) return [];
    const before = standing.filter((task) => keyOf(codeOfFinding(task), task.focus?.reference) === key);
    return [taskFromFinding(finding, before.length + 1, scope)];
  });
  const changed = [...open].flatMap(([key, task]) => {
    const next = wanted.has(key) ? stillSo(task, today, scope) : { ...task, status: 'completed' as const };
    const { id } = task;
    return id === undefined || next === task ? [] : [{ ...next, id, lastModified: scope.now }];
  });
  return [...opened, ...changed];
}

const keyOf = (code: string | undefined, place: string | undefined): string => `${code}|${place}`;

/** The same finding, or as it now is: held by whoever holds the thread, and back once the day has come until which it was put off. */
function stillSo(task: fhir4.Task, today: Day, { centre, pivot }: FindingScope): fhir4.Task {
  const owner = pivot ?? referenceOutside(centreIdentity(centre));
  const isHeld = task.owner?.identifier?.value === owner.identifier?.value;
  const isBack = task.status === 'on-hold' && (task.restriction?.period?.start ?? '') <= dateOf(today);
  if (isHeld && !isBack) return task;
  const { restriction, ...rest } = task;
  return {
    ...rest,
    owner,
    ...(isBack ? { status: 'requested' as const } : restriction !== undefined && { restriction }),
  };
}

/** Put off until a day, for a reason in words, by whoever says so: nobody else is to answer for it. */
export const snoozed = (
  task: fhir4.Task,
  until: string,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: string },
): fhir4.Task => ({
  ...task,
  status: 'on-hold',
  lastModified: at,
  restriction: { period: { start: until } },
  note: [...(task.note ?? []), { authorString: by, text: reason, time: at }],
});
