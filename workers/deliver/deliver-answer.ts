import type { Logger } from 'pino';
import { ANSWER_STAYS, type AnswersToTell } from '../../gateway/disclosure/answers-to-tell.ts';
import { mustBeFresh } from '../../gateway/disclosure/decided-just-now.ts';
import type { DeliveryStatuses } from '../../gateway/disclosure/deliveries.ts';
import { alongside } from '../../gateway/disclosure/disclosure.ts';
import { LETTER_STAYS } from '../../gateway/disclosure/letters-along.ts';
import { outgoingContext } from '../../gateway/disclosure/outgoing-context.ts';
import { answerMessageId, answerReceipt } from '../../gateway/disclosure/receipts.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import type { DispatchEvent } from '../../mappings/domain/lane-events.ts';
import type { Connector } from '../connectors/connector.ts';
import { freshConnector } from '../connectors/fresh-connector.ts';
import type { HearReply } from './hear-reply.ts';
import type { SendOnce } from './send-once.ts';

export interface DeliverAnswerDeps {
  readonly answers: Pick<AnswersToTell, 'read' | 'disclose'>;
  readonly statuses: DeliveryStatuses;
  /** The channel of a partner that has one. */
  readonly connector: (partner: string) => Connector | undefined;
  readonly sendOnce: SendOnce;
  /** Takes in what the partner said at once, on the same connection. */
  readonly hear: HearReply;
  /** Hands the receipt to the lane: the record has one writer per child. */
  readonly receipt: (event: DispatchEvent) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * Tells whoever asked how its request stands: the newest answer without a receipt, or, when it asked where it stands, the one that stands. A
 * partner without a channel back is for a person to tell. Throws GatewayError; `partnerRefused` is final, `unavailable` is tried again.
 */
export function deliverAnswer(deps: DeliverAnswerDeps): (job: DeliveryJob, signal: AbortSignal) => Promise<void> {
  return async ({ task: number, asked, again = false }, signal) => {
    const told = await deps.answers.read(number);
    if (told === undefined) throw new GatewayError('unavailable', `task ${number} is not in the record yet`);
    const { task, partner, version, answer } = told;
    if (answer === undefined || (asked === undefined && !isAnswerUntold(task))) return;

    const connector = deps.connector(partner.id);
    const dialect = dialectOf(partner.dialect);
    const at = deps.now().toISOString();
    if (connector === undefined || dialect === undefined) {
      // Who collects its requests collects its answers too; anybody else is told by a person.
      const state = partner.transport === 'fhir-poll' ? 'to-send' : 'to-tell';
      await deps.statuses.note(number, { state, version, at });
      return;
    }
    const write = async () => {
      await deps.answers.disclose(told, partner.transport, asked ?? '');
      const context = outgoingContext(told, { messageId: answerMessageId(told, asked), at });
      const { message, lost: notCarried } = dialect.writeAnswer(answer, context);
      const stays = [
        ...(told.withheld ? [ANSWER_STAYS] : []),
        ...(answer.letters.length < told.going.length ? [LETTER_STAYS] : []),
      ];
      // Before a try is noted as well: of what was stopped here it is known that nothing left.
      mustBeFresh(number, told, deps.now);
      return { message, lost: [...notCarried, ...stays] };
    };
    const { reference, reply, lost } = await deps.sendOnce(
      {
        number,
        what: `${version}|answer|${asked ?? ''}${alongside(told.going)}`,
        partner,
        connector: freshConnector(connector, number, told, deps.now),
        again,
        // Under the number stands its own request, whether it was answered or not.
        first: false,
        wasDisclosed: async () => false,
        write,
      },
      signal,
    );
    await deps.statuses.note(number, { state: 'sent', version, at: deps.now().toISOString() });
    if (isAnswerUntold(task))
      await deps.receipt(
        answerReceipt(told, {
          reference,
          notCarried: lost.map(({ expression = '' }) => expression),
          at: deps.now().toISOString(),
        }),
      );
    if (reply !== undefined) await deps.hear(told, reply);
    deps.log.info({ task: number, partner: partner.id, version, stage: 'answer' }, 'delivered');
  };
}
