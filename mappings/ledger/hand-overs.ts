import type { Day } from './day.ts';
import type { HeldBy } from './held-by.ts';
import type { ContactFact } from './need-facts.ts';

/** One holder after another: how the need passed from hand to hand. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  /** First day on which the next one served. */
  readonly on: Day;
  readonly how: 'joint' | 'gapless' | 'gap';
  /** Days on which neither served; 0 unless there is a gap. */
  readonly gapDays: number;
}

/** A meeting of both counts when it was so near the hand-over. */
export const JOINT_DAYS = 30;

interface Service {
  readonly holder: string;
  readonly first: Day;
  readonly lastMet: Day;
  readonly last: Day;
}

/**
 * Hand-overs between holders. Joint only where a contact of both, or of one with the family and the next, is recorded within 30 days; else
 * without a gap when the next served at the latest on the day after the last; else with a gap. Two who meet the child side by side for
 * longer than that hand nothing over.
 */
export function handOversOf(held: readonly HeldBy[], contacts: readonly ContactFact[]): readonly HandOver[] {
  const services = servicesOf(held);
  return services.flatMap((next) => {
    const before = services
      .filter(
        ({ holder, first, lastMet }) =>
          holder !== next.holder && first < next.first && lastMet <= next.first + JOINT_DAYS,
      )
      .sort((a, b) => b.last - a.last || (a.holder < b.holder ? -1 : 1))[0];
    if (before === undefined) return [];
    const together = contacts.some(
      ({ holders, happened }) =>
        holders.includes(before.holder) &&
        holders.includes(next.holder) &&
        Math.abs(happened - next.first) <= JOINT_DAYS,
    );
    const gapDays = Math.max(0, next.first - before.last - 1);
    const how = together ? 'joint' : gapDays === 0 ? 'gapless' : 'gap';
    return [{ from: before.holder, to: next.holder, on: next.first, how, gapDays }];
  });
}

/** When each holder served, its requests together. */
function servicesOf(held: readonly HeldBy[]): readonly Service[] {
  const serving = held.filter(({ met }) => met.length > 0);
  return [...new Set(serving.map(({ holder }) => holder))]
    .map((holder) => {
      const its = serving.filter((one) => one.holder === holder);
      const met = its.flatMap((one) => one.met);
      const served = its.flatMap((one) => one.served);
      return {
        holder,
        first: Math.min(...met),
        lastMet: Math.max(...met),
        last: Math.max(...served.map(({ to }) => to)) - 1,
      };
    })
    .sort((a, b) => a.first - b.first || (a.holder < b.holder ? -1 : 1));
}
