import { Command, CommanderError } from 'commander';
import { clientToken, readClient } from '../../operate/client-token.ts';
import type { Bilingual, Lang } from './bilingual.ts';
import { isPartnerKind } from './kinds.ts';
import type { PartnerSandboxOptions } from './partner-sandbox.ts';
import { PartnerProblem } from './problem.ts';

/** What the command line asks for: help to print, or a stand-in to start. */
export type CommandLine = { readonly help: string } | { readonly lang: Lang; readonly sandbox: PartnerSandboxOptions };

const TEXTS = {
  description: {
    fr: 'Démarre un serveur qui tient lieu d’un partenaire : CLSC, hôpital ou bureau d’avocat-médiateur. Données inventées seulement.',
    en: 'Starts a server that stands in for a partner: CLSC, hospital or lawyer-mediator’s office. Invented data only.',
  },
  id: { fr: 'nom court, par exemple clsc-verdun', en: 'short name, such as clsc-verdun' },
  kind: { fr: 'clsc, hospital, lawyer, community ou platform', en: 'clsc, hospital, lawyer, community or platform' },
  nameFr: { fr: 'nom en français', en: 'name in French' },
  nameEn: { fr: 'nom en anglais (sinon le français)', en: 'name in English (the French one if absent)' },
  port: { fr: 'port (sinon un port libre)', en: 'port (a free one if absent)' },
  host: { fr: 'adresse d’écoute (sinon 127.0.0.1)', en: 'address to listen on (127.0.0.1 if absent)' },
  gateway: { fr: 'adresse de la passerelle', en: 'address of the gateway' },
  data: {
    fr: 'dossier où garder ce qui arrive (sinon en mémoire)',
    en: 'folder to keep what arrives (else in memory)',
  },
  anywhere: {
    fr: 'ouvre la page et les commandes au-delà de cette machine : seulement dans un conteneur publié sur 127.0.0.1',
    en: 'opens the page and controls beyond this machine: only in a container published on 127.0.0.1',
  },
  lang: { fr: 'langue des messages : fr ou en', en: 'language of the messages: fr or en' },
  help: { fr: 'affiche cette aide', en: 'shows this help' },
  environment: {
    fr: 'Dans l’environnement :\n  PARTNER_TOKEN  jeton que la passerelle doit présenter\n  GATEWAY_CLIENT fichier du client qui demande ses jetons pour la passerelle',
    en: 'In the environment:\n  PARTNER_TOKEN  token that the gateway must present\n  GATEWAY_CLIENT file of the client that asks for its tokens for the gateway',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The language asked for with `--lang`, French otherwise. */
export const langIn = (args: readonly string[]): Lang =>
  args.some((arg, index) => arg === '--lang=en' || (arg === '--lang' && args[index + 1] === 'en')) ? 'en' : 'fr';

/** Reads the arguments (without `node` and the script) and the environment. Throws a PartnerProblem that names the option. */
export function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const lang = langIn(args);
  const command = commandIn(lang);
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.helpDisplayed') {
      return { help: `${command.helpInformation()}\n${TEXTS.environment[lang]}\n` };
    }
    throw new PartnerProblem(400, {
      fr: `Option mal écrite : ${messageOf(error)}. Voir --help.`,
      en: `Bad option: ${messageOf(error)}. See --help.`,
    });
  }
  const given = command.opts<Readonly<Record<string, string | true | undefined>>>();
  const text = (name: string): string => required(`--${name}`, given[camelCase(name)]);
  const kind = text('kind');
  if (!isPartnerKind(kind)) throw bad('--kind', TEXTS.kind);
  const nameFr = text('name-fr');
  const token = required('PARTNER_TOKEN', environment.PARTNER_TOKEN);
  const client = required('GATEWAY_CLIENT', environment.GATEWAY_CLIENT);
  return {
    lang,
    sandbox: {
      id: text('id'),
      kind,
      name: { fr: nameFr, en: typeof given.nameEn === 'string' ? given.nameEn : nameFr },
      ...(typeof given.port === 'string' ? { port: portFrom(given.port) } : {}),
      ...(typeof given.host === 'string' ? { host: given.host } : {}),
      gatewayUrl: urlFrom(text('gateway')),
      token,
      gatewayToken: clientToken(() => readClient(client)),
      controlFromAnywhere: given.controlFromAnywhere === true,
      ...(typeof given.data === 'string' ? { dataDir: given.data } : {}),
    },
  };
}

const TITLES: Readonly<Record<string, string>> = { 'Usage:': 'Utilisation :', 'Options:': 'Options :' };

const commandIn = (lang: Lang): Command =>
  new Command('partner-sandbox')
    .usage('--id … --kind … --name-fr … --gateway …')
    .description(TEXTS.description[lang])
    .option('--id <id>', TEXTS.id[lang])
    .option('--kind <kind>', TEXTS.kind[lang])
    .option('--name-fr <name>', TEXTS.nameFr[lang])
    .option('--name-en <name>', TEXTS.nameEn[lang])
    .option('--gateway <url>', TEXTS.gateway[lang])
    .option('--port <port>', TEXTS.port[lang])
    .option('--host <address>', TEXTS.host[lang])
    .option('--data <folder>', TEXTS.data[lang])
    .option('--control-from-anywhere', TEXTS.anywhere[lang])
    .option('--lang <lang>', TEXTS.lang[lang])
    .helpOption('-h, --help', TEXTS.help[lang])
    .configureHelp({ styleTitle: (title) => (lang === 'fr' ? (TITLES[title] ?? title) : title) })
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .exitOverride();

/** commander's own sentence without its "error: "; the option it quotes reads the same in both languages. */
const messageOf = (error: unknown): string =>
  error instanceof Error ? (/'[^']*'/.exec(error.message)?.[0] ?? error.message) : String(error);

function required(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw bad(name, { fr: 'à donner', en: 'must be given' });
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw bad('--port', { fr: 'un nombre de 0 à 65535', en: 'a number from 0 to 65535' });
}

function urlFrom(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw bad('--gateway', { fr: 'une adresse http ou https', en: 'an http or https address' });
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

const bad = (name: string, { fr, en }: Bilingual) =>
  new PartnerProblem(400, { fr: `${name} : ${fr}.`, en: `${name}: ${en}.` }, name);
