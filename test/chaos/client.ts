import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import type { SentVersion } from './history.ts';
import type { ConceptSent, Sending } from './load-plan.ts';

const PATHS: Readonly<Record<ConceptSent, string>> = {
  'care-circle': 'care-circles',
  consent: 'consents',
  'action-plan': 'action-plans',
  'service-referral': 'service-referrals',
};

export const pathOf = ({ concept, id }: Pick<Sending, 'concept' | 'id'>): string => `/v1/${PATHS[concept]}/${id}`;

/** A centre's application: what it sends it sends again until it is acknowledged, and it remembers each acknowledgement. */
export interface Client {
  /** Resolves when it was acknowledged or refused for good, or when the run is given up. */
  send(sending: Sending): Promise<void>;
  /** Once, whatever comes of it; gives the status, or undefined without an answer. */
  sendOnce(sending: Sending, orphan?: true): Promise<number | undefined>;
  sent(): readonly SentVersion[];
  /** Versions that were acknowledged, and those that are on their way. */
  counts(): { readonly acknowledged: number; readonly pending: number };
}

const ANSWER_WITHIN_MS = 8_000;
const AGAIN_AFTER_MS = [200, 900] as const;
const TAKEN: ReadonlySet<number> = new Set([200, 201, 202]);

export interface ClientDeps {
  readonly gatewayUrl: string;
  readonly token: () => Promise<string>;
  /** Milliseconds after the start of the load. */
  readonly elapsedMs: () => number;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

interface Kept extends SentVersion {
  acknowledged: SentVersion['acknowledged'];
  refused?: number;
}

export function centreClient({ gatewayUrl, token, elapsedMs, signal }: ClientDeps): Client {
  const all = new Map<string, Kept>();
  let pending = 0;

  const kept = (sending: Sending, orphan?: true): Kept => {
    const key = `${sending.concept}/${sending.id}/${sending.version}`;
    const known = all.get(key);
    if (known !== undefined) return known;
    const { concept, id, child, version, body } = sending;
    const made: Kept = {
      ...{ concept, id, child, version, body, firstSentMs: elapsedMs(), acknowledged: [] },
      ...(orphan !== undefined && { orphan }),
    };
    all.set(key, made);
    return made;
  };

  const sendOnce = async (sending: Sending, orphan?: true): Promise<number | undefined> => {
    const entry = kept(sending, orphan);
    try {
      const response = await fetch(`${gatewayUrl}${pathOf(sending)}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${await token()}`,
          'content-type': 'application/json',
          prefer: 'respond-async',
        },
        body: JSON.stringify(sending.body),
        signal: timeLimit(signal, ANSWER_WITHIN_MS),
      });
      const answer: { readonly id?: string } = JSON.parse(await response.text());
      const { status } = response;
      if (TAKEN.has(status))
        entry.acknowledged = [...entry.acknowledged, { atMs: elapsedMs(), status, exchange: answer.id ?? '' }];
      return status;
    } catch {
      return undefined;
    }
  };

  return {
    sendOnce,
    async send(sending) {
      pending += 1;
      try {
        for (let tries = 0; !signal.aborted; tries += 1) {
          const status = await sendOnce(sending);
          if (status !== undefined && TAKEN.has(status)) return;
          // «Later» is 429 and 5xx; anything else says that this content will never do.
          if (status !== undefined && status < 500 && status !== 429) {
            kept(sending).refused = status;
            return;
          }
          await pause(AGAIN_AFTER_MS[0] + ((tries * 137) % AGAIN_AFTER_MS[1]), undefined, { signal }).catch(
            () => undefined,
          );
        }
      } finally {
        pending -= 1;
      }
    },
    sent: () => [...all.values()],
    counts: () => ({ acknowledged: [...all.values()].filter((it) => it.acknowledged.length > 0).length, pending }),
  };
}
