import {
  NAMING_SYSTEMS_OF_OTHERS,
  NAMING_SYSTEMS_OF_OURS,
  type NamingSystemOfOthers,
  type NamingSystemOfOurs,
  patternOf,
} from '../naming-systems.ts';
import { fshName, quoted, said } from './fsh-text.ts';

/** R4 wants a date on each; they all came with the first version of the package. */
const SINCE = '2026-11-25';

/** FHIR Shorthand of a NamingSystem for every identifier system that we write. */
export const namingSystemsFsh = (): string =>
  [...NAMING_SYSTEMS_OF_OURS.map(ours), ...NAMING_SYSTEMS_OF_OTHERS.map(others)].join('\n');

function ours(system: NamingSystemOfOurs): string {
  return [
    ...head(system),
    '* responsible = "Passerelle"',
    '* uniqueId.type = #uri',
    `* uniqueId.value = "${patternOf(system)}"`,
    '* uniqueId.preferred = true',
    ...(system.perCentre
      ? said('uniqueId.comment', {
          fr: '{centre} : le numéro du centre, tel qu’au registre.',
          en: '{centre}: the centre’s number, as in the registry.',
        })
      : []),
    '',
  ].join('\n');
}

function others(system: NamingSystemOfOthers): string {
  return [
    ...head(system),
    `* responsible = ${quoted(system.responsible)}`,
    ...said('usage', system.usage),
    '* uniqueId[0].type = #uri',
    `* uniqueId[0].value = "${system.preferred}"`,
    '* uniqueId[0].preferred = true',
    ...system.aliases.flatMap(({ type, value }, at) => [
      `* uniqueId[${at + 1}].type = #${type}`,
      `* uniqueId[${at + 1}].value = "${value}"`,
      `* uniqueId[${at + 1}].preferred = false`,
      ...said(`uniqueId[${at + 1}].comment`, {
        fr: 'Autre nom du même système.',
        en: 'Another name of the same system.',
      }),
    ]),
    '',
  ].join('\n');
}

const head = ({ id, description }: NamingSystemOfOurs | NamingSystemOfOthers): readonly string[] => [
  `Instance: ${id}`,
  'InstanceOf: NamingSystem',
  'Usage: #definition',
  '* language = #fr-CA',
  `* name = "${fshName(id)}Identifier"`,
  '* status = #active',
  '* kind = #identifier',
  `* date = "${SINCE}"`,
  '* publisher = "Passerelle"',
  ...said('description', description),
];
