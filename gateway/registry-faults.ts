import type { ErrorObject } from 'ajv/dist/2020.js';
import { REGIMES } from '../mappings/consent/regimes.ts';
import type { Bilingual } from '../profiles/codes.ts';
import { issueText } from '../profiles/issue-texts.ts';
import { faultsFrom, type SettingFault } from './access/setting-fault.ts';
import { isSwitchName, type SwitchName } from './access/switches.ts';

/** What the schema says is wrong with a registry, by the partner's or centre's own name where it has one; that `then` was not met is told by what it asks. */
export function registryFaults(error: ErrorObject, content: unknown): readonly SettingFault[] {
  const { instancePath, keyword, message, params } = error;
  if (keyword === 'if') return [];
  const [, list = '', index = ''] = /^\/(centres|partners)\/(\d+)/.exec(instancePath) ?? [];
  const entry: unknown = new Map(Object.entries(content ?? {})).get(list)?.[Number(index)];
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? ` (${String(entry.id)})` : '';
  const where = `${instancePath || '/'}${id}`;
  const at = (text: Bilingual): readonly SettingFault[] =>
    faultsFrom([error]).map(({ path }) => ({ path, text: { fr: `${where} ${text.fr}`, en: `${where} ${text.en}` } }));
  if (keyword === 'required' && params.missingProperty === 'regime') return at(NO_REGIME);
  if (list === 'partners' && keyword === 'required' && params.missingProperty === 'province') return at(NO_PROVINCE);
  const [, , , field = ''] = instancePath.split('/');
  if (keyword === 'anyOf' && isSwitchName(field)) return at(NOT_ON[field] ?? NOT_SWITCHED);
  if (list === 'centres' && isSwitchName(field)) return [];
  const allowed = keyword === 'enum' ? `: ${JSON.stringify(params.allowedValues)}` : '';
  const unknown = keyword === 'additionalProperties' ? `: ${params.additionalProperty}` : '';
  return at({ fr: issueText(error).text.fr, en: `${message}${allowed}${unknown}` });
}

const NOT_SWITCHED: Bilingual = {
  fr: 'est éteint tant que n’est pas écrit qui l’a décidé et quand : { by: …, since: AAAA-MM-JJ }, par la personne responsable de la protection des renseignements personnels du centre (docs/switches.md)',
  en: 'is off unless it says who had it turned on and when: { by: …, since: YYYY-MM-DD }, decided by the centre’s privacy officer (docs/switches.md)',
};
const NOT_NAMED: Bilingual = {
  fr: 'est éteint tant que n’est pas écrit qui l’a décidé et quand, et pour qui : { by: …, since: AAAA-MM-JJ, professionals: […] }, par la personne responsable de la protection des renseignements personnels du centre (docs/switches.md)',
  en: 'is off unless it says who had it turned on and when, and for whom: { by: …, since: YYYY-MM-DD, professionals: […] }, decided by the centre’s privacy officer (docs/switches.md)',
};
const NOT_ASSESSED: Bilingual = {
  fr: 'est éteint tant que n’est pas écrit qui l’a décidé et quand, et quels partenaires ont été évalués : { by: …, since: AAAA-MM-JJ, partners: […] }, par la personne responsable de la protection des renseignements personnels du centre (docs/switches.md)',
  en: 'is off unless it says who had it turned on and when, and which partners were assessed: { by: …, since: YYYY-MM-DD, partners: […] }, decided by the centre’s privacy officer (docs/switches.md)',
};
const NOT_TIED: Bilingual = {
  fr: 'est éteint tant que n’est pas écrit qui l’a décidé et quand, et avec quels autres centres : { by: …, since: AAAA-MM-JJ, centres: […] }, par la personne responsable de la protection des renseignements personnels du centre (docs/switches.md)',
  en: 'is off unless it says who had it turned on and when, and with which other centres: { by: …, since: YYYY-MM-DD, centres: […] }, decided by the centre’s privacy officer (docs/switches.md)',
};
const NOT_ON: Readonly<Partial<Record<SwitchName, Bilingual>>> = {
  breakGlass: NOT_NAMED,
  otherProvinces: NOT_ASSESSED,
  centreTies: NOT_TIED,
};
const NO_PROVINCE: Bilingual = {
  fr: 'doit avoir « province » : où est ce partenaire, par ses deux lettres (QC, ON, NB…), ou outside-canada ; rien n’est supposé, puisque ce qui part dans une autre province attend la personne responsable de la protection des renseignements personnels du centre (docs/partners.md)',
  en: "must have required property 'province': where this partner is, by its two letters (QC, ON, NB …), or outside-canada; nothing is assumed, since what leaves for another province waits for the centre’s privacy officer (docs/partners.md)",
};
const REGIME_NAMES = JSON.stringify(Object.keys(REGIMES));
const NO_REGIME: Bilingual = {
  fr: `doit avoir « regime » : la loi selon laquelle on y décide de ce qui est communiqué, dite par sa personne responsable de la protection des renseignements personnels (docs/consent.md) : ${REGIME_NAMES}`,
  en: `must have required property 'regime': the law under which its disclosures are decided, said by its privacy officer (docs/consent.md): ${REGIME_NAMES}`,
};
