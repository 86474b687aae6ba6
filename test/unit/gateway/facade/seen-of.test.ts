import { expect, test } from '@jest/globals';
import { seenOf } from '../../../../gateway/facade/seen-of.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aPatient } from '../../../builders/a-patient.ts';

const traceOf = (id: string, ...references: readonly string[]): fhir4.Provenance => ({
  resourceType: 'Provenance',
  id,
  target: references.map((reference) => ({ reference })),
  recorded: '2026-03-01T10:00:00Z',
  agent: [{ who: { display: 'verdun' } }],
});
const theirs = aPatient({ id: 'autre', identifier: [{ system: IDENTIFIERS.child('vanier'), value: 'enf-9' }] });

test('of what a search brings along, only what is the centre’s is seen, and a trace beside what it tells of, on that page or one before', () => {
  const all: readonly fhir4.FhirResource[] = [
    traceOf('of-own', 'Patient/child-1'),
    traceOf('of-theirs', 'Patient/autre'),
    traceOf('of-before', 'Task/7'),
    aPatient({ id: 'child-1' }),
    theirs,
  ];
  const seen = (known?: ReadonlySet<string>) =>
    seenOf(
      all.map((resource) => ({ resource })),
      'verdun',
      known,
    ).map(({ resource: { id } }) => id);
  expect(seen()).toEqual(['of-own', 'child-1']);
  expect(seen(new Set(['Task/7']))).toEqual(['of-own', 'of-before', 'child-1']);
});
