import { createHash } from 'node:crypto';

/** Who this hospital is in its messages. */
export interface Site {
  readonly application: string;
  readonly facility: string;
  readonly name: string;
  readonly charset: string;
  /** Whether it asks for commit acknowledgements, and answers a referral later; else it knows the original mode only. */
  readonly enhanced: boolean;
}

/** What this hospital keeps of the message that brought a request, to answer in its thread. */
export interface Thread {
  readonly centre: string;
  /** MSH-10. */
  readonly messageId: string;
}

/** MSH-10 from what the message says: tried again, it is the same message. */
export const idOf = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 20);
