import { expect, test } from '@jest/globals';
import { checkResource } from '../../../../profiles/check-resource.ts';

const broken = (resource: unknown): readonly string[] =>
  checkResource(resource)
    .filter(({ code, severity }) => code === 'invariant' && severity === 'error')
    .map(({ rule, expression }) => `${rule} ${expression}`);

const patient = (more: object): object => ({ resourceType: 'Patient', ...more });
const observation = (more: object): object => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: 'a' }] },
  ...more,
});
const period = (start: string, end: string): object => patient({ address: [{ period: { start, end } }] });
const bundle = (type: string, ...entry: readonly object[]): object => ({ resourceType: 'Bundle', type, entry });

// As HL7’s validator judges: what both say is compared, in UTC; equal so far but not said as precisely is not in order.
test.each([
  ['2020', '2020'],
  ['2020-05', '2020-06-01'],
  ['2020-06-01', '2020-07'],
  ['2021-05-01', '2021-05-02T01:00:00Z'],
  ['2021-05-01T10:00:00Z', '2021-05-01T06:00:00-04:00'],
  ['2021-05-01T10:00:00Z', '2021-05-01T10:00:00.5Z'],
])('a period may go from %s to %s', (start, end) => {
  expect(broken(period(start, end))).toEqual([]);
});

test.each([
  ['2021', '2020'],
  ['2020-05-05', '2020-05'],
  ['2021', '2021-05'],
  ['2021-05-01', '2021-05-01T10:00:00Z'],
  ['2021-05-02', '2021-05-01T23:00:00-05:00'],
  ['2021-05-01T22:00:00-05:00', '2021-05-02T01:00:00Z'],
])('a period may not go from %s to %s', (start, end) => {
  expect(broken(period(start, end))).toEqual(['per-1 Patient.address[0].period']);
});

test.each<[string, object, readonly string[]]>([
  ['pat-1', patient({ contact: [{ relationship: [{ text: 'a' }] }] }), ['pat-1 Patient.contact[0]']],
  ['obs-6', observation({ valueString: 'a', dataAbsentReason: { text: 'b' } }), ['obs-6 Observation']],
  [
    'obs-7',
    observation({ valueString: 'a', component: [{ code: { coding: [{ system: 'http://loinc.org', code: 'a' }] } }] }),
    ['obs-7 Observation'],
  ],
  ['obs-3', observation({ referenceRange: [{ appliesTo: [{ text: 'a' }] }] }), ['obs-3 Observation.referenceRange[0]']],
  ['rng-2', observation({ valueRange: { low: { value: 2 }, high: { value: 1 } } }), ['rng-2 Observation.value']],
  ['rat-1', observation({ valueRatio: { numerator: { value: 2 } } }), ['rat-1 Observation.value']],
  ['qty-3', observation({ valueQuantity: { value: 2, code: 'g' } }), ['qty-3 Observation.value']],
  ['cpt-2', patient({ telecom: [{ value: '1' }] }), ['cpt-2 Patient.telecom[0]']],
  ['att-1', patient({ photo: [{ data: 'aaaa' }] }), ['att-1 Patient.photo[0]']],
  ['ext-1', patient({ extension: [{ url: 'https://x.y/z' }] }), ['ext-1 Patient.extension[0]']],
  ['bdl-3', bundle('transaction', { resource: patient({}) }), ['bdl-3 Bundle']],
  ['bdl-1', { ...bundle('collection'), entry: undefined, total: 1 }, ['bdl-1 Bundle']],
  [
    'bdl-7',
    bundle(
      'batch',
      ...['a', 'a'].map((it) => ({
        fullUrl: `urn:uuid:${it.repeat(8)}-1111-4111-8111-111111111111`,
        request: { method: 'DELETE', url: 'Patient/1' },
      })),
    ),
    ['bdl-7 Bundle'],
  ],
  [
    'bdl-12',
    bundle('message', { fullUrl: 'https://x.y/Patient/a', resource: patient({ id: 'a' }) }),
    ['bdl-12 Bundle'],
  ],
  ['org-1', { resourceType: 'Organization', active: true }, ['org-1 Organization']],
  [
    'org-3',
    { resourceType: 'Organization', name: 'a', telecom: [{ system: 'phone', use: 'home' }] },
    ['org-3 Organization.telecom[0]'],
  ],
  [
    'cpl-3',
    {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      subject: { display: 'a' },
      activity: [{ reference: { display: 'a' }, detail: { status: 'completed' } }],
    },
    ['cpl-3 CarePlan.activity[0]'],
  ],
  [
    'app-3',
    { resourceType: 'Appointment', status: 'booked', participant: [{ status: 'accepted', actor: { display: 'a' } }] },
    ['app-3 Appointment'],
  ],
  [
    'app-4',
    {
      resourceType: 'Appointment',
      status: 'proposed',
      cancelationReason: { text: 'a' },
      participant: [{ status: 'accepted', actor: { display: 'a' } }],
    },
    ['app-4 Appointment'],
  ],
  [
    'que-2',
    {
      resourceType: 'Questionnaire',
      status: 'draft',
      item: [{ linkId: 'a', type: 'group', item: [{ linkId: 'a', type: 'string' }] }],
    },
    ['que-2 Questionnaire'],
  ],
])('%s is told where it is broken', (_, resource, wrong) => {
  expect(broken(resource)).toEqual(wrong);
});

test('an invariant is not asked of what has not the shape of its type', () => {
  const told = checkResource(observation({ valueRange: { low: 'x', high: { value: 1 } } }));
  expect(told.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['type']);
});
