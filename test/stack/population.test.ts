import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Act } from '../../sandbox/population/acts.ts';
import { playPopulation } from '../../sandbox/population/play-population.ts';
import { population } from '../../sandbox/population/population.ts';
import { POPULATION_PARTNERS } from '../../sandbox/population/seed-sandbox.ts';
import { type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Two short stories that are over, so that every day of them is past wherever this runs. */
const LIVES = population({
  seed: 10,
  children: 2,
  centres: [{ id: 'hochelaga', regime: 'qc-private', motherFiles: false }],
  from: '2022-09-01',
  to: '2024-02-01',
});

let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({}, { morePartnersPath: POPULATION_PARTNERS });
});
afterAll(() => sandbox?.stop());

const tell = () =>
  playPopulation({
    gatewayUrl: sandbox.gatewayUrl,
    token: sandbox.pastToken,
    partnerToken: sandbox.partnerToken,
    lives: LIVES,
    atOnce: 2,
    tell: () => undefined,
    signal: AbortSignal.timeout(100_000),
  });

interface Moment {
  readonly at: string;
  readonly knownAt: string;
}
const inMs = ({ at, knownAt }: Moment): string => `${Date.parse(at)} ${Date.parse(knownAt)}`;
const timeline = async (child: string): Promise<readonly Moment[]> =>
  (await sandbox.call('GET', `/v1/children/${child}/timeline?limit=1000`)).body.entries;
const loops = async (child: string) => (await sandbox.call('GET', `/v1/children/${child}/referrals`)).body;
const requestsOf = (acts: readonly Act[]): readonly string[] => [
  ...new Set(acts.flatMap((act) => (act.act === 'put' && 'recipient' in act.body ? act.id : []))),
];

test('what was told is in the record, each act when it happened and since when it was known; told again, it changes nothing', async () => {
  const of = LIVES.reduce((sum, { acts }) => sum + acts.length, 0);
  expect(await tell()).toEqual({ acts: of, untold: [] });

  const read = async () =>
    Promise.all(LIVES.map(async ({ id }) => ({ course: await timeline(id), loops: await loops(id) })));
  const before = await read();
  LIVES.forEach(({ acts }, nth) => {
    const course = before[nth]?.course ?? [];
    const asTold = acts.map(({ body, knownAt }) => inMs({ at: body.happenedAt, knownAt }));
    expect(course.map(inMs).toSorted()).toEqual(asTold.toSorted());
    const listed = before[nth]?.loops.referrals.map(({ id }: { id: string }) => id);
    expect(listed.toSorted()).toEqual(requestsOf(acts).toSorted());
  });

  expect(await tell()).toEqual({ acts: of, untold: [] });
  expect(await read()).toEqual(before);
});
