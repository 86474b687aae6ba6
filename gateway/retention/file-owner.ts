import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { laneKey } from '../lanes/queues.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { readChildFile, type WholeFile } from './child-file.ts';
import { readMotherFile } from './mother-file.ts';

/** Whose file, by the centre’s number: a child’s, or the one apart of an expectant mother. */
export type FileOwner =
  | { readonly child: string; readonly motherFile?: never }
  | { readonly motherFile: string; readonly child?: never };

/** The key of the lane and the fence behind which it is written. */
export const laneKeyOf = (centre: string, { child, motherFile }: FileOwner): string =>
  child === undefined
    ? laneKey({ centre, root: { type: 'Patient', system: IDENTIFIERS.motherFile(centre), value: motherFile } })
    : laneKey({ centre, child });

/** Reads it whole; undefined when the centre’s record does not know it. Throws GatewayError when the record is away. */
export const readFileOf = (
  store: FhirStore,
  centre: string,
  { child, motherFile }: FileOwner,
): Promise<WholeFile | undefined> =>
  child === undefined ? readMotherFile(store, centre, motherFile) : readChildFile(store, centre, child);

/** As the register names it. */
export const fileReference = (centre: string, { child, motherFile }: FileOwner): fhir4.Reference => ({
  type: 'Patient',
  identifier:
    child === undefined
      ? { system: IDENTIFIERS.motherFile(centre), value: motherFile }
      : { system: IDENTIFIERS.child(centre), value: child },
});
