import { isSafe } from 'redos-detector';
import type { SourcePattern } from './source-patterns.ts';

/** More ways back than this, for one text, are too many. */
const SCORE_MAX = 300;
/** The judge looks no further: what it has not seen to be safe by then is not. Counted, so that each machine judges the same. */
const STEPS_MAX = 2_000;

/** Whether no text makes an engine go back without bound, wherever in it the pattern begins. */
export function isSafePattern({ source, flags }: Pick<SourcePattern, 'source' | 'flags'>): boolean {
  // What a group is called, or that it is called at all, changes nothing; the judge does not know it.
  const unnamed = source.replaceAll(/\(\?<[A-Za-z]\w*>/g, '(');
  // A sticky pattern begins where it is told to, and nowhere else.
  const placed = flags.includes('y') ? `^(?:${unnamed})` : unnamed;
  // The judge takes not both: without `u` a character beyond the first plane is two.
  const known = flags.includes('i') ? flags.replace('u', '') : flags;
  return isSafe(new RegExp(placed, known), { maxScore: SCORE_MAX, maxSteps: STEPS_MAX }).safe;
}
