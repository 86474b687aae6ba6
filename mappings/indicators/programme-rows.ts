import { type Bilingual, PROGRAMMES, REQUEST_KINDS } from '../../profiles/codes.ts';
import { codingsOf } from '../concepts/code-map.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';

/** Each thing that is counted stands in one of these rows, and in one only. */
export const PROGRAMME_ROWS = {
  ...PROGRAMMES,
  'social-prescription': REQUEST_KINDS['social-prescription'],
  'legal-referral': REQUEST_KINDS['legal-referral'],
  centre: { fr: 'Services du centre', en: 'Services of the centre' },
  nobody: { fr: 'Demandé à personne encore', en: 'Nobody was asked yet' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ProgrammeRow = keyof typeof PROGRAMME_ROWS;

export const isProgrammeRow = (code: string | undefined): code is ProgrammeRow =>
  code !== undefined && Object.hasOwn(PROGRAMME_ROWS, code);

export const PROGRAMME_NAMES: readonly ProgrammeRow[] = Object.keys(PROGRAMME_ROWS).filter(isProgrammeRow);

/** The row of a request: the programme of a referral to the network, else which kind of request it is. */
export function rowOfRequest(request: fhir4.ServiceRequest): ProgrammeRow {
  const programme = codingsOf(request.category).find(({ system }) => system === CODE_SYSTEMS.programme)?.code;
  const kind = requestKindOf(request);
  if (kind === 'service-referral' && isProgrammeRow(programme)) return programme;
  return isProgrammeRow(kind) ? kind : 'centre';
}

/** The row as FHIR has it: coded where a CodeSystem of ours has the word. */
export function conceptOfRow(row: ProgrammeRow): fhir4.CodeableConcept {
  const text = PROGRAMME_ROWS[row].fr;
  if (Object.hasOwn(PROGRAMMES, row))
    return { coding: [{ system: CODE_SYSTEMS.programme, code: row, display: text }], text };
  if (Object.hasOwn(REQUEST_KINDS, row))
    return { coding: [{ system: CODE_SYSTEMS.requestKind, code: row, display: text }], text };
  return { text };
}

/** And back. */
export function rowOfConcept({ coding, text }: fhir4.CodeableConcept): ProgrammeRow | undefined {
  const code = coding?.[0]?.code;
  return isProgrammeRow(code) ? code : PROGRAMME_NAMES.find((row) => PROGRAMME_ROWS[row].fr === text);
}
