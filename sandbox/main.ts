import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { bilingualCommand, languageOption } from '../operate/bilingual-command.ts';
import { keptSealingKey } from './kept-sealing-key.ts';
import { runSandbox, untilEnd } from './run-sandbox.ts';
import { whereToLook } from './where-to-look.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly data?: string;
  readonly port?: number;
  readonly registry?: string;
}

const {
  lang: language,
  data,
  port,
  registry,
} = bilingualCommand('sandbox')
  .description(
    'Démarre HAPI, Redis, la passerelle et les doublures des partenaires, et les garde jusqu’à Ctrl-C. / ' +
      'Starts HAPI, Redis, the gateway and the partners’ stand-ins, and keeps them until Ctrl-C.',
  )
  .addOption(languageOption(process.env))
  .option('--data <dir>', 'dossier des données, conservé / data folder, kept')
  .option('--port <port>', 'port de la passerelle, libre sinon / port of the gateway, else a free one', portFrom)
  .option(
    '--registry <file>',
    'registre des centres et partenaires (YAML), sinon celui du bac à sable / registry of centres and partners (YAML), else the sandbox’s',
  )
  .parse()
  .opts<Flags>();

const STAYS = {
  fr: 'Tout reste en marche. Ctrl-C pour tout arrêter.',
  en: 'Everything stays up. Ctrl-C stops it all.',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = data === undefined ? await mkdtemp(join(tmpdir(), 'passerelle-sandbox-')) : resolve(data);
const settings = {
  ...(port !== undefined && { PORT: String(port) }),
  ...(data !== undefined && { SEALING_KEYS: await keptSealingKey(folder) }),
};

const code = await runSandbox(
  {
    language,
    say,
    folder,
    settings,
    ...(data !== undefined && { dataDir: folder }),
    ...(registry !== undefined && { registryPath: resolve(registry) }),
  },
  async ({ sandbox, logFile, signal }) => {
    const centre = sandbox.registry.centres[0]?.id ?? '';
    const body = {
      version: 1,
      centre,
      happenedAt: new Date().toISOString(),
      child: { id: 'enfant-1', name: { given: ['Mai'], family: 'Nguyễn' } },
      members: [{ kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH' }],
      pivot: 'maman',
    };
    const call = { centre, method: 'PUT', path: '/v1/care-circles/cercle-1', body } as const;
    say('');
    for (const line of whereToLook(sandbox, { language, logFile, calls: [call] })) say(line);
    say('');
    say(STAYS[language]);
    await untilEnd(signal);
    return 0;
  },
);
process.exit(code);

function portFrom(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('0–65535');
}
