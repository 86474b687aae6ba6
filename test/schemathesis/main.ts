import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { bilingualCommand, languageOption } from '../../operate/bilingual-command.ts';
import { findSchemathesis } from './find-schemathesis.ts';
import { startFuzzedSandbox } from './fuzzed-sandbox.ts';
import { runSchemathesis, type SchemathesisVerdict } from './run-schemathesis.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly minutes: number;
  readonly seed: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('> 0');
  return value;
};

const { lang, minutes, seed } = bilingualCommand('schemathesis')
  .description(
    'Démarre le bac à sable et y essaie chaque adresse de /openapi.json avec Schemathesis, jeton en main : ni 5xx, ni réponse hors de ce que le document promet. / ' +
      'Starts the sandbox and tries each address of /openapi.json there with Schemathesis, token in hand: no 5xx, no answer other than the document promises.',
  )
  .addOption(languageOption(process.env))
  .option('--minutes <n>', 'durée / length', positive, 5)
  .option('--seed <n>', 'graine du hasard / seed of chance', positive, 1)
  .parse()
  .opts<Flags>();

const WORDS = {
  fr: {
    trying: `Schemathesis essaie chaque adresse pendant ${minutes} min, graine ${seed}…`,
    none: 'Rien qui manque à la promesse.',
    found: 'Ce qui y manque, avec une commande curl pour chacun :',
    told: (verdict: SchemathesisVerdict) =>
      `${verdict.cases} appels, ${verdict.operations.tested} des ${verdict.operations.selected} opérations ; ${serverErrors(verdict)} réponses 5xx, ${schemaFaults(verdict)} écarts au document, ${verdict.errors.length} essais impossibles.`,
  },
  en: {
    trying: `Schemathesis tries each address for ${minutes} min, seed ${seed}…`,
    none: 'Nothing short of what is promised.',
    found: 'What is, with a curl command for each:',
    told: (verdict: SchemathesisVerdict) =>
      `${verdict.cases} calls, ${verdict.operations.tested} of ${verdict.operations.selected} operations; ${serverErrors(verdict)} responses of 5xx, ${schemaFaults(verdict)} departures from the document, ${verdict.errors.length} that could not be tried.`,
  },
}[lang];

try {
  process.exitCode = await run();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** 0 where nothing was found, 1 otherwise. */
async function run(): Promise<number> {
  const program = await findSchemathesis({ env: process.env, say });
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-schemathesis-'));
  const log = pino({ level: 'warn' }, pino.destination({ dest: join(folder, 'gateway-and-workers.log'), sync: true }));
  const fuzzed = await startFuzzedSandbox({ say, language: lang, log });
  try {
    say(WORDS.trying);
    const { document, tokens, sandbox } = fuzzed;
    const much = { seconds: Math.ceil(minutes * 60) };
    const verdict = await runSchemathesis({ program, document, url: sandbox.gatewayUrl, tokens, seed, much, folder });
    say(WORDS.told(verdict));
    for (const { title, count, operations } of verdict.failures) say(`  ${title} (${count}): ${operations.join(', ')}`);
    for (const { title, count } of verdict.errors) say(`  ${title} (${count})`);
    const isKept = verdict.failures.length + verdict.errors.length === 0;
    say(isKept ? WORDS.none : WORDS.found);
    say(`  ${verdict.said}`);
    return isKept ? 0 : 1;
  } finally {
    await fuzzed.stop();
  }
}

function countOf(failures: SchemathesisVerdict['failures']): number {
  return failures.reduce((sum, { count }) => sum + count, 0);
}

function serverErrors({ failures }: SchemathesisVerdict): number {
  return countOf(failures.filter(({ type }) => type === 'ServerError'));
}

function schemaFaults({ failures }: SchemathesisVerdict): number {
  return countOf(failures.filter(({ type }) => type !== 'ServerError'));
}
