import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../../../../gateway/doors/http/openapi.ts';
import { ROUTES as TABLE } from '../../../../../gateway/doors/http/openapi-routes.ts';
import { CONCEPT_PLURALS } from '../../../../../profiles/concept-names.ts';
import { FORMATS } from '../../../../../profiles/formats.ts';
import { WALKS } from '../../../../stack/walks.ts';
import { WRITE_WALKS } from '../../../../stack/write-walks.ts';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters: readonly { $ref: string }[];
  readonly responses: Readonly<Record<string, object>>;
  readonly requestBody?: {
    content: Record<string, { schema: { $ref: string }; examples: Record<string, { value: unknown }> }>;
  };
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const documents = (['fr', 'en'] as const).map((language) => {
  const made = openApiDocument({ language, serverUrl: 'https://api.example' });
  return { language, document: JSON.parse(JSON.stringify(made)) as Document };
});
const document = (documents[0] as (typeof documents)[number]).document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);

const ROUTES = [
  'post /fhir',
  ...[
    'care-circles',
    'shared-assessments',
    'action-plans',
    'social-prescriptions',
    'legal-referrals',
    'service-referrals',
    'contacts',
    'appointments',
    'consents',
    'outcome-evaluations',
    'enrolments',
    'request-notes',
    'letters',
    'resources',
    'mother-files',
  ].flatMap((plural) => [`put /v1/${plural}/{id}`, `get /v1/${plural}/{id}`, `post /v1/${plural}`]),
  'get /v1/me',
  ...['care-circles', 'social-prescriptions', 'legal-referrals', 'service-referrals'].map(
    (plural) => `post /v1/${plural}/_preview`,
  ),
  'get /v1/partner-directory',
  'get /v1/resources',
  'get /v1/exchanges/{exchange}',
  'get /v1/changes',
  'get /v1/children/{id}/referrals',
  'get /v1/children/{id}/timeline',
  'get /v1/children/{id}/care-circle',
  'get /v1/children/{id}/action-plan',
  'get /v1/children/{id}/ledger',
  'get /v1/findings',
  'get /v1/loops',
  'get /v1/indicators',
  'get /v1/indicators/measures',
  'get /v1/indicators/reports',
  'get /v1/indicators/table',
  'post /v1/findings/{id}/snooze',
  'post /v1/break-glass',
  'get /v1/break-glass',
  'get /v1/break-glass/{id}',
  'post /v1/break-glass/{id}/sign-off',
  'get /v1/children/{id}/ties',
  'post /v1/ties',
  'post /v1/ties/confirm',
  'post /v1/ties/end',
  'post /v1/children/_search',
  'get /v1/register',
  'post /v1/register/_search',
  'post /v1/corrections/_search',
  'get /v1/retention',
  'post /v1/retention/destructions',
  'get /v1/incidents',
  'get /v1/incidents/{id}',
  'put /v1/incidents/{id}',
  'post /v1/existence-refusals',
  'post /v1/existence-refusals/_search',
  'post /v1/existence-refusals/{id}/revoke',
  'post /v1/register/_review',
  'post /v1/register/_page',
  'get /v1/inbound-referrals',
  'get /v1/inbound-referrals/{id}',
  'post /v1/inbound-referrals/{id}/answers',
  'get /v1/matches',
  'post /v1/matches/{id}',
  'get /v1/words',
  'post /v1/words/{words}',
  'post /v1/referrals/{id}/answers',
  'get /v1/referrals/{id}/page',
  'post /v1/referrals/{id}/dispatches',
  'put /fhir/Task',
  'get /fhir/Task',
  'get /fhir/Task/{id}',
  'put /fhir/Task/{id}',
  'get /fhir/ServiceRequest/{id}',
  'get /fhir/Patient/{id}',
  'get /fhir/DocumentReference/{id}',
  'post /fhir/$process-message',
  'post /fhir/{type}/$validate',
  'get /fhir/metadata',
  'get /fhir/{type}',
  'post /fhir/{type}/_search',
  'get /fhir/{type}/{id}',
  'get /fhir/{type}/{id}/_history',
  'get /fhir/{type}/{id}/_history/{version}',
  'get /fhir/Patient/{id}/$everything',
  'post /v1/referrals/{id}/links',
  'delete /v1/referrals/{id}/links',
  'get /centres/{id}',
  'get /p',
  'get /v1/dead-letters',
  'get /v1/dead-letters/{letter}',
  'get /v1/dead-letters/{letter}/content',
  'post /v1/dead-letters/{letter}/close',
  'post /v1/dead-letters/replays',
  'get /v1/alerts',
  'get /v1/partners',
  'post /v1/partners/{partner}/pause',
  'post /v1/partners/{partner}/resume',
  'get /livez',
  'get /readyz',
  'get /.well-known/smart-configuration',
  'get /openapi.json',
  'get /reference',
];

const refsIn = (node: unknown): string[] =>
  [...JSON.stringify(node).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');

const at = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);

test('every route is described, and no other', () => {
  expect(operations.map(({ name }) => name).sort()).toEqual([...ROUTES].sort());
});

test.each(documents)('every reference of the document in $language is to something in it', ({ document: it }) => {
  const refs = refsIn(it);
  expect(refs.length).toBeGreaterThan(300);
  expect(refs.filter((ref) => !ref.startsWith('#/components/') || at(ref) === undefined)).toEqual([]);
});

