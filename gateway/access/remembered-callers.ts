import { createHash } from 'node:crypto';
import { shortMemory } from '../process/short-memory.ts';
import type { Caller } from './caller.ts';

/** Callers of tokens whose signature was seen to hold a moment ago. */
export interface RememberedCallers {
  find(token: string): Caller | undefined;
  /** Until the token ends, or a minute has passed: a key that its issuer has withdrawn is then asked for again. */
  remember(token: string, caller: Caller, endsAtMs: number): void;
}

const REMEMBERED_MS = 60_000;
const TOKENS_MAX = 2_000;

/** Checking a signature costs more than all the rest of a small call. Kept by digest: what is in memory opens nothing. */
export function rememberedCallers(now: () => number): RememberedCallers {
  const kept = shortMemory<Caller>({ most: TOKENS_MAX, now });
  return {
    find: (token) => kept.find(digest(token)),
    remember: (token, caller, endsAtMs) => kept.keep(digest(token), caller, Math.min(endsAtMs, now() + REMEMBERED_MS)),
  };
}

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
