import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt } from './journal.ts';
import type { Office } from './office.ts';
import { PartnerProblem } from './problem.ts';
import type { ReferralSent, SendReferral } from './protocols/protocol.ts';
import type { StandInReferral } from './stand-in-referral.ts';

export interface ReferringOptions {
  /** The partner's id: part of its numbers. */
  readonly id: string;
  readonly office: Pick<Office, 'referred' | 'log'>;
  /** Absent where this partner refers nobody. */
  readonly send: SendReferral | undefined;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly retryWaitsMs: readonly number[];
}

/** A partner that refers children to a centre: it numbers each, sends it, and writes down what became of it. */
export interface Referring {
  refer(referral: StandInReferral): Promise<string>;
  cancelReferral(number: string): Promise<void>;
}

/** Rejects with a PartnerProblem: 501 where the partner refers nobody, 404 for a number it never gave, else what the gateway answered. */
export function createReferring({ id, office, send, now, signal, retryWaitsMs }: ReferringOptions): Referring {
  let last = 0;
  /** Never given twice, not after a restart either. */
  const newNumber = (): string => {
    last = Math.max(now().getTime(), last + 1);
    return `${id}-${last.toString(36)}`;
  };
  const tried = async (once: () => Promise<Attempt>): Promise<Attempt> => {
    for (const waitMs of retryWaitsMs) {
      const attempt = await once();
      if (attempt.result !== 'not-delivered' || !attempt.willRetry || signal.aborted) return attempt;
      await wait(waitMs, undefined, { signal }).catch(() => undefined);
    }
    return once();
  };
  const taken = (attempt: Attempt): void => {
    if (attempt.result === 'taken') return;
    throw new PartnerProblem(attempt.status ?? 503, NOT_TAKEN);
  };

  return {
    async refer(referral) {
      if (send === undefined) throw new PartnerProblem(501, REFERS_NOBODY);
      const sent: ReferralSent = {
        number: { system: `https://${id}.example/referral`, value: newNumber() },
        referral,
        at: now().toISOString(),
      };
      const attempt = await tried(() => send.refer(sent, signal));
      office.referred({ number: sent.number, referral, cancelled: false, attempt });
      taken(attempt);
      return sent.number.value;
    },
    async cancelReferral(number) {
      const made = office.log().referred.find((one) => one.number.value === number && !one.cancelled);
      if (send === undefined || made === undefined) throw new PartnerProblem(404, NEVER_REFERRED);
      const sent: ReferralSent = { number: made.number, referral: made.referral, at: made.at };
      const attempt = await tried(() => send.cancel(sent, now().toISOString(), signal));
      office.referred({ number: made.number, referral: made.referral, cancelled: true, attempt });
      taken(attempt);
    },
  };
}

const NOT_TAKEN = { fr: 'La passerelle ne l’a pas pris.', en: 'The gateway did not take it.' };
const REFERS_NOBODY = { fr: 'Ce bac à sable n’adresse personne.', en: 'This sandbox refers nobody.' };
const NEVER_REFERRED = { fr: 'Aucun envoi de ce numéro.', en: 'No referral has this number.' };
