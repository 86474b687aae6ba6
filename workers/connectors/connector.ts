import type { Message } from '../../mappings/dialects/dialect.ts';

/** What a partner's channel gives back for a message that it took. */
export interface Receipt {
  readonly reference: string;
  /** What the partner said at once, on the same connection: heard like anything else that comes in. */
  readonly reply?: Message;
}

/** One partner's channel. `send` throws GatewayError: `unavailable` (try again) or `partnerRefused` (a person must look). */
export interface Connector {
  /** A channel on which a message may wait for its turn or its connection calls `mayLeave` just before the first byte: what it throws stays here. */
  send(message: Message, signal: AbortSignal, mayLeave?: () => void): Promise<Receipt>;
  /** Whether a Task under our number stands there, where the partner can be asked. Throws GatewayError `unavailable` while it does not answer. */
  hasArrived?(number: string, signal: AbortSignal): Promise<boolean>;
  /** Lets go of what it keeps open between messages. */
  close?(): void;
}
