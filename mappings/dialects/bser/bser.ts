import { BSER } from '../../../profiles/concept-maps.ts';
import { BSER_STATUSES } from '../../../profiles/foreign-codes.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { ReferralState } from '../../domain/referral-state.ts';
import { FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import type { Guide, OutcomeFacts, OutcomeWritten } from '../by-focus/guide.ts';
import { readMessage } from '../by-focus/read-message.ts';
import { writeAnswer, writeCancellation } from '../by-focus/write-answer.ts';
import { writeRequest } from '../by-focus/write-request.ts';
import type { Dialect } from '../dialect.ts';

const PROFILES = 'http://hl7.org/fhir/us/bser/StructureDefinition';
/** Sections of its documents: CodeSystem `bser`. */
const SECTIONS = 'http://hl7.org/fhir/us/bser/CodeSystem/bser';

type Code = keyof typeof BSER_STATUSES;

const bserCode = (code: Code): fhir4.Coding => ({ system: BSER, code, display: BSER_STATUSES[code] });

/** BSeR asks for a business status on every Task; where it has none of its own for a state, the last one that is still true. */
const BY_STATE: Readonly<Record<ReferralState, Code>> = {
  draft: '2.0',
  requested: '2.0',
  received: '2.0',
  accepted: '3.0',
  'in-progress': '3.0',
  'on-hold': '2.0',
  rejected: '4.0',
  completed: '7.0',
  failed: '6.0',
  cancelled: '6.0',
  'entered-in-error': '6.0',
};

const BY_ANSWER: Readonly<Partial<Record<AnswerSaid['what'], Code>>> = { scheduled: '5.1.1', 'no-show': '5.1.2' };

const GUIDE: Guide = {
  profiles: { task: `${PROFILES}/BSeR-ReferralTask`, request: `${PROFILES}/BSeR-ReferralServiceRequest` },
  // `assigner` would name an organization that a number of ours already tells.
  numbered: (number) => ({ type: { coding: [{ system: FOREIGN.identifierType, code: 'PLAC' }] }, ...number }),
  businessCodes: (state, what) => [bserCode((what === undefined ? undefined : BY_ANSWER[what]) ?? BY_STATE[state])],
  // It wants to know when; what nobody said is unknown, and not made up.
  request: (request, callFirst) => ({
    ...request,
    ...(request.occurrenceDateTime === undefined && { _occurrenceDateTime: { extension: [UNKNOWN] } }),
    note: [{ text: callFirst }],
  }),
  outcome: feedback,
  stopAsked: bserCode('5.2'),
};

/** The feedback on a referral is a document; its summary is what came of it. */
function feedback({ words, happenedAt, at, urlOf, number, focus, subject }: OutcomeFacts): OutcomeWritten {
  const fullUrl = urlOf('Bundle');
  const identifier = { system: IDENTIFIERS.task, value: `${number.value}:feedback` };
  const composition: fhir4.Composition = {
    resourceType: 'Composition',
    status: 'final',
    type: { text: FEEDBACK },
    ...(subject !== undefined && { subject: byNumber(subject) }),
    date: happenedAt,
    author: [{ display: 'Centre' }],
    title: FEEDBACK,
    section: [
      {
        code: { coding: [{ system: SECTIONS, code: 'RSRFS' }] },
        ...(focus !== undefined && { focus: byNumber(focus) }),
        text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(words)}</p></div>` },
      },
    ],
  };
  return {
    output: { type: { text: FEEDBACK }, valueReference: { reference: fullUrl, type: 'Bundle' } },
    fullUrl,
    identifier,
    resource: {
      resourceType: 'Bundle',
      identifier,
      type: 'document',
      timestamp: at,
      entry: [{ fullUrl: urlOf('Composition'), resource: composition }],
    },
  };
}

/** A document holds all that it refers to (bdl-3): who and what it is about stands beside it, and is named here by number and words. */
function byNumber({ reference: _beside, ...rest }: fhir4.Reference): fhir4.Reference {
  return Object.keys(rest).length > 0 ? rest : { display: 'Task.for, Task.focus' };
}

const FEEDBACK = 'Referral feedback';

const UNKNOWN: fhir4.Extension = {
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: 'unknown',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** BSeR, over REST: a transaction for the other side’s server; the business status has BSeR’s numbers, the feedback is a document. */
export const bser: Dialect = {
  writeRequest: (request, context) => writeRequest(GUIDE, request, context),
  writeCancellation: (cancellation, context) => writeCancellation(GUIDE, cancellation, context),
  writeAnswer: (answer, context) => writeAnswer(GUIDE, answer, context),
  read: readMessage,
};
