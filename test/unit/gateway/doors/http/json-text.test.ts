import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonFromBytes } from '../../../../../gateway/doors/http/json-text.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';

const DEPTH_MAX = 8;

const parse = (body: string | Uint8Array): unknown =>
  jsonFromBytes(typeof body === 'string' ? Buffer.from(body) : body, DEPTH_MAX);

function refusalOf(body: string | Uint8Array): GatewayError {
  try {
    parse(body);
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error('not refused');
}

test.each(['{}', '[]', '"é"', '1.5e3', ' null\n', '{"a":[{"b":"👩‍👧"}],"c":{"b":1}}', '"\\ud83d\\ude00\\u0000"'])(
  '%s is read',
  (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  },
);

test.each([
  ['{"é":1,}', 8],
  ['{"a":1', 6],
  ["{'a':1}", 1],
  ['{"a":01}', 6],
  ['{"a":1} x', 8],
  ['{"a":\t"b\n"}', 6],
  ['// a\n{}', 0],
  ['\ufeff{}', 0],
  ['{"a":NaN}', 5],
  ['', 0],
  ['{"👩":tru}', 8],
])('%j is not JSON at byte %i', (text, at) => {
  const { kind, issues } = refusalOf(text);
  expect(kind).toBe('malformed');
  expect(issues[0]?.text.fr).toContain(`octet ${at} `);
  expect(issues[0]?.text.en).toContain(`byte ${at};`);
});

test.each([
  [[0x7b, 0x22, 0xe9, 0x22], 2],
  [[0x22, 0xc3, 0xa9, 0xc3], 3],
  [[0x22, 0xef, 0xbf, 0xbd, 0xff], 4],
  [[0x22, 0xc0, 0xaf], 1],
  [[0x22, 0xed, 0xa0, 0x80], 1],
  [[0x22, 0xf0, 0x9f, 0x91], 1],
])('%j is not UTF-8 at byte %i', (bytes, at) => {
  const { kind, issues } = refusalOf(Uint8Array.from(bytes));
  expect(kind).toBe('malformed');
  expect(issues[0]?.text.fr).toContain(`octet ${at}.`);
});

test('a replacement character that was sent is an ordinary character', () => {
  expect(parse('"a\ufffdb"')).toBe('a\ufffdb');
});

test('as deep as allowed is read, one deeper is refused where it begins', () => {
  expect(parse('['.repeat(DEPTH_MAX) + ']'.repeat(DEPTH_MAX))).toBeDefined();
  const { kind, issues } = refusalOf(`${'['.repeat(DEPTH_MAX)}{${']'.repeat(DEPTH_MAX)}`);
  expect(kind).toBe('malformed');
  expect(issues[0]?.text.en).toContain(`byte ${DEPTH_MAX}:`);
});

test('a million brackets are refused without exhausting the stack', () => {
  expect(refusalOf('['.repeat(1_000_000)).kind).toBe('malformed');
  expect(refusalOf('{"a":'.repeat(200_000)).kind).toBe('malformed');
});

test('a field given twice is refused by its path, since one of them would be lost', () => {
  const { kind, issues } = refusalOf('{"members":[{"id":"a"},{"id":"a","kinship":1,"kinship":2}]}');
  expect(kind).toBe('malformed');
  expect(issues[0]).toMatchObject({ expression: 'members[1].kinship' });
});

test('the same field in two objects is not given twice', () => {
  expect(parse('{"a":{"b":1},"b":{"b":{"b":2}}}')).toEqual({ a: { b: 1 }, b: { b: { b: 2 } } });
});

test('neither issue nor message quotes the body', () => {
  const { message, issues } = refusalOf('{"Marie Tremblay":1,"Marie Tremblay":2}');
  expect(message + JSON.stringify(issues)).not.toContain('Tremblay');
});

test('whatever JSON says, it is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'small', maxDepth: DEPTH_MAX - 1 }), (text) => {
      expect(parse(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a broken byte anywhere never gets through as something else, and never as an error of ours', () => {
  // Keys of two lengths: one broken byte cannot make them the same key, which is refused.
  const whole = Buffer.from('{"a":[1,-2.5e3,true,null,"é\\n\\u00e9"],"bb":{"c":{}}}');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const bytes = Buffer.from(whole);
      bytes[at] = byte;
      let expected: unknown;
      try {
        expected = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
      } catch {
        expect(refusalOf(bytes).kind).toBe('malformed');
        return;
      }
      expect(parse(bytes)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});
