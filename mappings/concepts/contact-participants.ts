import { CONTACT_ROLES } from '../../profiles/codes/contacts.ts';
import type { Contact, HandOver, OtherPerson } from '../domain/concepts.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';
import { codeFrom, codingsOf } from './code-map.ts';
import type { Findings } from './findings.ts';
import { otherPersonFrom } from './other-person.ts';
import { participationAs } from './participation.ts';
import { present, several } from './present.ts';
import { referenceFromWho, type WhoScope } from './who.ts';

type Role = keyof typeof CONTACT_ROLES;
type Attended = Pick<Contact, 'participants' | 'handOver'>;

const ROLE = { system: CODE_SYSTEMS.contactRole, table: CONTACT_ROLES };
const AT = 'Encounter.participant';

/** Everybody whom a contact names. */
export const peopleIn = ({ participants = [], handOver = {} }: Attended): readonly (OtherPerson | undefined)[] => [
  ...participants,
  handOver.from,
  handOver.to,
];

/** Who was there, then who hands over and who takes over; the child is not among them, since R4 has no place for a Patient here. */
export const encounterParticipants = (
  { participants = [], handOver: { from, to } = {} }: Attended,
  scope: WhoScope,
): readonly fhir4.EncounterParticipant[] => [
  ...participants.map((who) => participantAs('present', who, scope)),
  ...(from === undefined ? [] : [participantAs('hands-over', from, scope)]),
  ...(to === undefined ? [] : [participantAs('takes-over', to, scope)]),
];

const participantAs = (role: Role, who: OtherPerson, scope: WhoScope): fhir4.EncounterParticipant => ({
  type: [participationAs(ROLE, role)],
  individual: referenceFromWho(who, scope),
});

/** Who was there, in their order, and who passed the thread to whom. */
export function attendedFrom(encounter: fhir4.Encounter, scope: WhoScope, found: Findings): Attended {
  const people = (encounter.participant ?? []).flatMap(({ type, individual }) => {
    const role = found.required(codeFrom(ROLE, codingsOf(type), `${AT}.type`, found), `${AT}.type`);
    const who = found.required(otherPersonFrom(individual, scope, `${AT}.individual`, found), `${AT}.individual`);
    return role === undefined || who === undefined ? [] : [{ role, who }];
  });
  const as = (role: Role) => people.filter((it) => it.role === role).map(({ who }) => who);
  const handOver: HandOver = present({ from: as('hands-over')[0], to: as('takes-over')[0] });
  return present({
    participants: several(as('present')),
    handOver: Object.keys(handOver).length === 0 ? undefined : handOver,
  });
}
