import type { Bilingual } from '../../codes.ts';
import { FRENCH_INVARIANTS } from './french-invariants.ts';

/** What to say of a broken invariant: ours are written « français / English », R4’s have their French here. */
export function invariantText({ key, human }: Pick<fhir4.ElementDefinitionConstraint, 'key' | 'human'>): Bilingual {
  const french = FRENCH_INVARIANTS[key];
  if (french !== undefined) return { fr: french, en: human };
  const [fr, en] = human.split(/ \/ (?=[A-Z])/, 2);
  return fr !== undefined && en !== undefined
    ? { fr, en }
    : { fr: `la règle ${key} de FHIR n’est pas respectée : « ${human} »`, en: human };
}
