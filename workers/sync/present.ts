import { type Agreed, readAsked } from '../../gateway/disclosure/closed-by.ts';
import { fenceId, laneKey } from '../../gateway/lanes/queues.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { isTombstone } from '../../gateway/retention/tombstone-transaction.ts';
import { referenceFromWho } from '../../mappings/concepts/who.ts';
import { isPassedOn, isReferralTask } from '../../mappings/domain/current-task.ts';
import type { InboundEvent, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, referencesIn, type TypedIdentifier, tokenOf } from '../../mappings/domain/references.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { readAgreed } from './agreement-taken-back.ts';
import { letterIdentities } from './answer-letters.ts';
import { otherCircles, takesLabelOffFile } from './file-label.ts';
import { requestsToLookAt } from './hidden-from-writer.ts';
import type { Kept } from './lane-memory.ts';
import { OF_A_CHILD } from './of-a-child.ts';

/** What the record holds that bears on one event, read once before it is decided. */
export interface Present {
  readonly fence: {
    readonly id: string;
    readonly version: string;
    readonly counter: number;
    /** The file behind it was destroyed. */
    readonly destroyed?: true;
  };
  /** The record holds nothing of the child but what is in `found`: it had neither fence nor Patient when it was first looked for. */
  readonly isAllOfChild: boolean;
  /** The event's own Provenance: it was applied before. */
  readonly applied?: fhir4.Provenance;
  /** By `Type system|value`. */
  readonly found: ReadonlyMap<string, fhir4.FhirResource>;
  /** All Tasks of the request that the event is about. */
  readonly tasks: readonly fhir4.Task[];
  /** Tasks by which a recipient passed it on to somebody else. */
  readonly passedOn: readonly fhir4.Task[];
  /** Where the event may close what was open to a recipient, or takes a label off the child’s file: what bears on that. */
  readonly agreed?: Agreed;
  /** The event takes a label off the child’s file. */
  readonly takesLabelOff?: true;
  /** It would, but for these other circles of the child. */
  readonly labelsStayFor?: readonly string[];
}

type RecordEvent = Exclude<LaneEvent, InboundEvent>;

const NO_FENCE = '0';

/** Reads it; what is kept (lane-memory.ts) is taken for read, and its fence with it. */
export async function readPresent(store: FhirStore, event: RecordEvent, kept?: Kept): Promise<Present> {
  const id = fenceId(laneKey(event));
  const [fence, found, tasks, closing] = await Promise.all([
    kept?.fence ?? readFence(store, id),
    findAll(store, event, kept).then((all) => withItsRequests(store, event, all)),
    tasksOf(store, event),
    event.kind === 'concept' ? readAgreed(store, event) : undefined,
  ]);
  const saysLess = event.kind === 'concept' && takesLabelOffFile(event, found);
  const others = saysLess ? await otherCircles(store, event, found) : [];
  const takesLabelOff = saysLess && others.length === 0;
  const agreed = closing === undefined && takesLabelOff ? await readAsked(store, event) : closing;
  const isNew = fence.version === NO_FENCE && event.child !== undefined && !found.has(tokenOf(patientOf(event)));
  const provenance = mayHaveBeenApplied(event, found) ? await store.read('Provenance', event.exchangeId) : undefined;
  return {
    fence: { id, ...fence },
    isAllOfChild: kept?.isAllOfChild ?? isNew,
    found,
    tasks: tasks.filter(isReferralTask),
    passedOn: tasks.filter(isPassedOn),
    ...(provenance?.resourceType === 'Provenance' && { applied: provenance }),
    ...(agreed !== undefined && { agreed }),
    ...(takesLabelOff && { takesLabelOff }),
    ...(others.length > 0 && { labelsStayFor: others }),
  };
}

async function readFence(store: FhirStore, id: string): Promise<Kept['fence']> {
  const fence = await store.read('Basic', id);
  const counter = fence?.resourceType === 'Basic' ? (fence.extension?.[0]?.valueInteger ?? 0) : 0;
  return {
    version: fence?.meta?.versionId ?? NO_FENCE,
    counter,
    ...(isTombstone(fence) && { destroyed: true as const }),
  };
}

/**
 * A concept that was written left its root behind, with its version or a later one: where the root says otherwise there is no trace to look
 * for.
 */
function mayHaveBeenApplied(event: RecordEvent, found: Present['found']): boolean {
  if (event.kind !== 'concept') return true;
  const root = found.get(tokenOf(event.root));
  return root !== undefined && (event.version === undefined || revisionOf(root).version >= event.version);
}

