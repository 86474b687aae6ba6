import { afterEach, describe, expect, test } from '@jest/globals';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { VALIDATE_EXAMPLES } from '../../../../../gateway/doors/http/validate-examples.ts';
import { validateRoute } from '../../../../../gateway/doors/http/validate-route.ts';
import { structureDefinition } from '../../../../../profiles/canonical.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

const PROFILE = structureDefinition('psc-child');
const CHILD = VALIDATE_EXAMPLES.resource;
const NAMED: fhir4.Patient = { resourceType: 'Patient', name: [{ text: 'Minh An' }] };
const ENGLISH = { 'accept-language': 'en' };

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function validate(
  body: unknown,
  { path = '/fhir/Patient/$validate', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
) {
  await app?.stop();
  app = await anApp({ '/fhir': validateRoute({ body: jsonBody({ sizeMaxBytes: 20_000, depthMax: 32 }) }) });
  const answer = await app.call('POST', path, { body, headers });
  const issues: readonly fhir4.OperationOutcomeIssue[] = answer.body?.issue ?? [];
  const errors = issues.filter(({ severity }) => severity === 'error');
  return {
    ...answer,
    issues,
    errors: errors.map(({ code, expression = [] }) => `${code} ${expression.join()}`),
    said: issues.map(({ details }) => details?.text ?? '').join('\n'),
  };
}

const parameters = (...parameter: readonly fhir4.ParametersParameter[]): fhir4.Parameters => ({
  resourceType: 'Parameters',
  parameter: [...parameter],
});

describe('a resource that is valid', () => {
  test('is said to be so in words, with what it was held to, in the language asked for', async () => {
    const french = await validate(CHILD);
    expect([french.status, french.headers.get('content-type'), french.body.resourceType]).toEqual([
      200,
      'application/fhir+json; charset=utf-8',
      'OperationOutcome',
    ]);
    expect(french.issues[0]).toMatchObject({ severity: 'information', code: 'informational' });
    expect(french.said).toMatch(/^Aucune erreur, selon FHIR R4 et psc-child\./);
    expect(french.headers.get('content-language')).toBe('fr');
    expect((await validate(CHILD, { headers: ENGLISH })).said).toMatch(/^No error, by FHIR R4 and psc-child\./);
  });

  test('by R4 alone is said to be held to nothing else', async () => {
    const { said } = await validate(NAMED, { headers: ENGLISH });
    expect(said).toMatch(/^No error, by FHIR R4 alone: the resource claims no profile that we hold/);
  });

  test('is not said to be valid by silence: what was not checked is named', async () => {
    const theirs = 'https://elsewhere.example/StructureDefinition/their-child';
    const { issues, errors, said } = await validate(
      { ...NAMED, meta: { profile: [theirs] }, extension: [{ url: `${theirs}-note`, valueString: 'x' }] },
      { headers: ENGLISH },
    );
    expect(errors).toEqual([]);
    expect(said).toMatch(/say what else was not checked/);
    const notes = issues.slice(1).filter(({ severity }) => severity === 'information');
    expect(notes.map(({ expression }) => expression)).toEqual([['Patient.meta.profile[0]'], ['Patient.extension[0]']]);
    expect(said).not.toContain('elsewhere.example');
  });
});

test('what is noted of several elements is said once, with every place; each error is said by itself', async () => {
  const coding = [1, 2, 3].map((nth) => ({ system: `https://elsewhere.example/codes-${nth}`, code: 'x' }));
  const { issues } = await validate(
    { ...NAMED, maritalStatus: { coding }, photo: [{ data: '!' }, { data: '?' }] },
    { headers: ENGLISH },
  );
  const about = (part: string) => issues.filter(({ expression = [] }) => expression.some((it) => it.includes(part)));
  expect(about('maritalStatus')).toEqual([
    {
      severity: 'information',
      code: 'not-supported',
      expression: [0, 1, 2].map((nth) => `Patient.maritalStatus.coding[${nth}].system`),
      details: { text: 'a code system that we do not hold: the code is not checked.' },
    },
  ]);
  const wrong = about('photo').filter(({ severity }) => severity === 'error');
  expect(wrong.map(({ expression }) => expression)).toEqual([['Patient.photo[0].data'], ['Patient.photo[1].data']]);
});

describe('a resource that is not', () => {
  test('is answered 200 with each wrong element, gravest first, and no word that it is valid', async () => {
    const { status, errors, issues, said } = await validate({
      ...CHILD,
      name: [],
      gender: 'fille',
      birthDate: '2020-02-30',
    });
    expect(status).toBe(200);
    expect(errors.map((it) => it.split(' ')[1]).sort()).toEqual([
      'Patient.birthDate',
      'Patient.gender',
      'Patient.name',
    ]);
    expect(issues[0]?.severity).toBe('error');
    expect(said).not.toMatch(/Aucune erreur/);
  });

  test('is never quoted', async () => {
    const { text } = await validate({
      ...CHILD,
      gender: 'PSEUDO-VALEUR',
      birthDate: 'PSEUDO-DATE',
      remarque: 'PSEUDO-NOTE',
    });
    expect(text).not.toContain('PSEUDO');
  });

  test('is the one that the checker finds so, by the profile that it claims', async () => {
    const { identifier: _none, ...without } = CHILD;
    const found = checkResource(without).filter(({ severity }) => severity === 'error');
    expect(found.length).toBeGreaterThan(0);
    expect((await validate(without)).errors).toHaveLength(found.length);
  });
});

describe('a profile', () => {
  test('can be asked for in the address, or in Parameters, with its version or without', async () => {
    const wanting = ['required Patient.identifier'];
    const bare = await validate(NAMED);
    expect(bare.errors).toEqual([]);
    const asked = `/fhir/Patient/$validate?profile=${encodeURIComponent(PROFILE)}`;
    expect((await validate(NAMED, { path: asked })).errors).toEqual(expect.arrayContaining(wanting));
    expect((await validate(NAMED, { path: `${asked}%7C0.1.0` })).errors).toEqual(expect.arrayContaining(wanting));
    const inside = parameters({ name: 'resource', resource: NAMED }, { name: 'profile', valueUri: PROFILE });
    expect((await validate(inside)).errors).toEqual(expect.arrayContaining(wanting));
    expect((await validate(VALIDATE_EXAMPLES.parameters)).errors).toEqual(expect.arrayContaining(wanting));
  });

  test('that we do not hold is not passed over: nothing was checked by it', async () => {
    const { status, errors } = await validate(NAMED, {
      path: '/fhir/Patient/$validate?profile=https://elsewhere.example/p',
    });
    expect([status, errors]).toEqual([422, ['not-found http.profile']]);
  });

  test.each(['', 'deux%20mots', 'x'.repeat(501), Array(11).fill('profile=a').join('&')])(
    'that is none (%#) is refused',
    async (value) => {
      const { status, errors } = await validate(NAMED, { path: `/fhir/Patient/$validate?profile=${value}` });
      expect([status, errors[0]?.split(' ')[1]]).toEqual([422, 'http.profile']);
    },
  );
});

describe('a mode', () => {
  test.each(['create', 'update'])('%s is taken, in the address and in Parameters', async (mode) => {
    expect((await validate(NAMED, { path: `/fhir/Patient/$validate?mode=${mode}` })).status).toBe(200);
    const inside = parameters({ name: 'mode', valueCode: mode }, { name: 'resource', resource: NAMED });
    expect((await validate(inside)).status).toBe(200);
  });

  test.each(['delete', 'profile', 'autre', 'create&mode=update'])('%s is not offered', async (mode) => {
    const { status, errors } = await validate(NAMED, { path: `/fhir/Patient/$validate?mode=${mode}` });
    expect([status, errors]).toEqual([422, ['not-supported http.mode']]);
  });
});

describe('what is no resource of the type in the address', () => {
  test.each([
    ['a list', [NAMED], []],
    ['a text', 'Patient', []],
    ['nothing', null, []],
    ['an object without a type', { name: [] }, ['resourceType']],
    ['another type', { resourceType: 'Goal' }, ['resourceType']],
    ['Parameters without a resource', parameters({ name: 'mode', valueCode: 'create' }), ['Parameters.parameter']],
    [
      'Parameters with a text for a resource',
      parameters({ name: 'resource', valueString: 'x' }),
      ['Parameters.parameter'],
    ],
    [
      'Parameters with another type',
      parameters({ name: 'resource', resource: { resourceType: 'Basic' } }),
      ['resourceType'],
    ],
    ['Parameters of nothing', { resourceType: 'Parameters', parameter: 'x' }, ['Parameters.parameter']],
  ])('is malformed: %s', async (_what, body, expression) => {
    const { status, errors } = await validate(body);
    expect([status, errors]).toEqual([400, [`structure ${expression.join()}`]]);
  });

  test('Parameters can themselves be looked at', async () => {
    const path = '/fhir/Parameters/$validate';
    expect((await validate(parameters({ name: 'x', valueString: 'y' }), { path })).status).toBe(200);
    const wrapped = parameters({ name: 'resource', resource: parameters({ name: 'x', valueString: 'y' }) });
    expect((await validate(wrapped, { path })).status).toBe(200);
  });

  test.each(['Personne', 'patient', 'Resource', 'DomainResource', '__proto__', 'Patient%20'])(
    'is not found at a type that is none: %s',
    async (type) => {
      const { status, errors } = await validate(NAMED, { path: `/fhir/${type}/$validate` });
      expect([status, errors]).toEqual([404, ['not-supported ']]);
    },
  );

  test('is limited in size, and of a type that says what it is', async () => {
    expect((await validate({ ...NAMED, language: 'x'.repeat(30_000) })).status).toBe(413);
    expect((await validate(NAMED, { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await validate(NAMED, { headers: { 'content-type': 'application/fhir+json' } })).status).toBe(200);
  });
});
