import { expect, test } from '@jest/globals';
import { valueSetExpander } from '../../../../profiles/build/checker/value-set-expansion.ts';

const ANIMALS = 'https://x.y/CodeSystem/animals';
const SNOMED = 'http://snomed.info/sct';

const animals: fhir4.CodeSystem = {
  resourceType: 'CodeSystem',
  status: 'active',
  content: 'complete',
  url: ANIMALS,
  concept: [
    { code: 'bird', concept: [{ code: 'owl', concept: [{ code: 'barn-owl' }] }] },
    { code: 'bat', property: [{ code: 'subsumedBy', valueCode: 'mammal' }] },
    { code: 'mammal' },
  ],
};

type Compose = fhir4.ValueSetCompose;

/** What a value set of this composition allows, as `code`, or `+system` for one that is not held. */
function expanded(compose: Compose, others: Readonly<Record<string, Compose>> = {}): readonly string[] {
  const valueSet = (url: string, it: Compose): [string, fhir4.ValueSet] => [
    url,
    { resourceType: 'ValueSet', status: 'active', url, compose: it },
  ];
  const expand = valueSetExpander({
    structures: new Map(),
    own: new Set(),
    codeSystems: new Map([[ANIMALS, animals]]),
    valueSets: new Map([valueSet('it', compose), ...Object.entries(others).map(([url, it]) => valueSet(url, it))]),
  });
  const { codes, open } = expand('it|1.0') ?? { codes: new Map(), open: new Set() };
  return [...[...codes.values()].flatMap((it) => [...it]), ...[...open].map((it) => `+${it}`)];
}

test.each<[string, Compose, readonly string[]]>([
  ['a whole system', { include: [{ system: ANIMALS }] }, ['bird', 'owl', 'barn-owl', 'bat', 'mammal']],
  ['some of its codes', { include: [{ system: ANIMALS, concept: [{ code: 'owl' }] }] }, ['owl']],
  [
    'what is a bird',
    { include: [{ system: ANIMALS, filter: [{ property: 'concept', op: 'is-a', value: 'bird' }] }] },
    ['bird', 'owl', 'barn-owl'],
  ],
  [
    'what is below it',
    { include: [{ system: ANIMALS, filter: [{ property: 'concept', op: 'descendent-of', value: 'bird' }] }] },
    ['owl', 'barn-owl'],
  ],
  [
    'what its properties say is above',
    { include: [{ system: ANIMALS, filter: [{ property: 'concept', op: 'is-a', value: 'mammal' }] }] },
    ['bat', 'mammal'],
  ],
  [
    'what is not a bird',
    { include: [{ system: ANIMALS, filter: [{ property: 'concept', op: 'is-not-a', value: 'bird' }] }] },
    ['bat', 'mammal'],
  ],
  [
    'all but some',
    { include: [{ system: ANIMALS }], exclude: [{ system: ANIMALS, concept: [{ code: 'bat' }] }] },
    ['bird', 'owl', 'barn-owl', 'mammal'],
  ],
  ['a system that we do not hold', { include: [{ system: SNOMED }] }, [`+${SNOMED}`]],
  ['codes of one that we do not hold', { include: [{ system: SNOMED, concept: [{ code: '1' }] }] }, ['1']],
])('expands %s', (_, compose, wanted) => {
  expect(expanded(compose)).toEqual(wanted);
});

test('value sets named together are what they have in common, and each include adds', () => {
  const others = {
    birds: { include: [{ system: ANIMALS, concept: [{ code: 'owl' }, { code: 'bird' }] }] },
    night: { include: [{ system: ANIMALS, concept: [{ code: 'owl' }, { code: 'bat' }] }] },
  };
  expect(expanded({ include: [{ valueSet: ['birds', 'night'] }] }, others)).toEqual(['owl']);
  expect(expanded({ include: [{ valueSet: ['birds'] }, { valueSet: ['night'] }] }, others)).toEqual([
    'owl',
    'bird',
    'bat',
  ]);
});

test('a filter that nobody here understands stops the build', () => {
  const filter = [{ property: 'concept', op: 'generalizes' as const, value: 'owl' }];
  expect(() => expanded({ include: [{ system: ANIMALS, filter }] })).toThrow('generalizes');
});
