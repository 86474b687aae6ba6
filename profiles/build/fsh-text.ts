import type { Bilingual } from '../codes.ts';

/** A string of FHIR Shorthand. */
export const quoted = (text: string): string => JSON.stringify(text);

/** `goal-category` → `GoalCategory`. */
export const fshName = (id: string): string =>
  id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** A text of an instance in French, with the English beside it by HL7's translation extension. */
export const said = (path: string, { fr, en }: Bilingual): readonly string[] => [
  `* ${path} = ${quoted(fr)}`,
  `* ${path}.extension[0].url = $translation`,
  `* ${path}.extension[0].extension[0].url = "lang"`,
  `* ${path}.extension[0].extension[0].valueCode = #en-CA`,
  `* ${path}.extension[0].extension[1].url = "content"`,
  `* ${path}.extension[0].extension[1].valueString = ${quoted(en)}`,
];
