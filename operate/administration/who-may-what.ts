import type { AccessSettings, ListedClient, ListedProfessional } from '../../gateway/access/access-settings.ts';
import { ROLES, type Role } from '../../gateway/access/roles.ts';
import { scopesIn } from '../../gateway/access/scopes.ts';
import { isOn, SWITCH_NAMES, SWITCHES } from '../../gateway/access/switches.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { Bilingual } from '../../profiles/codes.ts';

type Language = keyof Bilingual;

/** Who may do what, a line each, as a privacy officer reads it: centres, then partners, then those who operate. */
export function whoMayWhat(access: AccessSettings, registry: Registry, language: Language): readonly string[] {
  const words = WORDS[language];
  const servers = (speaks: (vouching: AccessSettings['issuers'][number]['vouchesFor']) => boolean): string =>
    access.issuers
      .filter(({ vouchesFor }) => speaks(vouchesFor))
      .map(({ issuer }) => issuer)
      .join(', ') || words.nobody;
  const speaks = (list: readonly string[] | 'all', id: string): boolean => list === 'all' || list.includes(id);
  const clients = (of: (client: ListedClient) => boolean): readonly string[] =>
    access.clients
      .filter(of)
      .map((client) => `  ${words.client} ${client.id}${words.colon}${clientTold(client, language)}`);
  return [
    ...registry.centres.flatMap(({ id, name, regime, ...centre }) => [
      `${words.centre} ${id} (${name[language]}, ${regime})`,
      `  ${words.servers}${servers(({ centres }) => speaks(centres, id))}`,
      `  ${words.switchedOn}${
        SWITCH_NAMES.filter((it) => isOn(centre, it))
          .map((it) => SWITCHES[it].title[language])
          .join(', ') || words.none
      }`,
      ...clients((client) => client.centre === id),
      ...access.professionals
        .filter((it) => it.centre === id)
        .map((it) => `  ${words.person} ${it.id}${words.colon}${personTold(it, language)}`),
      `  ${words.others}${words.othersAre(access.listedOnly)}`,
    ]),
    ...registry.partners.flatMap(({ id, name, kind, lens }) => [
      `${words.partner} ${id} (${name[language]}, ${kind}, ${words.lens} ${lens})`,
      `  ${words.servers}${servers(({ partners }) => speaks(partners, id))}`,
      ...clients((client) => client.partner === id),
    ]),
    words.operators,
    `  ${words.servers}${servers(({ operators }) => operators)}`,
    ...clients((client) => client.operator !== undefined),
  ];
}

function clientTold({ scopes, roles, suspendedFrom }: ListedClient, language: Language): string {
  const words = WORDS[language];
  return [
    scopes === undefined ? words.anyScope : scopes.map((scope) => scopeTold(scope, language)).join(', '),
    ...(roles === undefined ? [] : [rolesTold(roles, language)]),
    ...(suspendedFrom === undefined ? [] : [words.suspended(suspendedFrom)]),
  ].join(words.semicolon);
}

const personTold = ({ roles, suspendedFrom }: ListedProfessional, language: Language): string =>
  [
    roles === undefined ? WORDS[language].anyRole : rolesTold(roles, language),
    ...(suspendedFrom === undefined ? [] : [WORDS[language].suspended(suspendedFrom)]),
  ].join(WORDS[language].semicolon);

const rolesTold = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => ROLES[role][language]).join(WORDS[language].or);

/** `system/CareTeam.rs` → “reads, searches CareTeam”. */
function scopeTold(text: string, language: Language): string {
  const [scope] = scopesIn(text);
  if (scope === undefined) return text;
  const { context, type, letters } = scope;
  const words = WORDS[language];
  const acts = Object.entries(words.acts)
    .flatMap(([letter, word]) => (letters.includes(letter) ? [word] : []))
    .join(', ');
  if (type === 'known') return words.statesKnown;
  if (context === 'passerelle') return words.operates(letters);
  return `${acts} ${type === '*' ? words.everything : type}${context === 'user' ? words.forPerson : ''}`;
}

const ONLY = (listedOnly: AccessSettings['listedOnly']) => ({
  clients: listedOnly.includes('clients'),
  people: listedOnly.includes('professionals'),
});

const WORDS = {
  fr: {
    colon: ' : ',
    semicolon: ' ; ',
    or: ' ou ',
    centre: 'Centre',
    partner: 'Partenaire',
    operators: 'Exploitation de la passerelle',
    client: 'client',
    person: 'personne',
    lens: 'vue',
    servers: 'ses jetons viennent de : ',
    switchedOn: 'allumé : ',
    others: 'les autres : ',
    none: 'rien',
    nobody: 'personne',
    anyScope: 'ce que disent ses jetons',
    anyRole: 'le rôle que disent ses jetons',
    everything: 'tout',
    forPerson: ' pour une personne',
    acts: { c: 'crée', r: 'lit', u: 'révise', d: 'supprime', s: 'cherche' },
    statesKnown: 'dit depuis quand une chose était sue',
    operates: (letters: string) =>
      letters.includes('u') ? 'exploite la passerelle, sans contenu' : 'regarde où en est la passerelle, sans contenu',
    suspended: (from: string) => `n’a plus accès à partir du ${from}`,
    othersAre: (listedOnly: AccessSettings['listedOnly']) => {
      const { clients, people } = ONLY(listedOnly);
      return `${clients ? 'clients refusés' : 'clients selon leurs jetons'}, ${people ? 'personnes refusées' : 'personnes selon leurs jetons'}`;
    },
  },
  en: {
    colon: ': ',
    semicolon: '; ',
    or: ' or ',
    centre: 'Centre',
    partner: 'Partner',
    operators: 'Operation of the gateway',
    client: 'client',
    person: 'person',
    lens: 'lens',
    servers: 'its tokens come from: ',
    switchedOn: 'on: ',
    others: 'others: ',
    none: 'nothing',
    nobody: 'nobody',
    anyScope: 'what its tokens say',
    anyRole: 'the role that their tokens say',
    everything: 'everything',
    forPerson: ' for a person',
    acts: { c: 'creates', r: 'reads', u: 'revises', d: 'deletes', s: 'searches' },
    statesKnown: 'says since when something was known',
    operates: (letters: string) =>
      letters.includes('u') ? 'operates the gateway, without content' : 'looks at how the gateway is, without content',
    suspended: (from: string) => `has access no more from ${from}`,
    othersAre: (listedOnly: AccessSettings['listedOnly']) => {
      const { clients, people } = ONLY(listedOnly);
      return `${clients ? 'clients are refused' : 'clients by what their tokens say'}, ${people ? 'people are refused' : 'people by what their tokens say'}`;
    },
  },
} as const;
