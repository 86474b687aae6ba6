import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../../../../gateway/lanes/content-hash.ts';

/** The same tree, every object’s members the other way round. */
const reversed = (node: unknown): unknown =>
  Array.isArray(node)
    ? node.map(reversed)
    : typeof node === 'object' && node !== null
      ? Object.fromEntries(
          Object.entries(node)
            .reverse()
            .map(([key, value]) => [key, reversed(value)]),
        )
      : node;

test('the order of members does not matter, at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'medium' }), (tree) => {
      expect(contentHash(reversed(tree))).toBe(contentHash(tree));
    }),
  );
});

test('two trees have the same hash exactly when they say the same', () => {
  const trees = fc
    .jsonValue({ depthSize: 'small', maxDepth: 2 })
    .map((tree) => JSON.parse(JSON.stringify(tree)) as unknown);
  fc.assert(
    fc.property(trees, trees, (one, other) => {
      expect(contentHash(one) === contentHash(other)).toBe(isDeepStrictEqual(one, other));
    }),
  );
  expect(contentHash(['a', 'b'])).not.toBe(contentHash(['b', 'a']));
  expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
});
