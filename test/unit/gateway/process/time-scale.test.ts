import { expect, test } from '@jest/globals';
import { readConfig } from '../../../../gateway/config.ts';
import { tellTimeScale } from '../../../../gateway/process/time-scale.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const NEEDED = { SEALING_KEYS: `k1:${KEY}` };

test('one setting shortens every delay and every age, and no limit of a machine', () => {
  const [real, scaled] = [readConfig(NEEDED), readConfig({ ...NEEDED, TIME_SCALE: '1440' })];
  expect(scaled.deliveryRetry.ageMaxMs).toBe(real.deliveryRetry.ageMaxMs / 1_440);
  expect(scaled.deliveryRetry.capMs).toBe(real.deliveryRetry.capMs / 1_440);
  expect(scaled.circuit.openMaxMs).toBe(real.circuit.openMaxMs / 1_440);
  expect(scaled.queueLimits.ageMaxMs).toBe(real.queueLimits.ageMaxMs / 1_440);
  expect(scaled.besideMaxMs).toBe(real.besideMaxMs / 1_440);
  expect(scaled.keptForSeconds).toBe(real.keptForSeconds / 1_440);
  expect(scaled.alerts.deliveryAgeMs).toBe(real.alerts.deliveryAgeMs / 1_440);
  // Nothing becomes no time at all, and nobody is asked more than once a second.
  expect([scaled.deliveryRetry.firstMs, scaled.watchEveryMs, scaled.alerts.everyMs]).toEqual([1, 1_000, 1_000]);
  expect(scaled.partnerTimeoutMs).toBe(real.partnerTimeoutMs);
  expect([scaled.lockMs, scaled.hapiTimeoutMs, scaled.drainWithinMs]).toEqual([
    real.lockMs,
    real.hapiTimeoutMs,
    real.drainWithinMs,
  ]);
});

test.each([{ HOST: '0.0.0.0' }, { REDIS_URL: 'redis://redis:6379' }, { HAPI_URL: 'https://hapi.example/fhir' }])(
  'where something is beyond this machine, as in production, it does not start: %j',
  (elsewhere) => {
    expect(readConfig({ ...NEEDED, ...elsewhere }).timeScale).toBe(1);
    expect(() => readConfig({ ...NEEDED, ...elsewhere, TIME_SCALE: '1440' })).toThrow(/TIME_SCALE is for tests/);
  },
);

test('where it is on, the log says so as an error; where it is off, nothing', () => {
  const said: unknown[] = [];
  const log = { error: (...words: unknown[]) => void said.push(words) };
  tellTimeScale(1, log as never);
  expect(said).toEqual([]);
  tellTimeScale(1_440, log as never);
  expect(JSON.stringify(said)).toMatch(/1440.*JAMAIS.*NEVER/);
});
