import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import type { Day } from './day.ts';
import { dayOfMoment, type LocalDay } from './local-day.ts';
import type { FactTimes } from './need-facts.ts';

/** One writing, as its trace (Provenance) tells it of one resource. */
export interface Told extends FactTimes {
  /** The status that it gave the resource; absent where the trace does not say. */
  readonly status?: string;
  /** What was done or said about a request: `accepted`, `declined` … */
  readonly act?: string;
  /** It says otherwise than what a person or a system had said. */
  readonly contradicts?: true;
  /** Whoever caused it may not know of it: nobody was asked to tell the family. */
  readonly untold?: true;
  /** Places of everything that was written along. */
  readonly along: readonly string[];
}

export interface Traces {
  /** What was written of a resource, oldest first. */
  of(place: string): readonly Told[];
  /** When it was known that a resource has this status, or had it on this day; undefined of what has no trace. */
  knownOf(place: string, status: string | undefined, since: Day): number | undefined;
  /** The first moment at which anything was known. */
  readonly first: number | undefined;
}

export const placeOf = ({ resourceType, id }: fhir4.FhirResource): string => `${resourceType}/${id}`;

/** The traces among a child’s resources, in whatever order these come. */
export function tracesIn(resources: readonly fhir4.FhirResource[], localDay: LocalDay): Traces {
  const byPlace = new Map<string, Told[]>();
  for (const trace of resources) {
    if (trace.resourceType !== 'Provenance') continue;
    const known = Date.parse(trace.recorded);
    // Nothing was known before it happened, whatever month or year was said.
    const happened = Math.min(dayOfMoment(trace.occurredDateTime ?? trace.recorded, localDay), localDay(known));
    const act = trace.activity?.coding?.find(({ system }) => system === CODE_SYSTEMS.referralAct)?.code;
    const isMarked = (finding: string): boolean =>
      trace.activity?.coding?.some(({ system, code }) => system === CODE_SYSTEMS.watchFinding && code === finding) ??
      false;
    const contradicts = isMarked('contradictory');
    const untold = isMarked('family-not-told');
    const along = trace.target.flatMap(({ reference }) => reference ?? []);
    for (const target of trace.target) {
      const status = target.extension?.find(({ url }) => url === EXTENSIONS.statusSaid)?.valueCode;
      const told: Told = {
        happened,
        known,
        along,
        ...(status !== undefined && { status }),
        ...(act !== undefined && { act }),
        ...(contradicts && { contradicts: true as const }),
        ...(untold && { untold: true as const }),
      };
      const place = target.reference ?? '';
      byPlace.set(place, [...(byPlace.get(place) ?? []), told]);
    }
  }
  for (const told of byPlace.values()) told.sort(inOrder);
  const all = [...byPlace.values()].flat().map(({ known }) => known);
  const of = (place: string): readonly Told[] => byPlace.get(place) ?? [];
  return {
    of,
    knownOf(place, status, since) {
      const told = of(place).filter(({ act }) => act === undefined);
      const saying = told.find((it) => it.status !== undefined && it.status === status);
      // Before traces told statuses: whatever was written once it had happened.
      return (saying ?? told.find(({ happened }) => happened >= since) ?? told.at(-1))?.known;
    },
    first: all.length === 0 ? undefined : Math.min(...all),
  };
}

const inOrder = (a: Told, b: Told): number => a.happened - b.happened || a.known - b.known;
