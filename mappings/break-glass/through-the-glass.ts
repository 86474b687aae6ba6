import { KINSHIPS, LEGAL_ROLES } from '../../profiles/codes.ts';
import { codeAmong, codingsOf } from '../concepts/code-map.ts';
import { extensionIn } from '../concepts/extension.ts';
import { findings } from '../concepts/findings.ts';
import { languagesFrom, personNameFrom } from '../concepts/name-and-telecom.ts';
import { periodFrom } from '../concepts/period.ts';
import { present, several } from '../concepts/present.ts';
import { safeContactFrom } from '../concepts/safe-contact.ts';
import { hasCome, hasPassed, type Now } from '../consent/moments.ts';
import type { Member, PersonName, SafeContact } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { labelsOf } from '../lenses/labels.ts';
import { type CareSeen, careSeen } from './care-seen.ts';
import { openedRequests } from './opened-requests.ts';
import { OPENS, through } from './opens.ts';

type Family = Extract<Member, { readonly kind: 'family' }>;

export interface AllergySeen {
  readonly substance: string;
  readonly reactions?: readonly string[];
  /** FHIR’s words: `low`, `high`, `unable-to-assess`. */
  readonly criticality?: string;
  /** FHIR’s words: `confirmed`, `unconfirmed`, `refuted` … */
  readonly verification?: string;
  readonly notedOn?: string;
}

/** Somebody who was said to be able to consent for the child; by telephone only through the safe contact. */
export interface ConsenterSeen {
  readonly name: PersonName;
  readonly legalRole: NonNullable<Family['legalRole']>;
  readonly kinship?: NonNullable<Family['kinship']>;
  readonly languages?: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** All that emergency access opens of one child. */
export interface GlassSeen {
  readonly child: {
    readonly id: string;
    readonly name?: PersonName;
    readonly birthDate?: string;
    readonly languages?: readonly string[];
    readonly interpreterRequired?: boolean;
  };
  /** Newest first; the same one once. */
  readonly safeContacts: readonly { readonly contact: SafeContact; readonly saidOn?: string }[];
  /** None is not that there are none: the answer says so. */
  readonly allergies: readonly AllergySeen[];
  readonly care: CareSeen;
  readonly mayConsent: readonly ConsenterSeen[];
}

export interface GlassScope {
  readonly centre: string;
  readonly child: string;
  readonly now: Now;
}

/** Types of what is looked at; the rest of a file is not even read. */
export const GLASS_TYPES = [
  'ServiceRequest',
  'Task',
  'EpisodeOfCare',
  'CareTeam',
  'RelatedPerson',
  'AllergyIntolerance',
] as const;

/**
 * Pure: what emergency access opens of a child’s file, built from nothing by the allow-list of `opens.ts`. Nothing of the legal file, nothing that is
 * labelled, nothing that a young person asked alone, nor what hangs on one of these; of a child whose own file is labelled, the number alone.
 */
export function throughTheGlass(resources: readonly fhir4.FhirResource[], scope: GlassScope): GlassSeen {
  const patient = resources.find((it): it is fhir4.Patient => isChild(it, scope));
  if (patient === undefined || labelsOf(patient).length > 0) return nothingOf(scope.child);
  const unlabelled = resources.filter((it) => labelsOf(it).length === 0);
  const opened = openedRequests(resources, patient);
  return {
    child: childSeen(patient, scope.child),
    safeContacts: contactsSeen(opened.map(({ request }) => request)),
    allergies: unlabelled.flatMap((it) => (it.resourceType === 'AllergyIntolerance' ? allergySeen(it) : [])),
    care: careSeen(unlabelled, opened, scope.now),
    mayConsent: unlabelled.flatMap((it) => (it.resourceType === 'RelatedPerson' ? consenterSeen(it, scope.now) : [])),
  };
}

const isChild = (resource: fhir4.FhirResource, { centre, child }: GlassScope): boolean =>
  resource.resourceType === 'Patient' &&
  (resource.identifier ?? []).some(({ system, value }) => system === IDENTIFIERS.child(centre) && value === child);

const nothingOf = (id: string): GlassSeen => ({
  child: { id },
  safeContacts: [],
  allergies: [],
  care: { people: [], enrolments: [], requests: [] },
  mayConsent: [],
});

function childSeen(patient: fhir4.Patient, id: string): GlassSeen['child'] {
  const seen = through(patient, OPENS.child);
  return present({
    id,
    name: personNameFrom(seen.of('name')?.[0]),
    birthDate: seen.of('birthDate'),
    languages: languagesFrom(seen.of('communication')),
    interpreterRequired: extensionIn(seen, FOREIGN.interpreterRequired, 'valueBoolean'),
  });
}

function contactsSeen(requests: readonly fhir4.ServiceRequest[]): GlassSeen['safeContacts'] {
  const told = requests.flatMap((request) => {
    const seen = through(request, OPENS.safeContacts);
    const contact = safeContactFrom({ resourceType: 'ServiceRequest', extension: seen.extension }, findings());
    return contact === undefined ? [] : [{ contact, saidOn: seen.of('authoredOn') }];
  });
  const newest = told.toSorted((one, other) => ((one.saidOn ?? '') < (other.saidOn ?? '') ? 1 : -1));
  return newest
    .filter(({ contact }, at) => newest.findIndex((it) => isSame(it.contact, contact)) === at)
    .map((it) => present(it));
}

const isSame = (one: SafeContact, other: SafeContact): boolean => JSON.stringify(one) === JSON.stringify(other);

function allergySeen(allergy: fhir4.AllergyIntolerance): readonly AllergySeen[] {
  const seen = through(allergy, OPENS.allergies);
  const substance = wordsOf(seen.of('code'));
  const verification = seen.of('verificationStatus')?.coding?.[0]?.code;
  // What was written by mistake is no allergy; one that was refuted is shown as such.
  if (substance === undefined || verification === 'entered-in-error') return [];
  const reactions = (seen.of('reaction') ?? []).flatMap(({ manifestation }) =>
    manifestation.flatMap((it) => wordsOf(it) ?? []),
  );
  return [
    present({
      substance,
      reactions: several(reactions),
      criticality: seen.of('criticality'),
      verification,
      notedOn: seen.of('recordedDate'),
    }),
  ];
}

/** A concept as a person reads it. */
const wordsOf = (concept: fhir4.CodeableConcept | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display;

function consenterSeen(person: fhir4.RelatedPerson, now: Now): readonly ConsenterSeen[] {
  const seen = through(person, OPENS.mayConsent);
  const codings = codingsOf(seen.of('relationship'));
  const legalRole = codeAmong({ system: CODE_SYSTEMS.circleRole, table: LEGAL_ROLES }, codings);
  const name = personNameFrom(seen.of('name')?.[0]);
  const period = seen.of('period');
  const { start, end } = period === undefined ? {} : periodFrom(period);
  const isNow = (start === undefined || hasCome(start, now)) && (end === undefined || !hasPassed(end, now));
  if (legalRole === undefined || name === undefined || !isNow || person.active === false) return [];
  return [
    present({
      name,
      legalRole,
      kinship: codeAmong({ system: FOREIGN.roleCode, table: KINSHIPS }, codings),
      languages: languagesFrom(seen.of('communication')),
      from: start,
      until: end,
    }),
  ];
}
