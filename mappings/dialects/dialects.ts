import { bars } from './bars/bars.ts';
import { bser } from './bser/bser.ts';
import { caErec } from './ca-erec/ca-erec.ts';
import type { Dialect, ReadingDialect } from './dialect.ts';
import { gravity } from './gravity/gravity.ts';
import { hl7v2 } from './hl7v2/hl7v2.ts';
import { passerelle } from './passerelle.ts';

/** The languages that a partner of the registry can be spoken to in; `paper` is written as a page. */
export type DialectName = 'passerelle' | 'gravity' | 'bser' | 'ca-erec' | 'hl7v2' | 'bars' | 'paper';

const DIALECTS: Readonly<Partial<Record<DialectName, Dialect>>> = {
  passerelle,
  gravity,
  bser,
  'ca-erec': caErec,
  hl7v2,
};

const ONLY_HEARD: Readonly<Partial<Record<DialectName, ReadingDialect>>> = {
  bars,
};

/** The dialect in which a partner of this language is written to; undefined for what is written on paper, or is only heard. */
export const dialectOf = (name: DialectName): Dialect | undefined => DIALECTS[name];

/** The dialect in which a partner of this language is heard; undefined for paper. */
export const readerOf = (name: DialectName): ReadingDialect | undefined => dialectOf(name) ?? ONLY_HEARD[name];
