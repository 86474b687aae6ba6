import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { isDefinition, type PackagedResource } from '../../profiles/build/packaged-resource.ts';
import { README_FILES } from '../../profiles/build/places.ts';
import { readCompiled } from '../../profiles/build/read-compiled.ts';
import { CANONICAL, codeSystem } from '../../profiles/canonical.ts';
import { invalidExamples, validExamples } from '../builders/profile-examples.ts';
import { readSections } from '../builders/profiles-readme.ts';
import { request } from './stack-sandbox.ts';

const HAPI = process.env.STACK_TEST_HAPI_URL ?? '';
const README = readFileSync(README_FILES.fr, 'utf8');
const NOW = { 'cache-control': 'no-cache', 'content-type': 'application/fhir+json' };
const definitions = [...(await readCompiled()).values()]
  .map((text): PackagedResource => JSON.parse(text))
  .filter(isDefinition);

/** What HAPI finds wrong with a resource at error level, by the profile that it claims. */
async function errorsIn(resource: unknown): Promise<readonly string[]> {
  const type = (resource as PackagedResource).resourceType;
  const { body } = await request('POST', `${HAPI}/${type}/$validate`, resource, NOW);
  expect(body.resourceType).toBe('OperationOutcome');
  const issues: readonly fhir4.OperationOutcomeIssue[] = body.issue;
  return issues
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ expression = [], diagnostics = '' }) => `${expression[0]}: ${diagnostics}`);
}

describe('the sandbox’s HAPI', () => {
  test('has installed every definition of our package', async () => {
    for (const { resourceType, id, url } of definitions) {
      const { body } = await request('GET', `${HAPI}/${resourceType}/${id}`, undefined, NOW);
      expect({ id, resourceType: body.resourceType, url: body.url }).toEqual({ id, resourceType, url });
    }
  });

  test('knows the codes of our CodeSystems, and refuses others at error level whatever the binding', async () => {
    const request = (code: string) => ({
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      subject: { display: 'x' },
      category: [{ coding: [{ system: codeSystem('request-kind'), code }] }],
    });
    expect(await errorsIn(request('social-prescription'))).toEqual([]);
    expect(await errorsIn(request('no-such-kind'))).toEqual([expect.stringContaining('no-such-kind')]);
  });

  test('refuses a reference to a type that may not stand there, even where it holds no such resource', async () => {
    const patient = { resourceType: 'Patient', managingOrganization: { reference: 'Practitioner/nowhere' } };
    expect(await errorsIn(patient)).toEqual([expect.stringContaining("'Practitioner'")]);
    expect(await errorsIn({ ...patient, managingOrganization: { reference: 'Organization/nowhere' } })).toEqual([]);
  });

  test('refuses a profile of ours that it does not know', async () => {
    const meta = { profile: [`${CANONICAL}/StructureDefinition/psc-no-such-profile`] };
    expect(await errorsIn({ resourceType: 'Patient', meta })).not.toEqual([]);
  });

  test('takes the definitions over REST too, as the service of docker-compose.yml gives them', async () => {
    const loader = fileURLToPath(new URL('../../sandbox/definitions/main.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', loader], {
      env: { ...process.env, HAPI_URL: HAPI },
    });
    expect(stdout).toMatch(new RegExp(`^${definitions.length} `));
  });
});

describe('HL7’s validator with our package', () => {
  test.each(validExamples.map(({ id, resource }) => [id, resource] as const))('accepts %s', async (_id, resource) => {
    expect(await errorsIn(resource)).toEqual([]);
  });

  test.each(readSections(README).map(({ id, minimum }) => [id, minimum] as const))(
    'accepts what profiles/README.md shows as the minimum of %s',
    async (_id, minimum) => {
      expect(await errorsIn(minimum)).toEqual([]);
    },
  );

  test.each(invalidExamples().map((it) => [`${it.profile.split('/').at(-1)} ${it.name}`, it.resource] as const))(
    'refuses %s',
    async (_name, resource) => {
      expect(await errorsIn(resource)).not.toEqual([]);
    },
  );
});
