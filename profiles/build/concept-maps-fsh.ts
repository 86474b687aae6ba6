import { CANONICAL, codeSystem } from '../canonical.ts';
import { CODE_SYSTEMS_OF_OURS } from '../code-systems.ts';
import { CONCEPT_MAPS_OF_OURS, type ConceptMapOfOurs, type MapEnd, type Match } from '../concept-maps.ts';
import { fshName, quoted, said } from './fsh-text.ts';

/** FHIR Shorthand of every ConceptMap of ours. */
export const conceptMapsFsh = (version: string, maps: readonly ConceptMapOfOurs[] = CONCEPT_MAPS_OF_OURS): string =>
  maps.map((map) => conceptMap(map, version)).join('\n');

function conceptMap({ id, title, description, source, target, codes, targetWords }: ConceptMapOfOurs, version: string) {
  return [
    `Instance: ${id}`,
    'InstanceOf: ConceptMap',
    'Usage: #definition',
    '* language = #fr-CA',
    `* url = "${CANONICAL}/ConceptMap/${id}"`,
    `* version = "${version}"`,
    `* name = "${fshName(id)}"`,
    ...said('title', title),
    '* status = #active',
    '* experimental = false',
    '* publisher = "Passerelle"',
    ...said('description', description),
    ...('ours' in source ? [`* sourceCanonical = "${CANONICAL}/ValueSet/${source.ours}"`] : []),
    ...('ours' in target ? [`* targetCanonical = "${CANONICAL}/ValueSet/${target.ours}"`] : []),
    `* group.source = "${urlOf(source)}"`,
    `* group.target = "${urlOf(target)}"`,
    ...Object.entries(codes).flatMap(([code, matches], at) => [
      `* group.element[${at}].code = #${code}`,
      ...shown(`group.element[${at}].display`, wordsOf(source)[code]),
      ...('unmatched' in matches
        ? [
            `* group.element[${at}].target.equivalence = #unmatched`,
            ...said(`group.element[${at}].target.comment`, matches.unmatched),
          ]
        : matches.flatMap((match, to) =>
            targetOf(`group.element[${at}].target[${to}]`, match, targetWords ?? wordsOf(target)),
          )),
    ]),
    '',
  ].join('\n');
}

const targetOf = (path: string, { to, as, comment }: Match, words: Readonly<Record<string, string>>) => [
  `* ${path}.code = #${to}`,
  ...shown(`${path}.display`, words[to]),
  `* ${path}.equivalence = #${as}`,
  ...(comment === undefined ? [] : said(`${path}.comment`, comment)),
];

const shown = (path: string, words: string | undefined): readonly string[] =>
  words === undefined ? [] : [`* ${path} = ${quoted(words)}`];

const urlOf = (end: MapEnd): string => ('ours' in end ? codeSystem(end.ours) : end.url);

/** French words of a CodeSystem of ours. */
function wordsOf(end: MapEnd): Readonly<Record<string, string>> {
  const codes = 'ours' in end ? CODE_SYSTEMS_OF_OURS.find(({ id }) => id === end.ours)?.codes : undefined;
  return Object.fromEntries(Object.entries(codes ?? {}).map(([code, { fr }]) => [code, fr]));
}
