import { createHash } from 'node:crypto';
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
  const kept = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return {
    find(token) {
      const found = kept.get(digest(token));
      return found !== undefined && found.until > now() ? found.caller : undefined;
    },
    remember(token, caller, endsAtMs) {
      // The oldest first: whoever still uses it is checked once more.
      for (const old of kept.size < TOKENS_MAX ? [] : [...kept.keys()].slice(0, TOKENS_MAX / 2)) kept.delete(old);
      kept.set(digest(token), { caller, until: Math.min(endsAtMs, now() + REMEMBERED_MS) });
    },
  };
}

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
