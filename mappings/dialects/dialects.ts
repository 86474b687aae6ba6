import type { Dialect } from './dialect.ts';
import { passerelle } from './passerelle.ts';

/** The languages that a partner of the registry can be spoken to in; `paper` is written as a page. */
export type DialectName = 'passerelle' | 'gravity' | 'bser' | 'ca-erec' | 'hl7v2' | 'bars' | 'paper';

const DIALECTS: Readonly<Partial<Record<DialectName, Dialect>>> = {
  passerelle,
};

/** The dialect of this name; undefined for what is written on paper. */
export const dialectOf = (name: DialectName): Dialect | undefined => DIALECTS[name];
