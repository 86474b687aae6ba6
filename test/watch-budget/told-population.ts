import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readLedgerSources } from '../../gateway/continuity/ledger-sources.ts';
import { givenThrough } from '../../gateway/disclosure/given-through.ts';
import { provinceOf } from '../../gateway/province-of.ts';
import { type GivenVersions, readGivenVersions } from '../../gateway/record/given-versions.ts';
import { type Registry, readRegistry, registryFrom } from '../../gateway/registry.ts';
import type { Day } from '../../mappings/ledger/day.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import { childFindings, type Finding } from '../../mappings/watch/child-findings.ts';
import { pivotOf } from '../../mappings/watch/pivot-of.ts';
import { isWorkingDay } from '../../mappings/watch/work-calendar.ts';
import type { Life } from '../../sandbox/population/acts.ts';
import { POPULATION_PARTNERS } from '../../sandbox/population/seed-sandbox.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { syncBench } from '../builders/sync-bench.ts';
import { eventFromAct } from '../builders/told-lives.ts';

/** The sandbox’s centres, and the partners of its population. */
export function populationRegistry(): Registry {
  const { centres, partners } = readRegistry(SANDBOX_REGISTRY);
  const more: { readonly partners: readonly unknown[] } = parse(readFileSync(POPULATION_PARTNERS, 'utf8'), {
    merge: true,
  });
  return registryFrom({ centres, partners: [...partners, ...more.partners] });
}

/** What asks for a person in one child’s file on one working day, by what was known that evening. */
export interface DayFound {
  readonly day: Day;
  /** Who holds the thread that day, by the centre’s number; the centre itself where nobody does. */
  readonly pivot: string;
  readonly found: readonly Finding[];
}

/**
 * Tells one story to a record in memory, through the mappings and the sync, and looks with the rules at each working day of the centre from
 * `from` to `to`, both included; days before anything was known are left out. Throws where an act does not reach the record.
 */
export async function* foundByDay(
  life: Life,
  { registry, from, to }: { readonly registry: Registry; readonly from: Day; readonly to: Day },
): AsyncGenerator<DayFound> {
  const centre = registry.centre(life.centre);
  if (centre === undefined) throw new RangeError(`${life.centre} is no centre`);
  const localDay = localDayIn(centre.timeZone);
  const province = provinceOf(centre);
  const { record, put } = syncBench();
  const acts = life.acts.values();
  let next = acts.next();
  let file: readonly fhir4.FhirResource[] | undefined;
  let given: GivenVersions | undefined;
  for (let day = from; day <= to; day += 1) {
    if (!isWorkingDay(day, province)) continue;
    for (; next.done !== true && localDay(Date.parse(next.value.knownAt)) <= day; next = acts.next()) {
      const state = await put(eventFromAct(life, next.value));
      if (state !== 'synced') throw new Error(`${life.id}: ${next.value.act} is ${state}`);
      file = undefined;
      given = undefined;
    }
    file ??= (await readLedgerSources(record, life.centre, life.id))?.resources ?? [];
    if (file.length === 0) continue;
    given ??= await readGivenVersions(record, life.centre, file);
    const scope = { centre: life.centre, localDay, today: day };
    const found = childFindings([...file, ...given.letters], {
      ...scope,
      province,
      delaysOf: (id) => {
        const partner = registry.partner(id);
        return partner && { ...partner.delays, isSchool: partner.kind === 'school' };
      },
      given: { ...givenThrough(registry), earlier: given.earlier },
    });
    yield { day, pivot: pivotOf(file, scope)?.identifier?.value ?? life.centre, found };
  }
}
