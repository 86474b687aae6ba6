import { type Change, given, type Mutator, replaced, taken } from './mutant.ts';
import { isObject, type JsonObject, type Place } from './places.ts';

type Breaking = (place: Place, value: JsonObject) => readonly Change[];

const PATIENT = { reference: 'Patient/1' };
const WORDS = { text: 'words' };

/** For each type, what its invariants forbid (and now and then what they just allow), named after the invariant. */
const BREAKING: Readonly<Record<string, Breaking>> = {
  Period: (place) => [
    replaced('per-1 reversed', place, { start: '2026-02-01', end: '2026-01-01' }),
    replaced('per-1 same day, end first', place, {
      start: '2026-02-01T10:00:00-05:00',
      end: '2026-02-01T09:00:00-05:00',
    }),
    replaced('per-1 reversed across zones', place, {
      start: '2026-02-01T10:00:00-05:00',
      end: '2026-02-01T14:00:00Z',
    }),
    replaced('per-1 in order across zones', place, {
      start: '2026-02-01T10:00:00-05:00',
      end: '2026-02-01T16:00:00Z',
    }),
    replaced('per-1 equal', place, { start: '2026-02-01', end: '2026-02-01' }),
    replaced('per-1 a day and its hour', place, { start: '2026-02-01', end: '2026-02-01T10:00:00Z' }),
    replaced('per-1 an hour and its day', place, { start: '2026-02-01T10:00:00Z', end: '2026-02-01' }),
    replaced('per-1 a month, then the month before', place, { start: '2026-02', end: '2026-01-31' }),
  ],
  Quantity: (place) => [
    replaced('qty-3 code without system', place, { value: 1, code: 'mg' }),
    replaced('qty-3 code and system', place, { value: 1, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' }),
    replaced('unit that UCUM does not know', place, { value: 1, system: 'http://unitsofmeasure.org', code: 'pomme' }),
  ],
  Range: (place) => [
    replaced('rng-2 reversed', place, { low: { value: 9 }, high: { value: 1 } }),
    replaced('rng-2 with a comparator', place, { low: { value: 1, comparator: '<' }, high: { value: 9 } }),
  ],
  Ratio: (place) => [
    replaced('rat-1 half', place, { numerator: { value: 1 } }),
    replaced('rat-1 other half', place, { denominator: { value: 1 } }),
  ],
  ContactPoint: (place) => [
    replaced('cpt-2 value without system', place, { value: '514 555-0199' }),
    replaced('cpt-2 use only', place, { use: 'home' }),
    given('rank zero', place, { rank: 0 }),
  ],
  Attachment: (place) => [
    replaced('att-1 data without type', place, { data: 'YQ==' }),
    replaced('att-1 data and type', place, { contentType: 'text/plain', data: 'YQ==' }),
    replaced('type of nobody', place, { contentType: 'pas un type', url: 'https://elsewhere.example/x' }),
  ],
  Timing: (place) => [
    replaced('tim-1 duration without unit', place, { repeat: { duration: 1 } }),
    replaced('tim-2 period without unit', place, { repeat: { period: 1 } }),
    replaced('tim-4 negative duration', place, { repeat: { duration: -1, durationUnit: 'h' } }),
    replaced('tim-5 negative period', place, { repeat: { frequency: 1, period: -1, periodUnit: 'd' } }),
    replaced('tim-6 periodMax alone', place, { repeat: { periodMax: 2 } }),
    replaced('tim-7 durationMax alone', place, { repeat: { durationMax: 2 } }),
    replaced('tim-8 countMax alone', place, { repeat: { countMax: 2 } }),
    replaced('tim-9 offset without when', place, { repeat: { offset: 5 } }),
    replaced('tim-9 offset at breakfast', place, { repeat: { offset: 5, when: ['C'] } }),
    replaced('tim-10 time and when', place, { repeat: { timeOfDay: ['10:00:00'], when: ['MORN'] } }),
    replaced('in order', place, { repeat: { frequency: 1, period: 2, periodUnit: 'wk' } }),
  ],
  Identifier: (place) => [
    given('period reversed', place, { period: { start: '2026-02-01', end: '2026-01-01' } }),
    given('use of nobody', place, { use: 'mien' }),
    given('system that is relative', place, { system: 'numero' }),
  ],
  HumanName: (place) => [
    given('period reversed', place, { period: { start: '2026-02-01', end: '2026-01-01' } }),
    given('use of nobody', place, { use: 'mien' }),
  ],
  Reference: (place) => [
    replaced('ref-1 nothing inside', place, { reference: '#rien' }),
    given('ref-1 identifier empty', place, { identifier: {} }),
  ],
  Patient: (place) => [
    given('pat-1 contact without details', place, { contact: [{ relationship: [WORDS] }] }),
    given('pat-1 contact with a name', place, { contact: [{ name: WORDS }] }),
    given('two deaths', place, { deceasedBoolean: true, deceasedDateTime: '2026' }),
  ],
  Observation: (place) => [
    given('obs-6 value and absence', place, { valueString: 'x', dataAbsentReason: WORDS }),
    given('obs-3 range without anything', place, { referenceRange: [{ appliesTo: [WORDS] }] }),
    given('obs-7 component that repeats the code', place, {
      component: [{ code: (isObject(place.value) && place.value.code) || WORDS, valueString: 'x' }],
    }),
    given('component without code', place, { component: [{ valueString: 'x' }] }),
  ],
  Goal: (place) => [
    given('gol-1 detail without measure', place, { target: [{ detailString: 'x' }] }),
    given('gol-1 detail and measure', place, { target: [{ measure: WORDS, detailString: 'x' }] }),
    given('target with nothing', place, { target: [{}] }),
  ],
  CarePlan: (place) => [
    given('cpl-3 reference and detail', place, {
      activity: [{ reference: { reference: 'Task/1' }, detail: { status: 'unknown' } }],
    }),
    given('activity without status', place, { activity: [{ detail: {} }] }),
  ],
  CareTeam: (place) => [
    given('ctm-1 on behalf of nobody', place, {
      participant: [{ member: PATIENT, onBehalfOf: { reference: 'Organization/1' } }],
    }),
    given('ctm-1 on behalf, by a practitioner', place, {
      participant: [{ member: { reference: 'Practitioner/1' }, onBehalfOf: { reference: 'Organization/1' } }],
    }),
  ],
  ServiceRequest: (place) => [
    given('prr-1 detail without code', place, { orderDetail: [WORDS] }),
    taken('prr-1 code taken away', place, ...('code' in obj(place) ? ['code'] : [])),
  ],
  Task: (place) => [
    given('inv-1 modified before authored', place, { authoredOn: '2026-03-02', lastModified: '2026-03-01' }),
    given('inv-1 the same day', place, { authoredOn: '2026-03-02', lastModified: '2026-03-02' }),
    given('inv-1 a day and its hour', place, { authoredOn: '2026-03-02', lastModified: '2026-03-02T10:00:00Z' }),
    given('inv-1 across zones', place, {
      authoredOn: '2026-03-02T10:00:00-05:00',
      lastModified: '2026-03-02T14:59:59Z',
    }),
  ],
  Condition: (place) => [
    given('con-5 entered in error with a clinical status', place, {
      clinicalStatus: coding('condition-clinical', 'active'),
      verificationStatus: coding('condition-ver-status', 'entered-in-error'),
    }),
    given('con-4 abated and active', place, {
      clinicalStatus: coding('condition-clinical', 'active'),
      abatementDateTime: '2026',
    }),
    given('con-4 abated and resolved', place, {
      clinicalStatus: coding('condition-clinical', 'resolved'),
      abatementDateTime: '2026',
    }),
    given('con-1 stage without anything', place, { stage: [{ type: WORDS }] }),
    given('con-2 evidence without anything', place, { evidence: [{ id: 'x' }] }),
  ],
  Appointment: (place) => [
    taken('app-2 end taken away', place, ...('end' in obj(place) ? ['end'] : [])),
    taken('app-3 both taken away', place, ...['start', 'end'].filter((name) => name in obj(place))),
    given('app-4 reason to cancel', place, { cancelationReason: WORDS }),
    given('app-1 participant without anybody', place, { participant: [{ status: 'accepted' }] }),
    given('end before start', place, { start: '2026-03-01T10:00:00Z', end: '2026-03-01T09:00:00Z' }),
  ],
  Organization: (place) => [
    taken('org-1 nameless', place, ...['name', 'identifier'].filter((name) => name in obj(place))),
    given('org-2 home address', place, { address: [{ use: 'home', text: 'x' }] }),
    given('org-3 home telephone', place, { telecom: [{ system: 'phone', use: 'home', value: '1' }] }),
  ],
  Consent: (place) => [
    given('ppc-2 scope of advance directives', place, { scope: coding('consentscope', 'adr') }),
    taken('ppc-1 without policy', place, ...['policy', 'policyRule'].filter((name) => name in obj(place))),
  ],
  Bundle: (place) => [
    given('bdl-1 total', place, { total: 3 }),
    given('bdl-7 first entry again', place, {
      entry: twice(obj(place).entry),
    }),
    given('bdl-3 another type', place, { type: 'collection' }),
    given('bdl-9 a document', place, { type: 'document' }),
    given('bdl-12 a message', place, { type: 'message' }),
    given('bdl-4 an answer', place, { type: 'transaction-response' }),
    given('type of nobody', place, { type: 'paquet' }),
  ],
  Annotation: (place) => [
    given('time in words', place, { time: 'hier' }),
    given('two authors', place, { authorString: 'x', authorReference: PATIENT }),
  ],
  Address: (place) => [given('use of nobody', place, { use: 'mien' })],
};

const obj = ({ value }: Place): JsonObject => (isObject(value) ? value : {});
const coding = (system: string, code: string): JsonObject => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const twice = (list: unknown): readonly unknown[] => (Array.isArray(list) ? [list[0], ...list] : []);

/** What the base resources forbid of every resource. */
const ofEveryResource = (place: Place): readonly Change[] => {
  const inside = (what: string, ...contained: readonly JsonObject[]): Change => given(what, place, { contained });
  const group = { resourceType: 'Group', id: 'g', type: 'person', actual: false };
  return [
    inside('dom-3 contained that nobody refers to', group),
    inside('dom-2 contained in contained', { ...group, contained: [{ ...group, id: 'h' }] }),
    inside('dom-4 contained with a version', { ...group, meta: { versionId: '1' } }),
    inside('dom-5 contained with a label', {
      ...group,
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] },
    }),
    inside('contained without id', { resourceType: 'Group', type: 'person', actual: false }),
    inside('contained of no type', { id: 'g' }),
    inside('contained of a type of nobody', { resourceType: 'Groupe', id: 'g' }),
    inside('contained that is not valid', { resourceType: 'Group', id: 'g' }),
    given('rules of nobody', place, { implicitRules: 'https://elsewhere.example/rules' }),
    given('language of nobody', place, { language: 'français' }),
    given('language', place, { language: 'fr-CA' }),
    given('label of nobody', place, {
      meta: {
        ...meta(place),
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'X' }],
      },
    }),
    given('moment in words', place, { meta: { ...meta(place), lastUpdated: 'hier' } }),
    given('another type of resource', place, { resourceType: 'Basic' }),
    given('a type of resource that is none', place, { resourceType: 'Enfant' }),
  ];
};

