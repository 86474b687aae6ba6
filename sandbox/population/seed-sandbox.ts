import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOn } from '../../gateway/access/switches.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { localDateTime } from '../partners/local-time.ts';
import type { Sandbox } from '../start-sandbox.ts';
import { type Day, isDay, yearsBefore } from './days.ts';
import { type Progress, playPopulation } from './play-population.ts';
import { population } from './population.ts';

/** Partners of the population, beside those of the sandbox. */
export const POPULATION_PARTNERS = fileURLToPath(new URL('./partners.yaml', import.meta.url));

export interface SeedOptions {
  readonly children: number;
  readonly seed: number;
  readonly to: Day;
  readonly language: keyof Bilingual;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const YEARS = 3;
/** More at once wait for the record, and not for the gateway. */
const AT_ONCE = 12;
const SHOWN_MAX = 10;

/** Tells three years of invented families to a sandbox that runs, and what became of it. Gives whether all of it is in the record. */
export async function seedSandbox(sandbox: Sandbox, options: SeedOptions): Promise<boolean> {
  const { children, seed, to, language, say, signal } = options;
  const words = WORDS[language];
  const lives = population({
    seed,
    children,
    from: yearsBefore(to, YEARS),
    to,
    centres: sandbox.registry.centres.map((centre) => ({
      id: centre.id,
      regime: centre.regime,
      motherFiles: isOn(centre, 'motherFiles'),
    })),
  });
  say(words.begins({ children, seed, to }));
  const { acts, untold } = await playPopulation({
    gatewayUrl: sandbox.gatewayUrl,
    token: sandbox.pastToken,
    partnerToken: sandbox.partnerToken,
    lives,
    atOnce: AT_ONCE,
    tell: (progress) => say(`  ${progressLine(progress, language)}`),
    signal,
  });
  for (const { life, what, why } of untold.slice(0, SHOWN_MAX)) say(`  ${words.untold} ${life}, ${what}: ${why}`);
  if (!signal.aborted) say(words.ends({ acts, untold: untold.length }));
  return untold.length === 0 && !signal.aborted;
}

/** How many acts, how fast, and how long it may still take: `1 234 / 9 841 · 21/s · encore 7 min`. */
export function progressLine({ acts, of, seconds }: Progress, language: keyof Bilingual): string {
  const rate = seconds > 0 ? acts / seconds : 0;
  const left = rate > 0 ? (of - acts) / rate : Number.NaN;
  const number = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 });
  const { left: told, done, minutes } = WORDS[language];
  const rest =
    acts >= of
      ? done
      : Number.isNaN(left)
        ? '…'
        : told(left < 60 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} ${minutes}`);
  return `${number.format(acts)} / ${number.format(of)} · ${number.format(rate)}/s · ${rest}`;
}

const WORDS = {
  fr: {
    begins: ({ children, seed, to }: Begins) =>
      `Trois ans d’histoires inventées, jusqu’au ${to} : ${children} enfants, graine ${seed}. Ctrl-C pour arrêter ; relancé, cela reprend.`,
    untold: 'non racontée :',
    ends: ({ acts, untold }: Ends) =>
      untold === 0
        ? `Tout est au dossier : ${acts} actes.`
        : `${acts} actes au dossier ; ${untold} histoires ne sont pas entières.`,
    left: (time: string) => `encore ${time}`,
    done: 'fini',
    minutes: 'min',
  },
  en: {
    begins: ({ children, seed, to }: Begins) =>
      `Three years of invented stories, until ${to}: ${children} children, seed ${seed}. Ctrl-C stops; started again, it goes on.`,
    untold: 'not told:',
    ends: ({ acts, untold }: Ends) =>
      untold === 0
        ? `All is in the record: ${acts} acts.`
        : `${acts} acts in the record; ${untold} stories are not whole.`,
    left: (time: string) => `${time} left`,
    done: 'done',
    minutes: 'min',
  },
} as const;

interface Begins {
  readonly children: number;
  readonly seed: number;
  readonly to: Day;
}

interface Ends {
  readonly acts: number;
  readonly untold: number;
}

/** Where a folder of data keeps until when a telling goes. */
export const toldFile = (
  folder: string,
  { seed, children }: { readonly seed: number; readonly children: number },
): string => join(folder, `${TOLD}${seed}-${children}.txt`);

const TOLD = 'population-';

/** Whether a folder of data holds a population: its partners must then stand in the registry. */
export const isPopulated = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).some((name) => name.startsWith(TOLD));

/**
 * Until when the stories go: the day that was asked for, else that of the last time in this folder, so that the same telling is taken up,
 * else today.
 */
export async function lastDay(asked: Day | undefined, file: string | undefined): Promise<Day> {
  const before = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  const kept = before?.trim();
  const to = asked ?? (kept !== undefined && isDay(kept) ? kept : localDateTime(new Date()).slice(0, 10));
  if (file !== undefined) await writeFile(file, `${to}\n`);
  return to;
}
