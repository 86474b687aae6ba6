import { GatewayError } from '../failures.ts';
import type { Disclosable } from './disclosure.ts';

/** Between the decision and the first byte (design.md §2.3). */
const SEND_WITHIN_MS = 5_000;

/** What was decided, and on what was looked at when; absent where nothing needed a decision. */
export interface Decided {
  readonly decidedAt?: Date;
}

const isFresh = ({ decidedAt }: Decided, now: () => Date): boolean =>
  decidedAt === undefined || now().getTime() - decidedAt.getTime() <= SEND_WITHIN_MS;

/** When what is shown of it was decided; a bare cancellation needs no decision. */
export const decidedAtOf = ({ stage, checkedAt }: Pick<Disclosable, 'stage' | 'checkedAt'>): Decided =>
  stage === 'cancellation' ? {} : { decidedAt: checkedAt };

/** What was looked at too long ago is looked at again: somebody may have said no since, and was told that it counts. Throws `held`. */
export function mustBeFresh(number: string, decided: Decided, now: () => Date): void {
  if (!isFresh(decided, now))
    throw new GatewayError('held', `task ${number} was decided too long ago to be sent`, { arrived: 'no' });
}

/**
 * What may be sent now: what took too long to decide is decided again, once. Throws GatewayError `held` where that takes too long too: whoever
 * asked asks again, and nothing is sent that somebody may have closed meanwhile.
 */
export async function decidedJustNow<T extends Decided | undefined>(
  decide: () => Promise<T>,
  now: () => Date,
): Promise<T> {
  const first = await decide();
  if (first === undefined || isFresh(first, now)) return first;
  const again = await decide();
  if (again !== undefined) mustBeFresh('asked for', again, now);
  return again;
}

/** The oldest of several decisions: that of them all. */
export function oldestOf(all: readonly Decided[]): Decided {
  const [oldest] = all
    .flatMap(({ decidedAt }) => decidedAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  return oldest === undefined ? {} : { decidedAt: oldest };
}
