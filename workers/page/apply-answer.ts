import { GatewayError } from '../../gateway/failures.ts';
import type { Intake } from '../../gateway/lanes/intake.ts';
import type { PendingAnswers } from '../../gateway/partner-page/pending-answers.ts';
import type { RequestFinder } from '../../gateway/record/request-finder.ts';

export interface ApplyAnswerDeps {
  readonly pending: PendingAnswers;
  readonly finder: Pick<RequestFinder, 'taskFacts'>;
  readonly intake: Intake;
  readonly now: () => Date;
}

/**
 * When its time to be corrected is over, an answer goes the way of every other: the child's lane, then the state machine. One that was
 * corrected or taken back meanwhile is no more. Twice is harmless: the answer's own id is that of its exchange.
 */
export function applyAnswer({
  pending,
  finder,
  intake,
  now,
}: ApplyAnswerDeps): (task: string, id: string) => Promise<void> {
  return async (task, id) => {
    const held = await pending.claim(task, id);
    if (held === undefined) return;
    const facts = await finder.taskFacts(task);
    if (facts === undefined) throw new GatewayError('unavailable', `task ${task} is not in the record yet`);
    const { centre, child, request, partner } = facts;
    await intake.accept({
      event: {
        kind: 'answer',
        exchangeId: id,
        centre,
        child,
        request,
        fromPartner: partner,
        recordedAt: now().toISOString(),
        answer: held.answer,
      },
      identifier: request,
      issues: [],
      waitMs: 0,
    });
    await pending.applied(task, id);
  };
}
