import { uuidOf } from '../../mappings/concepts/identity.ts';
import type { Life } from '../../sandbox/population/acts.ts';
import { syncBench } from '../../test/builders/sync-bench.ts';
import { eventFromAct } from '../../test/builders/told-lives.ts';
import { placeOf, putStraight } from '../put-straight.ts';

const TELL_EVERY = 25;

/**
 * Stories as the sync would have written them one after the other, straight into HAPI: each is told to a record in memory, by the gateway's own
 * mappings and sync, and what stands there in the end is written in one transaction. What came between (earlier versions, the audit) is
 * not there. Gives how many resources stand. Throws where an act does not reach the record, or HAPI refuses.
 */
export async function toldStraight(
  hapiUrl: string,
  lives: readonly Life[],
  say: (line: string) => void,
): Promise<number> {
  const standing = new Set<string>();
  let writing: Promise<void> = Promise.resolve();
  for (const [nth, life] of lives.entries()) {
    const { record, put } = syncBench();
    for (const act of life.acts) {
      const state = await put(eventFromAct(life, act));
      if (state !== 'synced') throw new Error(`${life.id}: ${act.act} is ${state}`);
    }
    // Centres, partners and professionals stand in many stories: each is written with the first, and the next waits for it.
    const unknown = underOwnIds(record.resources(), life.id).filter((it) => !standing.has(placeOf(it)));
    for (const it of unknown) standing.add(placeOf(it));
    await writing;
    writing = putStraight(hapiUrl, unknown);
    // Its failure is thrown where it is waited for.
    writing.catch(() => undefined);
    if ((nth + 1) % TELL_EVERY === 0) say(`  ${nth + 1} / ${lives.length}`);
  }
  await writing;
  return standing.size;
}

type Stored = fhir4.FhirResource & { readonly id: string };

/** Each under an id made from the number that it bears, the same in each story, since a record in memory counts from 1. */
function underOwnIds(resources: readonly Stored[], life: string): readonly Stored[] {
  const ids = new Map(resources.map((it) => [placeOf(it), uuidOf('bench', it.resourceType, numberOf(it, life))]));
  return resources.map((it) => ({ ...relocated(it, ids), id: ids.get(placeOf(it)) ?? it.id }));
}

function numberOf(resource: Stored, life: string): string {
  const [first] = 'identifier' in resource ? [resource.identifier].flat() : [];
  return first?.value === undefined ? `${life}|${resource.id}` : `${first.system}|${first.value}`;
}

/** With each reference where it leads now, and without the version that memory counted. */
function relocated(resource: Stored, ids: ReadonlyMap<string, string>): Stored {
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...meta } = resource.meta ?? {};
  const moved = (name: string, value: unknown): unknown => {
    if (name !== 'reference' || typeof value !== 'string') return value;
    const id = ids.get(value);
    return id === undefined ? value : `${value.split('/')[0]}/${id}`;
  };
  // A copy of what we made ourselves: the same resource.
  return JSON.parse(JSON.stringify({ ...resource, meta }, moved)) as Stored;
}
