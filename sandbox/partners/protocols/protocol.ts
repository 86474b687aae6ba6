import type { Router } from 'express';
import type { Answer } from '../acts.ts';
import type { FaultSwitch } from '../faults.ts';
import type { Attempt, BusinessId } from '../journal.ts';
import type { Office } from '../office.ts';
import type { SendAnswer } from '../outbox.ts';
import type { StandInReferral } from '../stand-in-referral.ts';
import type { Answered } from '../task-from-answer.ts';
import type { Transaction } from './transaction.ts';

export interface ReceiveOptions {
  readonly office: Pick<Office, 'receive' | 'turnAway'>;
  readonly faults: Pick<FaultSwitch, 'take'>;
  /** What the gateway must present. */
  readonly token: string;
  readonly name: string;
  readonly now: () => Date;
  /** Ends a late answer when the sandbox stops. */
  readonly signal: AbortSignal;
}

export type GatewayToken = string | (() => Promise<string>);

/** The header that presents it. */
export const bearerFrom = async (token: GatewayToken): Promise<string> =>
  `Bearer ${typeof token === 'function' ? await token() : token}`;

export interface SendOptions {
  /** The gateway's address; a function where it is known only later. */
  readonly gatewayUrl: string | (() => string);
  /** What this partner presents to the gateway; a function where it is asked for anew. */
  readonly gatewayToken: GatewayToken;
  readonly timeoutMs: number;
}

/** A referral on its way to a centre, under the number that this partner gave it. */
export interface ReferralSent {
  readonly number: BusinessId;
  readonly referral: StandInReferral;
  /** When it was made. */
  readonly at: string;
}

/** How a partner refers a child to a centre, and takes that back. Like an answer, each is tried once and never throws. */
export interface SendReferral {
  refer(sent: ReferralSent, signal: AbortSignal): Promise<Attempt>;
  cancel(sent: ReferralSent, at: string, signal: AbortSignal): Promise<Attempt>;
}

/** How a stand-in speaks over HTTP: everything else of it is the same in every protocol. */
export interface Protocol {
  /** Where the gateway posts, below the stand-in's own address. */
  readonly path: string;
  /** Where the gateway brings its messages, when that is not over HTTP. */
  readonly endpoint?: string;
  /** The routes below `/fhir`. */
  receive(options: ReceiveOptions): Router;
  send(options: SendOptions): SendAnswer;
  /** Absent where this partner refers nobody. */
  referrals?(options: SendOptions): SendReferral;
  /** Checks and reads a message. Throws a 400 PartnerProblem that names the element. */
  read(body: unknown): Transaction;
  /** An answer as this partner keeps it, before it is sent. */
  taskOf(answer: Answer, answered: Answered): fhir4.Task;
}
