import type { Redis } from 'ioredis';
import type { Label } from '../../mappings/consent/bases.ts';
import type { HiddenRequests, RegisterEntry } from '../../mappings/domain/register-told.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { labelsOf, labelsOnRequest } from '../../mappings/lenses/labels.ts';
import { registerEntryFrom } from '../../mappings/register/register-entry.ts';
import { isCancellation } from '../../mappings/register/register-for-family.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken, isIdentifierValue } from '../record/identifier-token.ts';
import { waitingIn } from './chain-in-redis.ts';

export interface HiddenRequestsDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search'>;
  readonly redis: Redis;
  readonly holds: Pick<Holds, 'standingOn'>;
}

/** A reader who is no recipient of anything. */
const FAMILY = 'family';
/** No request: what then is held is the child’s whole file. */
const NONE = '';

/** Requests that one search asks for. */
const AT_ONCE = 50;
/** Entries of those that are looked at: a partner that polls makes one each time. */
const ENTRIES_MAX = 5_000;

/**
 * Which of the requests that these lines of a child’s register speak of a label restricts, and which a young person asked alone: by every
 * disclosure of them, however long before these lines, and by the requests and the child’s file as they stand now, or will once the record has
 * what was acknowledged; and which are those that are refused by their number. Throws GatewayError `unavailable`.
 */
export async function hiddenAmong(
  { store, redis, holds }: HiddenRequestsDeps,
  entries: readonly RegisterEntry[],
  centre: string,
  child: string,
  refused: readonly string[],
): Promise<HiddenRequests> {
  // Before anything is read: a label counts from its acknowledgement.
  const isHeld = await holds.standingOn(centre, child);
  const about = [...new Set(entries.flatMap((entry) => entry.about))];
  const named = about.filter((it) => it.startsWith('Task/'));
  const system = `${IDENTIFIERS.request(centre)}|`;
  const read = about.filter((it) => it.startsWith('ServiceRequest/'));
  const numbers = about.filter((it) => it.startsWith(system) && isIdentifierValue(it.slice(system.length)));
  const found = [
    ...(await inParts(named, (part) => tasksBy(store, '_id', part.map(idOf)))),
    ...(await inParts(read, (part) => tasksBy(store, 'focus', part))),
    ...(await inParts(numbers, (part) => tasksBy(store, 'group-identifier', part))),
  ];
  const tasks = found.filter((it) => it.resourceType === 'Task');
  const references = [...new Set([...named, ...tasks.map(({ id }) => `Task/${id}`)])];
  const told = await basesOf({ store, redis }, references, centre);
  const isOnItsWay = (number: string): boolean =>
    number.startsWith(system) && isHeld({ recipient: FAMILY, request: number.slice(system.length) });
  const keys = new Map(references.map((it) => [it, new Set([it])]));
  for (const task of tasks) {
    const { groupIdentifier, focus } = task;
    const own = keys.get(`Task/${task.id}`);
    const number = `${groupIdentifier?.system}|${groupIdentifier?.value}`;
    if (groupIdentifier?.value !== undefined) own?.add(number);
    if (isOnItsWay(number)) told.restricted.add(`Task/${task.id}`);
    if (focus?.reference !== undefined) own?.add(focus.reference);
    const request = found.find((it) => `${it.resourceType}/${it.id}` === focus?.reference);
    for (const it of request?.resourceType === 'ServiceRequest' ? (request.identifier ?? []) : [])
      own?.add(`${it.system}|${it.value}`);
    const labels = request?.resourceType === 'ServiceRequest' ? labelsOnRequest(request, task) : labelsOf(task);
    for (const label of labels) told[label].add(`Task/${task.id}`);
  }
  const keysOf = (those: readonly string[]) => new Set(those.flatMap((it) => [...(keys.get(it) ?? [])]));
  const byNumber = new Set(refused.map((it) => `${system}${it}`));
  const withLabel = (label: Label) => references.filter((it) => told[label].has(it));
  return {
    restricted: new Set([...keysOf(withLabel('restricted')), ...numbers.filter(isOnItsWay)]),
    isFileRestricted: isHeld({ recipient: FAMILY, request: NONE }) || (await isFileRestricted(store, centre, child)),
    alone: keysOf(withLabel('asked-alone')),
    refused: new Set([
      ...byNumber,
      ...keysOf(references.filter((it) => [...(keys.get(it) ?? [])].some((key) => byNumber.has(key)))),
    ]),
    unknown: keysOf(references.filter((it) => !told['asked-alone'].has(it) && !told.otherwise.has(it))),
  };
}

async function isFileRestricted(store: HiddenRequestsDeps['store'], centre: string, child: string): Promise<boolean> {
  const found = await store.search('Patient', { identifier: identifierToken(IDENTIFIERS.child(centre), child) });
  return found.some((it) => labelsOf(it).includes('restricted'));
}

/** Which of these requests were disclosed under a label, which as asked alone, and which on another basis and never so. */
async function basesOf(
  { store, redis }: Pick<HiddenRequestsDeps, 'store' | 'redis'>,
  references: readonly string[],
  centre: string,
) {
  const told: Readonly<Record<Label | 'otherwise', Set<string>>> = {
    restricted: new Set(),
    'asked-alone': new Set(),
    otherwise: new Set(),
  };
  const note = (event: fhir4.AuditEvent): void => {
    const entry = registerEntryFrom(event, centre);
    if (event.source.site !== centre || entry.act !== 'disclosed') return;
    if (entry.restricted) for (const it of entry.about) told.restricted.add(it);
    if (isCancellation(entry)) return;
    for (const it of entry.about) told[entry.askedAlone ? 'asked-alone' : 'otherwise'].add(it);
  };
  for (const { event } of await waitingIn(redis)) note(event);
  await inParts(references, async (part) => {
    let seen = 0;
    for await (const events of store.pages('AuditEvent', { entity: part.join(','), site: centre })) {
      for (const event of events) if (event.resourceType === 'AuditEvent') note(event);
      seen += events.length;
      if (seen < ENTRIES_MAX) continue;
      // What was not looked at may say otherwise.
      for (const it of part) told.otherwise.delete(it);
      break;
    }
    return [];
  });
  return told;
}

const tasksBy = (
  store: HiddenRequestsDeps['store'],
  by: '_id' | 'focus' | 'group-identifier',
  values: readonly string[],
): Promise<readonly fhir4.FhirResource[]> => store.search('Task', { [by]: values.join(','), _include: 'Task:focus' });

const idOf = (reference: string): string => reference.slice('Task/'.length);

async function inParts<T>(
  all: readonly string[],
  ask: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) found.push(...(await ask(all.slice(from, from + AT_ONCE))));
  return found;
}
