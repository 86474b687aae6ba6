import type { Centre } from '../../gateway/registry.ts';
import type { Province } from '../../mappings/watch/work-calendar.ts';

/** By whose holidays a centre works: the law under which it decides says where it is. */
export const provinceOf = ({ regime }: Pick<Centre, 'regime'>): Province => (regime.startsWith('on-') ? 'ON' : 'QC');
