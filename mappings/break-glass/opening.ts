import type { GlassReason, GlassVerdict } from './reasons.ts';

/** One opening of emergency access: who, to which child, why, from when to when. Numbers and codes only. */
export interface Opening {
  readonly id: string;
  readonly centre: string;
  /** The centre’s number. */
  readonly child: string;
  /** The centre’s number of the professional who opened it. */
  readonly by: string;
  readonly role: string;
  readonly reason: GlassReason;
  readonly openedAt: string;
  readonly until: string;
  readonly signed?: SignedOff;
}

/** What the second person said of it. */
export interface SignedOff {
  readonly by: string;
  readonly verdict: GlassVerdict;
  readonly at: string;
}

/** Two clocks of one centre are never quite the same. */
const CLOCKS_APART_MS = 60_000;

/**
 * How an opening stands: open for its hour, over, or ended by a second person who found it not justified. One that was opened at a time that has
 * not come was so by a clock that was wrong: its hour would last as long as that.
 */
export function standingOf({ openedAt, until, signed }: Opening, at: Date): 'open' | 'expired' | 'ended' {
  if (signed?.verdict === 'unjustified') return 'ended';
  const hasBegun = Date.parse(openedAt) <= at.getTime() + CLOCKS_APART_MS;
  return hasBegun && at.getTime() < Date.parse(until) ? 'open' : 'expired';
}

/** Why somebody may not sign an opening off: it is their own, or another did; undefined where they may. */
export function againstSigning({ by, signed }: Opening, professional: string): 'own' | 'signed' | undefined {
  if (by === professional) return 'own';
  return signed === undefined ? undefined : 'signed';
}
