import { expect, test } from '@jest/globals';
import { CODE_SYSTEMS } from '../../../mappings/domain/systems.ts';
import { codeSystem } from '../../../profiles/canonical.ts';
import { CODE_SYSTEMS_OF_OURS } from '../../../profiles/code-systems.ts';

test('every CodeSystem that the mappings write is defined, and every one defined is used', () => {
  const written = Object.values(CODE_SYSTEMS).sort();
  expect(CODE_SYSTEMS_OF_OURS.map(({ id }) => codeSystem(id)).sort()).toEqual(written);
});

test('no two CodeSystems share an id, and each code has words in both languages', () => {
  const ids = CODE_SYSTEMS_OF_OURS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { codes } of CODE_SYSTEMS_OF_OURS) {
    expect(Object.keys(codes).length).toBeGreaterThan(0);
    for (const { fr, en } of Object.values(codes))
      expect([fr, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  }
});