const meta = (place: Place): JsonObject => {
  const { meta: it } = obj(place);
  return isObject(it) ? it : {};
};

/** Rules between elements. */
export const invariant: Mutator = (place) => {
  const { value, element, of, owner } = place;
  if (of === 'list' || !isObject(value)) return [];
  const type = typeof value.resourceType === 'string' ? value.resourceType : element.type;
  const own = BREAKING[type]?.(place, value) ?? [];
  const general = owner === undefined && type !== 'Bundle' && type !== 'Parameters' ? ofEveryResource(place) : [];
  return [...own, ...general].filter(({ patch }) => patch.length > 0);
};

/** What holds a Bundle together. */
export const bundle: Mutator = (place, { resource }) => {
  const { value, path } = place;
  if (resource.resourceType !== 'Bundle' || path !== 'Bundle.entry' || !isObject(value)) return [];
  const request = isObject(value.request) ? value.request : {};
  return [
    taken('entry without request', place, ...('request' in value ? ['request'] : [])),
    taken('entry without resource', place, ...('resource' in value ? ['resource'] : [])),
    taken('entry without fullUrl', place, ...('fullUrl' in value ? ['fullUrl'] : [])),
    given('fullUrl that is relative', place, { fullUrl: 'Patient/1' }),
    given('fullUrl that is not its resource', place, { fullUrl: 'https://elsewhere.example/fhir/Medication/1' }),
    given('fullUrl of words', place, { fullUrl: 'urn:uuid:pas-un-uuid' }),
    given('another fullUrl', place, { fullUrl: 'urn:uuid:6f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11' }),
    given('method of nobody', place, { request: { ...request, method: 'ENVOYER' } }),
    given('request without url', place, { request: { method: 'POST' } }),
    given('an answer too', place, { response: { status: '201' } }),
    given('a search mode', place, { search: { mode: 'match' } }),
    given('two resources', place, { resource: [value.resource, value.resource] }),
  ].filter(({ patch }) => patch.length > 0);
};
