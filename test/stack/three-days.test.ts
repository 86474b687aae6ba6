import { beforeAll, expect, test } from '@jest/globals';
import { type AwayTold, partnerAway, RATE_PER_MINUTE } from './partner-away.ts';

let told: AwayTold;
beforeAll(async () => {
  told = await partnerAway({ say: (line) => void process.stderr.write(`${line}\n`) });
  process.stderr.write(`${JSON.stringify({ ...told, takenMs: told.takenMs.length })}\n`);
}, 420_000);

test('three days away: nothing that was acknowledged is lost, and nothing is set aside', () => {
  expect(told.arrived).toEqual(told.acknowledged);
  for (const count of Object.values(told.acknowledged)) expect(count).toBeGreaterThan(15);
  expect(told.setAside).toBe(0);
});

test('when it is back its rate is held over every span of time: no storm', () => {
  expect(told.takenMs.length).toBeGreaterThan(5);
  const perSecond = RATE_PER_MINUTE / 60;
  // Its log says when a message was stored, not when it left: two seconds' worth may have met on the way.
  for (const spanMs of [1_000, 5_000, 10_000, 30_000])
    for (const from of told.takenMs) {
      const within = told.takenMs.filter((ms) => ms >= from && ms < from + spanMs).length;
      expect([spanMs, within <= perSecond * (spanMs / 1_000 + 2)]).toEqual([spanMs, true]);
    }
});

test('while it was away it was tried less and less: a few times an hour', () => {
  expect(told.triesWhileAway).toBeGreaterThan(5);
  expect(told.triesWhileAway).toBeLessThan(72 * 6);
});

test('one alert opened and one closed, and none about the others', () => {
  const [away, ...others] = Object.values(told.alerts);
  expect(away).toEqual(['opened', 'closed']);
  expect(others).toEqual([[], []]);
  expect([told.alertsOpen, told.alertsClosed]).toEqual([0, 1]);
});

test('the others did not notice: their median latency is at most 1.2 × what it was before, or within what nine in ten were before', () => {
  // A machine that others use moves a median by itself: by how much, the time before tells. `npm run bench -- away` has no such slack.
  expect(Math.min(...told.samples)).toBeGreaterThanOrEqual(18);
  expect(told.medianAwayMs).toBeLessThanOrEqual(Math.max(1.2 * told.medianBeforeMs, told.nineInTenBeforeMs));
});
