import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ChildFacts, childFacts } from '../../../../mappings/indicators/child-facts.ts';
import { localDayIn } from '../../../../mappings/ledger/local-day.ts';
import type { Life } from '../../../../sandbox/population/acts.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { POPULATION_PARTNERS } from '../../../../sandbox/population/seed-sandbox.ts';
import { byChild } from '../../../../workers/findings/by-child.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { eventFromAct } from '../../../builders/told-lives.ts';

const PARTNERS: readonly {
  readonly id: string;
  readonly kind: string;
  readonly delays?: { readonly answerWorkingDays?: number; readonly firstServiceDays?: number };
}[] = parse(readFileSync(POPULATION_PARTNERS, 'utf8'), { merge: true }).partners;

export interface ToldCentre {
  readonly lives: readonly Life[];
  readonly files: readonly (readonly fhir4.FhirResource[])[];
}

/** Three years of a centre’s invented children, as the record holds them. */
export async function toldCentre(seed: number, children: number, centre: 'verdun' | 'vanier'): Promise<ToldCentre> {
  const lives = population({
    seed,
    children,
    centres: [{ id: centre, regime: centre === 'vanier' ? 'on-phipa' : 'qc-private', motherFiles: false }],
    from: '2023-01-09',
    to: '2026-01-09',
  });
  const bench = syncBench();
  for (const life of lives) for (const act of life.acts) await bench.put(eventFromAct(life, act));
  return { lives, files: [...byChild(bench.record.resources()).values()] };
}

/** What is counted of each child. */
export const factsOf = (
  files: readonly (readonly fhir4.FhirResource[])[],
  centre: 'verdun' | 'vanier',
): readonly ChildFacts[] =>
  files.flatMap(
    (file) =>
      childFacts(file, {
        centre,
        localDay: localDayIn('America/Toronto'),
        province: centre === 'vanier' ? 'ON' : 'QC',
        delaysOf: (partner) => {
          const known = PARTNERS.find(({ id }) => id === partner);
          return known && { ...known.delays, isSchool: known.kind === 'school' };
        },
      }) ?? [],
  );
