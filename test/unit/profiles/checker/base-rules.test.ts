import { expect, test } from '@jest/globals';
import { structureDefinition } from '../../../../profiles/canonical.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';

/** What is told at error level, without dom-6 and what could not be checked. */
const errors = (resource: unknown): readonly string[] =>
  checkResource(resource)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, code, expression }) => `${rule} ${code} ${expression}`);

const patient = (more: object): object => ({ resourceType: 'Patient', id: 'a', ...more });
const request = (more: object): object => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/1' },
  ...more,
});
const LABEL = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };
const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';

test.each<[string, object]>([
  ['a partial date of birth', patient({ birthDate: '2020-05' })],
  ['a leap day', patient({ birthDate: '2024-02-29' })],
  [
    'a value replaced by an extension',
    patient({
      name: [{ given: [null, 'b'], _given: [{ extension: [{ url: 'https://x.y/z', valueString: 'a' }] }, null] }],
    }),
  ],
  ['an id beside a value', patient({ birthDate: '2020', _birthDate: { id: 'b' } })],
  ['one of the choices', patient({ deceasedDateTime: '2020-01-01T10:00:00.5Z' })],
  [
    'a code of ours and of HL7’s',
    patient({
      maritalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'M' }] },
    }),
  ],
  ['an extension where it belongs', patient({ extension: [{ url: INTERPRETER, valueBoolean: true }] })],
  [
    'a contained resource that is used',
    request({ contained: [{ resourceType: 'Patient', id: 'x' }], subject: { reference: '#x' } }),
  ],
  ['a conditional reference', request({ subject: { reference: 'Patient?identifier=https://x.y/z|1' } })],
  [
    'a narrative',
    patient({
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>é &amp; &#233; <b>x</b></p></div>',
      },
    }),
  ],
])('%s is valid', (_, resource) => {
  expect(errors(resource)).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['a number for a text', patient({ name: [{ family: 5 }] }), ['type structure Patient.name[0].family']],
  ['null', patient({ gender: null }), ['type structure Patient.gender']],
  [
    'null without its extension',
    patient({ name: [{ given: ['a', null] }] }),
    ['type structure Patient.name[0].given[1]'],
  ],
  ['an empty object', patient({ name: [{}] }), ['type structure Patient.name[0]']],
  ['an empty list', patient({ name: [{ given: [] }] }), ['type structure Patient.name[0].given']],
  ['an empty text', patient({ birthDate: '' }), ['format value Patient.birthDate']],
  ['an object for a list', patient({ name: { family: 'a' } }), ['type structure Patient.name']],
  ['a list for one value', patient({ gender: ['male'] }), ['type structure Patient.gender']],
  ['an unknown element', patient({ foo: 1 }), ['unknown-element structure Patient.foo']],
  ['a day that does not exist', patient({ birthDate: '2023-02-29' }), ['format value Patient.birthDate']],
  [
    'a time without its offset',
    patient({ deceasedDateTime: '2020-01-01T10:00:00' }),
    ['format value Patient.deceased'],
  ],
  [
    'two values of a choice',
    patient({ deceasedBoolean: true, deceasedDateTime: '2020' }),
    ['choice structure Patient.deceased'],
  ],
  ['a choice of another type', patient({ deceasedString: 'x' }), ['choice structure Patient.deceased']],
  ['a required element that is missing', request({ status: undefined }), ['min required ServiceRequest.status']],
  ['a code out of a required value set', request({ intent: 'wish' }), ['binding code-invalid ServiceRequest.intent']],
  [
    'a code that its system does not have',
    patient({ maritalStatus: { coding: [{ ...LABEL, code: 'ZZ' }] } }),
    ['code code-invalid Patient.maritalStatus.coding[0].code'],
  ],
  [
    'a label twice',
    patient({ meta: { security: [LABEL, LABEL] } }),
    ['security business-rule Patient.meta.security[1]'],
  ],
  [
    'a reference to another type',
    request({ subject: { reference: 'Organization/1' } }),
    ['reference structure ServiceRequest.subject'],
  ],
  [
    'a reference to nothing contained',
    request({ subject: { reference: '#x' } }),
    ['ref-1 invariant ServiceRequest.subject'],
  ],
  [
    'one wrong profile claimed a thousand times',
    patient({ meta: { profile: Array.from({ length: 1_000 }, () => structureDefinition('psc-referral-task')) } }),
    ['profile structure Patient.meta.profile[0]'],
  ],
  [
    'more profiles than anybody follows',
    patient({ meta: { profile: Array.from({ length: 1_000 }, (_, nth) => `https://else.example/${nth}`) } }),
    ['profile too-costly Patient.meta.profile[10]'],
  ],
  [
    'a contained resource that nothing names',
    request({ contained: [{ resourceType: 'Patient', id: 'x' }] }),
    ['dom-3 invariant ServiceRequest.contained[0]'],
  ],
  [
    'an extension where it does not belong',
    request({ extension: [{ url: INTERPRETER, valueBoolean: true }] }),
    ['extension-context structure ServiceRequest.extension[0]'],
  ],
  [
    'an extension of another type',
    patient({ extension: [{ url: INTERPRETER, valueString: 'x' }] }),
    ['choice structure Patient.extension[0].value', 'min required Patient.extension[0].value'],
  ],
  [
    'an extension without an address',
    patient({ extension: [{ url: 'x', valueString: 'x' }] }),
    ['format value Patient.extension[0].url'],
  ],
  [
    'a script in a narrative',
    patient({
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>' },
    }),
    ['txt-1 invariant Patient.text.div'],
  ],
  [
    'two elements with one id',
    patient({
      name: [
        { id: 'x', family: 'a' },
        { id: 'x', family: 'b' },
      ],
    }),
    ['id business-rule Patient.name[1].id'],
  ],
  ['an id with an underscore', patient({ id: 'a_b' }), ['format value Patient.id']],
])('%s is refused', (_, resource, wrong) => {
  expect(errors(resource)).toEqual(wrong);
});

test('a profile asked for is checked though the resource does not claim it', () => {
  const child = 'https://fhir.passerelle.example/StructureDefinition/psc-child';
  const told = checkResource({ resourceType: 'Patient' }, { profiles: [child] });
  expect(told.map(({ rule, expression }) => `${rule} ${expression}`)).toContain('min Patient.identifier');
  expect(checkResource(request({}), { profiles: [child] }).map(({ rule }) => rule)).toContain('profile');
});

test('what cannot be checked is said, not passed over', () => {
  const told = checkResource({
    resourceType: 'Patient',
    meta: { profile: ['https://x.y/StructureDefinition/z'] },
    extension: [{ url: 'https://x.y/z', valueString: 'a' }],
    maritalStatus: { coding: [{ system: 'https://x.y/codes', code: 'a' }] },
  }).filter(({ rule }) => rule === 'not-checked');
  expect(told.map(({ severity, expression }) => `${severity} ${expression}`)).toEqual([
    'information Patient.meta.profile[0]',
    'information Patient.extension[0]',
    'information Patient.maritalStatus.coding[0].system',
  ]);
});

test.each([undefined, null, 1, 'x', [], {}, { resourceType: 'Nothing' }, { resourceType: 5 }])(
  '%j is no resource, and is told so',
  (it) => {
    expect(errors(it)).toHaveLength(1);
  },
);

test('a text about a value never repeats the value', () => {
  const told = checkResource(patient({ birthDate: 'TREM19125678', gender: 'TREM19125678', TREM19125678: 'x' }));
  expect(JSON.stringify(told)).not.toContain('TREM19125678');
  expect(told.filter(({ severity }) => severity === 'error')).toHaveLength(3);
});
