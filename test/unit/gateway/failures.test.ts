import { expect, test } from '@jest/globals';
import { FAILURES, type FailureKind, GatewayError, isTransient } from '../../../gateway/failures.ts';

test('every failure has a status that is an error, and what may be tried again is not the caller’s', () => {
  for (const { status, retry } of Object.values(FAILURES)) {
    expect(status).toBeGreaterThanOrEqual(400);
    if (retry) expect(status).toBeGreaterThanOrEqual(500);
  }
});

test.each(Object.keys(FAILURES) as FailureKind[])('%s is transient exactly when its row says so', (kind) => {
  expect(isTransient(new GatewayError(kind, 'x'))).toBe(FAILURES[kind].retry);
});

test('what is not ours is not transient', () => {
  for (const error of [new Error('x'), 'x', undefined, { kind: 'unavailable' }]) expect(isTransient(error)).toBe(false);
});

test('an error keeps its cause and its issues', () => {
  const cause = new Error('why');
  const issues = [{ severity: 'error', code: 'value', text: { fr: 'x', en: 'x' } }] as const;
  expect(new GatewayError('internal', 'x', { cause, issues })).toMatchObject({ cause, issues, name: 'GatewayError' });
  expect(new GatewayError('internal', 'x')).not.toHaveProperty('cause');
});
