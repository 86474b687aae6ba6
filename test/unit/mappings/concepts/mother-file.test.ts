import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { motherFileMapping } from '../../../../mappings/concepts/mother-file.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import { loadSchemas } from '../../../../profiles/load-schemas.ts';
import { motherFiles } from '../../../generators/mother-files.ts';
import { aMotherFile, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const check = conceptChecker({ now: () => new Date('2026-03-12T18:00:00Z') });
const patientOf = (file: Parameters<typeof aMotherFile>[0] = {}) =>
  motherFileMapping.toBundle(aMotherFile(file), CONTEXT).entry?.[0]?.resource as fhir4.Patient;

test('her file writes her own Patient and nothing of a child’s: no child, no member, no circle', () => {
  fc.assert(
    fc.property(motherFiles(), (file) => {
      const resources = resourcesOf(motherFileMapping.toBundle(file, CONTEXT));
      expect(resources.map(({ resourceType }) => resourceType)).toEqual(['Patient', 'Organization', 'Provenance']);
      expect((resources[0] as fhir4.Patient).identifier).toEqual([
        { system: IDENTIFIERS.motherFile(file.centre), value: file.id },
      ]);
    }),
  );
});

test('it points to herself in the child’s circle, and not to the child', () => {
  expect(patientOf({ children: [{ child: 'enf-1', member: 'maman' }] }).link).toEqual([
    {
      other: { type: 'RelatedPerson', identifier: { system: IDENTIFIERS.member('verdun'), value: 'enf-1:maman' } },
      type: 'seealso',
    },
  ]);
});

test('a closed file says that it is closed, and nothing of how or why', () => {
  const { active, extension } = patientOf({ closed: true });
  expect(active).toBe(false);
  expect(extension?.map(({ url }) => url)).toEqual([EXTENSIONS.revision, EXTENSIONS.ownAgreement]);
});

test('there is no field in which a reason for closing, a finding or a reminder could stand', () => {
  const { properties } = loadSchemas()['mother-file'] as { readonly properties: object };
  expect(Object.keys(properties).sort()).toEqual(
    [
      ...['id', 'version', 'centre', 'happenedAt', 'record'],
      ...['name', 'birthDate', 'languages', 'interpreterRequired', 'safeContact'],
      ...['agreement', 'expectedOn', 'children', 'closed'],
    ].sort(),
  );
});

test('a closed file that keeps the date is refused, and told to remove it', () => {
  expect(check('mother-file', aMotherFile({ closed: true, expectedOn: '2026-08' }))).toMatchObject([
    { severity: 'error', code: 'invariant', expression: 'MotherFile.expectedOn' },
  ]);
  expect(check('mother-file', aMotherFile({ closed: true }))).toEqual([]);
});

test('without her own agreement there is no file, and an agreement is not from the future', () => {
  const { agreement: _none, ...without } = aMotherFile();
  expect(check('mother-file', without)).toMatchObject([{ code: 'required', expression: 'MotherFile.agreement' }]);
  expect(check('mother-file', aMotherFile({ agreement: { at: '2026-04-01' } }))).toMatchObject([
    { expression: 'MotherFile.agreement.at' },
  ]);
});

test.each<[string, Partial<fhir4.Patient>, string]>([
  [
    'without her agreement',
    { extension: patientOf().extension?.filter(({ url }) => url !== EXTENSIONS.ownAgreement) ?? [] },
    `Patient.extension('${EXTENSIONS.ownAgreement}').extension('at')`,
  ],
  [
    'that is linked to another Patient',
    { link: [{ type: 'seealso', other: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } } }] },
    'Patient.link.other',
  ],
  ['without a name', { name: [] }, 'Patient.name'],
])('a Patient %s is no file of ours', (_what, changes, expression) => {
  expect(motherFileMapping.fromResources([{ ...patientOf(), ...changes }])).toMatchObject({
    ok: false,
    issues: [{ expression }],
  });
});
