import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sealingKeysFrom, sealWith } from '../../../../gateway/lanes/sealing.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });
const [OLD, NEW] = [key('2025'), key('2026')];
const refusal = expect.objectContaining({ name: 'GatewayError', kind: 'internal' });
const opened = (seal: ReturnType<typeof sealWith>, sealed: string): unknown => {
  try {
    return { value: seal.open(sealed) };
  } catch (error) {
    return error;
  }
};

test('what is sealed comes back as it was, and shows nothing of itself', () => {
  const seal = sealWith([OLD]);
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.string({ minLength: 12 }), (value, secret) => {
      const payload = { value, secret: `Nguyễn ${secret}` };
      const sealed = seal.seal(payload);
      expect(seal.open(sealed)).toEqual(JSON.parse(JSON.stringify(payload)));
      expect(sealed).toMatch(/^2025\.[A-Za-z0-9_-]+$/);
      expect(Buffer.from(sealed.slice(5), 'base64url').includes('Nguyễn')).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('the same value sealed twice is not the same text', () => {
  const seal = sealWith([OLD]);
  expect(seal.seal({ a: 1 })).not.toBe(seal.seal({ a: 1 }));
});

test('a change of any bit of any byte is refused', () => {
  const seal = sealWith([OLD]);
  const bytes = Buffer.from(seal.seal({ child: 'Mai' }).slice(5), 'base64url');
  for (let at = 0; at < bytes.length; at += 1)
    for (const bit of [1, 16, 128]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ bit;
      expect(opened(seal, `2025.${changed.toString('base64url')}`)).toEqual(refusal);
    }
});

test('what is cut or grown is refused', () => {
  const seal = sealWith([OLD]);
  const bytes = Buffer.from(seal.seal({ child: 'Mai' }).slice(5), 'base64url');
  for (let length = 0; length < bytes.length; length += 1)
    expect(opened(seal, `2025.${bytes.subarray(0, length).toString('base64url')}`)).toEqual(refusal);
  expect(opened(seal, `2025.${Buffer.concat([bytes, Buffer.from([0])]).toString('base64url')}`)).toEqual(refusal);
});

test('any other text either is refused, or opens to what was sealed', () => {
  const seal = sealWith([OLD]);
  const sealed = seal.seal({ child: 'Mai' });
  fc.assert(
    fc.property(
      fc.nat(sealed.length - 1),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }),
      (at, letter) => {
        const result = opened(seal, sealed.slice(0, at) + letter + sealed.slice(at + 1));
        if (!(result instanceof Error)) expect(result).toEqual({ value: { child: 'Mai' } });
      },
    ),
    { numRuns: 500 },
  );
});

test('a payload moved under the name of another key is refused, even where both hold the same key', () => {
  const seal = sealWith([OLD, { id: 'twin', key: OLD.key }]);
  expect(opened(seal, seal.seal(1).replace('2025.', 'twin.'))).toEqual(refusal);
});

test('a new key seals, and the old one still opens', () => {
  const before = sealWith([OLD]).seal('waiting since yesterday');
  const rotated = sealWith([NEW, OLD]);
  expect(rotated.open(before)).toBe('waiting since yesterday');
  expect(rotated.seal('x')).toMatch(/^2026\./);
});

test.each(['', 'no-dot', '.abc', '2024.abc'])('what names no key that we have is refused: %j', (sealed) => {
  expect(opened(sealWith([OLD]), sealed)).toEqual(refusal);
});

test('without any key nothing is sealed', () => {
  expect(() => sealWith([]).seal(1)).toThrow(refusal as never);
});

const encoded = Buffer.alloc(32, 7).toString('base64');

test('keys are read in their order, the first one first', () => {
  expect(sealingKeysFrom(`b:${encoded}, a:${encoded}`).map(({ id, key: bytes }) => [id, bytes.length])).toEqual([
    ['b', 32],
    ['a', 32],
  ]);
});

test.each([
  ['no id', `:${encoded}`],
  ['no key', 'a:'],
  ['a short key', `a:${Buffer.alloc(31).toString('base64')}`],
  ['a long key', `a:${Buffer.alloc(33).toString('base64')}`],
  ['nothing after a comma', `a:${encoded},`],
  ['an id with the dot that ends it in what is sealed', `k.1:${encoded}`],
  ['the same id twice', `a:${encoded},a:${Buffer.alloc(32, 8).toString('base64')}`],
])('%s is refused, and no key is told', (_what, text) => {
  const read = () => sealingKeysFrom(text);
  expect(read).toThrow(/written id:base64/);
  expect(read).not.toThrow(new RegExp(encoded.slice(0, 20)));
});
