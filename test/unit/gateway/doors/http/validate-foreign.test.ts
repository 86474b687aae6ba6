import { afterEach, expect, test } from '@jest/globals';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { validateRoute } from '../../../../../gateway/doors/http/validate-route.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

/** What neighbours send, in shapes that are theirs and words that are ours: nobody here is real. */
const THEIRS = 'https://reseau.example/fhir/StructureDefinition';
const CODES = 'https://reseau.example/codes';

const task = (more: object): object => ({
  resourceType: 'Task',
  id: 'demande-88',
  meta: { profile: [`${THEIRS}/TacheDeReference`] },
  status: 'completed',
  businessStatus: { coding: [{ system: CODES, code: '4.0', display: 'Refusée' }] },
  intent: 'order',
  code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
  focus: { reference: 'ServiceRequest/nulle-part' },
  for: { reference: 'Patient/nulle-part' },
  authoredOn: '2026-01-05T10:00:00-05:00',
  lastModified: '2026-01-09T10:00:00-05:00',
  ...more,
});

const child = (more: object): object => ({
  resourceType: 'Patient',
  extension: [
    { url: `${THEIRS}/territoire`, extension: [{ url: 'code', valueCoding: { system: CODES, code: '06-3' } }] },
    { url: `${THEIRS}/pronom`, valueCodeableConcept: { coding: [{ system: CODES, code: 'elle' }] } },
  ],
  identifier: [{ use: 'official', system: 'https://reseau.example/numero-national', value: '000 000 000' }],
  name: [{ family: 'Sansnom', given: ['Aïcha'] }],
  contact: [{ relationship: [{ text: 'mère' }], name: { text: 'Inventée' } }],
  ...more,
});

const uuid = (nth: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${nth}`;
const message = (more: object): object => ({
  resourceType: 'Bundle',
  type: 'message',
  timestamp: '2026-01-05T10:00:00Z',
  entry: [
    {
      fullUrl: uuid(1),
      resource: {
        resourceType: 'MessageHeader',
        id: '00000000-0000-4000-8000-000000000001',
        eventCoding: { system: CODES, code: 'reference' },
        source: { endpoint: 'https://reseau.example/in' },
        focus: [{ reference: uuid(2) }],
      },
    },
    { fullUrl: uuid(2), resource: { id: '00000000-0000-4000-8000-000000000002', ...child({}) } },
  ],
  ...more,
});

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function verdict(resource: object) {
  app = await anApp({ '/fhir': validateRoute({ body: jsonBody({ sizeMaxBytes: 50_000, depthMax: 32 }) }) });
  const type = 'resourceType' in resource ? String(resource.resourceType) : '';
  const answer = await app.call('POST', `/fhir/${type}/$validate`, {
    body: resource,
    headers: { 'accept-language': 'en' },
  });
  const issues: readonly fhir4.OperationOutcomeIssue[] = answer.body.issue;
  const of = (severity: string): readonly string[] =>
    issues.filter((it) => it.severity === severity).flatMap(({ expression = [] }) => expression);
  return {
    status: answer.status,
    text: answer.text,
    errors: of('error'),
    warnings: of('warning'),
    notes: of('information'),
  };
}

test('a status that contradicts the business status, and references that lead nowhere here, are not FHIR’s business', async () => {
  const { status, errors, notes } = await verdict(task({}));
  expect([status, errors]).toEqual([200, []]);
  expect(notes).toEqual(['Task.meta.profile[0]', 'Task.businessStatus.coding[0].system']);
});

test('extensions, codes and profiles of others are told as not looked at, and no value is told back', async () => {
  const { status, errors, notes, text } = await verdict(child({ meta: { profile: [`${THEIRS}/Enfant|2.1.0`] } }));
  expect([status, errors]).toEqual([200, []]);
  expect(notes).toEqual(
    expect.arrayContaining(['Patient.meta.profile[0]', 'Patient.extension[0]', 'Patient.extension[1]']),
  );
  for (const value of ['000 000 000', 'Sansnom', 'Aïcha', 'reseau.example']) expect(text).not.toContain(value);
});

test('a message is looked at entry by entry, each by its own rules', async () => {
  expect((await verdict(message({}))).errors).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['a Task modified before it was written', task({ lastModified: '2026-01-01' }), ['Task']],
  ['a Task about two things', task({ focus: [{ reference: 'ServiceRequest/1' }] }), ['Task.focus']],
  ['a Task whose owner is a medication', task({ owner: { reference: 'Medication/1' } }), ['Task.owner']],
  ['a child with a birth date of theirs', child({ birthDate: '05/01/2020' }), ['Patient.birthDate']],
  ['a child with a gender of theirs', child({ gender: 'F' }), ['Patient.gender']],
  ['a child with an element of a newer FHIR', child({ pronoun: ['elle'] }), ['Patient.pronoun']],
  [
    'a child with a modifier that has no url',
    child({ modifierExtension: [{ valueString: 'x' }] }),
    ['Patient.modifierExtension[0].url'],
  ],
  ['a message without its header', message({ entry: [{ fullUrl: uuid(2), resource: child({}) }] }), ['Bundle']],
  ['a message whose moment is a day', message({ timestamp: '2026-01-05' }), ['Bundle.timestamp']],
])('%s is refused at the element', async (_what, resource, expected) => {
  const { status, errors } = await verdict(resource);
  expect(status).toBe(200);
  expect(errors).toEqual(expect.arrayContaining([...expected]));
});

test('a message that refers to what it does not bring is told so', async () => {
  const orphan = message({});
  const said = JSON.parse(JSON.stringify(orphan).replace(`"reference":"${uuid(2)}"`, `"reference":"${uuid(9)}"`));
  const { errors, warnings } = await verdict(said);
  expect(errors).toEqual([]);
  expect(warnings).toContain('Bundle.entry[0].resource.focus[0]');
});
