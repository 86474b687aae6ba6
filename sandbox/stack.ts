import { setTimeout as pause } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { messages } from './launcher/messages.ts';
import { type StackOptions, startStack } from './launcher/start-stack.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly data?: string;
  readonly profiles?: string;
  readonly durable?: true;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

const { lang, data, profiles, durable } = new Command('stack')
  .description(
    'Démarre HAPI et Redis, et les garde jusqu’à Ctrl-C. / Starts HAPI and Redis, and keeps them until Ctrl-C.',
  )
  .addOption(new Option('--lang <lang>', 'langue / language').choices(['fr', 'en']).default('fr'))
  .option('--data <dir>', 'dossier des données, conservé / data folder, kept')
  .option(
    '--profiles <dir>',
    'définitions FHIR (*.json) à charger au lieu des nôtres / FHIR definitions (*.json) to load instead of ours',
  )
  .option('--durable', 'HAPI ne perd rien si on le tue / HAPI loses nothing when it is killed')
  .parse()
  .opts<Flags>();

const say = (line: string) => void process.stdout.write(`${line}\n`);
const words = messages(lang);
const over = new AbortController();

const options: StackOptions = {
  say,
  language: lang,
  ...(data === undefined ? {} : { dataDir: data }),
  ...(profiles === undefined ? {} : { profilesDir: profiles }),
  durableHapi: durable ?? false,
  onDeath: () => {
    process.exitCode = 1;
    over.abort();
  },
};

try {
  const stack = await startStack(options);
  say(words.stackReady(stack.hapi.url, stack.redis.url));
  say(words.untilInterrupted());
  // Where both were given, nothing else keeps this process here.
  while (!over.signal.aborted) await pause(DAY_MS, undefined, { signal: over.signal }).catch(() => {});
} catch (failure) {
  process.exitCode = 1;
  // Given up by Ctrl-C: the launcher has said so.
  const givenUp = failure instanceof Error && failure.name === 'AbortError';
  if (!givenUp) process.stderr.write(`${failure instanceof Error ? failure.message : failure}\n`);
}
