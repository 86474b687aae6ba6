import { v5 as uuidFrom } from 'uuid';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';
import { sealedBasic } from '../record/sealed-basic.ts';

/** Ids of incidents in the record, made from their centre and number: the same line is never there twice. */
const INCIDENTS = '8f2b1d64-0c5e-5a7b-93f1-6e4d2a9c7b50';

/** What code a line of the register has, as a search asks for it. */
export const INCIDENT_CODE = `${CODE_SYSTEMS.recordKeeping}|incident`;

export const incidentPlace = (centre: string, number: string): string => uuidFrom(`${centre}|${number}`, INCIDENTS);

/** A line of the register as the record keeps it: its number, the day, and what only the gateway reads. */
export const basicFromSealed = (
  centre: string,
  number: string,
  { sealed, on }: { readonly sealed: string; readonly on: string },
) =>
  sealedBasic({
    id: incidentPlace(centre, number),
    profile: PROFILES.incident,
    identifier: { system: IDENTIFIERS.incident(centre), value: number },
    code: 'incident',
    sealed,
    on,
  });
