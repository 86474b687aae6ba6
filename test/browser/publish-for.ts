import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { quarterNamed } from '../../mappings/indicators/quarter.ts';
import type { Unit } from '../../mappings/indicators/unit.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { publishQuarter } from '../../workers/indicators/publish-quarter.ts';

const unitsIn = (row: Unit['row'], count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({ child: `${row}-${nth}`, row, nth })).flatMap(
    ({ child, row: its, nth }) => [
      { counted: 'endings', child, row: its, marks: { told: nth % 2 === 0 } },
      { counted: 'needs', child, row: its, amounts: { waiting: nth, asked: 4, open: 9, changes: 0 } },
    ],
  );

/** 20 children at the CLSC, 12 of the SIPPE and 3 at the hospital: of the last two nothing may be shown. */
const UNITS = [...unitsIn('clsc', 20), ...unitsIn('sippe', 12), ...unitsIn('hospital', 3)];

/** Publishes quarters of a centre, as the workers do. */
export async function publishFor(
  { config: { hapiUrl: baseUrl, hapiTimeoutMs: timeoutMs } }: Pick<Sandbox, 'config'>,
  centre: string,
  quarters: readonly string[],
): Promise<void> {
  for (const name of quarters) {
    const quarter = quarterNamed(name);
    if (quarter === undefined) throw new Error(name);
    await publishQuarter(fhirStore({ baseUrl, timeoutMs }), UNITS, {
      centre,
      quarter,
      now: '2026-10-31T06:00:00.000Z',
    });
  }
}
