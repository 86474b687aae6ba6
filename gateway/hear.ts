import { v5 as uuidFrom } from 'uuid';
import type { Heard, Message } from '../mappings/dialects/dialect.ts';
import { readerOf } from '../mappings/dialects/dialects.ts';
import type { AnswerEvent } from '../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../mappings/domain/systems.ts';
import type { Issue } from '../profiles/issue.ts';
import { contentHash } from './content-hash.ts';
import type { Exchange } from './exchanges.ts';
import { GatewayError } from './failures.ts';
import type { Intake } from './intake.ts';
import type { Partner } from './registry.ts';
import type { RequestFinder } from './request-finder.ts';

/** What became of a partner's message: durable, each thing that it says an exchange of its own. */
export interface HeardOutcome {
  /** The sender's own id of the message; empty where its dialect has none. */
  readonly messageId: string;
  readonly exchanges: readonly Exchange[];
  /** What could not be carried, what is never kept, and what the sync had to say in time. */
  readonly issues: readonly Issue[];
}

export interface Hearing {
  /**
   * Reads a message in the partner's dialect and makes all that it says durable, or nothing of it; when this returns, it may be
   * acknowledged. The same message again changes nothing. Waits up to `waitMs` milliseconds for the sync.
   * Throws GatewayError: `invalidInput` with everything that is wrong, `notFound` for a number that is not this partner's, `unavailable`.
   */
  hear(partner: Partner, message: Message, waitMs: number): Promise<HeardOutcome>;
}

export interface HearingDeps {
  readonly intake: Intake;
  readonly finder: RequestFinder;
  readonly now: () => Date;
}

const HEARD = '7d1c3f52-0a6e-5a86-9c1d-1b5f8e4a6c33';

export function hearing({ intake, finder, now }: HearingDeps): Hearing {
  /** What one thing said is about, before anything is written. Throws `notFound`, `invalidInput`. */
  const eventOf = async (partner: Partner, messageId: string, said: Heard): Promise<AnswerEvent> => {
    if (said.kind !== 'answer') throw new GatewayError('invalidInput', `a ${said.kind}`, { issues: [ANSWERS_ONLY] });
    const { system = IDENTIFIERS.task, value } = said.number;
    const facts = system === IDENTIFIERS.task ? await finder.taskFacts(value) : undefined;
    // Unknown and not yours are answered alike.
    if (facts === undefined || facts.partner !== partner.id) throw new GatewayError('notFound', 'no such task');
    const { centre, child, request } = facts;
    return {
      kind: 'answer',
      exchangeId: uuidFrom(`${partner.id}|${messageId}|${contentHash(said)}`, HEARD),
      centre,
      child,
      request,
      fromPartner: partner.id,
      recordedAt: now().toISOString(),
      answer: said.answer,
    };
  };

  return {
    async hear(partner, message, waitMs) {
      const read = readerOf(partner.dialect)?.read(message, { partner: partner.id });
      if (read === undefined) throw new GatewayError('forbidden', `partner ${partner.id} has no system`);
      if (!read.ok)
        throw new GatewayError('invalidInput', 'a message that says nothing we can read', { issues: read.issues });

      const { messageId, heard, issues } = read.value;
      const events = await Promise.all(heard.map((said) => eventOf(partner, messageId, said)));
      const exchanges: Exchange[] = [];
      for (const event of events)
        exchanges.push(await intake.accept({ event, identifier: event.request, issues, waitMs }));
      return { messageId, exchanges, issues: exchanges.flatMap((exchange) => exchange.issues ?? []) };
    },
  };
}

const ANSWERS_ONLY: Issue = {
  severity: 'error',
  code: 'not-supported',
  expression: 'Task.status',
  text: {
    fr: 'Ce statut n’est pas une réponse. Le destinataire peut dire : received, accepted, rejected, in-progress, on-hold, completed ou failed.',
    en: 'This status is not an answer. The owner may say: received, accepted, rejected, in-progress, on-hold, completed or failed.',
  },
};
