import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { type ChildFile, childFiles } from '../generators/child-files.ts';
import { OPEN_WORLD } from '../generators/world.ts';
import { eventually, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const FILES = 40;
const SEED = 20_261_122;
const AT_ONCE = 4;
const PLURALS = {
  circle: 'care-circles',
  plan: 'action-plans',
  prescription: 'social-prescriptions',
  legal: 'legal-referrals',
  service: 'service-referrals',
} as const;

type Kind = keyof typeof PLURALS;
type Sent = { readonly kind: Kind; readonly concept: ChildFile[Kind] };

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
  const names = {
    circle: 'care-circle',
    plan: 'action-plan',
    prescription: 'social-prescription',
    legal: 'legal-referral',
    service: 'service-referral',
  } as const;
  const coherent = (file: ChildFile): boolean =>
    Object.entries(names).every(([kind, name]) =>
      check(name, file[kind as Kind]).every(({ severity }) => severity !== 'error'),
    );
  return fc.sample(childFiles(world).filter(coherent), { numRuns: FILES, seed: SEED }).map((file, index) => {
    const own = (id: string): string => `${id}-${mark}.${index}`;
    const child = { ...file.circle.child, id: own(file.circle.child.id) };
    const ofPlan = <T extends { plan?: string; id: string }>(concept: T): T => ({
      ...concept,
      id: own(concept.id),
      child: { id: child.id },
      ...(concept.plan !== undefined && { plan: own(concept.plan) }),
    });
    return {
      circle: { ...file.circle, id: own(file.circle.id), child },
      plan: {
        ...file.plan,
        id: own(file.plan.id),
        child: { id: child.id },
        ...(file.plan.circle !== undefined && { circle: own(file.plan.circle) }),
      },
      prescription: ofPlan(file.prescription),
      legal: ofPlan(file.legal),
      service: ofPlan(file.service),
    };
  });
}

async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function put({ kind, concept }: Sent): Promise<void> {
  const answer = await sandbox.call('PUT', `/v1/${PLURALS[kind]}/${concept.id}`, {
    body: concept,
    headers: { 'idempotency-key': `${kind}-${concept.id}`, prefer: 'wait=30' },
  });
  if (answer.status !== 201)
    throw new Error(
      `${kind} ${concept.id}: ${answer.status} ${JSON.stringify(answer.body.issues ?? answer.body.issue)} ${JSON.stringify(concept)}`,
    );
}

describe('two hundred generated concepts, through the API into HAPI', () => {
  let files: readonly ChildFile[];
  beforeAll(async () => {
    files = generatedFiles();
    await inParallel(files, async (file) => {
      for (const kind of ['circle', 'plan', 'prescription', 'legal', 'service'] as const)
        await put({ kind, concept: file[kind] });
    });
  }, 240_000);

  test('come back deep-equal, with what the server adds in a member of its own', async () => {
    const sent = files.flatMap((file) =>
      Object.keys(PLURALS).map((kind) => ({ kind: kind as Kind, concept: file[kind as Kind] })),
    );
    expect(sent).toHaveLength(5 * FILES);
    await inParallel(sent, async ({ kind, concept }) => {
      const { status, body } = await sandbox.call('GET', `/v1/${PLURALS[kind]}/${concept.id}`);
      const { record, ...read } = body;
      expect([status, read]).toEqual([200, { version: 1, ...concept }]);
      expect(record.fhir.length).toBeGreaterThan(0);
    });
  }, 240_000);

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
