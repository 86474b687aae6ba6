import { present } from '../../mappings/concepts/present.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { dueOn, type RetentionTerm } from '../../mappings/retention/due-on.ts';
import { fenceId } from '../lanes/queues.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { type FileOwner, laneKeyOf } from './file-owner.ts';

/** One file, by its number at the centre. */
export type FileDue = FileOwner & {
  /** Day of the last entry. */
  readonly lastEntry: string;
  /** From which day it may be destroyed; absent where the birth date is not known: a person decides. */
  readonly due?: string;
};

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
 * is written there moves it.
 */
export async function dueFiles(
  store: FhirStore,
  { centre, term, today, limit }: DueAsked,
): Promise<{ readonly files: readonly FileDue[]; readonly due: number; readonly all: number }> {
  const found: FileDue[] = [];
  let all = 0;
  const numbers = `${IDENTIFIERS.child(centre)}|,${IDENTIFIERS.motherFile(centre)}|`;
  for await (const page of store.pages('Patient', { identifier: numbers })) {
    const files = page.flatMap((it) => fileIn(it, centre) ?? []);
    all += files.length;
    const entries = await lastEntries(store, files);
    for (const { owner, fence, birthDate } of files) {
      const lastEntry = entries.get(fence);
      if (lastEntry === undefined) continue;
      const due = dueOn(term, { lastEntry, ...present({ birthDate }) });
      if (due === undefined || due <= today) found.push({ ...owner, lastEntry, ...present({ due }) });
    }
  }
  const oldestFirst = found.sort((a, b) => (a.lastEntry < b.lastEntry ? -1 : a.lastEntry > b.lastEntry ? 1 : 0));
  return { files: oldestFirst.slice(0, limit), due: found.length, all };
}

interface File {
  readonly owner: FileOwner;
  readonly fence: string;
  readonly birthDate: string | undefined;
}

function fileIn(resource: fhir4.FhirResource, centre: string): File | undefined {
  if (resource.resourceType !== 'Patient') return undefined;
  const numberIn = (system: string) => resource.identifier?.find((it) => it.system === system)?.value;
  const [child, motherFile] = [numberIn(IDENTIFIERS.child(centre)), numberIn(IDENTIFIERS.motherFile(centre))];
  const owner = child === undefined ? motherFile && { motherFile } : { child };
  if (!owner) return undefined;
  return { owner, fence: fenceId(laneKeyOf(centre, owner)), birthDate: resource.birthDate };
}

/** Days, by the id of the fence. */
async function lastEntries(store: FhirStore, files: readonly File[]): Promise<ReadonlyMap<string, string>> {
  if (files.length === 0) return new Map();
  const fences = await store.search('Basic', { _id: files.map(({ fence }) => fence).join(',') });
  return new Map(
    fences.flatMap(({ id = '', meta }) => {
      const day = meta?.lastUpdated?.slice(0, 10);
      return day === undefined ? [] : [[id, day] as const];
    }),
  );
}
