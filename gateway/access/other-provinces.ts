import { provinceOf } from '../province-of.ts';
import type { Centre, Partner } from '../registry.ts';
import { switchedOn } from './switches.ts';

/**
 * Whether a partner is in another province, or outside Canada, and the centre’s privacy officer has not named it as assessed: nothing of a
 * child goes there on anybody’s agreement (docs/switches.md).
 */
export const isClosedElsewhere = (
  centre: Pick<Centre, 'regime' | 'otherProvinces'>,
  { id, province }: Pick<Partner, 'id' | 'province'>,
): boolean => province !== provinceOf(centre) && switchedOn(centre, 'otherProvinces')?.partners?.includes(id) !== true;
