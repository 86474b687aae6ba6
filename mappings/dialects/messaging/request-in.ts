import { safeContactExtension } from '../../concepts/safe-contact.ts';
import type { Issue, Mapped } from '../../domain/mapped.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import { normalised } from '../card-aliases.ts';
import type { Heard, RequestNumber, WordsHeard } from '../dialect.ts';
import type { Incoming } from './incoming-message.ts';
import { lettersIn } from './letters-in.ts';
import { fault, notCarried, picked } from './not-carried.ts';
import { partyIn } from './party-in.ts';
import { unreadResources } from './unread.ts';
import { conceptText, narrativeWords, wordsAt } from './words-in.ts';

/** A request heard, and what was not carried over. */
export type RequestHeard = Mapped<{
  readonly heard: Extract<Heard, { readonly kind: 'request' }>;
  readonly issues: readonly Issue[];
}>;

/** Elements of a request that are ours too; codes of others stay beside their words. */
const REQUEST_ELEMENTS = [
  'status',
  'intent',
  'priority',
  'category',
  'code',
  'authoredOn',
  'occurrenceDateTime',
  'reasonCode',
] as const satisfies readonly (keyof fhir4.ServiceRequest)[];

/** Read elsewhere: number, child, who asks, letters, words. */
const READ_APART = [
  'extension',
  'identifier',
  'subject',
  'requester',
  'performer',
  'supportingInfo',
  'note',
  'patientInstruction',
  'orderDetail',
  'reasonReference',
] as const satisfies readonly (keyof fhir4.ServiceRequest)[];

const OUR_EXTENSIONS: ReadonlySet<string> = new Set([
  EXTENSIONS.safeContact,
  EXTENSIONS.conflictCheckName,
  EXTENSIONS.serviceLanguage,
  EXTENSIONS.rightConcerned,
  EXTENSIONS.childWishes,
  EXTENSIONS.facts,
]);

const CHILD_ELEMENTS = [
  'identifier',
  'name',
  'gender',
  'birthDate',
  'address',
  'communication',
] as const satisfies readonly (keyof fhir4.Patient)[];

/** What came with the request; a message has a header, whose sender asks where nobody else is named. */
export type RequestSource = Pick<Incoming, 'at' | 'resources'> & Partial<Pick<Incoming, 'header'>>;

/** A request that another system makes of us, with whom it is for, who asks and the letters beside it. */
export function requestIn(request: fhir4.ServiceRequest, incoming: RequestSource): RequestHeard {
  const number = numberIn(request.identifier);
  const faults = [
    ...(number === undefined ? [NO_NUMBER] : []),
    ...(request.status === 'active' ? [] : [NOT_ACTIVE]),
    ...(request.modifierExtension === undefined ? [] : [modifierIn('ServiceRequest')]),
  ];
  const patient = incoming.at(request.subject);
  if (request.subject.reference !== undefined && patient?.resourceType !== 'Patient') faults.push(NO_CHILD);
  const child = patient?.resourceType === 'Patient' ? childIn(patient) : undefined;
  if (patient?.resourceType === 'Patient' && patient.modifierExtension !== undefined)
    faults.push(modifierIn('Patient'));
  if (number === undefined || faults.length > 0) return { ok: false, issues: faults };

  const own = picked(request, [...REQUEST_ELEMENTS, ...READ_APART]);
  const letters = lettersIn(incoming.resources);
  const askedBy = partyIn(request.requester, incoming) ?? partyIn(incoming.header?.sender, incoming);
  const centre = centreAsked(request, incoming);
  const { status, intent, priority, authoredOn } = request;
  return {
    ok: true,
    value: {
      heard: {
        kind: 'request',
        request: {
          number,
          task: {
            resourceType: 'Task',
            status: 'requested',
            intent: 'order',
            code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
            ...(priority !== undefined && { priority }),
            ...(authoredOn !== undefined && { authoredOn }),
          },
          request: {
            ...elementsOf(request),
            status,
            intent,
            identifier: (request.identifier ?? []).filter(({ value }) => value !== undefined && value !== ''),
            subject: { type: 'Patient' },
            extension: [...extensionsOf(request)],
          },
          ...(child !== undefined && { child: child.resource }),
          letters: letters.letters,
        },
        ...(askedBy !== undefined && { askedBy }),
        ...(centre !== undefined && { centre }),
        words: wordsOf(request, incoming),
      },
      issues: [
        ...own.issues,
        ...foreignExtensions('ServiceRequest', request.extension, OUR_EXTENSIONS),
        ...(child?.issues ?? []),
        ...letters.issues,
        ...unreadResources(incoming, (one) => one === request || one === patient),
      ],
    },
  };
}

