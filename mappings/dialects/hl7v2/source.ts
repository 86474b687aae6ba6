import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Heard } from '../dialect.ts';
import type { Header } from './header.ts';
import type { Segment } from './parsed-message.ts';
import { momentFrom } from './timestamps.ts';

/** A message from which what is never kept by position is gone. */
export interface Source {
  readonly header: Header;
  readonly segments: readonly Segment[];
  readonly partner: string;
  readonly timeZone: string;
}

/** What one message says, with what is to be told about it. */
export type OneHeard = Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }>;

/** Its segments of one name. */
export const named = ({ segments }: Source, name: string): readonly Segment[] =>
  segments.filter((segment) => segment.name === name);

/** The moment that a field says; undefined if it says none. */
export const momentIn = (
  { timeZone }: Source,
  segment: Segment | undefined,
  field: number,
  component = 1,
): string | undefined => segment && momentFrom(segment.first(field).component(component), timeZone);

/** When the message was made: MSH-7. */
export const madeAt = ({ header, timeZone }: Source): string | undefined => momentFrom(header.at, timeZone);

export const NO_TIME: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'MSH-7',
  text: {
    fr: 'MSH-7 doit dire quand le message a été fait : AAAAMMJJHHMMSS, avec le décalage horaire.',
    en: 'MSH-7 must say when the message was made: YYYYMMDDHHMMSS, with its offset.',
  },
};
