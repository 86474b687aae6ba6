import { ACTS, type Answer, DECLINE_REASONS } from '../acts.ts';
import { LETTER_OUTPUT, letterDocument } from '../letter-document.ts';
import { localDateTime } from '../local-time.ts';
import type { Answered } from '../task-from-answer.ts';

type TaskStatus = fhir4.Task['status'];

/** What one guide has its servers write where R4 leaves it open. */
export interface Manner {
  /** Where the request stands beside Task.status: a code of the guide’s own, or of HL7’s. */
  readonly businessStatus: (answer: Answer, words: string) => fhir4.CodeableConcept | undefined;
  /** What comes of the service, as `#part` of the Task that tells of it or as text. */
  readonly outputs: (answer: Answer, facts: OutputFacts) => Outputs;
}

export interface OutputFacts {
  readonly happenedAt: string;
  /** The child, as the Task refers to it. */
  readonly subject: fhir4.Reference;
  /** The request that the Task fulfils. */
  readonly focus?: fhir4.Reference;
  readonly words: string;
}

export interface Outputs {
  readonly contained: readonly fhir4.FhirResource[];
  readonly output: readonly fhir4.TaskOutput[];
}

export const NO_OUTPUT: Outputs = { contained: [], output: [] };

const DECLINE_REASON = 'https://fhir.passerelle.example/CodeSystem/decline-reason';

/** The whole Task as the server holds it after an answer, what it refers to contained: that is how a notification carries it. */
export function taskAfter(
  held: fhir4.Task,
  answer: Answer,
  manner: Manner,
  { status, startedAt, now }: Pick<Answered, 'status' | 'startedAt' | 'now'>,
): fhir4.Task {
  const happenedAt = answer.happenedAt ?? localDateTime(now);
  const lang = answer.lang ?? 'fr';
  const words = wordsOf(answer, lang);
  const entered = statusAfter(answer, status);
  const businessStatus = manner.businessStatus(answer, words);
  const told = manner.outputs(answer, {
    happenedAt,
    words,
    subject: held.for ?? { display: 'Child' },
    ...(held.focus !== undefined && { focus: held.focus }),
  });
  const letters = answer.letter === undefined ? [] : [letterDocument(answer.letter, happenedAt)];
  const contained = [...told.contained, ...letters];
  const output = [...told.output, ...(letters.length === 0 ? [] : [LETTER_OUTPUT])];
  const { contained: _parts, statusReason: _reason, businessStatus: _before, text: _text, ...rest } = held;
  const outputs = [...(held.output ?? []), ...output];
  const reason = reasonOf(answer, words);
  return {
    ...rest,
    status: entered,
    lastModified: happenedAt,
    ...(businessStatus !== undefined && { businessStatus }),
    ...(reason !== undefined && { statusReason: reason }),
    ...(answer.act === 'start' && { executionPeriod: { start: happenedAt } }),
    ...(answer.act === 'complete' && { executionPeriod: periodUntil(happenedAt, startedAt) }),
    ...(contained.length > 0 && { contained: [...contained] }),
    ...(outputs.length > 0 && { output: outputs }),
    ...saidBy(held, answer, happenedAt),
  };
}

/** What comes after the service has begun does not take it back. */
function statusAfter({ act }: Answer, status: TaskStatus): TaskStatus {
  const begun = status === 'in-progress' && (act === 'no-show' || act === 'schedule' || act === 'waitlist');
  return begun ? status : ACTS[act].status;
}

function wordsOf(answer: Answer, lang: 'fr' | 'en'): string {
  switch (answer.act) {
    case 'decline':
      return answer.text ?? DECLINE_REASONS[answer.reason][lang];
    case 'ask-for-more':
    case 'fail':
      return answer.text;
    case 'complete':
      return answer.outcome ?? ACTS.complete.business[lang];
    case 'waitlist':
      return [ACTS.waitlist.business[lang], ...(answer.position === undefined ? [] : [answer.position])].join(', ');
    default:
      return ACTS[answer.act].label[lang];
  }
}

/** Neither guide has codes for reasons: whoever asked has published some, and the words stand beside them. */
function reasonOf(answer: Answer, words: string): fhir4.CodeableConcept | undefined {
  if (answer.act === 'decline') return { coding: [{ system: DECLINE_REASON, code: answer.reason }], text: words };
  return answer.act === 'ask-for-more' || answer.act === 'fail' ? { text: words } : undefined;
}

function periodUntil(end: string, start: string | undefined): fhir4.Period {
  return start === undefined || Date.parse(start) > Date.parse(end) ? { end } : { start, end };
}

function saidBy(held: fhir4.Task, { note, by }: Answer, time: string): Partial<fhir4.Task> {
  const owner = by === undefined ? {} : { owner: { ...held.owner, display: by } };
  if (note === undefined) return owner;
  return {
    ...owner,
    note: [...(held.note ?? []), { ...(by === undefined ? {} : { authorString: by }), time, text: note }],
  };
}
