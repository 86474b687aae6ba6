import type { Province } from '../mappings/watch/work-calendar.ts';
import type { Centre } from './registry.ts';

/** Where a centre is: the law under which it decides says so. */
export const provinceOf = ({ regime }: Pick<Centre, 'regime'>): Province => (regime.startsWith('on-') ? 'ON' : 'QC');
