import { type PartnerSandbox, type PartnerSandboxOptions, startPartnerSandbox } from '../partner-sandbox.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { ereferralFrom } from './ereferral-in.ts';
import { answerMessages, baseOf, type Sender, taskOf } from './ereferral-out.ts';
import { referralMessage, revocationMessage } from './ereferral-referral.ts';
import { messagingReceive } from './messaging-receive.ts';
import { messagingSend } from './messaging-send.ts';
import { type Told, toldAbout } from './told-about.ts';

export interface TriageSandbox extends PartnerSandbox {
  /** What the centre said about a child whom this office referred. */
  toldAbout(number: string): readonly Told[];
}

/** Starts a stand-in for an Ontario eReferral triage office: CA:eReC messages in and out, by `$process-message`. */
export async function startTriageSandbox(options: Omit<PartnerSandboxOptions, 'protocol'>): Promise<TriageSandbox> {
  const sandbox = await startPartnerSandbox({
    ...options,
    protocol: caErec({ id: options.id, name: options.name.en }),
  });
  return { ...sandbox, toldAbout: (number) => toldAbout(number, sandbox.log().received) };
}

/** CA:eReC over FHIR messaging: an answer is kept as one Task, and leaves as one message or two. */
const caErec = (sender: Sender): Protocol => ({
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
