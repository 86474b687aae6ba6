import { isDeepStrictEqual } from 'node:util';
import { LENSES, type LensName } from '../lenses/lenses.ts';
import { lookThrough, type RequestOnRecord } from '../lenses/look-through.ts';

/** A child as a recipient was given it, and as the record has it now. */
export interface ChildGiven extends Pick<RequestOnRecord, 'task' | 'request'> {
  readonly then: fhir4.Patient;
  readonly now: fhir4.Patient;
  readonly recipient: string;
  /** The day on which it was given: `2026-03-09`. */
  readonly on: string;
}

/**
 * Whether what a lens shows of a child is something else now than when it was given. What it hides changes nothing; nor does a lens that shows
 * more or less than it did, since both are seen through the same; nor time alone, since an age is told as of the day on which it was given.
 */
export function isShownOtherwise(lens: LensName, { then, now, recipient, on, ...rest }: ChildGiven): boolean {
  // That less may be shown under a label that came since is no correction either.
  const { meta: _labelsThen, ...unlabelled } = then;
  const child = { ...unlabelled, ...(now.meta !== undefined && { meta: now.meta }) };
  const [before, after] = [child, now].map((it) => {
    const seen = lookThrough(LENSES[lens], { ...rest, child: it }, recipient, on);
    return { child: seen.child, age: seen.age };
  });
  return !isDeepStrictEqual(before, after);
}
