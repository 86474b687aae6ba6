import { codeSystem } from '../../profiles/canonical.ts';
import { CODE_SYSTEMS_OF_OURS } from '../../profiles/code-systems.ts';
import type { Bilingual } from '../../profiles/codes.ts';

const TABLES: ReadonlyMap<string, Readonly<Record<string, Bilingual>>> = new Map(
  CODE_SYSTEMS_OF_OURS.map(({ id, codes }) => [codeSystem(id), codes]),
);

/** The words of a coded element in one language: those of our own code, in the system asked for. */
export function wordsOf(
  concepts: readonly (fhir4.CodeableConcept | undefined)[],
  system: string,
  language: keyof Bilingual,
): string | undefined {
  const code = concepts.flatMap((concept) => concept?.coding ?? []).find((coding) => coding.system === system)?.code;
  return code === undefined ? undefined : TABLES.get(system)?.[code]?.[language];
}
