import type { Logger } from 'pino';
import { publishedIndicators } from '../../gateway/continuity/published-indicators.ts';
import { strataOn } from '../../gateway/continuity/strata-on.ts';
import { provinceOf } from '../../gateway/province-of.ts';
import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import type { Centre, Registry } from '../../gateway/registry.ts';
import { CODE_SYSTEMS, centreOf, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { type ChildFacts, childFacts } from '../../mappings/indicators/child-facts.ts';
import { childUnits } from '../../mappings/indicators/child-units.ts';
import { type Quarter, quarterOf, settledQuarters } from '../../mappings/indicators/quarter.ts';
import { dateOf, dayOf } from '../../mappings/ledger/day.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import { placeOf } from '../../mappings/ledger/traces.ts';
import { byChild } from '../findings/by-child.ts';
import type { IndicatorsMemory } from './indicators-memory.ts';
import { publishQuarter } from './publish-quarter.ts';

export interface PublishRoundDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search' | 'transaction'>;
  readonly registry: Registry;
  readonly memory: IndicatorsMemory;
  readonly now: () => Date;
  readonly log: Logger;
}

/** How far back quarters are published that were not. */
export const QUARTERS_BACK = 12;

const SEARCHES: readonly (readonly [string, SearchParams])[] = [
  ['Patient', {}],
  ['Goal', {}],
  ['CarePlan', {}],
  ['ServiceRequest', {}],
  ['Task', {}],
  ['Encounter', {}],
  ['Appointment', {}],
  ['EpisodeOfCare', {}],
  ['ClinicalImpression', {}],
  ['Observation', { category: `${CODE_SYSTEMS.ratingMoment}|before,${CODE_SYSTEMS.ratingMoment}|after` }],
  ['Provenance', {}],
];

interface Due {
  readonly centre: Centre;
  readonly quarters: readonly Quarter[];
}

/**
 * Publishes the indicators of each quarter that has settled, once: what is published is never computed anew, since the difference of two
 * publications would tell of single children. Where nothing is due, one look into Redis; else once through the record. A round that was cut
 * off is made again and ends the same. Gives how many quarters were published. Throws GatewayError while the record is away, and the
 * signal’s reason where it is told to stop.
 */
export function publishRound(deps: PublishRoundDeps): (signal?: AbortSignal) => Promise<number> {
  return async (signal) => {
    const due = await dueOf(deps);
    if (due.length === 0) return 0;
    const files = await filesOf(deps.store, signal);
    let published = 0;
    for (const { centre, quarters } of due) {
      const facts = factsOf(centre, files, deps.registry);
      const first = firstQuarter(facts);
      for (const quarter of [...quarters].reverse()) {
        signal?.throwIfAborted();
        if (first === undefined || quarter.from < first) continue;
        const units = facts.flatMap((child) => childUnits(child, quarter));
        const scope = { centre: centre.id, quarter, now: deps.now().toISOString() };
        if (await publishQuarter(deps.store, units, scope, strataOn(centre))) published += 1;
      }
      await deps.memory.looked(centre.id, dayAt(centre, deps.now()));
    }
    if (published > 0) deps.log.info({ quarters: published }, 'indicators were published');
    return published;
  };
}

/** What has settled since the last quarter that was published; looked up once a day. */
async function dueOf({ store, registry, memory, now }: PublishRoundDeps): Promise<readonly Due[]> {
  const looks = await memory.looks();
  const indicators = publishedIndicators(store, registry);
  const due: Due[] = [];
  for (const centre of registry.centres) {
    const today = dayAt(centre, now());
    if (looks[centre.id] === today) continue;
    const there = (await indicators.of(centre.id, {})).map(({ read }) => read.quarter.from);
    // Oldest first, each whole: what is missing is behind the last one that is there.
    const last = Math.max(...there);
    const quarters = settledQuarters(dayOf(today), QUARTERS_BACK).filter(({ from }) => from > last);
    if (quarters.length > 0) due.push({ centre, quarters });
    else await memory.looked(centre.id, today);
  }
  return due;
}

const dayAt = ({ timeZone }: Centre, at: Date): string => dateOf(localDayIn(timeZone)(at.getTime()));

/** Once through everything that is counted, child by child. */
async function filesOf(
  store: PublishRoundDeps['store'],
  signal: AbortSignal | undefined,
): Promise<readonly (readonly fhir4.FhirResource[])[]> {
  const all = new Map<string, fhir4.FhirResource>();
  for (const [type, params] of SEARCHES)
    for await (const page of store.pages(type, params)) {
      signal?.throwIfAborted();
      for (const resource of page) all.set(placeOf(resource), resource);
    }
  return [...byChild([...all.values()]).values()];
}

function factsOf(
  centre: Centre,
  files: readonly (readonly fhir4.FhirResource[])[],
  registry: Registry,
): readonly ChildFacts[] {
  const { id, timeZone } = centre;
  const scope = {
    centre: id,
    localDay: localDayIn(timeZone),
    province: provinceOf(centre),
    delaysOf: (partner: string) => {
      const known = registry.partner(partner);
      return known && { ...known.delays, isSchool: known.kind === 'school' };
    },
  };
  return files.flatMap((file) => {
    const child = file.find((it) => it.resourceType === 'Patient');
    const isOwn = child?.identifier?.some(({ system }) => centreOf(system, IDENTIFIERS.child) === id) ?? false;
    return isOwn ? (childFacts(file, scope) ?? []) : [];
  });
}

/** The first day of the quarter in which the centre’s records begin; undefined where it has none. */
function firstQuarter(facts: readonly ChildFacts[]): number | undefined {
  const days = facts.flatMap(({ needs }) => needs.recordsFrom ?? []);
  return days.length === 0 ? undefined : quarterOf(days.reduce((first, day) => Math.min(first, day))).from;
}
