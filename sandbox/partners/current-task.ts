import type { Case } from './caseload.ts';
import type { BusinessId } from './journal.ts';
import type { AnswerResult, LoggedAnswer } from './office.ts';
import { personName, requestWords, textsAt } from './reading.ts';

/** A request as it stands at this partner, as tests and the control API see it. */
export interface CurrentTask {
  readonly identifier: BusinessId;
  readonly status: fhir4.Task['status'];
  /** Code of the last answer's businessStatus. */
  readonly businessStatus?: string;
  /** Cancelled (or an error) by the requester. */
  readonly withdrawn: boolean;
  /** The requester asked to stop work that had been accepted here. */
  readonly stopAsked: boolean;
  /** Cancelled before this partner had ever received it: nothing is known but the number. */
  readonly unknown: boolean;
  readonly receivedAt: string;
  readonly lastReceivedAt: string;
  /** The child in the words that came. */
  readonly child?: { readonly name?: string; readonly birthDate?: string };
  /** What is asked, in the words that came. */
  readonly request?: { readonly text: string; readonly priority?: string };
  /** How often the gateway brought it here (repeats too), and how often this partner tried to bring answers back. */
  readonly attempts: { readonly received: number; readonly sent: number };
  readonly answers: readonly {
    readonly answerId: string;
    readonly act: string;
    readonly at: string;
    readonly by?: string;
    readonly result: AnswerResult;
  }[];
}

/** A case and what was tried for its answers, as one current Task. */
export function currentTask(held: Case, logged: readonly LoggedAnswer[]): CurrentTask {
  const ids = new Set(held.answers.map(({ answerId }) => answerId));
  const answers = logged.filter(({ answerId }) => ids.has(answerId));
  const businessStatus = answers.at(-1)?.resource.businessStatus?.coding?.[0]?.code;
  return {
    identifier: held.identifier,
    status: held.status,
    ...(businessStatus === undefined ? {} : { businessStatus }),
    withdrawn: held.withdrawn,
    stopAsked: held.stopAsked,
    unknown: held.unknown,
    receivedAt: held.receivedAt,
    lastReceivedAt: held.lastReceivedAt,
    ...(held.child === undefined ? {} : { child: childWords(held.child) }),
    ...(held.request === undefined ? {} : { request: requestSummary(held.request) }),
    attempts: {
      received: held.timesReceived,
      sent: answers.reduce((sum, { attempts }) => sum + attempts.length, 0),
    },
    answers: answers.map(({ answerId, at, result, answer: { act, by } }) => ({
      answerId,
      act,
      at,
      ...(by === undefined ? {} : { by }),
      result,
    })),
  };
}

function childWords(child: fhir4.Patient): NonNullable<CurrentTask['child']> {
  const name = personName(child);
  const [birthDate] = textsAt(child, 'birthDate');
  return { ...(name === undefined ? {} : { name }), ...(birthDate === undefined ? {} : { birthDate }) };
}

function requestSummary(request: fhir4.ServiceRequest): NonNullable<CurrentTask['request']> {
  const [priority] = textsAt(request, 'priority');
  return { text: requestWords(request).join('\n'), ...(priority === undefined ? {} : { priority }) };
}
