import { STRATA_NAMES, type StrataBy } from '../../mappings/indicators/strata.ts';
import { isOn, type Switches, type SwitchName } from '../access/switches.ts';

const SWITCH_OF = {
  partner: 'indicatorsByPartner',
  district: 'indicatorsByDistrict',
} as const satisfies Readonly<Record<StrataBy, SwitchName>>;

/** By what a centre’s indicators may be cut beside programmes; by nothing at a centre that nobody knows. */
export const strataOn = (centre: Switches | undefined): readonly StrataBy[] =>
  STRATA_NAMES.filter((by) => isOn(centre, SWITCH_OF[by]));
