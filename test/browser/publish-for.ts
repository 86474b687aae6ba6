import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { quarterNamed } from '../../mappings/indicators/quarter.ts';
import { STRATA_NAMES } from '../../mappings/indicators/strata.ts';
import type { Unit } from '../../mappings/indicators/unit.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { publishQuarter } from '../../workers/indicators/publish-quarter.ts';

interface Where {
  /** The one asked. */
  readonly partner?: string;
  readonly district?: string;
}

const unitsIn = (row: Unit['row'], count: number, { partner, district }: Where = {}): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({ child: `${row}-${nth}`, nth })).flatMap(({ child, nth }): Unit[] => [
    { counted: 'endings', child, row, ...(partner && { partner }), marks: { told: nth % 2 === 0 } },
    {
      counted: 'needs',
      child,
      row,
      ...(district && { district }),
      amounts: { waiting: nth, asked: 4, open: 9, changes: 0 },
    },
  ]);

/**
 * 20 children at the CLSC, 12 of the SIPPE and 3 at the hospital: of the last two nothing may be shown, nor of the district of the 12, which
 * would tell of the 3.
 */
const unitsAt = (clsc: string): readonly Unit[] => [
  ...unitsIn('clsc', 20, { partner: clsc, district: 'H4G' }),
  ...unitsIn('sippe', 12, { district: 'H3K' }),
  ...unitsIn('hospital', 3),
];

/** Publishes quarters of a centre, as the workers do, by partner and by district too. */
export async function publishFor(
  { config: { hapiUrl: baseUrl, hapiTimeoutMs: timeoutMs } }: Pick<Sandbox, 'config'>,
  centre: string,
  quarters: readonly string[],
  clsc = 'clsc',
): Promise<void> {
  for (const name of quarters) {
    const quarter = quarterNamed(name);
    if (quarter === undefined) throw new Error(name);
    const scope = { centre, quarter, now: '2026-10-31T06:00:00.000Z' };
    await publishQuarter(fhirStore({ baseUrl, timeoutMs }), unitsAt(clsc), scope, STRATA_NAMES);
  }
}
