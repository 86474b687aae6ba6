import { CANONICAL } from '../canonical.ts';
import type { Bilingual } from '../codes.ts';
import { FACADE_OFFERS, type FacadeOffer, facadeOffer, isFacadeType, type SearchKind } from '../facade-offer.ts';
import { FHIR_VERSION } from './fhir-package-names.ts';
import { inEnglish } from './in-english.ts';
import type { Compiled } from './run-sushi.ts';

/** What the FHIR side of the gateway does with resources of one type for partners, each of what is addressed to it. */
interface Offer {
  readonly interaction: readonly fhir4.CapabilityStatementRestResourceInteraction[];
  readonly conditionalUpdate?: boolean;
  readonly searchParam?: readonly fhir4.CapabilityStatementRestResourceSearchParam[];
  readonly said: Bilingual;
}

type ResourceType = fhir4.CapabilityStatementRestResource['type'];

/** What a partner without a server of its own reads of a request that it collects. */
const READ_BY_ITS_NUMBER: Offer = {
  interaction: [{ code: 'read' }, { code: 'vread' }, { code: 'history-instance' }],
  said: {
    fr: 'Lecture, pour un partenaire qui relève ses demandes : sous le numéro de la tâche ; là où le centre le permet, de versions celle d’aujourd’hui seule.',
    en: 'Read, for a partner that collects its requests: under the Task’s number; where the centre lets it, of versions today’s alone.',
  },
};

/** All that one request shows it, at once. */
const EVERYTHING_BY_ITS_NUMBER: Bilingual = {
  fr: '$everything : là où le centre le permet, ce que cette demande lui montre, et rien d’une autre.',
  en: '$everything: where the centre lets it, what this request shows it, and nothing of another.',
};

const PARTNER_OFFERS: ReadonlyMap<ResourceType, Offer> = new Map([
  [
    'Task',
    {
      interaction: [...READ_BY_ITS_NUMBER.interaction, { code: 'update' }, { code: 'search-type' }],
      conditionalUpdate: true,
      searchParam: [
        { name: '_lastUpdated', type: 'date' },
        { name: 'identifier', type: 'token' },
        { name: 'owner', type: 'reference' },
        { name: 'requester', type: 'reference' },
        { name: 'status', type: 'token' },
      ],
      said: {
        fr: 'PUT Task?identifier=système|valeur : la réponse du destinataire. Pour un partenaire qui relève ses demandes : recherche, lecture, PUT Task/{id} avec If-Match ; là où le centre le permet, de versions celle d’aujourd’hui seule.',
        en: 'PUT Task?identifier=system|value: the recipient’s answer. For a partner that collects its requests: search, read, PUT Task/{id} with If-Match; where the centre lets it, of versions today’s alone.',
      },
    },
  ],
  ['ServiceRequest', READ_BY_ITS_NUMBER],
  [
    'Patient',
    {
      ...READ_BY_ITS_NUMBER,
      said: {
        fr: `${READ_BY_ITS_NUMBER.said.fr} ${EVERYTHING_BY_ITS_NUMBER.fr}`,
        en: `${READ_BY_ITS_NUMBER.said.en} ${EVERYTHING_BY_ITS_NUMBER.en}`,
      },
    },
  ],
  ['DocumentReference', READ_BY_ITS_NUMBER],
]);

/** What the gateway's FHIR side can do, with the profiles of ours that it knows of each type: what `/fhir/metadata` tells of a running one. */
export function capabilityStatement(compiled: Compiled, version: string): fhir4.CapabilityStatement {
  const profiles = profilesByType(compiled);
  return {
    resourceType: 'CapabilityStatement',
    id: 'gateway',
    language: 'fr-CA',
    url: `${CANONICAL}/CapabilityStatement/gateway`,
    version,
    name: 'Gateway',
    title: 'La passerelle',
    _title: inEnglish('The gateway'),
    status: 'active',
    experimental: false,
    // R4 wants a date; the statement came with the first version of the package.
    date: '2026-11-25',
    publisher: 'Passerelle',
    description: 'Ce que la façade FHIR de la passerelle sait faire.',
    _description: inEnglish('What the FHIR facade of the gateway can do.'),
    kind: 'capability',
    software: { name: 'Passerelle', version },
    implementationGuide: [`${CANONICAL}/ImplementationGuide/ca.passerelle.psc`],
    fhirVersion: FHIR_VERSION,
    format: ['json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'Authorization: Bearer' },
        resource: [...new Set([...PARTNER_OFFERS.keys(), ...facadeTypes(), ...profiles.keys()])]
          .sort()
          .map((type) => offered(type, profiles.get(type) ?? [])),
        operation: [PROCESS_MESSAGE],
      },
    ],
    messaging: [
      {
        documentation:
          'POST $process-message : les messages de CA:eReC et de BaRS, dans la langue que le registre donne à chaque partenaire.',
        _documentation: inEnglish(
          'POST $process-message: the messages of CA:eReC and of BaRS, in the dialect that the registry gives each partner.',
        ),
      },
    ],
  };
}

