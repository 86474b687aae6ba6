import fc from 'fast-check';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import type { RequestOnRecord } from '../../../../mappings/lenses/look-through.ts';
import { REQUEST_KINDS } from '../../../../profiles/codes.ts';

/** Trees of any shape, with the members in which people's data hide. */
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'text',
        'div',
        'display',
        'reference',
        'value',
        'valueString',
        'note',
        'name',
        'line',
        'extension',
        'id',
      ),
      tie('tree'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

const others = (names: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(fc.constantFrom(...names), tree, { maxKeys: names.length, noNullPrototype: true });

/** Elements that a lens never looks into, of each resource: whatever stands in them must stay. */
const PATIENT_OTHERS =
  'id meta implicitRules language text contained modifierExtension active telecom deceasedDateTime address maritalStatus multipleBirthInteger photo contact generalPractitioner managingOrganization link _birthDate _gender';
const REQUEST_OTHERS =
  'id meta implicitRules language text contained modifierExtension instantiatesCanonical instantiatesUri basedOn replaces requisition doNotPerform orderDetail quantityQuantity subject encounter occurrencePeriod occurrenceTiming asNeededBoolean requester performerType performer locationCode locationReference reasonReference insurance supportingInfo specimen bodySite note patientInstruction relevantHistory _status _authoredOn';
const TASK_OTHERS =
  'id meta implicitRules language text contained modifierExtension instantiatesCanonical instantiatesUri basedOn groupIdentifier partOf statusReason businessStatus description focus for encounter executionPeriod requester performerType owner location reasonCode reasonReference insurance note relevantHistory restriction input output extension _status';

type RequestKind = keyof typeof REQUEST_KINDS;

const concept = {
  id: 'x',
  text: 'x',
  coding: [{ system: 'x', version: 'x', code: 'x', display: 'x' }],
  extension: [{ url: 'x', valueString: 'x' }],
};
const everyPart = (url: string): fhir4.Extension => ({
  url,
  id: 'x',
  valueString: 'x',
  extension: [
    { url: 'words', valueString: 'x' },
    {
      url: 'who',
      valueReference: { reference: 'x', type: 'x', display: 'x', identifier: { system: 'x', value: 'x' } },
    },
    {
      url: 'deeper',
      extension: [{ url: 'deepest', valueCodeableConcept: concept, valueReference: { reference: 'x' } }],
    },
  ],
});

const patient = {
  resourceType: 'Patient',
  identifier: [
    { id: 'x', use: 'official', system: IDENTIFIERS.child('verdun'), value: 'x', assigner: { display: 'x' } },
    {
      system: FOREIGN.nam,
      value: 'x',
      type: concept,
      period: { start: 'x' },
      assigner: { reference: 'x', display: 'x' },
      extension: [{ url: 'urn:x', valueString: 'x' }],
    },
    { system: FOREIGN.ohip, value: 'x', extension: [{ url: EXTENSIONS.healthCardVersion, valueString: 'x' }] },
    { system: 'urn:sin', value: 'x' },
  ],
  name: [
    { id: 'x', use: 'official', text: 'x', family: 'x', given: ['x', 'x'], prefix: ['x'], suffix: ['x'] },
    { text: 'x' },
  ],
  gender: 'x',
  birthDate: 'x',
  communication: [{ id: 'x', language: concept, preferred: true }],
  extension: [
    { url: FOREIGN.interpreterRequired, valueBoolean: true, id: 'x' },
    { url: 'urn:nationality', valueString: 'x' },
    everyPart('urn:race'),
  ],
};

const requestOf = (kind: RequestKind) => ({
  resourceType: 'ServiceRequest',
  identifier: [{ system: IDENTIFIERS.request('verdun'), value: 'x' }],
  status: 'x',
  intent: 'x',
  priority: 'x',
  authoredOn: 'x',
  occurrenceDateTime: 'x',
  category: [concept, { coding: [{ system: CODE_SYSTEMS.requestKind, code: kind }] }],
  code: concept,
  reasonCode: [concept],
  extension: [...Object.values(EXTENSIONS), FOREIGN.pertainsToGoal, FOREIGN.requestStatusReason].map(everyPart),
});

const task = {
  resourceType: 'Task',
  identifier: [
    { system: 'urn:other', value: 'x' },
    { system: IDENTIFIERS.task, value: 'x' },
  ],
  status: 'x',
  intent: 'x',
  priority: 'x',
  code: concept,
  authoredOn: 'x',
  lastModified: 'x',
};

/** Names of things, on which what is read depends: they are ours and tell nothing of anybody. */
const NAMES = new Set<string>([
  'Patient',
  'ServiceRequest',
  'Task',
  'urn:sin',
  'urn:other',
  'urn:x',
  'urn:nationality',
  'urn:race',
  ...Object.values(EXTENSIONS),
  ...Object.values(CODE_SYSTEMS),
  ...Object.values(FOREIGN),
  IDENTIFIERS.child('verdun'),
  IDENTIFIERS.request('verdun'),
  IDENTIFIERS.task,
  // What a request is decides what of it is shown.
  ...Object.keys(REQUEST_KINDS),
]);
export const isName = (path: string, text: string): boolean =>
  NAMES.has(text) || /(^|\.)extension\[\d+\]\.url$/.test(path);

/** One request of a kind on record, in which every element of R4 may hold something. */
export const crowdedRecords = (kind: RequestKind): fc.Arbitrary<RequestOnRecord> =>
  fc.tuple(others(PATIENT_OTHERS.split(' ')), others(REQUEST_OTHERS.split(' ')), others(TASK_OTHERS.split(' '))).map(
    ([aboutChild, aboutRequest, aboutTask]) =>
      ({
        child: { ...aboutChild, ...patient },
        request: { ...aboutRequest, ...requestOf(kind) },
        task: { ...aboutTask, ...task },
      }) as unknown as RequestOnRecord,
  );
