import { GatewayError, isTransient } from '../../gateway/failures.ts';
import type { Hearing } from '../../gateway/hearing/hear.ts';
import type { Centre, Partner } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import type { Message } from '../../mappings/dialects/dialect.ts';

export interface HearReplyDeps {
  readonly hearing: Pick<Hearing, 'hear'>;
  readonly letters: Pick<DeadLetters, 'keepUnheard' | 'heard'>;
  readonly now: () => Date;
}

/** The delivery that a partner answered at once. */
export interface Answered {
  readonly number: string;
  readonly centre: Pick<Centre, 'id'>;
  readonly partner: Partner;
}

/** Takes in what a partner answered on the same connection. Throws GatewayError `unavailable` only. */
export type HearReply = (answered: Answered, reply: Message) => Promise<void>;

/** What cannot be read is shown to a person: the delivery itself went well, and is not sent again for it. */
export function hearReply({ hearing, letters, now }: HearReplyDeps): HearReply {
  return async ({ number, centre, partner }, reply) => {
    const unheard = { partner: partner.id, where: number, centre: centre.id };
    try {
      await hearing.hear(partner, reply, 0);
    } catch (error) {
      if (isTransient(error) || !(error instanceof GatewayError)) throw error;
      await letters.keepUnheard(unheard, { failure: error.kind, issues: error.issues, at: now().toISOString() });
      return;
    }
    await letters.heard(unheard);
  };
}
