import { ACTS, type Answer, DECLINE_REASONS } from './acts.ts';
import type { BusinessId } from './journal.ts';
import { LETTER_OUTPUT, letterDocument } from './letter-document.ts';
import { localDateTime } from './local-time.ts';

const BASE = 'https://fhir.passerelle.example';
const BUSINESS_STATUS = `${BASE}/CodeSystem/referral-business-status`;
const DECLINE_REASON = `${BASE}/CodeSystem/decline-reason`;
const OUTPUT = `${BASE}/CodeSystem/referral-output`;
const PRIORITY = `${BASE}/StructureDefinition/psc-receiver-priority`;

/** What the partner already has about the Task it answers. */
export interface Answered {
  readonly identifier: BusinessId;
  readonly status: fhir4.Task['status'];
  /** When the service began, if the partner said so before. */
  readonly startedAt?: string;
  readonly now: Date;
}

/** The Task that carries an answer to the gateway: the requester's identifier, and only what this answer says. */
export function taskFromAnswer(answer: Answer, { identifier, status, startedAt, now }: Answered): fhir4.Task {
  const { business, status: entered } = actOf(answer);
  const lang = answer.lang ?? 'fr';
  const happenedAt = answer.happenedAt ?? localDateTime(now);
  const { output = [], ...facts } = ownFacts(answer, happenedAt, startedAt);
  const outputs = answer.letter === undefined ? output : [...output, LETTER_OUTPUT];
  return {
    resourceType: 'Task',
    identifier: [{ ...identifier }],
    // A missed appointment does not undo a service that has begun.
    status: answer.act === 'no-show' && status === 'in-progress' ? status : entered,
    intent: 'order',
    lastModified: happenedAt,
    ...(business === undefined
      ? {}
      : {
          businessStatus: {
            coding: [{ system: BUSINESS_STATUS, code: business.code, display: business[lang] }],
            text: businessText(answer, business[lang]),
          },
        }),
    ...facts,
    ...(outputs.length > 0 && { output: outputs }),
    ...(answer.letter !== undefined && { contained: [letterDocument(answer.letter, happenedAt)] }),
    ...saidBy(answer, happenedAt),
  };
}

interface ActOnTheWire {
  readonly status: fhir4.Task['status'];
  readonly business?: { readonly code: string; readonly fr: string; readonly en: string };
}

const actOf = ({ act }: Answer): ActOnTheWire => ACTS[act];

/** A waiting list has no coded place in Task: what is known of it is said in words. */
function businessText(answer: Answer, label: string): string {
  if (answer.act !== 'waitlist') return label;
  const english = answer.lang === 'en';
  const position = answer.position === undefined ? [] : [`${english ? 'position:' : 'rang :'} ${answer.position}`];
  const until = answer.until === undefined ? [] : [`${english ? 'until about' : 'jusqu’au'} ${answer.until}`];
  return [label, ...position, ...until].join(', ');
}

function ownFacts(answer: Answer, happenedAt: string, startedAt: string | undefined): Partial<fhir4.Task> {
  switch (answer.act) {
    case 'accept':
      return answer.priority === undefined ? {} : { extension: [{ url: PRIORITY, valueCode: answer.priority }] };
    case 'decline': {
      const display = DECLINE_REASONS[answer.reason][answer.lang ?? 'fr'];
      const coding = [{ system: DECLINE_REASON, code: answer.reason, display }];
      return { statusReason: { coding, text: answer.text ?? display } };
    }
    case 'schedule':
      return { output: [{ type: outputType('appointment'), valueDateTime: answer.at }] };
    case 'start':
      return { executionPeriod: { start: happenedAt } };
    case 'ask-for-more':
      return { statusReason: { text: answer.text } };
    case 'fail':
      return { statusReason: { text: answer.text }, executionPeriod: periodUntil(happenedAt, startedAt) };
    case 'complete':
      return {
        executionPeriod: periodUntil(happenedAt, startedAt),
        ...(answer.outcome === undefined
          ? {}
          : { output: [{ type: outputType('outcome'), valueString: answer.outcome }] }),
      };
    default:
      return {};
  }
}

/** A period that ends before it starts is invalid FHIR: an end told late leaves the start out. */
function periodUntil(end: string, start: string | undefined): fhir4.Period {
  return start === undefined || Date.parse(start) > Date.parse(end) ? { end } : { start, end };
}

const outputType = (code: 'appointment' | 'outcome'): fhir4.CodeableConcept => ({ coding: [{ system: OUTPUT, code }] });

/** Who answers: the author of the note, or without a note the one who holds the Task there. */
function saidBy({ note, by }: Answer, time: string): Partial<fhir4.Task> {
  if (note === undefined) return by === undefined ? {} : { owner: { display: by } };
  return { note: [{ ...(by === undefined ? {} : { authorString: by }), time, text: note }] };
}
