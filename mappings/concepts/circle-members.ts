import { KINSHIPS, LEGAL_ROLES } from '../../profiles/codes.ts';
import type { Member } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { type Entry, putEntry } from './bundle-entry.ts';
import { codeAmong, codeFrom, codingOf, codingsOf } from './code-map.ts';
import { institutionIdentity, organizationEntry, professionalEntries } from './directory.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf, partIdentities } from './identity.ts';
import {
  contactPointFrom,
  humanNameFrom,
  languageConcept,
  languagesFrom,
  personNameFrom,
  telecomFrom,
} from './name-and-telecom.ts';
import { fhirPeriodFrom } from './period.ts';
import { present, several } from './present.ts';
import { referenceInside } from './reference.ts';
import { childIdentity, memberNamed, type WhoScope } from './who.ts';

/** A person of the family or of the community. */
export type CirclePerson = Extract<Member, { readonly kind: 'family' | 'community' }>;

const RESOURCE_OF = {
  family: 'RelatedPerson',
  community: 'RelatedPerson',
  professional: 'PractitionerRole',
  institution: 'Organization',
} as const satisfies Record<Member['kind'], Identity['type']>;

const KINSHIP = { system: FOREIGN.roleCode, table: KINSHIPS };
const LEGAL_ROLE = { system: CODE_SYSTEMS.circleRole, table: LEGAL_ROLES };

/** Each member with the identity of the resource that stands for it, in their order. */
export const identifiedMembers = (
  members: readonly Member[],
  scope: WhoScope,
  root: Identity,
): readonly (readonly [Member, Identity])[] =>
  partIdentities(members, {
    centre: scope.centre,
    type: ({ kind }) => RESOURCE_OF[kind],
    root,
    kind: 'member',
    named: (id, { kind }) => memberIdentifier(kind, id, scope),
    words: ({ name }) =>
      typeof name === 'string' ? [name] : [name.text ?? '', name.family ?? '', ...(name.given ?? [])],
  });

/** The identifier of a member who has an id of the sender's. */
function memberIdentifier(kind: Member['kind'], id: string, scope: WhoScope): Pick<Identity, 'system' | 'value'> {
  if (kind === 'professional') return { system: IDENTIFIERS.professionalRole(scope.centre), value: id };
  return kind === 'institution' ? institutionIdentity(scope.centre, id) : memberNamed(scope)(id);
}

/** What stands for a member: a person of the circle is written; professionals and institutions are the directory's, made only if missing. */
export function memberEntries(member: Member, identity: Identity, scope: WhoScope): readonly Entry[] {
  switch (member.kind) {
    case 'family':
    case 'community':
      return [putEntry(identity, relatedPersonFrom(member, identity, scope))];
    case 'professional': {
      const { organization } = member;
      if (organization === undefined) return professionalEntries(scope.centre, member);
      const employer = institutionIdentity(scope.centre, organization.id);
      return [organizationEntry(employer, organization), ...professionalEntries(scope.centre, member, employer)];
    }
    case 'institution':
      return [organizationEntry(institutionIdentity(scope.centre, member.id), member)];
  }
}

const relatedPersonFrom = (person: CirclePerson, identity: Identity, scope: WhoScope): fhir4.RelatedPerson =>
  present({
    resourceType: 'RelatedPerson',
    meta: { profile: [PROFILES.circleMember] },
    identifier: [identifierOf(identity)],
    active: true,
    patient: referenceInside(childIdentity(scope)),
    relationship: several([
      // A display in French would contradict HL7's own for this code: the text says it.
      ...(person.kinship === undefined
        ? []
        : [{ coding: [{ system: FOREIGN.roleCode, code: person.kinship }], text: KINSHIPS[person.kinship].fr }]),
      ...(person.legalRole === undefined ? [] : [{ coding: [codingOf(LEGAL_ROLE, person.legalRole)] }]),
    ]),
    name: [humanNameFrom(person.name)],
    telecom: several(person.telecom?.map(contactPointFrom)),
    communication: several(person.languages?.map((language) => ({ language: languageConcept(language) }))),
    period: person.period && fhirPeriodFrom(person.period),
  });

/** What a RelatedPerson says of a person of the circle. */
export function personFrom(resource: fhir4.RelatedPerson, found: Findings) {
  const name = found.required(personNameFrom(resource.name?.[0]), 'RelatedPerson.name');
  const codings = codingsOf(resource.relationship);
  return (
    name &&
    present({
      name,
      kinship: codeFrom(KINSHIP, codings, 'RelatedPerson.relationship', found),
      legalRole: codeAmong(LEGAL_ROLE, codings),
      languages: languagesFrom(resource.communication),
      telecom: telecomFrom(resource.telecom, 'RelatedPerson.telecom', found),
    })
  );
}
