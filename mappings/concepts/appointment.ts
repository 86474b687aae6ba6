import type { Appointment } from '../domain/concepts.ts';
import { EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { appointmentParticipants, participantsFrom } from './appointment-participants.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codeMap } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import { findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { numberIn, referenceInside, referenceOutside } from './reference.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { whoEntries } from './who.ts';

type Status = NonNullable<Appointment['status']>;

const statuses = codeMap<Status, fhir4.Appointment['status']>({
  proposed: 'proposed',
  pending: 'pending',
  booked: 'booked',
  waitlist: 'waitlist',
  arrived: 'arrived',
  fulfilled: 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
  'entered-in-error': 'entered-in-error',
});

/** Appointment ⇄ Appointment. */
export const appointmentMapping: ConceptMapping<Appointment> = {
  name: 'appointment',
  root: (centre) => ({ type: 'Appointment', system: IDENTIFIERS.appointment(centre) }),
  toBundle: bundleFromAppointment,
  fromResources: appointmentFromResources,
};

/** How an appointment is known. */
export const appointmentIdentity = (centre: string, id: string): Identity<'Appointment'> => ({
  type: 'Appointment',
  system: IDENTIFIERS.appointment(centre),
  value: id,
});

/** What an appointment is as long as nobody says: booked once its time is known. */
const usualStatus = ({ start }: { readonly start?: string | undefined }): Status =>
  start === undefined ? 'proposed' : 'booked';

function bundleFromAppointment(appointment: Identified<Appointment>, context: MappingContext) {
  const { centre, child, happenedAt, partner, accompaniedBy = [], receivedBy = [] } = appointment;
  const scope = { centre, childId: child.id };
  const home = centreIdentity(centre);
  const root = appointmentIdentity(centre, appointment.id);
  const written = [putEntry(root, appointmentResourceFrom(appointment, root, context))];
  const name = context.recipient?.id === partner ? context.recipient?.name : undefined;
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...(partner === undefined ? [] : [organizationEntry(partnerIdentity(partner), { id: partner, name })]),
    ...whoEntries(
      [...accompaniedBy, ...receivedBy].map(({ who }) => who),
      scope,
    ),
    provenanceEntry(written, { happenedAt, agent: referenceInside(home) }, context),
  ]);
}

function appointmentResourceFrom(
  appointment: Identified<Appointment>,
  root: Identity,
  context: MappingContext,
): fhir4.Appointment {
  const { centre, child, status, statusReason, start, end, request } = appointment;
  // R4's app-4 speaks of `no-show`, which is no code (it is `noshow`): only a cancellation may have FHIR's own element.
  const isCancelled = status === 'cancelled';
  return present({
    resourceType: 'Appointment',
    meta: { profile: [PROFILES.appointment] },
    extension: [
      revisionExtension(appointment, context),
      ...extension(EXTENSIONS.statusReason, 'valueString', isCancelled ? undefined : statusReason),
    ],
    identifier: [identifierOf(root)],
    status: statuses.toFhir(status ?? usualStatus(appointment)),
    _status: impliedMark(status),
    cancelationReason: isCancelled && statusReason !== undefined ? { text: statusReason } : undefined,
    description: appointment.what,
    start,
    end,
    comment: appointment.note,
    basedOn: request === undefined ? undefined : [referenceOutside(requestIdentity(centre, request))],
    participant: appointmentParticipants(appointment, { centre, childId: child.id }),
  });
}

function appointmentFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('Appointment', IDENTIFIERS.appointment, found);
  if (root === undefined) return found.settle<Identified<Appointment>>(undefined);
  const { resource, centre, id } = root;
  const childId = found.required(
    resource.participant.map(({ actor }) => childIdIn(actor, centre)).find((child) => child !== undefined),
    'Appointment.participant.actor',
  );
  const revision = revisionFrom(resource, found);
  if (childId === undefined || revision === undefined) return found.settle<Identified<Appointment>>(undefined);
  const usual = statuses.toFhir(usualStatus(resource));
  return found.settle<Identified<Appointment>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      status: statuses.toDomain(saidStatus(resource.status, resource._status, usual), 'Appointment.status', found),
      statusReason: resource.cancelationReason?.text ?? extensionIn(resource, EXTENSIONS.statusReason, 'valueString'),
      start: resource.start,
      end: resource.end,
      what: resource.description,
      ...participantsFrom(resource, { centre, childId }, found),
      request: numberIn(resource.basedOn?.[0], IDENTIFIERS.request(centre), 'Appointment.basedOn', found),
      note: resource.comment,
    }),
  );
}
