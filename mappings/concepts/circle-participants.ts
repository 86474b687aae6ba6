import { PILLARS, PIVOT } from '../../profiles/codes.ts';
import type { Member, Period } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { personFrom } from './circle-members.ts';
import { codeAmong, codingOf, codingsOf, wordFrom } from './code-map.ts';
import { institutionIdentity } from './directory.ts';
import { extension, extensionIn, extensions, extensionsIn, extensionValuesIn } from './extension.ts';
import type { Findings } from './findings.ts';
import type { FoundResources } from './found-resources.ts';
import { type Identity, partId } from './identity.ts';
import { contactPointFrom, telecomFrom } from './name-and-telecom.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { memberNamed, type WhoScope } from './who.ts';

type Directory = Extract<Member, { readonly kind: 'professional' | 'institution' }>;

const PILLAR = { system: CODE_SYSTEMS.circleRole, table: PILLARS };
const HOLDS_THE_THREAD = { system: CODE_SYSTEMS.circleRole, table: { pivot: PIVOT } };
const MEMBER_KINDS = {
  family: 'family',
  community: 'community',
  professional: 'professional',
  institution: 'institution',
} as const;

/**
 * A member's place in the team. What the circle says of a professional or an institution stands here and not in the directory, where somebody else's words
 * may already be.
 */
export const participantFrom = (
  member: Member,
  identity: Identity,
  pivot: string | undefined,
  centre: string,
): fhir4.CareTeamParticipant =>
  present({
    extension: [{ url: EXTENSIONS.participant, extension: participantDetails(member, centre) }],
    role: several([
      ...(member.pillar === undefined ? [] : [{ coding: [codingOf(PILLAR, member.pillar)] }]),
      ...(pivot !== undefined && member.id === pivot ? [pivotRole()] : []),
      ...(member.role === undefined ? [] : [{ text: member.role }]),
    ]),
    member: referenceInside(identity, typeof member.name === 'string' ? member.name : undefined),
    period: member.period && fhirPeriodFrom(member.period),
  });

/** A pivot whom the circle names and does not list: kept as it was said. */
export const pivotElsewhere = (pivot: string): fhir4.CareTeamParticipant => ({
  extension: [{ url: EXTENSIONS.participant, extension: extension('named', 'valueString', pivot) }],
  role: [pivotRole()],
});

const pivotRole = (): fhir4.CodeableConcept => ({ coding: [codingOf(HOLDS_THE_THREAD, 'pivot')] });

function participantDetails(member: Member, centre: string): fhir4.Extension[] {
  const kind = extension('kind', 'valueCode', member.kind);
  if (member.kind === 'family' || member.kind === 'community') return kind;
  const organization = member.kind === 'professional' ? member.organization : undefined;
  return [
    ...kind,
    ...extensions('telecom', 'valueContactPoint', member.telecom?.map(contactPointFrom)),
    ...extensions('language', 'valueCode', member.languages),
    ...extension(
      'organization',
      'valueReference',
      organization && referenceInside(institutionIdentity(centre, organization.id), organization.name),
    ),
  ];
}

/** A participant as the circle said it. */
export interface Participant {
  readonly member?: Member;
  /** The id by which the circle names this participant as its pivot. */
  readonly pivot?: string;
}

/** One member back, with whether it is the pivot; nothing for the child, whom the circle names apart. */
export function participantOf(
  participant: fhir4.CareTeamParticipant,
  {
    scope,
    resources,
    found,
  }: { readonly scope: WhoScope; readonly resources: FoundResources; readonly found: Findings },
): Participant {
  if (identifierIn(participant.member)?.system === IDENTIFIERS.child(scope.centre)) return {};
  const [details] = extensionsIn(participant, EXTENSIONS.participant);
  const isPivot = codeAmong(HOLDS_THE_THREAD, codingsOf(participant.role)) !== undefined;
  const named = extensionIn(details, 'named', 'valueString');
  if (named !== undefined) return isPivot ? { pivot: named } : {};
  const member = memberFrom(participant, details, scope, resources, found);
  return present({ member, pivot: isPivot ? member?.id : undefined });
}

function memberFrom(
  participant: fhir4.CareTeamParticipant,
  details: fhir4.Extension | undefined,
  scope: WhoScope,
  resources: FoundResources,
  found: Findings,
): Member | undefined {
  const kind = wordFrom(
    MEMBER_KINDS,
    found.required(
      extensionIn(details, 'kind', 'valueCode'),
      `CareTeam.participant.extension('${EXTENSIONS.participant}')`,
    ),
    `CareTeam.participant.extension('${EXTENSIONS.participant}')`,
    found,
  );
  if (kind === undefined) return undefined;
  const place = {
    pillar: codeAmong(PILLAR, codingsOf(participant.role)),
    role: participant.role?.find(({ text }) => text !== undefined)?.text,
    period: participant.period && periodFrom(participant.period),
  };
  if (kind === 'professional' || kind === 'institution') {
    return directoryMember(kind, participant.member, details, place, found);
  }
  const resource = resources.at('RelatedPerson', participant.member, 'CareTeam.participant.member', found);
  const person = resource && personFrom(resource, found);
  const identifier = identifierIn(participant.member);
  return person && present({ kind, id: identifier && partId(identifier, memberNamed(scope)), ...place, ...person });
}

interface Place {
  readonly pillar: Member['pillar'];
  readonly role: string | undefined;
  readonly period: Period | undefined;
}

function directoryMember(
  kind: Directory['kind'],
  reference: fhir4.Reference | undefined,
  details: fhir4.Extension | undefined,
  place: Place,
  found: Findings,
): Directory | undefined {
  const id = found.required(identifierIn(reference)?.value, 'CareTeam.participant.member.identifier');
  const name = found.required(reference?.display, 'CareTeam.participant.member.display');
  const telecom = telecomFrom(
    extensionValuesIn(details, 'telecom', 'valueContactPoint'),
    'CareTeam.participant',
    found,
  );
  const languages = several(extensionValuesIn(details, 'language', 'valueCode'));
  if (id === undefined || name === undefined) return undefined;
  const said = { id, name, ...place, telecom, languages };
  if (kind === 'institution') return present({ kind, ...said });
  const organization = extensionIn(details, 'organization', 'valueReference');
  return present({
    kind,
    ...said,
    organization: organization && organizationFrom(organization, found),
  });
}

function organizationFrom(reference: fhir4.Reference, found: Findings) {
  const id = found.required(identifierIn(reference)?.value, 'CareTeam.participant.extension.organization.identifier');
  const name = found.required(reference.display, 'CareTeam.participant.extension.organization.display');
  return id === undefined || name === undefined ? undefined : { id, name };
}
