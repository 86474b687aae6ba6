import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { GatewayError, isTransient } from '../../gateway/failures.ts';
import type { Connector } from '../connectors/connector.ts';

export interface CircuitOptions {
  readonly partner: string;
  /** Failures in a row that open it. */
  readonly failuresMax: number;
  /** How long nothing is sent before one delivery tries; it doubles while the partner stays away. */
  readonly openMs: number;
  /** The longest such time. */
  readonly openMaxMs: number;
  readonly now: () => number;
  /** Told each time that it is left alone, with for how long, and when it answers again. */
  readonly onChange: (openForMs: number | undefined) => void;
}

/** A partner that does not answer is left alone for a while: one delivery tries, the others wait without using up their tries. */
export interface Circuit {
  /** Milliseconds until one may try again; 0 when deliveries may go. */
  holdMs(): number;
  /** The same channel, whose failures are counted. Its `send` throws `unavailable` while another one tries. */
  guard(connector: Connector): Connector;
}

export function circuit({ partner, failuresMax, openMs, openMaxMs, now, onChange }: CircuitOptions): Circuit {
  let breaks = 0;
  const openForMs = (): number => Math.min(openMaxMs, openMs * 2 ** Math.min(breaks, 20));
  // A refusal is an answer: only what may succeed later says that the partner is away.
  const policy = circuitBreaker(handleWhen(isTransient), {
    halfOpenAfter: new DelegateBackoff(openForMs),
    breaker: new ConsecutiveBreaker(failuresMax),
  });
  let openUntil = 0;
  policy.onBreak(() => {
    const forMs = openForMs();
    breaks += 1;
    openUntil = now() + forMs;
    onChange(forMs);
  });
  policy.onReset(() => {
    breaks = 0;
    openUntil = 0;
    onChange(undefined);
  });

  const holdMs = (): number => (policy.state === CircuitState.Closed ? 0 : Math.max(0, openUntil - now()));

  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await policy.execute(run);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      throw new GatewayError('unavailable', `partner ${partner} is left alone while it does not answer`, {
        retryAfterMs: holdMs(),
        arrived: 'no',
      });
    }
  };

  return {
    holdMs,

    guard: (connector) => ({
      ...connector,
      send: (message, signal) => guarded(() => connector.send(message, signal)),
      ...(connector.hasArrived !== undefined && {
        hasArrived: (number, signal) => guarded(async () => (await connector.hasArrived?.(number, signal)) === true),
      }),
    }),
  };
}
