import { APPOINTMENT_ROLES } from '../../profiles/codes/contacts.ts';
import type { Appointment, AppointmentPerson } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { codeFrom, codingOf, codingsOf, wordFrom } from './code-map.ts';
import { partnerIdentity } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { otherPersonFrom } from './other-person.ts';
import { participationAs } from './participation.ts';
import { present, several } from './present.ts';
import { numberIn, referenceInside, referenceOutside } from './reference.ts';
import { resourceIdentity } from './resource.ts';
import { childReference, referenceFromWho, type WhoScope } from './who.ts';

type Role = keyof typeof APPOINTMENT_ROLES;
type Answer = NonNullable<AppointmentPerson['answer']>;
type Expected = Pick<
  Appointment,
  'familyAnswer' | 'accompaniedBy' | 'partner' | 'partnerAnswer' | 'resource' | 'receivedBy' | 'where'
>;

const ROLE = { system: CODE_SYSTEMS.appointmentRole, table: APPOINTMENT_ROLES };
const ANSWERS = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
  'needs-action': 'needs-action',
} as const satisfies Record<Answer, string>;
const AT = 'Appointment.participant';

/** Whoever has not answered is still to be asked. */
const UNANSWERED = 'needs-action';

/** The child first, then who goes along, the partner, the resource, who receives, and the place: FHIR asks even the place for an answer. */
export const appointmentParticipants = (
  { familyAnswer, accompaniedBy = [], partner, partnerAnswer, resource, receivedBy = [], where }: Expected,
  scope: WhoScope,
): fhir4.AppointmentParticipant[] => [
  answered(familyAnswer, { type: [participationAs(ROLE, 'child')], actor: childReference(scope) }),
  ...accompaniedBy.map((person) => personAs('accompanies', person, scope)),
  ...(partner === undefined ? [] : [answered(partnerAnswer, partnerParticipant(partner))]),
  ...(resource === undefined ? [] : [answered(undefined, resourceParticipant(resource, scope))]),
  ...receivedBy.map((person) => personAs('receives', person, scope)),
  ...(where === undefined
    ? []
    : [answered(undefined, { type: [{ coding: [codingOf(ROLE, 'place')] }], actor: { display: where } })]),
];

const answered = (
  answer: Answer | undefined,
  participant: Omit<fhir4.AppointmentParticipant, 'status'>,
): fhir4.AppointmentParticipant =>
  present({ ...participant, status: answer ?? UNANSWERED, _status: impliedMark(answer) });

const personAs = (role: Role, { who, answer }: AppointmentPerson, scope: WhoScope): fhir4.AppointmentParticipant =>
  answered(answer, { type: [participationAs(ROLE, role)], actor: referenceFromWho(who, scope) });

const partnerParticipant = (partner: string): Omit<fhir4.AppointmentParticipant, 'status'> => ({
  extension: extension(EXTENSIONS.receivingOrganization, 'valueReference', referenceInside(partnerIdentity(partner))),
  type: [participationAs(ROLE, 'partner')],
});

const resourceParticipant = (resource: string, { centre }: WhoScope): Omit<fhir4.AppointmentParticipant, 'status'> => ({
  type: [participationAs(ROLE, 'resource')],
  actor: referenceOutside(resourceIdentity(centre, resource)),
});

/** Who is expected, in their order, and what each answered. */
export function participantsFrom(appointment: fhir4.Appointment, scope: WhoScope, found: Findings): Expected {
  const participants = appointment.participant.map((participant) => {
    const role = codeFrom(ROLE, codingsOf(participant.type), `${AT}.type`, found);
    return { role: found.required(role, `${AT}.type`), participant };
  });
  const as = (role: Role) => participants.filter((it) => it.role === role).map(({ participant }) => participant);
  const people = (role: Role) =>
    several(as(role).flatMap((participant) => personFrom(participant, scope, found) ?? []));
  const [child] = as('child');
  const [partner] = as('partner');
  return present({
    familyAnswer: child && answerOf(child, found),
    accompaniedBy: people('accompanies'),
    partner: numberIn(
      extensionIn(partner, EXTENSIONS.receivingOrganization, 'valueReference'),
      IDENTIFIERS.partner,
      `${AT}.extension('${EXTENSIONS.receivingOrganization}')`,
      found,
    ),
    partnerAnswer: partner && answerOf(partner, found),
    resource: numberIn(as('resource')[0]?.actor, IDENTIFIERS.resource(scope.centre), `${AT}.actor`, found),
    receivedBy: people('receives'),
    where: as('place')[0]?.actor?.display,
  });
}

function personFrom(
  participant: fhir4.AppointmentParticipant,
  scope: WhoScope,
  found: Findings,
): AppointmentPerson | undefined {
  const who = found.required(otherPersonFrom(participant.actor, scope, `${AT}.actor`, found), `${AT}.actor`);
  return who && present({ who, answer: answerOf(participant, found) });
}

const answerOf = ({ status, _status }: fhir4.AppointmentParticipant, found: Findings): Answer | undefined =>
  wordFrom(ANSWERS, saidStatus(status, _status, UNANSWERED), `${AT}.status`, found);
