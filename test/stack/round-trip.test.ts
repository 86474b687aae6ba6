import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letterMayLeave } from '../../gateway/doors/http/letter-may-leave.ts';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { DirectoryResource, MotherFile } from '../../mappings/domain/concepts.ts';
import { structureDefinition } from '../../profiles/canonical.ts';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { type ChildFile, childFiles, fileParts } from '../generators/child-files.ts';
import { motherFiles } from '../generators/mother-files.ts';
import { resources } from '../generators/resources.ts';
import { OPEN_WORLD, type World } from '../generators/world.ts';
import { aCircle, aReferral } from './concept-examples.ts';
import { eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';
import { withOwnIds } from './with-own-ids.ts';

/** With the thirteen concepts of a child, a resource of the directory and a mother's file each: five hundred and forty. */
const FILES = 36;
const CONCEPTS = 540;
const SEED = 20_261_122;
const AT_ONCE = 4;

interface Part {
  readonly name: keyof typeof CONCEPT_PLURALS;
  readonly concept: { readonly id: string };
}

/** What is sent for one child, each after what it refers to, and what stands apart from the child's record. */
interface Sending {
  readonly child: string;
  readonly ofChild: readonly Part[];
  readonly apart: readonly Part[];
}

const began = Date.now();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox.stop());

/** Generated files whose identifiers are their own in a HAPI that other tests use too. */
function generatedSendings(): readonly Sending[] {
  const mark = ownMark();
  const world = {
    ...OPEN_WORLD,
    // The centre of the sandbox that keeps mothers' files.
    centre: fc.constant('hochelaga'),
    recipient: fc.constantFrom(...sandbox.registry.partners.map(({ id }) => id)),
  };
  const check = conceptChecker();
  const coherent = ({ name, concept }: Part): boolean =>
    check(name, concept).every(({ severity }) => severity !== 'error') &&
    (name !== 'letter' || letterMayLeave(concept, sandbox.registry).length === 0);
  const sendings = childFiles(world).chain((file) =>
    fc
      .record({ resource: resources(world), mother: motherFiles(worldOf(file, world)) })
      .map((apart) => ({ file, apart })),
  );
  return fc
    .sample(
      sendings.filter(({ file, apart }) => [...fileParts(file), ...partsApart(apart)].every(coherent)),
      { numRuns: FILES, seed: SEED },
    )
    .map(({ file, apart }, index) => {
      const own = (id: string): string => `${id}-${mark}.${index}`;
      const ofChild = fileParts(file).map(({ name, concept }) => ({ name, concept: withOwnIds(concept, own) }));
      const others = partsApart(apart).map(({ name, concept }) => ({ name, concept: withOwnIds(concept, own) }));
      return { child: own(file.circle.child.id), ofChild, apart: others };
    });
}

interface Apart {
  readonly resource: Identified<DirectoryResource>;
  readonly mother: Identified<MotherFile>;
}

const partsApart = ({ resource, mother }: Apart): readonly Part[] => [
  { name: 'resource', concept: resource },
  { name: 'mother-file', concept: mother },
];

/** A mother may be one of the child's circle, whom her file then names. */
function worldOf({ circle }: ChildFile, world: World): World {
  const family = (circle.members ?? []).flatMap(({ kind, id }) => (kind === 'family' && id !== undefined ? [id] : []));
  return {
    ...world,
    childId: fc.constant(circle.child.id),
    memberId: family.length === 0 ? undefined : fc.constantFrom(...family),
  };
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

describe('five hundred generated concepts, through the API into HAPI', () => {
  let sendings: readonly Sending[];
  beforeAll(async () => {
    sendings = generatedSendings();
    await inParallel(sendings, async ({ ofChild, apart }) => {
      for (const part of [...ofChild, ...apart]) await put(part);
    });
    // A generated agreement seldom has a basis: this request leaves.
    const own = ownIds();
    const [circle, leaves] = [own('circle'), own('leaves')];
    await put({ name: 'care-circle', concept: { ...aCircle(circle, own('child')), id: circle } });
    await put({ name: 'service-referral', concept: { ...aReferral(leaves, own('child')), id: leaves } });
  }, 360_000);

  test('come back deep-equal, with what the server adds in a member of its own', async () => {
    const sent = sendings.flatMap(({ ofChild, apart }) => [...ofChild, ...apart]);
    expect(sent).toHaveLength(CONCEPTS);
    await inParallel(sent, async ({ name, concept }) => {
      const { status, body } = await sandbox.call('GET', `/v1/${CONCEPT_PLURALS[name]}/${concept.id}`);
      const { record, ...read } = body;
      expect([status, read]).toEqual([200, { version: 1, ...concept }]);
      expect(record.fhir.length).toBeGreaterThan(0);
    });
  });

  test('are each a moment of their child’s timeline, in both languages', async () => {
    await inParallel(sendings, async ({ child, ofChild }) => {
      for (const lang of ['fr', 'en']) {
        const { status, body } = await sandbox.call('GET', `/v1/children/${child}/timeline?lang=${lang}`);
        expect([status, body.language, body.earlier]).toEqual([200, lang, 0]);
        const created = body.entries.filter(({ change }: { change: string }) => change === 'created');
        expect(created.map(({ id }: { id: string }) => id).sort()).toEqual(
          ofChild.map((part) => part.concept.id).sort(),
        );
      }
    });
  });

  test('are, each resource of them, valid for HAPI against the profile of ours that it says it follows', async () => {
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
      'EpisodeOfCare',
      'HealthcareService',
      'Location',
      'Communication',
      'Provenance',
      'AuditEvent',
      'Basic',
    ];
    const resources = (await Promise.all(types.map(newestOf))).flat();
    expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(new Set(types));

    const ours = structureDefinition('psc-');
    expect(resources.filter(({ meta }) => meta?.profile?.every((it) => !it.startsWith(ours)) ?? true)).toEqual([]);

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

/** All that came since this file began, and so many before: what other files left in the record only makes the wait longer. */
async function newestOf(type: string): Promise<readonly fhir4.Resource[]> {
  const found: fhir4.Resource[] = [];
  let next: string | undefined = `${sandbox.stack.hapi.url}/${type}?_sort=-_lastUpdated&_count=100`;
  while (next !== undefined) {
    const { body } = await request('GET', next, undefined, { 'cache-control': 'no-cache' });
    const bundle = body as fhir4.Bundle;
    found.push(...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? []));
    const oldest = Date.parse(found.at(-1)?.meta?.lastUpdated ?? '');
    next = oldest < began ? undefined : bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}
