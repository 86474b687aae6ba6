import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import type { Write } from './decision.ts';
import { OF_A_CHILD } from './of-a-child.ts';
import type { Present } from './present.ts';
import { placeOf } from './transaction.ts';

/** What this worker itself wrote behind one fence, as the record holds it as long as that fence has not moved. */
export type Kept = Pick<Present, 'found' | 'isAllOfChild'> & { readonly fence: Omit<Present['fence'], 'id'> };

/**
 * What a lane's worker remembers of what it wrote, so that it need not read it again. It is never believed: what is decided from it counts
 * only if its transaction passes the fence (design.md §2.2).
 */
export interface LaneMemory {
  /** What is kept behind a fence, and no longer: only a commit keeps it again, so that whatever fails forgets it. */
  take(fence: string): Kept | undefined;
  keep(fence: string, kept: Kept): void;
  forgetAll(): void;
}

/** A queue brings a child's events close together; what lies longer is not worth its place. */
const FENCES_MAX = 100;
const KEPT_FOR_MS = 60_000;
/** Behind one fence; those that came first go first. */
const RESOURCES_MAX = 500;

export function laneMemory(now: () => Date): LaneMemory {
  const all = new Map<string, { readonly kept: Kept; readonly at: number }>();
  return {
    take(fence) {
      const held = all.get(fence);
      all.delete(fence);
      return held !== undefined && now().getTime() - held.at <= KEPT_FOR_MS ? held.kept : undefined;
    },
    keep(fence, kept) {
      all.delete(fence);
      all.set(fence, { kept, at: now().getTime() });
      const [oldest] = all.keys();
      if (all.size > FENCES_MAX && oldest !== undefined) all.delete(oldest);
    },
    forgetAll: () => all.clear(),
  };
}

/** Requests, their Tasks and letters are read each time: others write on what is searched around them, and letters are large. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['ServiceRequest', 'Task', 'DocumentReference']);

/**
 * What may be kept after a commit: what was kept behind the fence that it passed, and what it wrote. A new resource whose like was there
 * already (`ifNoneExist`, 200) was not written, and is not known. Undefined when the record does not say where the fence now stands.
 */
export function keptAfter(
  writes: readonly Write[],
  { fence, isAllOfChild }: Present,
  { entry = [] }: fhir4.Bundle<fhir4.FhirResource>,
  before: Kept | undefined,
): Kept | undefined {
  const [passed, ...places] = entry.map(({ response }) => placeOf(response));
  if (passed === undefined) return undefined;
  const placeWritten = ({ ifMatch }: Write, nth: number): (typeof places)[number] =>
    ifMatch !== undefined || entry[nth + 1]?.response?.status.startsWith('201') === true ? places[nth] : undefined;
  const written = writes.flatMap((write, nth) => {
    const { resource } = write;
    const place = placeWritten(write, nth);
    if (place === undefined || NEVER_KEPT.has(resource.resourceType)) return [];
    const [, id = ''] = place.reference.split('/');
    const held = { ...resource, id, meta: { ...resource.meta, versionId: place.versionId } };
    return identifiersOf(resource).map((own) => [tokenOf(own), held] as const);
  });
  const isAllKnown = writes.every(
    (write, nth) => !OF_A_CHILD.has(write.resource.resourceType) || placeWritten(write, nth) !== undefined,
  );
  const standing = before?.fence.version === fence.version ? [...before.found] : [];
  const found = new Map<string, fhir4.FhirResource>([...standing, ...written].slice(-RESOURCES_MAX));
  return {
    fence: { version: passed.versionId, counter: fence.counter + 1 },
    isAllOfChild: isAllOfChild && isAllKnown && standing.length + written.length <= RESOURCES_MAX,
    found,
  };
}
