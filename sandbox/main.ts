import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { bilingualCommand, languageOption } from '../operate/bilingual-command.ts';
import { keptSealingKey } from './kept-sealing-key.ts';
import { localDateTime } from './partners/local-time.ts';
import { isDay } from './population/days.ts';
import { publishTold } from './population/publish-told.ts';
import { isPopulated, lastDay, POPULATION_PARTNERS, seedSandbox, toldFile } from './population/seed-sandbox.ts';
import { runSandbox, untilEnd } from './run-sandbox.ts';
import type { Sandbox } from './start-sandbox.ts';
import { whereTheBoardIs, whereToLook } from './where-to-look.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly data?: string;
  readonly port?: number;
  readonly registry?: string;
  readonly children?: number;
  readonly seed: number;
  readonly until?: string;
  readonly exit?: true;
}

const {
  lang: language,
  data,
  port,
  registry,
  children,
  seed,
  until,
  exit,
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
  .addOption(
    new Option(
      '--children <n>',
      'raconte trois ans d’autant d’enfants inventés / tells three years of as many invented children',
    )
      .argParser(wholeFrom(1, 5_000))
      .conflicts('registry'),
  )
  .option('--seed <n>', 'graine des histoires / seed of the stories', wholeFrom(0, 2 ** 31), 1)
  .option(
    '--until <day>',
    'dernier jour des histoires, aujourd’hui sinon / last day of the stories, else today',
    dayFrom,
  )
  .option('--exit', 's’arrête une fois tout raconté / stops once all is told')
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
    ...((children !== undefined || (data !== undefined && (await isPopulated(folder)))) && {
      morePartnersPath: POPULATION_PARTNERS,
    }),
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
    const isTold = children === undefined || (await tell(sandbox, children, signal));
    if (exit !== true) {
      if (children !== undefined) say(whereTheBoardIs(sandbox, language));
      say(STAYS[language]);
      await untilEnd(signal);
    }
    return isTold ? 0 : 1;
  },
);
process.exit(code);

async function tell(sandbox: Sandbox, howMany: number, signal: AbortSignal): Promise<boolean> {
  const to = await lastDay(until, data === undefined ? undefined : toldFile(folder, { seed, children: howMany }));
  const isWhole = await seedSandbox(sandbox, { children: howMany, seed, to, language, say, signal });
  if (isWhole) await publishTold(sandbox, { language, say, signal });
  return isWhole;
}

function portFrom(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('0–65535');
}

/** Throws InvalidArgumentError for anything but a whole number between these. */
function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`${least}–${most}`);
  };
}

/** Throws InvalidArgumentError for what is no day, or is still to come. */
function dayFrom(text: string): string {
  const today = localDateTime(new Date()).slice(0, 10);
  if (isDay(text) && text <= today) return text;
  throw new InvalidArgumentError(`≤ ${today}`);
}