const elementsOf = (request: fhir4.ServiceRequest): fhir4.ServiceRequest =>
  // The request's own elements, narrowed to some of them: what FHIR requires is added by the caller.
  picked(request, REQUEST_ELEMENTS).picked as fhir4.ServiceRequest;

/** Our extensions; where no safe contact came, the default stands: through the centre. */
function extensionsOf({ extension = [] }: fhir4.ServiceRequest): readonly fhir4.Extension[] {
  const ours = extension.filter(({ url }) => OUR_EXTENSIONS.has(url));
  return ours.some(({ url }) => url === EXTENSIONS.safeContact)
    ? ours
    : [safeContactExtension({ through: 'centre' }), ...ours];
}

function childIn(patient: fhir4.Patient): { readonly resource: fhir4.Patient; readonly issues: readonly Issue[] } {
  const { picked: elements, issues } = picked(patient, [...CHILD_ELEMENTS, 'extension']);
  const { extension = [], identifier = [], ...rest } = elements;
  const interpreter = extension.filter(({ url }) => url === FOREIGN.interpreterRequired);
  const identifiers = identifier.filter(({ value }) => value !== undefined && value !== '').map(normalised);
  return {
    resource: {
      ...rest,
      resourceType: 'Patient',
      ...(identifiers.length > 0 && { identifier: identifiers }),
      ...(interpreter.length > 0 && { extension: interpreter }),
    },
    issues: [...issues, ...foreignExtensions('Patient', extension, new Set([FOREIGN.interpreterRequired]))],
  };
}

const foreignExtensions = (
  type: string,
  extension: readonly fhir4.Extension[] | undefined,
  known: ReadonlySet<string>,
): readonly Issue[] => (extension?.some(({ url }) => !known.has(url)) ? [notCarried(`${type}.extension`)] : []);

/** Which of our centres is asked, where the message names one: as performer, or as the header's receiver. */
function centreAsked(request: fhir4.ServiceRequest, { at, header }: RequestSource): string | undefined {
  const receivers = (header?.destination ?? []).flatMap(({ receiver }) => receiver ?? []);
  const named = [...(request.performer ?? []), ...receivers].flatMap((reference) => {
    const role = at(reference);
    const organization = role?.resourceType === 'PractitionerRole' ? at(role.organization) : role;
    const own = organization?.resourceType === 'Organization' ? (organization.identifier ?? []) : [];
    return [...(reference.identifier === undefined ? [] : [reference.identifier]), ...own];
  });
  return named.find(({ system, value }) => system === IDENTIFIERS.centre && value !== undefined)?.value;
}

/** Free text, for a person to read: notes, instructions, details, and what a reason that came as a resource is called. */
function wordsOf(request: fhir4.ServiceRequest, { at }: RequestSource): readonly WordsHeard[] {
  const reasons = (request.reasonReference ?? []).map((reference) => {
    const reason = at(reference);
    const coded =
      reason?.resourceType === 'Condition' || reason?.resourceType === 'Observation' ? reason.code : undefined;
    return conceptText(coded) ?? reference.display;
  });
  return [
    ...wordsAt(
      'ServiceRequest.note',
      (request.note ?? []).map(({ text }) => text),
    ),
    ...wordsAt('ServiceRequest.patientInstruction', [request.patientInstruction]),
    ...wordsAt('ServiceRequest.orderDetail', (request.orderDetail ?? []).map(conceptText)),
    ...wordsAt('ServiceRequest.reasonReference', reasons),
    ...narrativeWords(request),
  ];
}

/** The first number that is not empty. */
export function numberIn(identifiers: readonly fhir4.Identifier[] | undefined): RequestNumber | undefined {
  const own = identifiers?.find(({ value }) => value !== undefined && value !== '');
  if (own?.value === undefined) return undefined;
  return { ...(own.system !== undefined && { system: own.system }), value: own.value };
}

export const NO_NUMBER = fault(
  'ServiceRequest.identifier',
  'donnez à la demande un numéro qui ne soit pas vide : la réponse le nommera.',
  'give the request a number that is not empty: the answer will name it.',
);
const NO_CHILD = fault(
  'ServiceRequest.subject',
  'ne mène à aucun Patient du message, ou à plusieurs ; joignez-en un.',
  'leads to no Patient of the message, or to several; include one.',
  'not-found',
);
const NOT_ACTIVE = fault(
  'ServiceRequest.status',
  '« active » pour demander, « revoked » ou « entered-in-error » pour reprendre la demande.',
  '"active" to ask, "revoked" or "entered-in-error" to take the request back.',
  'value',
);

/** R4 §2.1.0.2: what has a modifier extension that is not understood may not be processed. */
export const modifierIn = (type: string): Issue =>
  fault(
    `${type}.modifierExtension`,
    'change le sens d’une façon que nous ne connaissons pas ; retirez-la.',
    'changes the meaning in a way that we do not know; leave it out.',
    'extension',
  );
