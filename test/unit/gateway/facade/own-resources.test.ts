import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnyConcept } from '../../../../gateway/doors/http/concept-event.ts';
import { confinedTo, isOwn } from '../../../../gateway/facade/own-resources.ts';
import type { ConceptMapping, Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { namingSystem } from '../../../../profiles/canonical.ts';
import { FACADE_TYPES, isFacadeType } from '../../../../profiles/facade-offer.ts';
import { eventOf } from '../../../builders/concept-events.ts';
import { childFiles, fileParts } from '../../../generators/child-files.ts';
import { motherFiles } from '../../../generators/mother-files.ts';
import { resources as directoryResources } from '../../../generators/resources.ts';
import { OPEN_WORLD } from '../../../generators/world.ts';

const OTHER = 'ailleurs';

/** All that the concepts of one child write, as the record holds it: by id, with what names it beside. */
function writtenBy(
  parts: readonly { readonly name: string; readonly concept: object }[],
): readonly fhir4.FhirResource[] {
  return parts.flatMap(({ name, concept }) => {
    const mapping = CONCEPT_MAPPINGS[name as keyof typeof CONCEPT_MAPPINGS] as unknown as ConceptMapping<AnyConcept>;
    const { bundle } = eventOf(mapping, concept as Identified<AnyConcept>);
    return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  });
}

const worlds = fc.constantFrom('verdun', 'vanier').chain((centre) => {
  const world = { ...OPEN_WORLD, centre: fc.constant(centre) };
  return fc.record({
    centre: fc.constant(centre),
    file: childFiles(world),
    resource: directoryResources(world),
    mother: motherFiles(world),
  });
});

const isShared = (resource: fhir4.FhirResource): boolean =>
  resource.resourceType === 'Organization' &&
  (resource.identifier ?? []).every(({ system }) => system === IDENTIFIERS.partner);

/** The name of another centre, to which a consent of this one may point. */
const isOtherCentre = (resource: fhir4.FhirResource, centre: string): boolean =>
  resource.resourceType === 'Organization' &&
  (resource.identifier ?? []).some(({ system, value }) => system === IDENTIFIERS.centre && value !== centre);

test('whatever a centre writes is its own to read, and nobody else’s, but for partners, who are everybody’s, and other centres, who are not its own', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(worlds, ({ centre, file, resource }) => {
      for (const written of writtenBy([...fileParts(file), { name: 'resource', concept: resource }])) {
        if (!isFacadeType(written.resourceType)) continue;
        met.add(written.resourceType);
        expect([written.resourceType, isOwn(written, centre)]).toEqual([
          written.resourceType,
          !isOtherCentre(written, centre),
        ]);
        expect([written.resourceType, isOwn(written, OTHER)]).toEqual([written.resourceType, isShared(written)]);
      }
    }),
    { numRuns: 60 },
  );
  expect([...met].sort()).toEqual([...FACADE_TYPES].sort());
});

test('the record is asked for exactly what is then let through', () => {
  fc.assert(
    fc.property(worlds, ({ centre, file, resource }) => {
      for (const written of writtenBy([...fileParts(file), { name: 'resource', concept: resource }])) {
        const { resourceType: type } = written;
        if (!isFacadeType(type) || type === 'Provenance') continue;
        for (const reader of [centre, OTHER])
          expect([type, reader, isFound(written, confinedTo(type, reader))]).toEqual([
            type,
            reader,
            isOwn(written, reader),
          ]);
      }
    }),
    { numRuns: 60 },
  );
});

/** How a FHIR server understands the two parameters by which a search is confined. */
function isFound(resource: fhir4.FhirResource, params: ReturnType<typeof confinedTo>): boolean {
  const matches = (tokens: unknown, numbers: readonly (fhir4.Identifier | undefined)[]) =>
    String(tokens)
      .split(',')
      .some((token) => numbers.some((it) => token === `${it?.system}|` || token === `${it?.system}|${it?.value}`));
  const own = 'identifier' in resource ? [resource.identifier].flat() : [];
  if (params.identifier !== undefined) return matches(params.identifier, own);
  if (resource.resourceType !== 'Task') throw new Error(`${resource.resourceType} is not confined`);
  return matches(params['patient.identifier'], [resource.for?.identifier]);
}

test('an expectant mother’s file, a fence and an audit entry are nobody’s to read here', () => {
  fc.assert(
    fc.property(worlds, ({ centre, mother }) => {
      const [file] = writtenBy([{ name: 'mother-file', concept: mother }]);
      expect(file?.resourceType).toBe('Patient');
      expect(file && isOwn(file, centre)).toBe(false);
    }),
    { numRuns: 20 },
  );
  const number = { system: IDENTIFIERS.child('verdun'), value: 'enf-1' };
  const subject = { identifier: number };
  expect(isOwn({ resourceType: 'Basic', code: {}, identifier: [number], subject } as fhir4.Basic, 'verdun')).toBe(
    false,
  );
});

test('what names another centre’s numbers anywhere is nobody’s, whoever else it names', () => {
  const task: fhir4.Task = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    for: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
  };
  expect(isOwn(task, 'verdun')).toBe(true);
  const mixed = { ...task, groupIdentifier: { system: IDENTIFIERS.request('vanier'), value: 'ref-1' } };
  expect([isOwn(mixed, 'verdun'), isOwn(mixed, 'vanier')]).toEqual([false, false]);
});

test('wherever in a resource one number of the centre’s becomes another’s, the resource is not the centre’s any more', () => {
  let places = 0;
  fc.assert(
    fc.property(worlds, ({ centre, file }) => {
      for (const resource of writtenBy(fileParts(file)).filter((it) => isOwn(it, centre)))
        for (const other of withOneOf(resource, `/${centre}`, `/${OTHER}`)) {
          places += 1;
          expect(isOwn(other, centre)).toBe(false);
        }
    }),
    { numRuns: 20 },
  );
  expect(places).toBeGreaterThan(500);
});

/** The same resource as often as a system ends so, each time with another end in that place alone. */
function withOneOf<R extends fhir4.FhirResource>(resource: R, end: string, otherEnd: string): readonly R[] {
  const text = JSON.stringify(resource);
  const parts = text.split(new RegExp(`(?<="system":"[^"]*)${end}(?=["/])`));
  return parts
    .slice(1)
    .map((_part, nth) =>
      JSON.parse(`${parts.slice(0, nth + 1).join(end)}${otherEnd}${parts.slice(nth + 1).join(end)}`),
    );
}

test('a request received is its centre’s to read, whatever numbers and codes the hospital’s system gave it', () => {
  const received: fhir4.ServiceRequest = {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    identifier: [
      { system: IDENTIFIERS.request('verdun'), value: 'r-1' },
      { system: namingSystem('hl7v2', 'SIH'), value: 'PLACER-7' },
    ],
    code: { coding: [{ system: namingSystem('hl7v2', 'LOCAL'), code: 'EVAL' }] },
    subject: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
  };
  expect([isOwn(received, 'verdun'), isOwn(received, OTHER)]).toEqual([true, false]);
});

test('a trace of a task alone is seen only beside a task that was seen', () => {
  const trace: fhir4.Provenance = {
    resourceType: 'Provenance',
    target: [{ reference: 'Task/5', identifier: { system: IDENTIFIERS.task, value: 'n' } }],
    recorded: '2026-03-01T10:00:00Z',
    agent: [{ who: { display: 'verdun' } }],
  };
  expect(isOwn(trace, 'verdun')).toBe(false);
  expect(isOwn(trace, 'verdun', new Set(['Task/5']))).toBe(true);
});
