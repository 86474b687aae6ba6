import { expect, test } from '@jest/globals';
import { CONTRADICTORY, PROPOSE_ANOTHER } from '../../../../mappings/concepts/answer-warnings.ts';
import type { Issue } from '../../../../mappings/domain/mapped.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { eventFromAct } from '../../../builders/told-lives.ts';

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
/** What the stories mean to be told. */
const MEANT: ReadonlySet<Issue> = new Set([PROPOSE_ANOTHER, CONTRADICTORY]);

test('each act reaches the record in its turn, without a wait or a word of warning, and what stands there is valid; again, nothing changes', async () => {
  const bench = syncBench();
  const tell = async () => {
    const ends: string[] = [];
    for (const life of LIVES)
      for (const act of life.acts) {
        const event = eventFromAct(life, act);
        const state = await bench.put(event);
        const issues = bench.outcomes.get(event.exchangeId)?.issues ?? [];
        const said = issues.filter((issue) => !MEANT.has(issue)).map(({ text }) => text.en);
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
