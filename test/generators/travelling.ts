import fc from 'fast-check';
import { patientFromChild } from '../../mappings/concepts/child.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import type {
  OutgoingContext,
  TravellingAnswer,
  TravellingCancellation,
  TravellingRequest,
} from '../../mappings/dialects/dialect.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import type { AnswerSaid } from '../../mappings/domain/lane-events.ts';
import type { ReferralState } from '../../mappings/domain/referral-state.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { LENSES } from '../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../mappings/lenses/look-through.ts';
import { aTask } from '../builders/a-task.ts';
import { answers } from './answers.ts';
import { children } from './care-circles.ts';
import { fittingLenses } from './fitting-lenses.ts';
import { letters } from './letters.ts';
import { mappingContexts } from './mapping-contexts.ts';
import { moments } from './moments.ts';
import { record } from './record.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from './requests.ts';
import { some, words } from './words.ts';

const parties = (id: string) =>
  record(
    { id: fc.constant(id), name: words(200), telephone: fc.constant('613 555-0120') },
    { requiredKeys: ['id', 'name'] },
  );

/** What the gateway knows when something leaves for a partner. */
export const outgoingContexts: fc.Arbitrary<OutgoingContext> = record({
  messageId: fc.uuid(),
  at: fc.constant('2026-11-25T12:00:00.000Z'),
  sender: parties('carrefour-vanier'),
  recipient: parties('triage-ereferral'),
  language: fc.constantFrom('fr', 'en'),
  first: fc.boolean(),
});

/** The requests that our mappings make of what the door takes, as bundles. */
const requests: fc.Arbitrary<fhir4.ServiceRequest> = fc
  .oneof(
    serviceReferrals().chain((it) =>
      mappingContexts(it).map((context) => CONCEPT_MAPPINGS['service-referral'].toBundle(it, context)),
    ),
    socialPrescriptions().chain((it) =>
      mappingContexts(it).map((context) => CONCEPT_MAPPINGS['social-prescription'].toBundle(it, context)),
    ),
    legalReferrals().chain((it) =>
      mappingContexts(it).map((context) => CONCEPT_MAPPINGS['legal-referral'].toBundle(it, context)),
    ),
  )
  .map(({ entry = [] }) => {
    const request = entry.find(({ resource }) => resource?.resourceType === 'ServiceRequest')?.resource;
    if (request?.resourceType !== 'ServiceRequest') throw new Error('a request makes a ServiceRequest');
    return { ...request, status: 'active' as const };
  });

const SENT_THROUGH = ['public-network', 'lawyer-conflict-check', 'lawyer-accepted', 'community'] as const;

/** Any request of ours as it travels: cut by a real lens. */
export const travellingRequests: fc.Arbitrary<TravellingRequest> = record({
  request: requests,
  child: children(),
  letters: some(letters, 2),
}).chain(({ request, child, letters: along }) => {
  const { priority, authoredOn } = request;
  const task = aTask({ ...(priority !== undefined && { priority }), ...(authoredOn !== undefined && { authoredOn }) });
  const from = { task, request, child: patientFromChild(child, 'carrefour-vanier') };
  return fittingLenses(from, SENT_THROUGH).map((lens) =>
    travellingRequest(task, lookThrough(LENSES[lens], from, 'triage-ereferral'), along),
  );
});

/** Where a request may stand after each thing that an owner says. */
const STATES: Readonly<Partial<Record<AnswerSaid['what'], readonly ReferralState[]>>> = {
  acknowledged: ['received'],
  accepted: ['accepted'],
  declined: ['rejected'],
  waitlisted: ['accepted'],
  scheduled: ['accepted', 'in-progress'],
  started: ['in-progress'],
  'no-show': ['accepted', 'in-progress'],
  'awaiting-information': ['on-hold'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

const numbers = record({ system: fc.constant(IDENTIFIERS.task as string), value: fc.uuid() });

/** Anything that an owner may answer, with where the request stands after it. */
export const travellingAnswers: fc.Arbitrary<TravellingAnswer> = answers()
  .filter(({ what }) => STATES[what] !== undefined)
  .chain(({ recipient: _recipient, channel: _channel, ...answer }) =>
    record(
      {
        number: numbers,
        answer: fc.constant({ ...answer, channel: 'system' as const }),
        state: fc.constantFrom(...(STATES[answer.what] ?? [])),
        letters: some(letters, 2),
        thread: fc.constantFrom('{}', '{"reference":"ServiceRequest/theirs-1"}'),
      },
      { requiredKeys: ['number', 'answer', 'state', 'letters'] },
    ),
  );

/** A request taken back before or after it was accepted. */
export const travellingCancellations: fc.Arbitrary<TravellingCancellation> = record(
  {
    number: numbers,
    state: fc.constantFrom('cancelled' as const, 'entered-in-error' as const),
    accepted: fc.boolean(),
    happenedAt: moments,
  },
  { requiredKeys: ['number', 'state', 'accepted'] },
);
