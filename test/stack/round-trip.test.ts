import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { type ChildFile, childFiles, FILE_CONCEPTS, fileParts } from '../generators/child-files.ts';
import { OPEN_WORLD } from '../generators/world.ts';
import { eventually, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** With their ten concepts each: two hundred and fifty. */
const FILES = 25;
const SEED = 20_261_122;
const AT_ONCE = 4;

type Part = ReturnType<typeof fileParts>[number];

let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox.stop());

/** Generated files whose identifiers are their own in a HAPI that other tests use too. */
function generatedFiles(): readonly ChildFile[] {
  const mark = ownMark();
  const world = {
    ...OPEN_WORLD,
    centre: fc.constant('hochelaga'),
    recipient: fc.constantFrom(...sandbox.registry.partners.map(({ id }) => id)),
  };
  const check = conceptChecker();
  const coherent = (file: ChildFile): boolean =>
    fileParts(file).every(({ name, concept }) => check(name, concept).every(({ severity }) => severity !== 'error'));
  return fc
    .sample(childFiles(world).filter(coherent), { numRuns: FILES, seed: SEED })
    .map((file, index) => withOwnIds(file, (id) => `${id}-${mark}.${index}`));
}

/** Fields by which one concept of a child names another. */
const NAMES_ANOTHER = new Set(['plan', 'circle', 'request', 'appointment', 'meeting']);

/** The file with identifiers that no other file has. */
const withOwnIds = (file: ChildFile, own: (id: string) => string): ChildFile =>
  Object.fromEntries(
    Object.entries(file).map(([part, concept]) => [
      part,
      {
        ...Object.fromEntries(
          Object.entries(concept).map(([field, value]) => [
            field,
            NAMES_ANOTHER.has(field) ? own(String(value)) : value,
          ]),
        ),
        id: own(concept.id),
        child: { ...concept.child, id: own(concept.child.id) },
      },
    ]),
  ) as unknown as ChildFile;

async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function put({ name, concept }: Part): Promise<void> {
  const answer = await sandbox.call('PUT', `/v1/${CONCEPT_PLURALS[name]}/${concept.id}`, {
    body: concept,
    headers: { 'idempotency-key': `${name}-${concept.id}`, prefer: 'wait=30' },
  });
  if (answer.status !== 201)
    throw new Error(
      `${name} ${concept.id}: ${answer.status} ${JSON.stringify(answer.body.issues ?? answer.body.issue)} ${JSON.stringify(concept)}`,
    );
}

describe('two hundred and fifty generated concepts, through the API into HAPI', () => {
  let parts: readonly (readonly Part[])[];
  beforeAll(async () => {
    parts = generatedFiles().map(fileParts);
    await inParallel(parts, async (file) => {
      for (const part of file) await put(part);
    });
  }, 240_000);

  test('come back deep-equal, with what the server adds in a member of its own', async () => {
    const sent = parts.flat();
    expect(sent).toHaveLength(Object.keys(FILE_CONCEPTS).length * FILES);
    await inParallel(sent, async ({ name, concept }) => {
      const { status, body } = await sandbox.call('GET', `/v1/${CONCEPT_PLURALS[name]}/${concept.id}`);
      const { record, ...read } = body;
      expect([status, read]).toEqual([200, { version: 1, ...concept }]);
      expect(record.fhir.length).toBeGreaterThan(0);
    });
  }, 240_000);

  test('are each a moment of their child’s timeline, in both languages', async () => {
    await inParallel(parts, async (file) => {
      const [{ concept }] = file as readonly [Part];
      for (const lang of ['fr', 'en']) {
        const { status, body } = await sandbox.call('GET', `/v1/children/${concept.child.id}/timeline?lang=${lang}`);
        expect([status, body.language, body.earlier]).toEqual([200, lang, 0]);
        const created = body.entries.filter(({ change }: { change: string }) => change === 'created');
        expect(created.map(({ id }: { id: string }) => id).sort()).toEqual(file.map((part) => part.concept.id).sort());
      }
    });
  }, 120_000);

  test('are, each resource of them, valid FHIR R4 for HAPI', async () => {
    // Deliveries leave audit entries and receipts: they are looked at too, so they must be there.
    await eventually(
      () => sandbox.hapi('AuditEvent?_summary=count'),
      ({ body }) => body.total > 0,
    );
    const types = [
      'Patient',
      'RelatedPerson',
      'Practitioner',
      'PractitionerRole',
      'Organization',
      'CareTeam',
      'CarePlan',
      'Goal',
      'Observation',
      'ServiceRequest',
      'Task',
      'ClinicalImpression',
      'Condition',
      'Encounter',
      'Appointment',
      'Consent',
      'DocumentReference',
      'Group',
      'Provenance',
      'AuditEvent',
      'Basic',
    ];
    const resources = (await Promise.all(types.map(allOf))).flat();
    expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(new Set(types));

    const findings = await inParallel(resources, async (resource) => {
      const { body } = await request('POST', `${sandbox.stack.hapi.url}/${resource.resourceType}/$validate`, resource, {
        'content-type': 'application/fhir+json',
      });
      const errors = (body.issue as readonly fhir4.OperationOutcomeIssue[]).filter(
        ({ severity }) => severity === 'error' || severity === 'fatal',
      );
      return errors.map(
        ({ diagnostics, location }) => `${resource.resourceType}/${resource.id} ${location?.[0]} ${diagnostics}`,
      );
    });
    expect(findings.flat()).toEqual([]);
  }, 420_000);
});

async function allOf(type: string): Promise<readonly fhir4.Resource[]> {
  const found: fhir4.Resource[] = [];
  let next: string | undefined = `${sandbox.stack.hapi.url}/${type}?_count=200`;
  while (next !== undefined) {
    const { body } = await request('GET', next, undefined, { 'cache-control': 'no-cache' });
    const bundle = body as fhir4.Bundle;
    found.push(...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? []));
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}
