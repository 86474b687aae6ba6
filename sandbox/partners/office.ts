import type { Answer } from './acts.ts';
import type { Bilingual } from './bilingual.ts';
import { type Case, createCaseload, type Stored } from './caseload.ts';
import type {
  AnsweredFact,
  Attempt,
  BusinessId,
  Journal,
  JournalEntry,
  ReceivedFact,
  ReferredFact,
} from './journal.ts';
import { PartnerProblem } from './problem.ts';
import type { Protocol } from './protocols/protocol.ts';
import type { Transaction } from './protocols/transaction.ts';

/** What became of an answer: the gateway took it, refused it (4xx), could not be reached, or it is still on its way. */
export type AnswerResult = Attempt['result'] | 'pending';

/** An answer with everything that was tried to bring it to the gateway. */
export interface LoggedAnswer {
  readonly sequence: number;
  readonly at: string;
  readonly answerId: string;
  readonly task: BusinessId;
  readonly answer: Answer;
  readonly resource: fhir4.Task;
  readonly result: AnswerResult;
  readonly attempts: readonly (Attempt & { readonly at: string })[];
}

/** A message as it came. */
export interface LoggedMessage {
  readonly sequence: number;
  readonly at: string;
  readonly messageId: BusinessId;
  readonly repeated: boolean;
  readonly bundle: fhir4.Bundle;
}

/** A request to the FHIR endpoint that was not kept: wrong token, invalid, or a fault that was asked for. */
export interface LoggedRefusal {
  readonly sequence: number;
  readonly at: string;
  readonly status?: number;
  readonly because: Bilingual;
}

/** A child referred to a centre, or taken back. */
export type LoggedReferral = Omit<JournalEntry<ReferredFact>, 'kind'>;

export interface PartnerLog {
  readonly received: readonly LoggedMessage[];
  readonly answers: readonly LoggedAnswer[];
  readonly referred: readonly LoggedReferral[];
  readonly turnedAway: readonly LoggedRefusal[];
}

/** What the partner keeps: every message and answer in order, and the requests as they stand. */
export interface Office {
  receive(transaction: Transaction): readonly Stored[];
  turnAway(because: Bilingual, status?: number): void;
  decide(task: Case, answer: Answer): AnsweredFact;
  attempted(answerId: string, attempt: Attempt): void;
  referred(fact: Omit<ReferredFact, 'kind'>): void;
  /** The case with this Task identifier. Throws a PartnerProblem: 404 if none, 409 if several systems use the value. */
  caseOf(value: string, system?: string): Case;
  cases(): readonly Case[];
  /** Throws a 404 PartnerProblem. */
  answer(answerId: string): LoggedAnswer;
  log(): PartnerLog;
  clear(): void;
}

export interface OfficeOptions {
  readonly journal: Journal;
  readonly now: () => Date;
  /** How this partner's messages are read, and its answers written. */
  readonly protocol: Pick<Protocol, 'read' | 'taskOf'>;
}

/** Opens the office on its journal: what was kept before is known again, and what was on its way is no longer. */
export function openOffice({ journal, now, protocol }: OfficeOptions): Office {
  const caseload = createCaseload(protocol.read);
  for (const entry of journal.entries()) {
    if (entry.kind === 'received') caseload.applyReceived(entry);
    if (entry.kind === 'answered') caseload.applyAnswered(entry);
  }
  const office: Office = {
    receive(transaction) {
      const { messageId, bundle } = transaction;
      const repeated = caseload.knows(transaction);
      return caseload.applyReceived(
        journal.append<ReceivedFact>(() => ({ kind: 'received', messageId, repeated, bundle })),
      );
    },
    turnAway(because, status) {
      journal.append(() => ({ kind: 'turned-away', because, ...(status === undefined ? {} : { status }) }));
    },
    decide({ identifier, status, answers }, answer) {
      const startedAt = answers.findLast(({ answer: { act } }) => act === 'start')?.resource.lastModified;
      const begun = startedAt === undefined ? {} : { startedAt };
      const resource = protocol.taskOf(answer, { identifier, status, now: now(), ...begun });
      const entry = journal.append<AnsweredFact>((sequence) => ({
        kind: 'answered',
        answerId: `answer-${sequence}`,
        task: identifier,
        answer,
        resource,
      }));
      caseload.applyAnswered(entry);
      return entry;
    },
    attempted(answerId, attempt) {
      journal.append(() => ({ kind: 'sent', answerId, attempt }));
    },
    referred(fact) {
      journal.append<ReferredFact>(() => ({ kind: 'referred', ...fact }));
    },
    caseOf(value, system) {
      const found = caseload
        .cases()
        .filter(({ identifier }) => identifier.value === value && (system ?? identifier.system) === identifier.system);
      const [only] = found;
      if (only === undefined) {
        throw new PartnerProblem(404, { fr: 'Aucune demande de ce numéro.', en: 'No request has this number.' });
      }
      if (found.length > 1) {
        throw new PartnerProblem(
          409,
          {
            fr: 'Ce numéro a plusieurs systèmes : ajoutez ?system=.',
            en: 'Several systems use this number: add ?system=.',
          },
          'system',
        );
      }
      return only;
    },
    cases: () => caseload.cases(),
    answer(answerId) {
      const found = loggedAnswers(journal.entries()).find((one) => one.answerId === answerId);
      if (found !== undefined) return found;
      throw new PartnerProblem(404, { fr: 'Aucune réponse de ce numéro.', en: 'No answer has this number.' });
    },
    log: () => ({
      received: journal.entries().flatMap((entry) => (entry.kind === 'received' ? [withoutKind(entry)] : [])),
      answers: loggedAnswers(journal.entries()),
      referred: journal.entries().flatMap((entry) => (entry.kind === 'referred' ? [withoutKind(entry)] : [])),
      turnedAway: journal.entries().flatMap((entry) => (entry.kind === 'turned-away' ? [withoutKind(entry)] : [])),
    }),
    clear() {
      journal.clear();
      caseload.clear();
    },
  };
  for (const { answerId } of office.log().answers.filter(({ result }) => result === 'pending')) {
    office.attempted(answerId, {
      result: 'not-delivered',
      willRetry: false,
      because: 'the partner stopped while sending',
    });
  }
  return office;
}

function loggedAnswers(entries: readonly JournalEntry[]): readonly LoggedAnswer[] {
  const attempts = new Map<string, LoggedAnswer['attempts']>();
  for (const entry of entries) {
    if (entry.kind !== 'sent') continue;
    const { answerId, attempt, at } = entry;
    attempts.set(answerId, [...(attempts.get(answerId) ?? []), { ...attempt, at }]);
  }
  return entries.flatMap((entry) => {
    if (entry.kind !== 'answered') return [];
    const tried = attempts.get(entry.answerId) ?? [];
    return [{ ...withoutKind(entry), attempts: tried, result: resultOf(tried.at(-1)) }];
  });
}

function resultOf(last: Attempt | undefined): AnswerResult {
  if (last === undefined) return 'pending';
  return last.result === 'not-delivered' && last.willRetry ? 'pending' : last.result;
}

function withoutKind<E extends JournalEntry>({ kind: _kind, ...rest }: E): Omit<E, 'kind'> {
  return rest;
}
