import fc from 'fast-check';
import { LENSES, type LensName } from '../../mappings/lenses/lenses.ts';
import { type RequestOnRecord, shownOf } from '../../mappings/lenses/look-through.ts';
import { codesOf } from './codes.ts';

/** Some lens through which something of this request passes: each request has one. */
export const fittingLenses = (
  record: RequestOnRecord,
  among: readonly LensName[] = codesOf(LENSES),
): fc.Arbitrary<LensName> => fc.constantFrom(...among.filter((name) => shownOf(LENSES[name], record) !== undefined));
