import { expect, test } from '@jest/globals';
import { FOREIGN, IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { NAMING_SYSTEMS_OF_OTHERS, NAMING_SYSTEMS_OF_OURS, patternOf } from '../../../profiles/naming-systems.ts';

test('every identifier system that the mappings write is described, and every one described is written', () => {
  const written = Object.values(IDENTIFIERS).map((it) => (typeof it === 'string' ? it : it('{centre}')));
  expect(NAMING_SYSTEMS_OF_OURS.map(patternOf).sort()).toEqual(written.sort());
});

test('the cards that we keep are described under the systems that we write', () => {
  expect(NAMING_SYSTEMS_OF_OTHERS.map(({ preferred }) => preferred)).toEqual([FOREIGN.nam, FOREIGN.ohip]);
});

test('no two NamingSystems share an id, and each has words in both languages', () => {
  const all = [...NAMING_SYSTEMS_OF_OURS, ...NAMING_SYSTEMS_OF_OTHERS];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { description } of all)
    expect(description).toEqual({ fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
});
