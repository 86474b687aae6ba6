import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import type { SettingFault } from './setting-fault.ts';
import { SWITCH_NAMES, type Switches, switchedOn } from './switches.ts';

type Dated = Switches & { readonly id: string; readonly timeZone: string };

/** What is dated to come, by the day at its centre: whoever writes that means it to be off until then, and it would be on as soon as it is read. */
export const switchesToCome = (centres: readonly Dated[], at: Date): readonly SettingFault[] =>
  centres.flatMap((centre, index) => {
    const today = todayIn(centre.timeZone, at);
    return SWITCH_NAMES.flatMap((name) => {
      const { since } = switchedOn(centre, name) ?? {};
      if (since === undefined || since <= today) return [];
      return [
        {
          path: `/centres/${index}/${name}/since`,
          text: {
            fr: `le centre ${centre.id} allume ${name} depuis le ${since}, qui n’est pas venu : écrivez-le ce jour-là.`,
            en: `centre ${centre.id} turns on ${name} since ${since}, which has not come: write it on that day`,
          },
        },
      ];
    });
  });

/** A zone that nobody knows is a fault of its own. */
function todayIn(timeZone: string, at: Date): string {
  try {
    return dayAt(at, timeZone);
  } catch {
    return at.toISOString().slice(0, 10);
  }
}
