import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Intake } from '../lanes/intake.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Partner } from '../registry.ts';
import { ANSWER_STAYS, type AnswersToTell, type AnswerToTell } from './answers-to-tell.ts';
import type { CollectedTask } from './collected-requests.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import { outgoingContext } from './outgoing-context.ts';
import type { FoundTask } from './page-of-shown.ts';
import { answerMessageId, answerReceipt } from './receipts.ts';

export interface CollectedAnswersDeps {
  readonly store: FhirStore;
  readonly answers: Pick<AnswersToTell, 'readWithoutLetters' | 'disclose'>;
  readonly statuses: DeliveryStatuses;
  readonly intake: Intake;
  readonly now: () => Date;
}

/** What the centre answered to a partner that collects here: each look is told on the basis of its own request, and audited. */
export interface CollectedAnswers {
  /** The Tasks that this partner asked, also those without an answer yet: for us alone to choose from. */
  numbers(partner: Partner, since: readonly string[]): Promise<readonly FoundTask[]>;
  /** Where it stands, if `show` would show it now; nothing is shown by this, and nothing audited. */
  standing(partner: Partner, number: string): Promise<Pick<fhir4.Task, 'status'> | undefined>;
  /** Undefined for what this partner did not ask, and for what has no answer yet: alike. */
  show(partner: Partner, number: string): Promise<CollectedTask | undefined>;
}

export function collectedAnswers(deps: CollectedAnswersDeps): CollectedAnswers {
  return {
    async numbers(partner, since) {
      const found = await deps.store.search('Task', {
        'requester:Organization.identifier': identifierToken(IDENTIFIERS.partner, partner.id),
        _sort: '_lastUpdated',
        ...(since.length > 0 && { _lastUpdated: since }),
      });
      return found.flatMap((task) => {
        if (task.resourceType !== 'Task') return [];
        const number = task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value;
        const lastUpdated = task.meta?.lastUpdated;
        return number === undefined || lastUpdated === undefined ? [] : [{ number, lastUpdated }];
      });
    },

    async standing(partner, number) {
      const told = await deps.answers.readWithoutLetters(number);
      return told?.answer !== undefined && told.partner.id === partner.id ? { status: told.answer.state } : undefined;
    },

    async show(partner, number) {
      const told = await deps.answers.readWithoutLetters(number);
      const dialect = dialectOf(partner.dialect);
      if (told?.answer === undefined || told.partner.id !== partner.id || dialect === undefined) return undefined;
      const { message } = dialect.writeAnswer(
        told.answer,
        outgoingContext(told, { messageId: answerMessageId(told), at: deps.now().toISOString() }),
      );
      const entries = message.form === 'fhir' ? (message.bundle.entry ?? []) : [];
      const written = entries.flatMap(({ resource }) => (resource?.resourceType === 'Task' ? [resource] : []))[0];
      if (written === undefined) return undefined;
      await deps.answers.disclose(told, partner.transport, '');
      const lastUpdated = told.task.meta?.lastUpdated ?? '';
      const versionId = contentHash(written).slice(0, 16);
      return {
        task: { ...written, id: number, meta: { versionId, lastUpdated } },
        lastUpdated,
        decidedAt: told.decidedAt,
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
