import { CODE_SYSTEMS_OF_OURS, type CodeSystemOfOurs } from '../code-systems.ts';
import { fshName, quoted } from './fsh-text.ts';

/** FHIR Shorthand of every CodeSystem of ours, and of the ValueSet of all its codes; French displays with an English designation each. */
export const terminologyFsh = (systems: readonly CodeSystemOfOurs[] = CODE_SYSTEMS_OF_OURS): string =>
  systems.flatMap((system) => [codeSystem(system), valueSet(system)]).join('\n');

function codeSystem({ id, title, description, codes }: CodeSystemOfOurs): string {
  return [
    `CodeSystem: ${fshName(id)}Codes`,
    `Id: ${id}`,
    `Title: ${quoted(title.fr)}`,
    `Description: ${quoted(description.fr)}`,
    `* insert English([[${title.en}]], [[${description.en}]])`,
    '* ^caseSensitive = true',
    '* ^content = #complete',
    ...Object.entries(codes).flatMap(([code, { fr, en }]) => [
      `* #${code} ${quoted(fr)}`,
      `* #${code} ^designation[0].language = #en-CA`,
      `* #${code} ^designation[0].value = ${quoted(en)}`,
    ]),
    '',
  ].join('\n');
}

function valueSet({ id, title, description }: CodeSystemOfOurs): string {
  return [
    `ValueSet: ${fshName(id)}ValueSet`,
    `Id: ${id}`,
    `Title: ${quoted(title.fr)}`,
    `Description: ${quoted(description.fr)}`,
    `* insert English([[${title.en}]], [[${description.en}]])`,
    `* include codes from system ${fshName(id)}Codes`,
    '',
  ].join('\n');
}
