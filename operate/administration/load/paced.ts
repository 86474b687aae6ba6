import { DelegateBackoff, handleWhenResult, type IRetryBackoffContext, retry } from 'cockatiel';
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import type { GatewayAnswer, GatewayClient } from '../../gateway-client.ts';

/** A gateway that says how long to wait is asked again then; after so many times it is let be. */
const TRIES_MAX = 30;
const WAIT_MS = 1_000;
const QUEUE_MAX = 100_000;

/** The same gateway, asked so often a second at most, and again where it says that it has too much to do (429, 503). */
export function paced(gateway: GatewayClient, perSecond: number): GatewayClient {
  const queue = new RateLimiterQueue(new RateLimiterMemory({ points: perSecond, duration: 1 }), {
    maxQueueSize: QUEUE_MAX,
  });
  const again = retry(
    handleWhenResult((answer) => isAnswer(answer) && isBusy(answer)),
    {
      maxAttempts: TRIES_MAX,
      backoff: new DelegateBackoff<IRetryBackoffContext<unknown>>(({ result }) =>
        'value' in result && isAnswer(result.value) ? (result.value.retryAfterMs ?? WAIT_MS) : WAIT_MS,
      ),
    },
  );
  const ask: GatewayClient['ask'] = (method, path, options) =>
    again.execute(async () => {
      await queue.removeTokens(1);
      return gateway.ask(method, path, options);
    });
  return { ...gateway, ask, call: async (method, path, options) => gateway.read(await ask(method, path, options)) };
}

export const isBusy = ({ status }: Pick<GatewayAnswer, 'status'>): boolean => status === 429 || status === 503;

const isAnswer = (it: unknown): it is GatewayAnswer => typeof it === 'object' && it !== null && 'status' in it;
