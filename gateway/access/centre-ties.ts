import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import type { Registry } from '../registry.ts';
import { switchedOn } from './switches.ts';

/**
 * Whether two centres may be tied: the privacy officer of each has turned it on and named the other. `saidAt`: of a tie that was said then, which
 * a switch that was turned off and is on anew since a later day does not bring back.
 */
export function mayBeTied(registry: Pick<Registry, 'centre'>, one: string, other: string, saidAt?: Date): boolean {
  const names = (id: string, named: string): boolean => {
    const centre = registry.centre(id);
    const on = switchedOn(centre, 'centreTies');
    if (centre === undefined || on?.centres?.includes(named) !== true) return false;
    return saidAt === undefined || on.since <= dayAt(saidAt, centre.timeZone);
  };
  return one !== other && names(one, other) && names(other, one);
}
