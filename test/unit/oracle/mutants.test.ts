import { describe, expect, test } from '@jest/globals';
import { codesAtHand, r4Examples } from '../../oracle/corpus.ts';
import { type Base, MUTANT_CLASSES } from '../../oracle/mutants/mutant.ts';
import { keyOf, type MutantDeps, mutantsOf, pickMutants, resourceOf } from '../../oracle/mutants/mutants-of.ts';
import { placesOf } from '../../oracle/mutants/places.ts';
import { r4Elements } from '../../oracle/mutants/r4-elements.ts';

const PROFILE = 'https://fhir.passerelle.example/StructureDefinition/planted';
const deps: MutantDeps = {
  members: r4Elements(),
  codesOf: codesAtHand(),
  slicedPaths: (profile) => new Set(profile === PROFILE ? ['Patient.identifier'] : []),
};

const CHILD: Base = {
  name: 'child',
  resource: {
    resourceType: 'Patient',
    meta: { profile: [PROFILE] },
    identifier: [{ system: 'https://elsewhere.example/ids', value: '1' }],
    name: [{ given: ['Mai', 'Lan'], period: { start: '2020' } }],
    birthDate: '2020-05-04',
    deceasedBoolean: false,
    maritalStatus: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'S', display: 'Never Married' },
      ],
    },
    managingOrganization: { reference: 'Organization/1' },
  },
};
const TRANSACTION: Base = {
  name: 'transaction',
  resource: {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:6f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11',
        resource: CHILD.resource,
        request: { method: 'POST', url: 'Patient' },
      },
    ],
  },
};

const frozen = <T>(node: T): T => {
  if (typeof node === 'object' && node !== null) for (const inner of Object.values(Object.freeze(node))) frozen(inner);
  return node;
};

describe('a mutant', () => {
  test.each([CHILD, TRANSACTION])('of a $name is another resource than its base, which stays as it was', (base) => {
    const untouched = frozen(structuredClone(base));
    const mutants = pickMutants([untouched], deps, { count: 10_000, seed: 1 });
    expect(mutants.length).toBeGreaterThan(200);
    const before = JSON.stringify(base.resource);
    expect(mutants.filter((mutant) => JSON.stringify(resourceOf(mutant)) === before)).toEqual([]);
  });

  test('has a name of its own', () => {
    const keys = mutantsOf(TRANSACTION, deps).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(MUTANT_CLASSES)('can be of the class %s', (name) => {
    const made = [CHILD, TRANSACTION].flatMap((base) => mutantsOf(base, deps));
    expect(made.filter((mutant) => mutant.class === name).length).toBeGreaterThan(0);
  });

  test.each([
    ['empty', 'Patient.identifier', 'empty list', { identifier: [] }],
    ['drop', 'Patient.name.given', 'item', { name: [{ given: ['Lan'], period: { start: '2020' } }] }],
    ['retype', 'Patient.birthDate', 'text to number', { birthDate: 7 }],
    ['format', 'Patient.birthDate', 'date: the thirtieth of February', { birthDate: '2020-02-30' }],
    ['choice', 'Patient.deceased[x]', 'and dateTime too', { deceasedDateTime: '2026-01-15T10:00:00-05:00' }],
    [
      'invariant',
      'Patient.name.period',
      'per-1 reversed',
      { name: [{ given: ['Mai', 'Lan'], period: { start: '2026-02-01', end: '2026-01-01' } }] },
    ],
    ['reference', 'Patient.managingOrganization', 'to a Patient', { managingOrganization: { reference: 'Patient/1' } }],
    ['slice', 'Patient.identifier', 'item less', { identifier: [] }],
  ])('of the class %s at %s: %s', (name, path, what, expected) => {
    const mutant = mutantsOf(CHILD, deps).find((it) => it.class === name && it.path === path && it.what === what);
    expect(mutant && { ...resourceOf(mutant) }).toMatchObject(expected);
  });
});

describe('what is picked', () => {
  const bases = [CHILD, TRANSACTION, ...r4Examples().slice(0, 12)];
  const picked = pickMutants(bases, deps, { count: 300, seed: 7 });
  const keys = picked.map(keyOf);

  test('is as many as asked for, each once', () => {
    expect(picked).toHaveLength(300);
    expect(new Set(keys).size).toBe(300);
  });

  test('is of every class alike', () => {
    const all = bases.flatMap((base) => mutantsOf(base, deps));
    for (const name of MUTANT_CLASSES) {
      const there = all.filter((mutant) => mutant.class === name).length;
      const taken = picked.filter((mutant) => mutant.class === name).length;
      // A few that can be made change nothing.
      expect([name, taken >= Math.min(12, there - 3)]).toEqual([name, true]);
    }
  });

  test('is the same for the same seed, and not for another', () => {
    expect(
      pickMutants([...bases].reverse(), deps, { count: 300, seed: 7 })
        .map(keyOf)
        .sort(),
    ).toEqual([...keys].sort());
    expect(pickMutants(bases, deps, { count: 300, seed: 8 }).map(keyOf)).not.toEqual(keys);
  });

  test('shows different things before it shows the same again', () => {
    const drops = picked.filter((mutant) => mutant.class === 'drop').map(({ path, what }) => `${path} ${what}`);
    expect(new Set(drops).size).toBe(drops.length);
  });
});

test('every element of R4’s own examples is a place that can be touched', () => {
  const leaves = (node: unknown, at: string): readonly string[] =>
    typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([name, inner]) => leaves(inner, `${at}/${name}`))
      : [at];
  for (const { name, resource } of r4Examples()) {
    const places = new Set(placesOf(resource, deps.members).map(({ pointer }) => pointer));
    const missing = leaves(resource, '').filter((at) => !places.has(at) && !/\/(resourceType|_\w+)(\/|$)/.test(at));
    expect([name, missing]).toEqual([name, []]);
  }
});
