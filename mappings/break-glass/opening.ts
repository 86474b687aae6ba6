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

/** How an opening stands: open for its hour, over, or ended by a second person who found it not justified. */
export function standingOf({ until, signed }: Opening, at: Date): 'open' | 'expired' | 'ended' {
  if (signed?.verdict === 'unjustified') return 'ended';
  return at.getTime() < Date.parse(until) ? 'open' : 'expired';
}

/** Why somebody may not sign an opening off: it is their own, or another did; undefined where they may. */
export function againstSigning({ by, signed }: Opening, professional: string): 'own' | 'signed' | undefined {
  if (by === professional) return 'own';
  return signed === undefined ? undefined : 'signed';
}