const facadeTypes = (): readonly ResourceType[] => Object.keys(FACADE_OFFERS).filter(isFacadeType);

/** What is done for either, centres and partners; the documentation says which is for whom. */
function offered(type: ResourceType, profiles: readonly string[]): fhir4.CapabilityStatementRestResource {
  const forPartners = PARTNER_OFFERS.get(type);
  const forCentres = isFacadeType(type) ? facadeOffer(type) : undefined;
  const said = [
    ...(forCentres === undefined ? [] : [READ_BY_ITS_CENTRE]),
    ...(forPartners === undefined ? [] : [forPartners.said]),
  ];
  const codes = new Set([
    ...(forCentres === undefined ? [] : READ_INTERACTIONS),
    ...(forPartners?.interaction ?? []).map(({ code }) => code),
  ]);
  const searchParam = [...searchParams(forCentres), ...(forPartners?.searchParam ?? [])].filter(
    ({ name }, nth, all) => all.findIndex((it) => it.name === name) === nth,
  );
  return {
    type,
    ...(profiles.length > 0 && { supportedProfile: [...profiles] }),
    ...(said.length > 0 && {
      documentation: said.map(({ fr }) => fr).join(' '),
      _documentation: inEnglish(said.map(({ en }) => en).join(' ')),
    }),
    ...(codes.size > 0 && { interaction: [...codes].map((code) => ({ code })) }),
    ...(forCentres !== undefined && { versioning: 'versioned' as const, readHistory: true }),
    ...(forPartners?.conditionalUpdate === true && { conditionalUpdate: true }),
    ...(forCentres?.includes !== undefined && { searchInclude: [...forCentres.includes] }),
    ...(forCentres?.revincludes !== undefined && { searchRevInclude: [...forCentres.revincludes] }),
    ...(searchParam.length > 0 && { searchParam }),
    operation: type === 'Patient' ? [EVERYTHING, VALIDATE] : [VALIDATE],
  };
}

const READ_INTERACTIONS = ['read', 'vread', 'history-instance', 'search-type'] as const;

const READ_BY_ITS_CENTRE: Bilingual = {
  fr: 'Pour une application de centre : ce que ce centre a écrit ; noms, dates de naissance, cartes et téléphones par POST _search seulement.',
  en: 'For a centre’s application: what that centre wrote; names, birth dates, cards and telephones by POST _search only.',
};

const SEARCH_TYPES = {
  code: 'token',
  identifier: 'token',
  reference: 'reference',
  date: 'date',
  'birth-date': 'date',
  name: 'string',
  telephone: 'token',
} as const satisfies Readonly<Record<SearchKind, fhir4.CapabilityStatementRestResourceSearchParam['type']>>;

/** A chained parameter is no search parameter of its own: docs/fhir-api.md names them. */
const searchParams = (offer: FacadeOffer | undefined): readonly fhir4.CapabilityStatementRestResourceSearchParam[] =>
  offer === undefined
    ? []
    : [
        { name: '_id', type: 'token' },
        { name: '_lastUpdated', type: 'date' },
        ...Object.entries(offer.search)
          .filter(([name]) => !name.includes('.'))
          .map(([name, kind]) => ({ name, type: SEARCH_TYPES[kind] })),
      ];

const EVERYTHING: fhir4.CapabilityStatementRestResourceOperation = {
  name: 'everything',
  definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
};

/** Any resource of R4 can be validated; those are named of which we have profiles. */
const VALIDATE: fhir4.CapabilityStatementRestResourceOperation = {
  name: 'validate',
  definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate',
};

const PROCESS_MESSAGE: fhir4.CapabilityStatementRestResourceOperation = {
  name: 'process-message',
  definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
};

/** Type of resource → our profiles of it. */
function profilesByType(compiled: Compiled): ReadonlyMap<ResourceType, readonly string[]> {
  const profiles = new Map<ResourceType, readonly string[]>();
  for (const [file, text] of compiled) {
    if (!file.startsWith('StructureDefinition-')) continue;
    const { type, url }: { type: ResourceType | 'Extension'; url: string } = JSON.parse(text);
    if (type === 'Extension') continue;
    profiles.set(type, [...(profiles.get(type) ?? []), url].sort());
  }
  return profiles;
}
