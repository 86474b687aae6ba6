import { expect, test } from '@jest/globals';
import type { Request } from 'express';
import { idempotencyKeyOf, ifMatchOf, waitMsOf } from '../../../../../gateway/doors/http/request-headers.ts';

const asking = (headers: Readonly<Record<string, string>>): Request =>
  ({ get: (name: string) => headers[name] }) as unknown as Request;
const malformed = (header: string) =>
  expect.objectContaining({
    kind: 'malformed',
    issues: [expect.objectContaining({ expression: `http.${header}` })],
  }) as never;

test.each([
  [undefined, 5_000],
  ['', 5_000],
  ['wait=0', 0],
  ['wait=10', 10_000],
  ['wait="10"', 10_000],
  ['wait = 10', 10_000],
  ['WAIT=2', 2_000],
  ['wait=9999', 30_000],
  ['wait=999999999999', 30_000],
  ['wait=-1', 5_000],
  ['wait=soon', 5_000],
  ['respond-async', 0],
  ['return=minimal, respond-async', 0],
  ['respond-async, wait=3', 3_000],
  ['return=representation; wait=4', 4_000],
  ['await=4', 5_000],
  ['respond-asynchronously', 5_000],
])('Prefer: %s waits %d ms', (prefer, ms) => {
  expect(waitMsOf(asking(prefer === undefined ? {} : { prefer }))).toBe(ms);
});

test.each([
  [undefined, undefined],
  ['W/"3"', 3],
  ['"12"', 12],
  [' W/"3" ', 3],
])('If-Match: %s revises version %s', (header, version) => {
  expect(ifMatchOf(asking(header === undefined ? {} : { 'if-match': header }))).toBe(version);
});

test.each(['', '3', '*', 'W/3', '"a"', '"-1"', '"1", "2"', '"12345678901"'])('If-Match: %j is malformed', (header) => {
  expect(() => ifMatchOf(asking({ 'if-match': header }))).toThrow(malformed('If-Match'));
});

test.each([undefined, '5f0c', 'a'.repeat(255), '!~'])('Idempotency-Key: %s is taken as it is', (header) => {
  expect(idempotencyKeyOf(asking(header === undefined ? {} : { 'idempotency-key': header }))).toBe(header);
});

test.each(['', 'a'.repeat(256), 'deux mots', 'clé', 'a\u0000'])('Idempotency-Key: %j is malformed', (header) => {
  expect(() => idempotencyKeyOf(asking({ 'idempotency-key': header }))).toThrow(malformed('Idempotency-Key'));
});
