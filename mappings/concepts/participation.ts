import { FOREIGN } from '../domain/systems.ts';
import { type Coded, codingOf } from './code-map.ts';

/** HL7's word for somebody involved, no matter how. */
const TAKES_PART: fhir4.Coding = { system: FOREIGN.participationType, code: 'PART', display: 'Participation' };

/** What somebody does, in our word, and beside it in HL7's for those who know only theirs. */
export const participationAs = <
  T extends Coded<Readonly<Record<string, { readonly fr: string; readonly en: string }>>>,
>(
  coded: T,
  role: Extract<keyof T['table'], string>,
): fhir4.CodeableConcept => ({ coding: [codingOf(coded, role), TAKES_PART] });
