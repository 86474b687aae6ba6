import { namingSystem } from '../../../profiles/canonical.ts';
import { codingOf } from '../../concepts/code-map.ts';
import { present } from '../../concepts/present.ts';
import { wordsOf } from '../../domain/coded-words.ts';
import { CODE_SYSTEMS, FOREIGN } from '../../domain/systems.ts';
import type { Repetition } from './parsed-message.ts';
import { components, type Encoded } from './write-segment.ts';

/** Names of code systems in the third and sixth component of a CE (table 0396): ours are local, `99` and three characters. */
const NAMES = {
  '99PRK': CODE_SYSTEMS.requestKind,
  '99PPG': CODE_SYSTEMS.programme,
  '99PNS': CODE_SYSTEMS.networkService,
  '99PPK': CODE_SYSTEMS.prescriptionKind,
  '99PLM': CODE_SYSTEMS.legalMandate,
  '99PDR': CODE_SYSTEMS.declineReason,
  '99PRP': CODE_SYSTEMS.receiverPriority,
  '99PBS': CODE_SYSTEMS.businessStatus,
  '99PRO': CODE_SYSTEMS.referralOutput,
  '99PGV': FOREIGN.gravity,
  SCT: FOREIGN.snomed,
  LN: 'http://loinc.org',
  I10: 'http://hl7.org/fhir/sid/icd-10',
  ICD10CA: namingSystem('hl7v2', 'ICD10CA'),
} as const;

export type CodeName = keyof typeof NAMES;

const ENTRIES: readonly (readonly [string, string])[] = Object.entries(NAMES);
const SYSTEM_BY_NAME = new Map(ENTRIES);
const NAME_BY_SYSTEM = new Map(ENTRIES.map(([name, system]) => [system, name] as const));

/** A code of ours stands under the name of its system. */
export const systemNamed = (name: CodeName): string => NAMES[name];

/** What v2.5.1 lets the text of a CE hold. */
export const CE_TEXT_MAX = 199;

export interface ConceptWritten {
  readonly field: Encoded | undefined;
  /** What did not go in. */
  readonly left: { readonly text: boolean; readonly codings: boolean };
}

/** A concept as a CE: two codings at most, and one text of one line. Our own codes bring their words, in the recipient's language. */
export function conceptField(
  codings: readonly fhir4.Coding[],
  text: string | undefined,
  language: 'fr' | 'en',
): ConceptWritten {
  const named = codings.filter(({ system, code }) => code !== undefined && NAME_BY_SYSTEM.has(system ?? ''));
  const [first, second] = named;
  const fits = text === undefined || (text.length <= CE_TEXT_MAX && !/[\r\n]/.test(text));
  const left = { text: !fits, codings: named.length < codings.length || named.length > 2 };
  const words = fits ? text : undefined;
  if (first === undefined && words === undefined) return { field: undefined, left };
  const triple = (coding: fhir4.Coding | undefined, said?: string) => [
    coding?.code,
    said ?? (coding && (ourWords(coding, language) ?? coding.display)),
    coding && NAME_BY_SYSTEM.get(coding.system ?? ''),
  ];
  return { field: components(...triple(first, words), ...triple(second)), left };
}

const ourWords = ({ system, code }: fhir4.Coding, language: 'fr' | 'en'): string | undefined =>
  wordsOf([{ coding: [present({ system, code })] }], system ?? '', language);

/** A CE read: its codings, each in the system that its name stands for, and its text; undefined if it says nothing. */
export function conceptFrom(ce: Repetition): fhir4.CodeableConcept | undefined {
  const triples = [1, 4].map((at) => [0, 1, 2].map((n) => ce.component(at + n).trim()));
  const texts = [ce.component(2), ce.component(5)];
  const coding = triples.flatMap(([code = '', , name = '']) => codingFrom(code, name));
  const isOwnWord = (text: string): boolean =>
    coding.some((one) => ourWords(one, 'fr') === text || ourWords(one, 'en') === text);
  const text = texts.find((said) => said !== '' && !isOwnWord(said));
  if (coding.length === 0 && text === undefined) return undefined;
  return present({ coding: coding.length === 0 ? undefined : coding, text });
}

/** Whether every code of a CE stands in a system: one that does not is not kept. */
export const isWhole = (ce: Repetition): boolean =>
  [1, 4].filter((at) => ce.component(at).trim() !== '').length === (conceptFrom(ce)?.coding?.length ?? 0);

/** What a CE says to a person: its text, or its code for want of one. */
export const conceptInWords = (ce: Repetition): string =>
  [2, 5, 1, 4].map((at) => ce.component(at)).find((text) => text !== '') ?? '';

/** Of ours with its display; of a system without a name that we know, under a name of its own, since a code alone means nothing. */
function codingFrom(code: string, name: string): readonly fhir4.Coding[] {
  if (code === '') return [];
  const system = SYSTEM_BY_NAME.get(name.toUpperCase());
  if (system !== undefined) return [withDisplay({ system, code })];
  const table = /^HL7(\d{4})$/i.exec(name)?.[1];
  if (table !== undefined) return [{ system: `http://terminology.hl7.org/CodeSystem/v2-${table}`, code }];
  return /^[\x21-\x7e]{1,40}$/.test(name) ? [{ system: namingSystem('hl7v2', encodeURIComponent(name)), code }] : [];
}

const withDisplay = (coding: { readonly system: string; readonly code: string }): fhir4.Coding => {
  const fr = ourWords(coding, 'fr');
  return fr === undefined
    ? coding
    : codingOf({ system: coding.system, table: { [coding.code]: { fr, en: fr } } }, coding.code);
};
