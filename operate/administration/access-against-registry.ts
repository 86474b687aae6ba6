import type {
  AccessSettings,
  ListedClient,
  ListedProfessional,
  Vouching,
} from '../../gateway/access/access-settings.ts';
import { ROLES, type Role } from '../../gateway/access/roles.ts';
import { scopesIn } from '../../gateway/access/scopes.ts';
import type { SettingFault } from '../../gateway/access/setting-fault.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { Bilingual } from '../../profiles/codes.ts';

export interface Disagreement extends SettingFault {
  readonly severity: 'error' | 'warning';
}

/** Where the access file names whom the registry does not know, or opens more than anybody is likely to mean. */
export const accessAgainstRegistry = (access: AccessSettings, registry: Registry): readonly Disagreement[] => [
  ...access.issuers.flatMap(({ vouchesFor }, index) => ofIssuer(vouchesFor, `/issuers/${index}/vouchesFor`, registry)),
  ...access.clients.flatMap((client, index) => ofClient(client, `/clients/${index}`, access, registry)),
  ...access.professionals.flatMap((person, index) => ofProfessional(person, `/professionals/${index}`, registry)),
  ...registry.centres
    .filter(
      ({ id }) => !access.issuers.some(({ vouchesFor: { centres } }) => centres === 'all' || centres.includes(id)),
    )
    .map(({ id }) => warning('/issuers', WORDS.nobodyFor(id))),
];

function ofIssuer(
  { centres, partners, operators }: Vouching,
  path: string,
  registry: Registry,
): readonly Disagreement[] {
  const speaksForAll = centres === 'all' && (partners === 'all' || operators);
  return [
    ...unknownAmong(centres, (id) => registry.centre(id), `${path}/centres`, WORDS.noCentre),
    ...unknownAmong(partners, (id) => registry.partner(id), `${path}/partners`, WORDS.noPartner),
    ...(speaksForAll ? [warning(path, WORDS.speaksForAll)] : []),
  ];
}

const unknownAmong = (
  ids: readonly string[] | 'all',
  known: (id: string) => unknown,
  path: string,
  text: (id: string) => Bilingual,
): readonly Disagreement[] =>
  ids === 'all'
    ? []
    : ids.flatMap((id, index) => (known(id) === undefined ? [error(`${path}/${index}`, text(id))] : []));

function ofClient(
  { id, issuer, centre, partner, operator, scopes, roles }: ListedClient,
  path: string,
  access: AccessSettings,
  registry: Registry,
): readonly Disagreement[] {
  const vouching = access.issuers.find((it) => it.issuer === issuer)?.vouchesFor;
  const speaks = (list: readonly string[] | 'all' = [], whom = ''): boolean => list === 'all' || list.includes(whom);
  const mayBeVouched =
    (centre !== undefined && speaks(vouching?.centres, centre)) ||
    (partner !== undefined && speaks(vouching?.partners, partner)) ||
    (operator !== undefined && vouching?.operators === true);
  const granted = scopesIn((scopes ?? []).join(' '));
  const writesAll = granted.some(({ type, letters }) => type === '*' && /[cud]/.test(letters));
  const forCentre = centre !== undefined && roles === undefined;
  return [
    ...(centre !== undefined && registry.centre(centre) === undefined
      ? [error(`${path}/centre`, WORDS.noCentre(centre))]
      : []),
    ...(partner !== undefined && registry.partner(partner) === undefined
      ? [error(`${path}/partner`, WORDS.noPartner(partner))]
      : []),
    ...(mayBeVouched ? [] : [error(`${path}/issuer`, WORDS.mayNotSpeak(id))]),
    ...(partner !== undefined && (scopes === undefined || writesAll)
      ? [warning(`${path}/scopes`, WORDS.widePartner(id))]
      : []),
    ...(forCentre && (scopes === undefined || granted.some(({ context }) => context === 'system'))
      ? [warning(`${path}/roles`, WORDS.wholeCentre(id))]
      : []),
  ];
}

function ofProfessional({ id, centre, roles = [] }: ListedProfessional, path: string, registry: Registry) {
  const writes = roles.filter((role) => ROLES[role].writes.length > 0);
  const both = (one: Role, other: Role): boolean => roles.includes(one) && roles.includes(other);
  return [
    ...(registry.centre(centre) === undefined ? [error(`${path}/centre`, WORDS.noCentre(centre))] : []),
    ...(both('clinical', 'legal') ? [warning(`${path}/roles`, WORDS.bothSides(id))] : []),
    ...(roles.includes('privacy') && writes.length > 0 ? [warning(`${path}/roles`, WORDS.watchesSelf(id))] : []),
  ];
}

const error = (path: string, text: Bilingual): Disagreement => ({ severity: 'error', path, text });
const warning = (path: string, text: Bilingual): Disagreement => ({ severity: 'warning', path, text });

const WORDS = {
  noCentre: (id: string): Bilingual => ({
    fr: `${id} n’est pas un centre du registre.`,
    en: `${id} is not a centre of the registry.`,
  }),
  noPartner: (id: string): Bilingual => ({
    fr: `${id} n’est pas un partenaire du registre.`,
    en: `${id} is not a partner of the registry.`,
  }),
  nobodyFor: (id: string): Bilingual => ({
    fr: `aucun serveur ne peut parler du centre ${id} : personne n’y entre (vouchesFor.centres).`,
    en: `no server may speak for the centre ${id}: nobody gets in there (vouchesFor.centres).`,
  }),
  speaksForAll: {
    fr: 'ce serveur parle de tous les centres et d’autres encore : qui le tient peut tout. Nommez de qui il parle.',
    en: 'this server speaks for every centre, and for others too: whoever holds it may do anything. Name for whom it speaks.',
  },
  mayNotSpeak: (id: string): Bilingual => ({
    fr: `ce serveur ne peut pas parler de celui pour qui ${id} appelle : aucun de ses jetons n’entrerait (vouchesFor).`,
    en: `this server may not speak for whom ${id} calls: none of its tokens would get in (vouchesFor).`,
  }),
  widePartner: (id: string): Bilingual => ({
    fr: `portées trop larges : ${id} est à un partenaire. Nommez ses types, comme system/Task.rus.`,
    en: `scopes too wide: ${id} is a partner’s. Name its types, such as system/Task.rus.`,
  }),
  wholeCentre: (id: string): Bilingual => ({
    fr: `rôle trop large : sans « roles », ${id} agit pour tout son centre quand son jeton n’en nomme aucun.`,
    en: `role too wide: without "roles", ${id} acts for its whole centre when its token names none.`,
  }),
  bothSides: (id: string): Bilingual => ({
    fr: `rôle trop large : ${id} est du personnel clinique et du volet juridique, que la passerelle tient séparés.`,
    en: `role too wide: ${id} is both clinical staff and of the legal pillar, which the gateway keeps apart.`,
  }),
  watchesSelf: (id: string): Bilingual => ({
    fr: `rôle trop large : ${id} écrit au dossier et en lit le registre des accès.`,
    en: `role too wide: ${id} writes in the record and reads its register of accesses.`,
  }),
} as const;
