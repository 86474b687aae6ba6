import { InvalidArgumentError } from 'commander';
import { isOn } from '../../gateway/access/switches.ts';
import { dateOf, dayOf } from '../../mappings/ledger/day.ts';
import { bilingualCommand } from '../../operate/bilingual-command.ts';
import { isDay, yearsBefore } from '../../sandbox/population/days.ts';
import { population } from '../../sandbox/population/population.ts';
import { budgetCounter } from './count-budget.ts';
import { keepMeasured, rulesDigest } from './measured.ts';
import { type DayFound, foundByDay, populationRegistry } from './told-population.ts';

const YEARS = 3;
const TELL_EVERY = 10;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('un entier d’au moins 1 / a whole number of at least 1');
  return value;
};
const day = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('un jour : AAAA-MM-JJ / a day: YYYY-MM-DD');
  return text;
};

interface Options {
  readonly children: number;
  readonly seed: number;
  readonly days: number;
  readonly until: string;
  readonly centre?: string;
}

/** Tells invented stories to a record in memory and counts, for each pivot and working day, the lines that the rules of the watch make. */
async function measure({ children, seed, days, until, centre }: Options): Promise<void> {
  const registry = populationRegistry();
  const centres = registry.centres
    .filter(({ id }) => centre === undefined || id === centre)
    .map((one) => ({ id: one.id, regime: one.regime, motherFiles: isOn(one, 'motherFiles') }));
  const lives = population({ seed, children, centres, from: yearsBefore(until, YEARS), to: until });
  const to = dayOf(until);
  const counter = budgetCounter();
  const pivots = new Set<string>();
  for (const [nth, life] of lives.entries()) {
    const found: DayFound[] = [];
    for await (const one of foundByDay(life, { registry, from: to - days, to })) found.push(one);
    for (const { pivot } of found) pivots.add(pivot);
    counter.child(found);
    if ((nth + 1) % TELL_EVERY === 0) say(`  ${nth + 1} / ${lives.length}`);
  }
  const counted = counter.counted();
  keepMeasured({
    measuredOn: new Date().toISOString().slice(0, 10),
    seed,
    children,
    pivots: pivots.size,
    from: dateOf(to - days),
    to: until,
    rulesDigest: rulesDigest(),
    ...counted,
  });
  const { pivotDays, mean, most, overBudget, newMean, newMost } = counted;
  say(
    `${pivots.size} pivots, ${pivotDays} jours/days: ${mean} lignes/lines (max ${most}), +${newMean} (max ${newMost}), > 12: ${overBudget}`,
  );
  for (const { code, ...of } of counted.rules) say(`  ${code.padEnd(18)} ${JSON.stringify(of)}`);
}

try {
  await bilingualCommand('watch:budget')
    .description(
      'Compte, sans serveur, les lignes que la vigie donne à chaque personne pivot chaque jour ouvrable, et garde le compte pour docs/watch.md. / ' +
        'Counts, without a server, the lines that the watch gives each pivot on each working day, and keeps the count for docs/watch.md.',
    )
    .option('--children <n>', 'combien d’enfants / how many children', count, 500)
    .option('--seed <n>', 'graine des histoires / seed of the stories', count, 1)
    .option('--days <n>', 'combien de jours avant le dernier / how many days before the last', count, 120)
    .option('--centre <id>', 'un seul centre / one centre only')
    .option('--until <day>', 'dernier jour / last day', day, new Date().toISOString().slice(0, 10))
    .action(measure)
    .parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
