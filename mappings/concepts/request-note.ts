import type { Bilingual } from '../../profiles/codes.ts';
import type { RequestNote } from '../domain/concepts.ts';
import { IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside, referenceOutside } from './reference.ts';
import { taskIdentifier } from './referral-task.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { childReference, referenceFromWho, whoEntries, whoFromReference } from './who.ts';

const STATUSES = {
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<RequestNote['status']>, string>;

/** Note about a request ⇄ Communication about the request, and about its Task at one recipient where the note names one. */
export const requestNoteMapping: ConceptMapping<RequestNote> = {
  name: 'request-note',
  root: (centre) => ({ type: 'Communication', system: IDENTIFIERS.requestNote(centre) }),
  toBundle: bundleFromRequestNote,
  fromResources: requestNoteFromResources,
};

/** How a note about a request is known. */
export const requestNoteIdentity = (centre: string, id: string): Identity<'Communication'> => ({
  type: 'Communication',
  system: IDENTIFIERS.requestNote(centre),
  value: id,
});

function bundleFromRequestNote(note: Identified<RequestNote>, context: MappingContext) {
  const { centre, child, happenedAt, sender, to = [], recipient } = note;
  const scope = { centre, childId: child.id };
  const home = centreIdentity(centre);
  const root = requestNoteIdentity(centre, note.id);
  const written = [putEntry(root, communicationFrom(note, root, context))];
  const name = context.recipient?.id === recipient ? context.recipient?.name : undefined;
  const agent = sender === undefined ? referenceInside(home) : referenceFromWho(sender, scope);
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...(recipient === undefined ? [] : [organizationEntry(partnerIdentity(recipient), { id: recipient, name })]),
    ...whoEntries([sender, ...to], scope),
    provenanceEntry(written, { happenedAt, agent }, context),
  ]);
}

function communicationFrom(
  note: Identified<RequestNote>,
  root: Identity,
  context: MappingContext,
): fhir4.Communication {
  const { centre, child, status, sender, to } = note;
  const scope = { centre, childId: child.id };
  return present({
    resourceType: 'Communication',
    meta: { profile: [PROFILES.requestNote] },
    extension: [revisionExtension(note, context)],
    identifier: [identifierOf(root)],
    status: status ?? 'completed',
    _status: impliedMark(status),
    subject: childReference(scope),
    about: aboutFrom(note),
    sent: note.happenedAt,
    recipient: several(to?.map((who) => referenceFromWho(who, scope))),
    sender: sender && referenceFromWho(sender, scope),
    payload: [{ contentString: note.words }],
  });
}

/** The request first; then, for one recipient, the Task by which they have it, and the recipient, since the Task's number does not tell who that is. */
const aboutFrom = ({ centre, request, recipient }: RequestNote): fhir4.Reference[] => [
  referenceOutside(requestIdentity(centre, request)),
  ...(recipient === undefined
    ? []
    : [
        referenceOutside({ type: 'Task', ...taskIdentifier(centre, request, recipient) }),
        referenceInside(partnerIdentity(recipient)),
      ]),
];

function requestNoteFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('Communication', IDENTIFIERS.requestNote, found);
  if (root === undefined) return found.settle<Identified<RequestNote>>(undefined);
  const { resource, centre, id } = root;
  const childId = found.required(childIdIn(resource.subject, centre), 'Communication.subject.identifier');
  const revision = revisionFrom(resource, found);
  const about = resource.about ?? [];
  const request = found.required(numberAbout(about, IDENTIFIERS.request(centre)), 'Communication.about.identifier');
  const words = found.required(resource.payload?.[0]?.contentString, 'Communication.payload.content');
  if (childId === undefined || revision === undefined || request === undefined || words === undefined)
    return found.settle<Identified<RequestNote>>(undefined);
  const scope = { centre, childId };
  const recipient = numberAbout(about, IDENTIFIERS.partner);
  const task = recipient === undefined ? undefined : taskIdentifier(centre, request, recipient).value;
  if (numberAbout(about, IDENTIFIERS.task) !== task) found.report('conflict', 'Communication.about', ANOTHER_TASK);
  return found.settle<Identified<RequestNote>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      status: wordFrom(
        STATUSES,
        saidStatus(resource.status, resource._status, 'completed'),
        'Communication.status',
        found,
      ),
      request,
      recipient,
      sender: whoFromReference(resource.sender, scope, 'Communication.sender', found),
      to: several(
        resource.recipient?.flatMap((who) => whoFromReference(who, scope, 'Communication.recipient', found) ?? []),
      ),
      words,
    }),
  );
}

/** The number, in this system, of what a note is about; undefined if it is about no such thing. */
const numberAbout = (about: readonly fhir4.Reference[], system: string): string | undefined =>
  about.find(({ identifier }) => identifier?.system === system)?.identifier?.value;

const ANOTHER_TASK: Bilingual = {
  fr: 'La tâche dont parle la note n’est pas celle de ce destinataire pour cette demande.',
  en: 'The task that the note is about is not this recipient’s for this request.',
};