/** What an event names: the resources that it writes and those that it refers to. */
function wanted(event: RecordEvent): readonly TypedIdentifier[] {
  if (event.kind !== 'concept') {
    const raters = event.kind === 'answer' ? (event.answer.ratings ?? []).map(({ by }) => by) : [];
    const scope = { centre: event.centre, childId: event.child ?? '' };
    const people = raters
      .flatMap((by) => (by === undefined ? [] : referencesIn(referenceFromWho(by, scope))))
      .map(({ target }) => target);
    return [
      { type: 'ServiceRequest', system: IDENTIFIERS.request(event.centre), value: event.request },
      ...(event.child === undefined ? [] : [patientOf(event)]),
      ...(event.kind === 'answer' ? letterIdentities(event) : []),
      ...people,
    ];
  }
  const resources = (event.bundle.entry ?? [])
    .filter(({ request }) => request?.method === 'PUT')
    .flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  return [
    ...resources.flatMap(identifiersOf),
    ...resources.flatMap(referencesIn).flatMap(({ target, reference }) => (reference === undefined ? [target] : [])),
  ];
}

/** With a request that is written come the Tasks of the one that it replaces, and whatever replaces either. */
const AROUND_REQUESTS = { _revinclude: ['Task:focus', 'ServiceRequest:replaces'] };

async function findAll(
  store: FhirStore,
  event: RecordEvent,
  kept: Kept | undefined,
): Promise<ReadonlyMap<string, fhir4.FhirResource>> {
  const all = wanted(event);
  const known = all.flatMap((it) => kept?.found.get(tokenOf(it)) ?? []);
  const unknown = all.filter((it) => kept?.found.has(tokenOf(it)) !== true);
  const search = async (type: string): Promise<readonly fhir4.FhirResource[]> => {
    const tokens = new Set(unknown.filter((it) => it.type === type).map(({ system, value }) => `${system}|${value}`));
    const around = event.kind === 'concept' && type === 'ServiceRequest' ? AROUND_REQUESTS : {};
    return store.search(type, { identifier: [...tokens].join(','), ...around });
  };
  const types = [...new Set(unknown.map(({ type }) => type))];
  const isTheirs = (type: string) => event.kind === 'concept' && event.child !== undefined && OF_A_CHILD.has(type);
  const theirs = async (): Promise<readonly fhir4.FhirResource[]> => {
    if (kept?.isAllOfChild === true) return [];
    return (await Promise.all(types.filter(isTheirs).map(search))).flat();
  };
  const patients = types.includes('Patient') ? search('Patient') : undefined;
  // Another Patient may be looked for too: only where this child is among those, and not found, is there nothing of theirs.
  const child = tokenOf(patientOf(event));
  const isChild = (found: fhir4.FhirResource) => identifiersOf(found).some((own) => tokenOf(own) === child);
  const theirsIfFound = unknown.some((it) => tokenOf(it) === child)
    ? patients?.then((found) => (found.some(isChild) ? theirs() : []))
    : undefined;
  const lists = await Promise.all([
    patients ?? [],
    theirsIfFound ?? theirs(),
    ...types.filter((type) => type !== 'Patient' && !isTheirs(type)).map(search),
  ]);
  return new Map(
    [...known, ...lists.flat()].flatMap((resource) =>
      identifiersOf(resource).map((identifier) => [tokenOf(identifier), resource] as const),
    ),
  );
}

/** Only for an event of somebody from whom something may be hidden. */
async function withItsRequests(
  store: FhirStore,
  event: RecordEvent,
  found: Present['found'],
): Promise<Present['found']> {
  const about = event.kind === 'concept' ? requestsToLookAt(event, found) : [];
  if (about.length === 0) return found;
  const identifier = about.map(({ system, value }) => `${system}|${value}`).join(',');
  const requests = await store.search('ServiceRequest', { identifier });
  return new Map([...found, ...requests.flatMap((it) => identifiersOf(it).map((own) => [tokenOf(own), it] as const))]);
}

const patientOf = ({ centre, child = '' }: RecordEvent): TypedIdentifier => ({
  type: 'Patient',
  system: IDENTIFIERS.child(centre),
  value: child,
});

async function tasksOf(store: FhirStore, event: RecordEvent): Promise<readonly fhir4.Task[]> {
  const system = IDENTIFIERS.request(event.centre);
  const value = event.kind === 'concept' ? event.root.value : event.request;
  if (event.kind === 'concept' && event.root.system !== system) return [];
  const found = await store.search('Task', { 'group-identifier': `${system}|${value}`, _revinclude: 'Task:part-of' });
  return found.filter((resource) => resource.resourceType === 'Task');
}
