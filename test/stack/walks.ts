import type { Role } from '../../gateway/access/roles.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { type KnownReads, NAMED_PERSON } from './known-reads.ts';

/** How one GET route is tried. */
export interface Walk {
  /** A centre’s program unless said. */
  readonly by?: 'centre' | 'partner' | 'operator';
  /** The person of the centre for whom the program reads, where it takes one. */
  readonly person?: { readonly professional: string; readonly role: Role };
  /** Where something stands that the caller may read. */
  readonly path: (known: KnownReads) => string;
  /** What in that address names it; a list names nothing. */
  readonly id?: (known: KnownReads) => string;
  /** The id of another’s, where it is not enough that another asks for this one. */
  readonly anothers?: (known: KnownReads) => string;
  /** Of what nobody has, the list is empty. */
  readonly emptyIsListed?: true;
  /** The other centre has none of this at all, which it is told (403), whatever it asks for. */
  readonly isOffElsewhere?: true;
  /** What stands in the entry, where it is not which client read it. */
  readonly noted?: (known: KnownReads) => string;
  /** Why no entry is written. */
  readonly unnoted?: string;
}

const byId = (prefix: string, id: (known: KnownReads) => string, suffix = ''): Walk => ({
  path: (known) => `${prefix}${id(known)}${suffix}`,
  id,
});

/** A disclosure names the Task of the record. */
const partnersRead = (type: string, id: (known: KnownReads) => string = ({ number }) => number): Walk => ({
  ...byId(`/fhir/${type}/`, id),
  by: 'partner',
  anothers: ({ othersNumber }) => othersNumber,
  noted: ({ fhir }) => `Task/${fhir.Task}`,
});

/** The routes of the concepts are all of one shape. */
const conceptWalks = Object.fromEntries(
  Object.values(CONCEPT_PLURALS).map((plural) => {
    const route = ROUTES.find(({ method, path }) => method === 'get' && path === `/v1/${plural}/{id}`);
    return [route?.operationId ?? plural, byId(`/v1/${plural}/`, ({ concepts }) => concepts.get(plural) ?? '')];
  }),
);

const NO_CONTENT = 'numbers and the reason, never content: that is read at …/content, and noted';
const NO_CHILD = 'counts and states of partners: nothing about a child';

/** Every GET route that needs a token, by its operation. */
export const WALKS: Readonly<Record<string, Walk>> = {
  ...conceptWalks,
  readMotherFile: {
    ...byId('/v1/mother-files/', ({ concepts }) => concepts.get('mother-files') ?? ''),
    isOffElsewhere: true,
  },
  readMe: { path: () => '/v1/me', unnoted: 'who calls, told to themselves: nothing about anybody else' },
  findResources: { path: () => '/v1/resources', unnoted: 'a directory of services: nothing about a person' },
  readPartnerDirectory: {
    path: () => '/v1/partner-directory',
    unnoted: 'the partners of the registry: nothing about a person',
  },
  printPage: byId('/v1/referrals/', ({ paper }) => paper, '/page'),
  listInboundReferrals: { path: () => '/v1/inbound-referrals' },
  readInboundReferral: byId('/v1/inbound-referrals/', ({ inbound }) => inbound),
  listMatches: { path: () => '/v1/matches' },
  listWords: { path: () => '/v1/words' },
  readExchange: byId('/v1/exchanges/', ({ exchange }) => exchange),
  readChanges: { path: () => '/v1/changes?limit=1000' },
  listReferrals: { ...byId('/v1/children/', ({ child }) => child, '/referrals'), emptyIsListed: true },
  readTimeline: byId('/v1/children/', ({ child }) => child, '/timeline'),
  readChildCareCircle: byId('/v1/children/', ({ child }) => child, '/care-circle'),
  readChildActionPlan: byId('/v1/children/', ({ child }) => child, '/action-plan'),
  readTies: { ...byId('/v1/children/', ({ child }) => child, '/ties'), emptyIsListed: true },
  readLedger: byId('/v1/children/', ({ child }) => child, '/ledger'),
  listLoops: { path: () => '/v1/loops' },
  listFindings: { path: () => '/v1/findings' },
  readIndicators: { path: () => '/v1/indicators' },
  readMeasures: { path: () => '/v1/indicators/measures' },
  readMeasureReports: { path: () => '/v1/indicators/reports' },
  readIndicatorTable: { path: () => '/v1/indicators/table' },
  listEmergencyAccesses: { path: () => '/v1/break-glass' },
  readEmergencyAccess: { ...byId('/v1/break-glass/', ({ emergency }) => emergency), person: NAMED_PERSON },
  readRegister: { path: () => '/v1/register' },
  readRetention: { path: () => '/v1/retention' },
  listIncidents: { path: () => '/v1/incidents' },
  readIncident: byId('/v1/incidents/', ({ incident }) => incident),
  // Since then: what other tests asked of this partner before fills its first page.
  searchTasks: {
    by: 'partner',
    path: ({ since }) => `/fhir/Task?_lastUpdated=ge${since}`,
    noted: ({ fhir }) => `Task/${fhir.Task}`,
  },
  readTask: partnersRead('Task'),
  readServiceRequest: partnersRead('ServiceRequest'),
  readPatient: partnersRead('Patient'),
  readDocumentReference: partnersRead('DocumentReference', ({ document }) => document),
  facadeSearch: { path: () => '/fhir/CareTeam' },
  facadeRead: byId('/fhir/CareTeam/', ({ fhir }) => fhir.CareTeam),
  facadeHistory: byId('/fhir/CareTeam/', ({ fhir }) => fhir.CareTeam, '/_history'),
  facadeVersion: byId('/fhir/CareTeam/', ({ fhir }) => fhir.CareTeam, '/_history/1'),
  facadeEverything: byId('/fhir/Patient/', ({ fhir }) => fhir.Patient, '/$everything'),
  listDeadLetters: { path: () => '/v1/dead-letters', unnoted: NO_CONTENT },
  readDeadLetter: { ...byId('/v1/dead-letters/', ({ letter }) => letter), unnoted: NO_CONTENT },
  readDeadLetterContent: {
    ...byId('/v1/dead-letters/', ({ letter }) => letter, '/content'),
    noted: ({ letter }) => letter,
  },
  listAlerts: { by: 'operator', path: () => '/v1/alerts', unnoted: NO_CHILD },
  listPartners: { by: 'operator', path: () => '/v1/partners', unnoted: NO_CHILD },
};
