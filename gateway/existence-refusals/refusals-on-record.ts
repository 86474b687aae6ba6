import { v5 as uuidFrom } from 'uuid';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';
import { sealedBasic } from '../record/sealed-basic.ts';

/** Ids of sheets, made from a centre and a child’s number: a child has one, found without a search, and it names no child. */
const SHEETS = '2d1f6c0e-7f0a-5b8e-9d55-61b0c4a8e2f7';

/** What code a sheet has, as a search asks for it. */
export const REFUSALS_CODE = `${CODE_SYSTEMS.recordKeeping}|existence-refusals`;

export const sheetId = (centre: string, child: string): string => uuidFrom(`${centre}|${child}`, SHEETS);

/** A child’s sheet as the record keeps it: the day, and what only the gateway reads. */
export const sheetFrom = (
  centre: string,
  child: string,
  { sealed, on }: { readonly sealed: string; readonly on: string },
) =>
  sealedBasic({
    id: sheetId(centre, child),
    profile: PROFILES.existenceRefusals,
    identifier: { system: IDENTIFIERS.existenceRefusals(centre), value: sheetId(centre, child) },
    code: 'existence-refusals',
    sealed,
    on,
  });
