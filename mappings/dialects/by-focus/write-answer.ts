import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../../profiles/codes.ts';
import { codingOf } from '../../concepts/code-map.ts';
import { ANSWER_MEANINGS } from '../../domain/referral-table.ts';
import { stopNumber } from '../../domain/stop-number.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import type { OutgoingContext, TravellingAnswer, TravellingCancellation, Written } from '../dialect.ts';
import type { Guide } from './guide.ts';
import { lost } from './losses.ts';
import { type AskersPart, askersPartIn } from './thread.ts';
import { createOnce, put, putById, transaction, urlIn } from './transaction.ts';

/** What the centre answers, on the asker's own Task: what it said of itself stays, where it stands is new. */
export function writeAnswer(guide: Guide, travelling: TravellingAnswer, context: OutgoingContext): Written {
  const { number, answer, state, letters, thread } = travelling;
  const { messageId, language, at } = context;
  const url = (part: string) => urlIn(messageId, part);
  const { id, ...asked }: AskersPart = askersPartIn(thread) ?? { identifier: [number], code: FULFILL };
  const status = state === 'received' ? 'requested' : state;
  const { business } = ANSWER_MEANINGS[answer.what];
  const codes = [
    ...guide.businessCodes(state, answer.what),
    ...(business === undefined
      ? []
      : [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)]),
  ];
  // FHIR's inv-1: a Task cannot have changed before it was written.
  const tooEarly = asked.authoredOn !== undefined && Date.parse(answer.happenedAt) < Date.parse(asked.authoredOn);
  const explained = answer.reason !== undefined || answer.words !== undefined;
  const outcome =
    answer.outcome === undefined
      ? undefined
      : guide.outcome({
          words: answer.outcome,
          happenedAt: answer.happenedAt,
          at,
          urlOf: url,
          number,
          ...(asked.focus !== undefined && { focus: asked.focus }),
          ...(asked.for !== undefined && { subject: asked.for }),
        });
  const output = [
    ...(answer.appointmentAt === undefined ? [] : [{ type: APPOINTMENT, valueDateTime: answer.appointmentAt }]),
    ...(outcome === undefined ? [] : [outcome.output]),
  ];
  const task: fhir4.Task = {
    resourceType: 'Task',
    meta: { profile: [guide.profiles.task] },
    ...asked,
    status,
    intent: 'order',
    lastModified: tooEarly ? at : answer.happenedAt,
    owner: { ...asked.owner, display: answer.saidBy },
    ...(codes.length > 0 && { businessStatus: { coding: codes } }),
    ...(explained && {
      statusReason: {
        ...(answer.reason !== undefined && {
          coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, answer.reason)],
        }),
        text: answer.words ?? DECLINE_REASONS[answer.reason ?? 'withdrawn'][language],
      },
    }),
    ...(output.length > 0 && { output }),
  };
  return transaction(
    messageId,
    [
      id === undefined ? put(url('Task'), task, number) : putById(url('Task'), task, id),
      ...(outcome === undefined ? [] : [put(outcome.fullUrl, outcome.resource, outcome.identifier)]),
      ...letters.map((letter) =>
        put(url(`DocumentReference ${letter.identifier?.[0]?.value}`), letter, letter.identifier?.[0]),
      ),
    ],
    [
      ...(status === state ? [] : [lost('Task.status')]),
      ...(answer.priority === undefined ? [] : [lost('Answer.priority')]),
      ...(answer.ratings === undefined ? [] : [lost('Answer.ratings')]),
      ...(answer.passedOn === undefined ? [] : [lost('Answer.passedOn')]),
      ...(tooEarly ? [lost('Task.lastModified')] : []),
    ],
  );
}

const APPOINTMENT: fhir4.CodeableConcept = {
  coding: [{ system: CODE_SYSTEMS.referralOutput, code: 'appointment' }],
  text: 'Rendez-vous / Appointment',
};
const FULFILL: fhir4.CodeableConcept = { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] };

/**
 * The bare cancellation: number and «withdrawn», nothing else (fhir.md §6). Work that was accepted is asked to stop, and goes on until its
 * owner answers: with a Task of its own (Clinical Order Workflows), or by what the same Task says (BSeR 5.2).
 */
export function writeCancellation(
  guide: Guide,
  cancellation: TravellingCancellation,
  context: OutgoingContext,
): Written {
  const { number, state, accepted, happenedAt } = cancellation;
  const { messageId, language } = context;
  const when = happenedAt === undefined ? {} : { lastModified: happenedAt };
  const reason: fhir4.CodeableConcept = {
    coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }],
    text: DECLINE_REASONS.withdrawn[language],
  };
  const fullUrl = urlIn(messageId, 'Task');
  const identifier = [guide.numbered(number)];
  const bare: fhir4.Task = {
    resourceType: 'Task',
    identifier,
    status: state,
    intent: 'order',
    ...when,
    statusReason: reason,
  };
  if (!accepted || state === 'entered-in-error') return transaction(messageId, [put(fullUrl, bare, number)], []);

  if (guide.stopAsked !== undefined) {
    const asked: fhir4.Task = { ...bare, status: 'accepted', businessStatus: { coding: [guide.stopAsked] } };
    return transaction(messageId, [put(fullUrl, asked, number)], []);
  }
  const own = { system: IDENTIFIERS.task, value: stopNumber(number.value) };
  const abort: fhir4.Task = {
    ...bare,
    identifier: [own],
    status: 'requested',
    code: { coding: [{ system: FOREIGN.taskCode, code: 'abort' }] },
    focus: { type: 'Task', identifier: number },
  };
  return transaction(messageId, [createOnce(fullUrl, abort, own)], []);
}
