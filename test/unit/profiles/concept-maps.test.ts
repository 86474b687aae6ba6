import { describe, expect, test } from '@jest/globals';
import { effectOf } from '../../../mappings/domain/referral-effect.ts';
import { REFERRAL_STATES } from '../../../mappings/domain/referral-state.ts';
import { type Act, ANSWER_MEANINGS } from '../../../mappings/domain/referral-table.ts';
import { CODE_SYSTEMS, FOREIGN } from '../../../mappings/domain/systems.ts';
import { codeSystem } from '../../../profiles/canonical.ts';
import { CODE_SYSTEMS_OF_OURS } from '../../../profiles/code-systems.ts';
import { TOXIC_STRESSES } from '../../../profiles/codes/assessment.ts';
import { type Bilingual, NETWORK_SERVICES } from '../../../profiles/codes.ts';
import { BSER, CONCEPT_MAPS_OF_OURS, type MapEnd, type Match, TASK_STATUS } from '../../../profiles/concept-maps.ts';
import { BSER_STATUSES, GRAVITY_DOMAINS, TASK_STATUSES } from '../../../profiles/foreign-codes.ts';

const urlOf = (end: MapEnd): string => ('ours' in end ? codeSystem(end.ours) : end.url);
const matchesOf = (id: string): ReadonlyMap<string, readonly Match[]> => {
  const map = CONCEPT_MAPS_OF_OURS.find((it) => it.id === id);
  return new Map(Object.entries(map?.codes ?? {}).map(([code, found]) => [code, 'unmatched' in found ? [] : found]));
};
const targetsOf = (id: string) =>
  Object.fromEntries([...matchesOf(id)].map(([code, found]) => [code, found.map(({ to }) => to)]));

/** Every code that may stand in a system: all of ours, and of others those that were read in their source. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(CODE_SYSTEMS_OF_OURS.map(({ id, codes }) => [codeSystem(id), Object.keys(codes)])),
  [BSER]: Object.keys(BSER_STATUSES),
  [TASK_STATUS]: Object.keys(TASK_STATUSES),
  [FOREIGN.gravity]: GRAVITY_DOMAINS,
  // fhir.md §5: the codes of the Global Patient Set that were read in it.
  [FOREIGN.snomed]: [
    '710910007',
    '710915002',
    '711281004',
    '710911006',
    '713109004',
    '415271004',
    '308440001',
    '308459004',
    '183517000',
    '306174003',
    '308453003',
    '710914003',
    '225343006',
    '105526001',
    '105532006',
    '160754004',
    '422650009',
    '425022003',
    '160932005',
    '706875005',
    '161155000',
    '248290002',
    '280032002',
    '229721007',
    '73595000',
    '422693009',
  ],
};

describe.each(CONCEPT_MAPS_OF_OURS.map((map) => [map.id, map] as const))('%s', (_id, { source, target, codes }) => {
  test('says of every code of its source what it is in the target, or why it is nothing', () => {
    expect(Object.keys(codes).sort()).toEqual([...(KNOWN[urlOf(source)] ?? [])].sort());
  });

  test('names only codes that its target has', () => {
    for (const found of Object.values(codes)) {
      const targets = 'unmatched' in found ? [] : found.map(({ to }) => to);
      expect(KNOWN[urlOf(target)]).toEqual(expect.arrayContaining(targets));
      if (!('unmatched' in found)) expect(found).not.toEqual([]);
    }
  });

  test('comments on each target that says only a part', () => {
    const matches = Object.values(codes).flatMap((found) => ('unmatched' in found ? [] : found));
    for (const { as, comment } of matches) if (as === 'narrower') expect(comment).toMatchObject({ fr: /\S/, en: /\S/ });
  });
});

describe('the maps say what the mappings do', () => {
  test('what a business status does to the Task', () => {
    const enteredBy = (act: Act) => {
      const effect = effectOf(act, 'requested', { stopAsked: true });
      return effect.kind === 'moves' ? [effect.to] : [];
    };
    const entered = Object.entries(ANSWER_MEANINGS).flatMap(([act, { business }]) =>
      business === undefined ? [] : [[business, enteredBy(act as Act)] as const],
    );
    expect(targetsOf('business-status-to-task-status')).toEqual({
      ...Object.fromEntries(entered),
      'cancel-requested': [],
    });
  });

  test('the states of a Task are those of a request', () => {
    expect(Object.keys(TASK_STATUSES).sort()).toEqual([...REFERRAL_STATES].sort());
  });

  test('BSeR there and back is where it was', () => {
    const [there, back] = [targetsOf('business-status-to-bser'), targetsOf('bser-to-business-status')];
    for (const [code, targets] of Object.entries(there)) for (const to of targets) expect(back[to]).toEqual([code]);
  });

  test('BSeR says the same of a request by its business status and by the state that this enters', () => {
    const [byBusiness, byTask] = [targetsOf('business-status-to-bser'), targetsOf('task-status-to-bser')];
    for (const business of ['accepted', 'declined', 'completed', 'cancelled']) {
      const [state = ''] = targetsOf('business-status-to-task-status')[business] ?? [];
      expect(byTask[state]).toEqual(byBusiness[business]);
    }
  });

  test.each([
    ['network-service-to-snomed', NETWORK_SERVICES, CODE_SYSTEMS.networkService],
    ['toxic-stress-to-snomed', TOXIC_STRESSES, CODE_SYSTEMS.toxicStress],
  ])('%s is the table that the mapping writes from', (id, table, system) => {
    expect(targetsOf(id)).toEqual(
      Object.fromEntries(
        Object.entries<Bilingual & { readonly snomed?: string }>(table).map(([code, { snomed }]) => [
          code,
          snomed === undefined ? [] : [snomed],
        ]),
      ),
    );
    expect(urlOf(CONCEPT_MAPS_OF_OURS.find((it) => it.id === id)?.source ?? { url: '' })).toBe(system);
  });
});
