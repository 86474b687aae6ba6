import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { dueOn, type RetentionTerm } from '../../mappings/retention/due-on.ts';
import { fenceId, laneKey } from '../lanes/queues.ts';
import type { FhirStore } from '../record/fhir-store.ts';

/** One file, by the child’s number at the centre. */
export interface FileDue {
  readonly child: string;
  /** Day of the last entry. */
  readonly lastEntry: string;
  /** From which day it may be destroyed; absent where the birth date is not known: a person decides. */
  readonly due?: string;
}

export interface DueAsked {
  readonly centre: string;
  readonly term: RetentionTerm;
  /** At the centre. */
  readonly today: string;
  /** At most so many; the oldest first. */
  readonly limit: number;
}

/**
 * Files whose time is over, or of which nobody can tell; how many there are in all. The last entry is when the file’s fence last moved: whatever
 * is written about a child moves it.
 */
export async function dueFiles(
  store: FhirStore,
  { centre, term, today, limit }: DueAsked,
): Promise<{ readonly files: readonly FileDue[]; readonly due: number; readonly all: number }> {
  const found: FileDue[] = [];
  let all = 0;
  for await (const page of store.pages('Patient', { identifier: `${IDENTIFIERS.child(centre)}|` })) {
    const children = page.flatMap((it) => childIn(it, centre) ?? []);
    all += children.length;
    const entries = await lastEntries(store, centre, children);
    for (const { number, birthDate } of children) {
      const lastEntry = entries.get(number);
      if (lastEntry === undefined) continue;
      const due = dueOn(term, { lastEntry, ...(birthDate !== undefined && { birthDate }) });
      if (due === undefined || due <= today)
        found.push({ child: number, lastEntry, ...(due !== undefined && { due }) });
    }
  }
  const oldestFirst = found.sort((a, b) => (a.lastEntry < b.lastEntry ? -1 : a.lastEntry > b.lastEntry ? 1 : 0));
  return { files: oldestFirst.slice(0, limit), due: found.length, all };
}

interface Child {
  readonly number: string;
  readonly birthDate: string | undefined;
}

function childIn(resource: fhir4.FhirResource, centre: string): Child | undefined {
  if (resource.resourceType !== 'Patient') return undefined;
  const number = resource.identifier?.find(({ system }) => system === IDENTIFIERS.child(centre))?.value;
  return number === undefined ? undefined : { number, birthDate: resource.birthDate };
}

async function lastEntries(
  store: FhirStore,
  centre: string,
  children: readonly Child[],
): Promise<ReadonlyMap<string, string>> {
  if (children.length === 0) return new Map();
  const byFence = new Map(children.map(({ number }) => [fenceId(laneKey({ centre, child: number })), number]));
  const fences = await store.search('Basic', { _id: [...byFence.keys()].join(',') });
  return new Map(
    fences.flatMap(({ id = '', meta }) => {
      const number = byFence.get(id);
      const day = meta?.lastUpdated?.slice(0, 10);
      return number === undefined || day === undefined ? [] : [[number, day] as const];
    }),
  );
}
