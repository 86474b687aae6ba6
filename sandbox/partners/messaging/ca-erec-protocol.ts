import type { Protocol } from '../protocols/protocol.ts';
import { ereferralFrom } from './ereferral-in.ts';
import { answerMessages, baseOf, type Sender, taskOf } from './ereferral-out.ts';
import { referralMessage, revocationMessage } from './ereferral-referral.ts';
import { messagingReceive } from './messaging-receive.ts';
import { messagingSend } from './messaging-send.ts';

/** An Ontario eReferral triage office: CA:eReC by `$process-message`. An answer is kept as one Task, and leaves as one message or two. */
export const caErec = (sender: Sender): Protocol => ({
  path: '/fhir/$process-message',
  receive: (options) => messagingReceive({ ...options, base: baseOf(sender), read: ereferralFrom }),
  send(options) {
    const send = messagingSend(options);
    return async (task, signal) => {
      const { first, question } = answerMessages(task, sender);
      const attempt = await send(first, signal);
      return attempt.result === 'taken' && question !== undefined ? send(question, signal) : attempt;
    };
  },
  referrals(options) {
    const send = messagingSend(options);
    return {
      refer: (sent, signal) => send(referralMessage(sent, sender), signal),
      cancel: ({ number }, at, signal) => send(revocationMessage(number, at, sender), signal),
    };
  },
  read: ereferralFrom,
  taskOf,
});
