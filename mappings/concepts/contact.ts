import { CONTACT_KINDS } from '../../profiles/codes/contacts.ts';
import type { Contact } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { appointmentIdentity } from './appointment.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codeFrom, codingOf, codingsOf, wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { encounterClass, settingFrom } from './contact-class.ts';
import { attendedFrom, encounterParticipants, peopleIn } from './contact-participants.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import { findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { numberIn, referenceInside, referenceOutside } from './reference.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { childReference, whoEntries } from './who.ts';

const KIND = { system: CODE_SYSTEMS.contactKind, table: CONTACT_KINDS };
const STATUSES = {
  planned: 'planned',
  'in-progress': 'in-progress',
  finished: 'finished',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<Contact['status']>, string>;

/** Contact ⇄ Encounter. */
export const contactMapping: ConceptMapping<Contact> = {
  name: 'contact',
  root: (centre) => ({ type: 'Encounter', system: IDENTIFIERS.contact(centre) }),
  toBundle: bundleFromContact,
  fromResources: contactFromResources,
};

/** How a contact is known. */
export const contactIdentity = (centre: string, id: string): Identity<'Encounter'> => ({
  type: 'Encounter',
  system: IDENTIFIERS.contact(centre),
  value: id,
});

function bundleFromContact(contact: Identified<Contact>, context: MappingContext): fhir4.Bundle<fhir4.FhirResource> {
  const { centre, child, happenedAt } = contact;
  const scope = { centre, childId: child.id };
  const home = centreIdentity(centre);
  const root = contactIdentity(centre, contact.id);
  const written = [putEntry(root, encounterFrom(contact, root, context))];
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...whoEntries(peopleIn(contact), scope),
    provenanceEntry(written, { happenedAt, agent: referenceInside(home) }, context),
  ]);
}

function encounterFrom(contact: Identified<Contact>, root: Identity, context: MappingContext): fhir4.Encounter {
  const { centre, child, kind, status, statusReason, about, where, request, appointment } = contact;
  const scope = { centre, childId: child.id };
  return present({
    resourceType: 'Encounter',
    meta: { profile: [PROFILES.contact] },
    extension: [
      revisionExtension(contact, context),
      ...extension(EXTENSIONS.childPresent, 'valueBoolean', contact.childPresent),
      ...extension(EXTENSIONS.note, 'valueString', contact.note),
      ...extension(
        FOREIGN.encounterReasonCancelled,
        'valueCodeableConcept',
        statusReason === undefined ? undefined : { text: statusReason },
      ),
    ],
    identifier: [identifierOf(root)],
    status: status ?? 'finished',
    _status: impliedMark(status),
    class: encounterClass(contact),
    type: [{ coding: [codingOf(KIND, kind)] }],
    subject: childReference(scope),
    basedOn: request === undefined ? undefined : [referenceOutside(requestIdentity(centre, request))],
    participant: several(encounterParticipants(contact, scope)),
    appointment: appointment === undefined ? undefined : [referenceOutside(appointmentIdentity(centre, appointment))],
    period: contact.period && fhirPeriodFrom(contact.period),
    reasonCode: about === undefined ? undefined : [{ text: about }],
    location: where === undefined ? undefined : [{ location: { display: where } }],
    serviceProvider: referenceInside(centreIdentity(centre)),
  });
}

function contactFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('Encounter', IDENTIFIERS.contact, found);
  if (root === undefined) return found.settle<Identified<Contact>>(undefined);
  const { resource: encounter, centre, id } = root;
  const childId = found.required(childIdIn(encounter.subject, centre), 'Encounter.subject.identifier');
  const revision = revisionFrom(encounter, found);
  const kind = found.required(codeFrom(KIND, codingsOf(encounter.type), 'Encounter.type', found), 'Encounter.type');
  if (childId === undefined || revision === undefined || kind === undefined)
    return found.settle<Identified<Contact>>(undefined);
  const scope = { centre, childId };
  return found.settle<Identified<Contact>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      kind,
      status: wordFrom(
        STATUSES,
        saidStatus(encounter.status, encounter._status, 'finished'),
        'Encounter.status',
        found,
      ),
      statusReason: extensionIn(encounter, FOREIGN.encounterReasonCancelled, 'valueCodeableConcept')?.text,
      setting: settingFrom(encounter, kind, found),
      where: encounter.location?.[0]?.location.display,
      period: encounter.period && periodFrom(encounter.period),
      about: encounter.reasonCode?.[0]?.text,
      childPresent: extensionIn(encounter, EXTENSIONS.childPresent, 'valueBoolean'),
      ...attendedFrom(encounter, scope, found),
      request: numberIn(encounter.basedOn?.[0], IDENTIFIERS.request(centre), 'Encounter.basedOn', found),
      appointment: numberIn(
        encounter.appointment?.[0],
        IDENTIFIERS.appointment(centre),
        'Encounter.appointment',
        found,
      ),
      note: extensionIn(encounter, EXTENSIONS.note, 'valueString'),
    }),
  );
}