test('every component is used', () => {
  const used = new Set(refsIn(document));
  const all = Object.entries(document.components)
    .filter(([kind]) => kind !== 'securitySchemes')
    .flatMap(([kind, them]) => Object.keys(them).map((name) => `#/components/${kind}/${name}`));
  expect(all.filter((ref) => !used.has(ref))).toEqual([]);
});

test('the parameters in a path are those that it names', () => {
  const parameters = document.components.parameters as Record<string, { in: string; name: string; required?: boolean }>;
  for (const { path, operation } of operations) {
    const inPath = operation.parameters
      .map(({ $ref }) => parameters[$ref.split('/').at(-1) ?? ''])
      .filter((parameter) => parameter?.in === 'path');
    expect(inPath.map((parameter) => `{${parameter?.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every((parameter) => parameter?.required)).toBe(true);
  }
});

test('operations have names of their own', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('only what says nothing of anybody is answered without a token', () => {
  const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ path }) => path);
  expect(open.sort()).toEqual([
    '/.well-known/smart-configuration',
    '/centres/{id}',
    '/fhir/metadata',
    '/livez',
    '/openapi.json',
    '/p',
    '/readyz',
    '/reference',
  ]);
});

test('every refusal is an OperationOutcome', () => {
  const refusals = Object.entries(document.components.responses ?? {}).filter(([name]) =>
    /answer-[45]\d\d$/.test(name),
  );
  expect(refusals.length).toBeGreaterThan(8);
  for (const [, response] of refusals) expect(refsIn(response)).toEqual(['#/components/schemas/OperationOutcome']);
});

test.each(documents)(
  'every schema in $language compiles, and every example of a body holds in it',
  ({ document: it }) => {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      formats: { ...FORMATS, uuid: true },
    });
    ajv.addKeyword('discriminator');
    ajv.addKeyword('components');
    ajv.addSchema({ $id: 'https://api.example/openapi', components: it.components });
    const compiled = (name: string) => ajv.compile({ $ref: `https://api.example/openapi#/components/schemas/${name}` });
    for (const name of Object.keys(it.components.schemas ?? {})) expect(() => compiled(name)).not.toThrow();

    const bodies = Object.values(it.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
    for (const { schema, examples } of bodies) {
      const holds = compiled(schema.$ref.split('/').at(-1) ?? '');
      expect(Object.keys(examples).length).toBeGreaterThanOrEqual(2);
      for (const { value } of Object.values(examples)) {
        holds(value);
        expect(holds.errors ?? []).toEqual([]);
      }
    }
  },
);

test('the schemas of the document refuse what the checker refuses', () => {
  const ajv = new Ajv2020({ strict: false, formats: { ...FORMATS, uuid: true } });
  ajv.addSchema({ $id: 'https://api.example/openapi', components: document.components });
  const holds = ajv.compile({ $ref: 'https://api.example/openapi#/components/schemas/CareCircle' });
  const body = { centre: 'c', happenedAt: '2026', child: { id: 'e', name: { text: 'x' } } };
  expect(holds(body)).toBe(true);
  expect(holds({ ...body, members: [{ kind: 'family', name: { text: 'x' }, organization: {} }] })).toBe(false);
  expect(holds({ ...body, child: { id: 'TREM20051712', name: { text: 'x' } } })).toBe(false);
});

test('French and English differ in words only', () => {
  const shape = (it: unknown): unknown =>
    JSON.parse(JSON.stringify(it), (key, value: unknown) =>
      ['title', 'description', 'summary', 'tags'].includes(key) && typeof value !== 'object'
        ? ''
        : key === 'tags'
          ? []
          : value,
    );
  const [fr, en] = documents.map(({ document: it }) => it);
  expect(shape(fr)).toEqual(shape(en));
  expect(JSON.stringify(en)).not.toEqual(JSON.stringify(fr));
});

test('nothing of the way we write schemas is left in the document', () => {
  const text = JSON.stringify(document);
  expect(text).not.toMatch(/x-title-en|x-description-en|schema\.json|\$defs/);
});

test('codes are said with their meaning', () => {
  const { Barrier } = document.components.schemas as unknown as {
    Barrier: { properties: { kind: { description: string } } };
  };
  expect(Barrier.properties.kind.description).toContain('time : Temps');
});

test('where a concept is named in an answer, each one that can be sent or received may be', () => {
  const named = [...Object.keys(CONCEPT_PLURALS), 'inbound-referral'];
  for (const component of ['Exchange', 'Change']) {
    const schema = document.components.schemas?.[component] as { properties: { concept: { enum: readonly string[] } } };
    expect(schema.properties.concept.enum).toEqual(expect.arrayContaining(named));
  }
});

test('each GET route that needs a token is among those whose readings are walked (test/stack/walks.ts)', () => {
  const reads = TABLE.filter(({ method, needs }) => method === 'get' && needs !== undefined);
  expect(Object.keys(WALKS).sort()).toEqual(reads.map(({ operationId }) => operationId).sort());
});

test('each other route that needs a token is among those that are tried with a hidden number (test/stack/write-walks.ts)', () => {
  const writes = TABLE.filter(({ method, needs }) => method !== 'get' && needs !== undefined);
  expect(Object.keys(WRITE_WALKS).sort()).toEqual(writes.map(({ operationId }) => operationId).sort());
});
