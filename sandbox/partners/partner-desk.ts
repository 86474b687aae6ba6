import { setTimeout as wait } from 'node:timers/promises';
import { answerFrom } from './answer-from.ts';
import type { Case } from './caseload.ts';
import { type CurrentTask, currentTask } from './current-task.ts';
import type { Fault, FaultSwitch } from './faults.ts';
import type { LoggedAnswer, Office, PartnerLog } from './office.ts';
import type { Outbox } from './outbox.ts';
import { PartnerProblem } from './problem.ts';

export interface PartnerDeskOptions {
  readonly office: Office;
  readonly outbox: Outbox;
  readonly faults: FaultSwitch;
  /** How long `settled` waits while an answer is being retried. */
  readonly settleMs: number;
}

/** What a person or a test can do at the partner: the control API and the page are two faces of it. */
export interface PartnerDesk {
  log(): PartnerLog;
  tasks(): readonly CurrentTask[];
  cases(): readonly Case[];
  clear(): void;
  /** Keeps the answer and starts sending it; returns its id. Throws a PartnerProblem for a bad answer or number. */
  answer(value: string, body: unknown, system?: string): string;
  /** Starts sending again an answer that could not be delivered. Throws a PartnerProblem: 404, or 409 if it was. */
  sendAgain(answerId: string): void;
  /** The answer once it is taken, refused or given up, or as it stands after a while. */
  settled(answerId: string): Promise<LoggedAnswer>;
  /** The answer once it is taken, refused or given up, however long the retries last. */
  ended(answerId: string): Promise<LoggedAnswer>;
  fault(): Fault;
  setFault(fault: Fault): void;
}

/** Ties together what the partner keeps, sends, and is told to get wrong. */
export function createPartnerDesk({ office, outbox, faults, settleMs }: PartnerDeskOptions): PartnerDesk {
  const underWay = new Map<string, Promise<void>>();

  const post = (fact: Parameters<Outbox['post']>[0]): void => {
    const sending = outbox
      .post(fact)
      // What could not even be written down stays pending; the next start says so.
      .catch(() => undefined)
      .finally(() => underWay.delete(fact.answerId));
    underWay.set(fact.answerId, sending);
  };

  return {
    log: () => office.log(),
    tasks() {
      const { answers } = office.log();
      return office.cases().map((held) => currentTask(held, answers));
    },
    cases: () => office.cases(),
    clear: () => office.clear(),
    answer(value, body, system) {
      const fact = office.decide(office.caseOf(value, system), answerFrom(body));
      post(fact);
      return fact.answerId;
    },
    sendAgain(answerId) {
      const answer = office.answer(answerId);
      if (answer.result !== 'not-delivered' || underWay.has(answerId)) {
        throw new PartnerProblem(409, {
          fr: 'Cette réponse est déjà partie ou en train de partir.',
          en: 'This answer has already left or is leaving.',
        });
      }
      post(answer);
    },
    async settled(answerId) {
      const giveUp = new AbortController();
      await Promise.race([
        underWay.get(answerId),
        wait(settleMs, undefined, { signal: giveUp.signal }).catch(() => undefined),
      ]);
      giveUp.abort();
      return office.answer(answerId);
    },
    async ended(answerId) {
      await underWay.get(answerId);
      return office.answer(answerId);
    },
    fault: () => faults.present(),
    setFault: (fault) => faults.set(fault),
  };
}
