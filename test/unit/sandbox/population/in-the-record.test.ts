import { expect, test } from '@jest/globals';
import { v5 as uuidFrom } from 'uuid';
import { PROPOSE_ANOTHER } from '../../../../mappings/concepts/answer-warnings.ts';
import type { ConceptMapping } from '../../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import type { Act, Life } from '../../../../sandbox/population/acts.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { eventOf } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const LIVES = population({
  seed: 11,
  children: 6,
  centres: [
    { id: 'verdun', regime: 'qc-private', motherFiles: true },
    { id: 'vanier', regime: 'on-phipa', motherFiles: false },
  ],
  from: '2022-03-01',
  to: '2025-03-01',
});
const EXCHANGES = 'c8b7a0f2-51c5-5a0e-9e34-6a4f3f3d2b10';

/** As the gateway makes an event of what it is sent. */
function eventFrom(life: Life, act: Act): LaneEvent {
  if (act.act === 'put') {
    const mapping = CONCEPT_MAPPINGS[act.concept] as unknown as ConceptMapping<Parameters<typeof eventOf>[1]>;
    return { ...eventOf(mapping, { ...act.body, id: act.id }), knownAt: act.knownAt };
  }
  const about = {
    exchangeId: uuidFrom(`${act.request}|${JSON.stringify(act.body)}`, EXCHANGES),
    centre: life.centre,
    child: life.id,
    request: act.request,
    recordedAt: '2026-03-10T16:00:00.000Z',
    knownAt: act.knownAt,
  };
  if (act.act === 'answer') return { kind: 'answer', ...about, answer: act.body };
  const { recipient } = act.body;
  return { kind: 'dispatch', ...about, dispatch: act.body, ...(recipient !== undefined && { recipient }) };
}

test('each act reaches the record in its turn, without a wait or a word of warning, and what stands there is valid; again, nothing changes', async () => {
  const bench = syncBench();
  const tell = async () => {
    const ends: string[] = [];
    for (const life of LIVES)
      for (const act of life.acts) {
        const event = eventFrom(life, act);
        const state = await bench.put(event);
        const issues = bench.outcomes.get(event.exchangeId)?.issues ?? [];
        const said = issues.filter((issue) => issue !== PROPOSE_ANOTHER).map(({ text }) => text.en);
        if (state !== 'synced' || said.length > 0)
          ends.push([act.act === 'put' ? act.concept : act.act, state, ...said].join(' '));
      }
    return ends;
  };
  expect(LIVES.flatMap(({ acts }) => acts).length).toBeGreaterThan(150);
  const states = () => JSON.stringify(bench.record.resources());
  expect(await tell()).toEqual([]);
  expect(bench.record.resources().flatMap((resource) => breachesOf(resource))).toEqual([]);
  const before = states();
  expect(await tell()).toEqual([]);
  expect(states()).toBe(before);
});
