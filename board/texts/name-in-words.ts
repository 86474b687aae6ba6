import type { PersonName } from '../../mappings/domain/concepts.ts';

/** A name as people say it: as it was written in one piece, else the given names, then the family name. */
export const nameInWords = ({ text, given = [], family }: PersonName): string =>
  text ?? [...given, family].filter((it) => it !== undefined).join(' ');
