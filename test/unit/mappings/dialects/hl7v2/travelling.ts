import fc from 'fast-check';
import { patientFromChild } from '../../../../../mappings/concepts/child.ts';
import { CONCEPT_MAPPINGS } from '../../../../../mappings/concepts/concept-mappings.ts';
import type {
  OutgoingContext,
  TravellingAnswer,
  TravellingCancellation,
  TravellingRequest,
} from '../../../../../mappings/dialects/dialect.ts';
import { travellingRequest } from '../../../../../mappings/dialects/travelling-request.ts';
import type { AnswerSaid } from '../../../../../mappings/domain/lane-events.ts';
import type { ReferralState } from '../../../../../mappings/domain/referral-state.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { LENSES } from '../../../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../../../mappings/lenses/look-through.ts';
import { anyAnswers } from '../../../../generators/answers.ts';
import { children } from '../../../../generators/care-circles.ts';
import { fittingLenses } from '../../../../generators/fitting-lenses.ts';
import { mappingContexts } from '../../../../generators/mapping-contexts.ts';
import { instants, pastMoments } from '../../../../generators/moments.ts';
import { record } from '../../../../generators/record.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from '../../../../generators/requests.ts';
import { words } from '../../../../generators/words.ts';

const party = (id: string) =>
  record(
    { id: fc.constant(id), name: words(200), telephone: fc.constant('514 555-0120') },
    { requiredKeys: ['id', 'name'] },
  );

export const contexts: fc.Arbitrary<OutgoingContext> = record({
  messageId: fc.uuid(),
  at: instants,
  sender: party('verdun'),
  recipient: party('hopital-hl7'),
  language: fc.constantFrom('fr', 'en'),
  first: fc.boolean(),
  hl7v2: record(
    {
      application: fc.constant('SIURGE'),
      facility: fc.constantFrom('HOPITAL', "C.H. d'Enfants | Nord"),
      acknowledgement: fc.constantFrom('enhanced', 'original'),
    },
    { requiredKeys: ['application', 'facility'] },
  ),
});

const kinds = ['image/png', 'application/pdf', 'text/plain', 'image/jpeg', 'text/html'];

/** A letter that v2 can carry whole: one attachment with its data. */
const letters: fc.Arbitrary<fhir4.DocumentReference> = record({
  contentType: fc.constantFrom(...kinds),
  title: fc.string({ unit: fc.constantFrom('a', 'é', '|', '^', '&', '~', '\\', '-'), minLength: 1, maxLength: 40 }),
  // UTC has one spelling in v2.
  creation: instants.map((moment) => moment.replace(/\+00:00$/, 'Z')),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
}).map(({ contentType, title, creation, bytes }) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  description: title,
  content: [{ attachment: { contentType, title, creation, data: Buffer.from(bytes).toString('base64') } }],
}));

const bundles = fc.oneof(
  serviceReferrals().chain((it) =>
    mappingContexts(it).map((context) => CONCEPT_MAPPINGS['service-referral'].toBundle(it, context)),
  ),
  socialPrescriptions().chain((it) =>
    mappingContexts(it).map((context) => CONCEPT_MAPPINGS['social-prescription'].toBundle(it, context)),
  ),
  legalReferrals().chain((it) =>
    mappingContexts(it).map((context) => CONCEPT_MAPPINGS['legal-referral'].toBundle(it, context)),
  ),
);

/** Requests as they leave, through every real lens. */
export const requests: fc.Arbitrary<TravellingRequest> = fc
  .tuple(bundles, children(), fc.uuid(), instants, fc.array(letters, { maxLength: 2 }))
  .chain(([bundle, child, number, lastModified, along]) => {
    const request = (bundle.entry ?? [])
      .map(({ resource }) => resource)
      .find((it): it is fhir4.ServiceRequest => it?.resourceType === 'ServiceRequest') as fhir4.ServiceRequest;
    const task: fhir4.Task = {
      resourceType: 'Task',
      identifier: [{ system: IDENTIFIERS.task, value: number }],
      status: 'requested',
      intent: 'order',
      code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
      ...(request.authoredOn !== undefined && { authoredOn: request.authoredOn }),
      ...(request.priority !== undefined && { priority: request.priority }),
      lastModified,
    };
    const record = { task, request, child: patientFromChild(child, 'verdun') };
    return fittingLenses(record).map((lens) =>
      travellingRequest(task, lookThrough(LENSES[lens], record, 'hopital-hl7'), along),
    );
  });

const numbers = fc.oneof(
  fc.uuid().map((value) => ({ system: IDENTIFIERS.task as string, value })),
  words(30)
    .filter((text) => text.trim() === text && !/[\r\n]/.test(text))
    .map((value) => ({ value })),
);

export const cancellations: fc.Arbitrary<TravellingCancellation> = record(
  {
    number: numbers,
    state: fc.constantFrom('cancelled', 'entered-in-error'),
    accepted: fc.boolean(),
    happenedAt: pastMoments,
  },
  { requiredKeys: ['number', 'state', 'accepted'] },
);

/** Where each thing that an owner says leaves a request. */
const STATES: Readonly<Partial<Record<AnswerSaid['what'], ReferralState>>> = {
  acknowledged: 'received',
  accepted: 'accepted',
  declined: 'rejected',
  waitlisted: 'accepted',
  scheduled: 'accepted',
  started: 'in-progress',
  'no-show': 'in-progress',
  'awaiting-information': 'on-hold',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  'passed-on': 'accepted',
};

/** Answers of whoever owns a request of a partner, which knows it by a number of its own or of ours. */
export const ownersAnswers: fc.Arbitrary<TravellingAnswer> = fc
  .tuple(
    anyAnswers().filter(({ what }) => STATES[what] !== undefined),
    fc.uuid(),
    fc.array(letters, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([answer, value, along, statusAsked]) => ({
    number: { system: IDENTIFIERS.task, value },
    answer,
    state: STATES[answer.what] ?? 'accepted',
    letters: along,
    ...(statusAsked && { statusAsked }),
  }));
