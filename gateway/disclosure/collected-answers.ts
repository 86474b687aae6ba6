import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import { taskNumberOf } from '../../mappings/domain/current-task.ts';
import { lastWordOf } from '../../mappings/domain/last-word.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Intake } from '../lanes/intake.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Partner } from '../registry.ts';
import { ANSWER_STAYS, type AnswersToTell, type AnswerToTell } from './answers-to-tell.ts';
import { type AskedByNumber, isAmong, isShut } from './asked-by-number.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import { outgoingContext } from './outgoing-context.ts';
import { answerMessageId, answerReceipt } from './receipts.ts';
import type { CollectedTask } from './request-to-collect.ts';
import type { ShownBook } from './shown-book.ts';
import { bookOf, type Showable, shownSince, stampOf, type TaskSource } from './tasks-listed.ts';

export interface CollectedAnswersDeps {
  readonly store: FhirStore;
  readonly answers: Pick<AnswersToTell, 'readWithoutLetters' | 'readAllWithoutLetters' | 'disclose'>;
  readonly statuses: DeliveryStatuses;
  readonly intake: Intake;
  /** What each partner is shown, and since when. */
  readonly book: ShownBook;
  readonly now: () => Date;
}

/** What the centre answered to a partner that collects here: each look is told on the basis of its own request, and audited. */
export interface CollectedAnswers extends TaskSource<CollectedTask> {
  /** Undefined for what this partner did not ask, and for what has no answer yet: alike; and for what is `asked` and off, or not there. */
  show(partner: Partner, number: string, asked?: AskedByNumber): Promise<CollectedTask | undefined>;
}

export function collectedAnswers(deps: CollectedAnswersDeps): CollectedAnswers {
  return {
    kind: 'answered',

    async numbers(partner, since) {
      const found = await deps.store.search('Task', {
        'requester:Organization.identifier': identifierToken(IDENTIFIERS.partner, partner.id),
        _sort: '_lastUpdated',
        ...(since !== undefined && { _lastUpdated: `ge${since}` }),
      });
      return found.flatMap((task) => {
        if (task.resourceType !== 'Task') return [];
        const number = taskNumberOf(task);
        const lastUpdated = task.meta?.lastUpdated;
        return number === undefined || lastUpdated === undefined ? [] : [{ number, lastUpdated, stamp: stampOf(task) }];
      });
    },

    async look(partner, numbers) {
      const own = await deps.answers.readAllWithoutLetters(numbers, partner.id);
      return own.map((told) => {
        const shown = showable(deps, told);
        return { number: told.number, stamp: stampOf(told.task), ...(shown && { shown }) };
      });
    },

    async show(partner, number, asked) {
      const told = await deps.answers.readWithoutLetters(number, partner.id);
      if (told === undefined || isShut(asked, told.centre)) return undefined;
      const shown = showable(deps, told);
      if (shown === undefined || !isAmong(asked, shown.versions)) return undefined;
      const about = { number, stamp: stampOf(told.task) };
      return shownSince(deps.book, bookOf('answered', partner), about, shown);
    },
  };
}

/** The answer as whoever asked reads it; undefined where there is none yet. */
function showable(deps: CollectedAnswersDeps, told: AnswerToTell): Showable<CollectedTask> | undefined {
  const { answer, number, partner, decidedAt } = told;
  const dialect = dialectOf(partner.dialect);
  if (answer === undefined || dialect === undefined) return undefined;
  const { message } = dialect.writeAnswer(
    answer,
    outgoingContext(told, { messageId: answerMessageId(told), at: deps.now().toISOString() }),
  );
  const entries = message.form === 'fhir' ? (message.bundle.entry ?? []) : [];
  const written = entries.flatMap(({ resource }) => (resource?.resourceType === 'Task' ? [resource] : []))[0];
  if (written === undefined) return undefined;
  // What bears no moment of its own bears that since which it is as it is: those of our Task move with what is hidden.
  const { lastModified, ...undated } = written;
  const isDated = lastWordOf(told.task) !== undefined && lastModified === answer.answer.happenedAt;
  const mark = contentHash(isDated ? written : undated).slice(0, 16);
  return {
    mark,
    status: written.status,
    versions: new Map([[`Task/${number}`, mark]]),
    decidedAt,
    // It reads the answer itself: there is nothing beside it that it had before.
    stillHas: async () => undefined,
    async show(lastUpdated) {
      await deps.answers.disclose(told, partner.transport, '');
      return {
        task: {
          ...undated,
          lastModified: isDated ? lastModified : lastUpdated,
          id: number,
          meta: { versionId: mark, lastUpdated },
        },
        lastUpdated,
        decidedAt,
        left: () => left(deps, told),
      };
    },
  };
}

const staysOf = ({ going, withheld }: AnswerToTell): readonly string[] => [
  ...(withheld ? [ANSWER_STAYS.expression] : []),
  ...(going.length === 0 ? [] : ['DocumentReference']),
];

/** The first look at an answer is its receipt: it has left. Its letters have not: who collects answers reads the Task alone. */
async function left(deps: CollectedAnswersDeps, told: AnswerToTell): Promise<void> {
  const { task, number, referral, version } = told;
  if (!isAnswerUntold(task)) return;
  const at = deps.now().toISOString();
  await deps.intake.accept({
    event: answerReceipt(told, { at, notCarried: staysOf(told) }),
    identifier: referral,
    issues: [],
    waitMs: 0,
  });
  await deps.statuses.note(number, { state: 'sent', version, at });
}
