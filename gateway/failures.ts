import type { Issue } from '../mappings/domain/mapped.ts';
import { isRedisAway } from './redis/redis-away.ts';

/** Every way a request or a job can fail, with what it means to a client (HTTP status, FHIR issue code) and to a retry. */
export const FAILURES = {
  /** Not JSON, not UTF-8, or nested too deep to be looked at. */
  malformed: { status: 400, issueCode: 'structure', retry: false },
  invalidInput: { status: 422, issueCode: 'invalid', retry: false },
  unsupportedMediaType: { status: 415, issueCode: 'not-supported', retry: false },
  tooLarge: { status: 413, issueCode: 'too-long', retry: false },
  unauthenticated: { status: 401, issueCode: 'login', retry: false },
  forbidden: { status: 403, issueCode: 'forbidden', retry: false },
  /** Unknown, or hidden from this caller: the answer is the same. */
  notFound: { status: 404, issueCode: 'not-found', retry: false },
  /** No agreement names this recipient: nothing leaves. */
  noBasis: { status: 403, issueCode: 'forbidden', retry: false },
  /** Something was acknowledged that may close this, and is not in the record yet. */
  held: { status: 503, issueCode: 'transient', retry: true },
  versionConflict: { status: 409, issueCode: 'conflict', retry: false },
  preconditionFailed: { status: 412, issueCode: 'conflict', retry: false },
  /** The file that it is about was destroyed: nothing is written there any more. */
  destroyed: { status: 410, issueCode: 'deleted', retry: false },
  /** The same Idempotency-Key came with other content. */
  keyReused: { status: 422, issueCode: 'duplicate', retry: false },
  /** More than the limit lets through: wait. */
  tooMany: { status: 429, issueCode: 'throttled', retry: false },
  /** HAPI, Redis or a partner cannot be reached now. */
  unavailable: { status: 503, issueCode: 'transient', retry: true },
  /** HAPI answers, and fails on this one (500): tried again a few times, then shown to a person. */
  recordFailed: { status: 502, issueCode: 'exception', retry: true },
  /** HAPI refuses what we sent: an error of ours, to be looked at by a person. */
  recordRefused: { status: 502, issueCode: 'processing', retry: false },
  /** A later release wrote it, during a rolling upgrade: kept until this one is upgraded too. */
  newerRelease: { status: 501, issueCode: 'not-supported', retry: false },
  /** Its own date comes before the next tries: a person telephones, and tries go on. */
  notInTime: { status: 503, issueCode: 'transient', retry: true },
  /** It may have arrived at a partner that does not take the same twice as one: a person asks before it is sent again. */
  inDoubt: { status: 502, issueCode: 'processing', retry: false },
  partnerRefused: { status: 502, issueCode: 'processing', retry: false },
  internal: { status: 500, issueCode: 'exception', retry: false },
} as const satisfies Record<string, { status: number; issueCode: string; retry: boolean }>;

export type FailureKind = keyof typeof FAILURES;

interface GatewayErrorOptions {
  readonly cause?: unknown;
  readonly issues?: readonly Issue[];
  readonly retryAfterMs?: number | undefined;
  readonly arrived?: 'no';
}

/** The only error that we throw; `message` is for the log and holds ids only, `issues` are for the caller, in both languages. */
export class GatewayError extends Error {
  readonly kind: FailureKind;
  readonly issues: readonly Issue[];
  /** How long whoever failed asked to be left alone. */
  readonly retryAfterMs: number | undefined;
  /** That nothing of what was sent arrived; undefined where nobody knows. */
  readonly arrived: 'no' | undefined;

  constructor(kind: FailureKind, message: string, options: GatewayErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GatewayError';
    this.kind = kind;
    this.issues = options.issues ?? [];
    this.retryAfterMs = options.retryAfterMs;
    this.arrived = options.arrived;
  }
}

/** What a failure is that we may not have thrown ourselves: Redis going away under a command is not ours. */
export function failureKindOf(error: unknown): FailureKind {
  if (error instanceof GatewayError) return error.kind;
  return isRedisAway(error) ? 'unavailable' : 'internal';
}

/** Whether the same attempt may succeed later. */
export const isTransient = (error: unknown): boolean => FAILURES[failureKindOf(error)].retry;
