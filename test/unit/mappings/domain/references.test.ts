import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identifiersOf, pointed, referencesIn, referenceTo, tokenOf } from '../../../../mappings/domain/references.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';

test('a health card, a foreign number and an empty value are no match key', () => {
  const child = aPatient({
    identifier: [
      ...(aPatient().identifier ?? []),
      { system: 'urn:theirs', value: '1' },
      { system: IDENTIFIERS.child('verdun'), value: '' },
      { system: IDENTIFIERS.child('vanier') },
      { value: 'enf-2' },
    ],
  });
  expect(identifiersOf(child).map(tokenOf)).toEqual([`Patient ${IDENTIFIERS.child('verdun')}|enf-1`]);
});

test('a resource with one identifier, or with none, is asked the same way', () => {
  const bundle: fhir4.Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: IDENTIFIERS.message, value: 'm' },
  };
  expect(identifiersOf(bundle)).toEqual([{ type: 'Bundle', system: IDENTIFIERS.message, value: 'm' }]);
  expect(identifiersOf({ resourceType: 'OperationOutcome', issue: [] })).toEqual([]);
});

test('every reference that names its target is found, wherever it stands, and no other', () => {
  const found = referencesIn([
    aTask(),
    aServiceRequest(),
    { subject: { reference: 'Patient/9' } },
    { who: { type: 'Patient', identifier: { system: 'x', value: '' } } },
  ]);
  expect(found.map(({ target }) => tokenOf(target)).sort()).toEqual(
    [
      `Organization ${IDENTIFIERS.centre}|verdun`,
      `Organization ${IDENTIFIERS.partner}|clsc-verdun`,
      `Organization ${IDENTIFIERS.partner}|clsc-verdun`,
      `Patient ${IDENTIFIERS.child('verdun')}|enf-1`,
      `Patient ${IDENTIFIERS.child('verdun')}|enf-1`,
      `RelatedPerson ${IDENTIFIERS.member('verdun')}|enf-1:maman`,
      `ServiceRequest ${IDENTIFIERS.request('verdun')}|ref-1`,
    ].sort(),
  );
});

test('pointing changes references only, and only those whose place is known', () => {
  const request = aServiceRequest();
  const known = pointed(request, ({ type }) => (type === 'Patient' ? 'Patient/77' : undefined));
  expect(known.subject.reference).toBe('Patient/77');
  expect({ ...known, subject: request.subject }).toEqual(request);
  expect(request.subject.reference).toBe('Patient/child-1');
});

test('pointing nowhere gives back any tree as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (tree) => {
      expect(pointed(tree, () => undefined)).toEqual(tree);
    }),
  );
});

test('a reference to a resource has its identifier beside it, if it has one of ours', () => {
  expect(referenceTo(aTask(), 'Task/1')).toEqual({
    reference: 'Task/1',
    type: 'Task',
    identifier: aTask().identifier?.[0],
  });
  expect(referenceTo({ resourceType: 'Basic', code: {} }, 'Basic/1')).toEqual({ reference: 'Basic/1', type: 'Basic' });
});
