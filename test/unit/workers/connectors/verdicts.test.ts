import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FAILURES } from '../../../../gateway/failures.ts';
import { acknowledgementOf } from '../../../../mappings/dialects/hl7v2/acknowledgement-heard.ts';
import {
  answered,
  errorCodesIn,
  failureOfAcknowledgement,
  failureOfStatus,
  reachedNobody,
  unanswered,
} from '../../../../workers/connectors/verdicts.ts';
import { anAck } from '../../../builders/an-mllp-peer.ts';

const STATUSES = Array.from({ length: 500 }, (_, nth) => 100 + nth);
const PASSES = [408, 425, 429, 500, 502, 503, 504];
/** R4 issue-type, whole. */
const TRANSIENT = ['transient', 'lock-error', 'no-store', 'exception', 'timeout', 'incomplete', 'throttled'];
const FINAL = [
  ...['invalid', 'structure', 'required', 'value', 'invariant', 'security', 'login', 'unknown', 'expired', 'forbidden'],
  ...['suppressed', 'processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found', 'deleted', 'too-long'],
  ...['code-invalid', 'extension', 'too-costly', 'business-rule', 'conflict', 'informational'],
];

test('of all HTTP statuses, 2xx is taken, seven may be otherwise later, and every other is for a person', () => {
  for (const status of STATUSES) {
    const expected =
      status >= 200 && status < 300 ? undefined : PASSES.includes(status) ? 'unavailable' : 'partnerRefused';
    expect([status, failureOfStatus(status)]).toEqual([status, expected]);
  }
});

test.each(TRANSIENT)('an outcome whose every error is %s passes by itself, whatever its status', (code) => {
  for (const status of STATUSES) expect(failureOfStatus(status, [code])).toBe('unavailable');
});

test.each(FINAL)('an outcome that says %s is no receipt, and makes nothing pass that its status does not', (code) => {
  for (const status of STATUSES) {
    const withoutIt = failureOfStatus(status);
    expect(failureOfStatus(status, [code])).toBe(withoutIt ?? 'partnerRefused');
    expect(failureOfStatus(status, ['timeout', code])).toBe(withoutIt ?? 'partnerRefused');
  }
});

test('codes are those of the errors of an OperationOutcome, of nothing else, whatever its shape', () => {
  const issue = [
    { severity: 'warning', code: 'timeout' },
    { severity: 'error', code: 'lock-error' },
    { severity: 'fatal', code: 'exception' },
  ];
  expect(errorCodesIn({ resourceType: 'OperationOutcome', issue })).toEqual(['lock-error', 'exception']);
  fc.assert(fc.property(fc.anything(), (body) => expect(errorCodesIn(body)).toEqual([])));
  fc.assert(
    fc.property(fc.anything(), (it) => Array.isArray(errorCodesIn({ resourceType: 'OperationOutcome', issue: it }))),
  );
});

test.each([
  ['AA', '', undefined],
  ['CA', '', undefined],
  ['AE', '', 'unavailable'],
  ['CE', '', 'unavailable'],
  ['AR', '', 'partnerRefused'],
  ['CR', '', 'partnerRefused'],
  ['AR', '206', 'unavailable'],
  ['CR', '207', 'unavailable'],
  ['AR', '101', 'partnerRefused'],
] as const)('HL7 v2 %s with condition «%s» is %s', (code, condition, kind) => {
  const heard = acknowledgementOf(anAck(code, 'M-1', undefined, condition === '' ? [] : [`ERR||PID^1|${condition}|E`]));
  if (!heard.ok) throw new Error('not read');
  expect(failureOfAcknowledgement(heard.value.verdict)).toBe(kind);
});

test.each([
  ['ECONNREFUSED', true],
  ['ENOTFOUND', true],
  ['EAI_AGAIN', true],
  ['EHOSTUNREACH', true],
  ['ENETUNREACH', true],
  ['UND_ERR_CONNECT_TIMEOUT', true],
  ['ECONNRESET', false],
  ['EPIPE', false],
  ['ETIMEDOUT', false],
  ['UND_ERR_SOCKET', false],
  ['UND_ERR_HEADERS_TIMEOUT', false],
  ['ABORT_ERR', false],
] as const)('after %s, that nobody was reached is %s; it is tried again either way', (code, nobody) => {
  const below = Object.assign(new Error('x'), { code });
  for (const cause of [
    below,
    new TypeError('fetch failed', { cause: below }),
    new TypeError('fetch failed', { cause: new AggregateError([below, below]) }),
  ]) {
    const failure = unanswered('clsc-verdun', cause);
    expect([reachedNobody(cause), failure.arrived, failure.kind]).toEqual([
      nobody,
      nobody ? 'no' : undefined,
      'unavailable',
    ]);
  }
});

test('one of several addresses that may have been reached is in doubt', () => {
  const [refused, reset] = ['ECONNREFUSED', 'ECONNRESET'].map((code) => Object.assign(new Error('x'), { code }));
  expect(reachedNobody(new AggregateError([refused, reset]))).toBe(false);
});

test.each(PASSES)('%s is in doubt unless it says that nothing was taken', (status) => {
  const failure = answered('clsc-verdun', { status, headers: new Headers({ 'retry-after': '7' }) });
  expect(failure).toMatchObject({ kind: 'unavailable', retryAfterMs: 7_000 });
  expect(failure?.arrived).toBe([425, 429, 503].includes(status) ? 'no' : undefined);
});

test('both ways that a channel fails have a row in the one table of failures, which says whether it is tried again', () => {
  expect([FAILURES.unavailable.retry, FAILURES.partnerRefused.retry, FAILURES.inDoubt.retry]).toEqual([
    true,
    false,
    false,
  ]);
});
