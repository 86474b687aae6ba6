import type { Redis } from 'ioredis';
import type { AskedAlone, RegisterEntry } from '../../mappings/domain/register-told.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { labelsOnRequest } from '../../mappings/lenses/labels.ts';
import { registerEntryFrom } from '../../mappings/register/register-entry.ts';
import { isCancellation } from '../../mappings/register/register-for-family.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { isIdentifierValue } from '../record/identifier-token.ts';
import { waitingIn } from './chain-in-redis.ts';

export interface AskedAloneDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search'>;
  readonly redis: Redis;
}

/** Requests that one search asks for. */
const AT_ONCE = 50;
/** Entries of those that are looked at: a partner that polls makes one each time. */
const ENTRIES_MAX = 5_000;

/**
 * Which of the requests that these lines of a register speak of a young person asked alone: by every disclosure of them, however long before
 * these lines, and by the requests themselves where they still stand. Throws GatewayError `unavailable`.
 */
export async function askedAloneAmong(
  { store, redis }: AskedAloneDeps,
  entries: readonly RegisterEntry[],
  centre: string,
): Promise<AskedAlone> {
  const about = [...new Set(entries.flatMap((entry) => entry.about))];
  const named = about.filter((it) => it.startsWith('Task/'));
  const system = `${IDENTIFIERS.request(centre)}|`;
  const numbers = about.filter((it) => it.startsWith(system) && isIdentifierValue(it.slice(system.length)));
  const found = [
    ...(await inParts(named, (part) => tasksBy(store, '_id', part.map(idOf)))),
    ...(await inParts(numbers, (part) => tasksBy(store, 'group-identifier', part))),
  ];
  const tasks = found.filter((it) => it.resourceType === 'Task');
  const references = [...new Set([...named, ...tasks.map(({ id }) => `Task/${id}`)])];
  const told = await basesOf({ store, redis }, references, centre);
  const keys = new Map(references.map((it) => [it, new Set([it])]));
  for (const task of tasks) {
    const { groupIdentifier, focus } = task;
    const own = keys.get(`Task/${task.id}`);
    if (groupIdentifier?.value !== undefined) own?.add(`${groupIdentifier.system}|${groupIdentifier.value}`);
    if (focus?.reference !== undefined) own?.add(focus.reference);
    const request = found.find((it) => `${it.resourceType}/${it.id}` === focus?.reference);
    if (request?.resourceType === 'ServiceRequest' && labelsOnRequest(request, task).includes('asked-alone'))
      told.alone.add(`Task/${task.id}`);
  }
  const keysOf = (those: readonly string[]) => new Set(those.flatMap((it) => [...(keys.get(it) ?? [])]));
  return {
    alone: keysOf(references.filter((it) => told.alone.has(it))),
    unknown: keysOf(references.filter((it) => !told.alone.has(it) && !told.otherwise.has(it))),
  };
}

/** Which of these requests were disclosed as asked alone, and which on another basis and never so. */
async function basesOf({ store, redis }: AskedAloneDeps, references: readonly string[], centre: string) {
  const alone = new Set<string>();
  const otherwise = new Set<string>();
  const note = (event: fhir4.AuditEvent): void => {
    const entry = registerEntryFrom(event, centre);
    if (event.source.site !== centre || entry.act !== 'disclosed' || isCancellation(entry)) return;
    for (const it of entry.about) (entry.askedAlone ? alone : otherwise).add(it);
  };
  for (const { event } of await waitingIn(redis)) note(event);
  await inParts(references, async (part) => {
    let seen = 0;
    for await (const events of store.pages('AuditEvent', { entity: part.join(','), site: centre })) {
      for (const event of events) if (event.resourceType === 'AuditEvent') note(event);
      seen += events.length;
      if (seen < ENTRIES_MAX) continue;
      // What was not looked at may say otherwise.
      for (const it of part) otherwise.delete(it);
      break;
    }
    return [];
  });
  return { alone, otherwise };
}

const tasksBy = (
  store: AskedAloneDeps['store'],
  by: '_id' | 'group-identifier',
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
