import { expect, test } from '@jest/globals';
import { retryAfterMs } from '../../../../workers/connectors/retry-after.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const asked = (text?: string) => retryAfterMs(new Headers(text === undefined ? {} : { 'retry-after': text }), NOW);

test('seconds and a date are both understood', () => {
  expect([asked('120'), asked(' 0 '), asked('Tue, 10 Mar 2026 12:00:30 GMT')]).toEqual([120_000, 0, 30_000]);
});

test('a date that is over asks for nothing more', () => {
  expect(asked('Tue, 10 Mar 2026 11:00:00 GMT')).toBe(0);
});

test.each([undefined, '', 'soon', '-5', '1.5', '99999999999', '2026-03-10', 'Someday, never'])(
  'what cannot be read asks for nothing: %s',
  (text) => {
    expect(asked(text)).toBeUndefined();
  },
);
