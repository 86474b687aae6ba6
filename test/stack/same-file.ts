import fc from 'fast-check';
import { letterMayLeave } from '../../gateway/doors/http/letter-may-leave.ts';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { childFiles, fileParts } from '../generators/child-files.ts';
import { resources as directoryResources } from '../generators/resources.ts';
import { OPEN_WORLD } from '../generators/world.ts';
import type { StackSandbox } from './stack-sandbox.ts';
import { withOwnIds } from './with-own-ids.ts';

const SEED = 20_261_126;

/** What a centre holds of a child, as `/v1` names it: `Type/id`. */
export interface HeldFile {
  readonly child: string;
  readonly patient: string;
  readonly places: readonly string[];
  /** Those that stand in the child's own file: the others are the directory's alone. */
  readonly ofChild: readonly string[];
}

/** The same file, under the same numbers, in whichever centre: nothing but the centre tells them apart. */
export async function sameFileIn(sandbox: StackSandbox, centre: string, mark: string): Promise<HeldFile> {
  const check = conceptChecker();
  const world = {
    ...OPEN_WORLD,
    centre: fc.constant(centre),
    recipient: fc.constantFrom(...sandbox.registry.partners.map(({ id }) => id)),
  };
  const files = fc
    .record({ file: childFiles(world), resource: directoryResources(world) })
    .filter(({ file, resource }) =>
      [...fileParts(file), { name: 'resource' as const, concept: resource }].every(
        ({ name, concept }) =>
          check(name, concept).every(({ severity }) => severity !== 'error') &&
          (name !== 'letter' || letterMayLeave(concept, sandbox.registry).length === 0),
      ),
    );
  const [one] = fc.sample(files, { numRuns: 1, seed: SEED });
  if (one === undefined) throw new Error('no file');
  const own = (id: string) => `${id}-${mark}`;
  const parts = [...fileParts(one.file), { name: 'resource' as const, concept: one.resource }].map(
    ({ name, concept }) => ({
      name,
      concept: withOwnIds(concept, own),
    }),
  );
  const places: string[] = [];
  const ofChild: string[] = [];
  for (const { name, concept } of parts) {
    const path = `/v1/${CONCEPT_PLURALS[name]}/${concept.id}`;
    const headers = { 'idempotency-key': `${name}-${concept.id}`, prefer: 'wait=30' };
    const put = await sandbox.call('PUT', path, { body: concept, centre, headers });
    if (put.status !== 201) throw new Error(`${name}: ${put.status} ${JSON.stringify(put.body)}`);
    const { body } = await sandbox.call('GET', path, { centre });
    const written: readonly string[] = body.record.fhir.map(({ reference }: { reference: string }) => reference);
    places.push(...written);
    if (name !== 'resource') ofChild.push(...written);
  }
  const patient = places.find((place) => place.startsWith('Patient/')) ?? '';
  return { child: own(one.file.circle.child.id), patient, places: [...new Set(places)].sort(), ofChild };
}
