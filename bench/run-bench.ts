import { InvalidArgumentError } from 'commander';
import { bilingualCommand } from '../operate/bilingual-command.ts';
import { benchAccept } from './accept.ts';
import { benchAway } from './away.ts';
import { benchBoard } from './board.ts';
import { benchFacade } from './facade.ts';
import { benchOverhead } from './overhead.ts';
import { benchQueue } from './queue.ts';
import { benchTwins } from './twins.ts';
import { benchValidate } from './validate.ts';
import { benchWatch } from './watch.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('un entier d’au moins 1 / a whole number of at least 1');
  return value;
};

/** Ratios against a baseline named in the same run; absolute figures are only good for that machine and that minute. */
const bench = bilingualCommand('bench').description(
  'Mesure la passerelle contre un repère du même passage. / Measures the gateway against a baseline of the same run.',
);

bench
  .command('accept')
  .description(
    'Un cercle par la passerelle, contre la même transaction directement. / A circle through the gateway, against the same transaction straight.',
  )
  .action(() => benchAccept(say));

bench
  .command('away')
  .description(
    'La latence de deux partenaires pendant que le troisième est absent trois jours simulés, contre ce qu’elle était avant. / The latency of two partners while the third is away for three simulated days, against what it was before.',
  )
  .action(() => benchAway(say));

bench
  .command('board')
  .description(
    'Cinq mille boucles ouvertes au tableau : quand la première se lit, ce que coûte le défilement, la taille des réponses. / ' +
      'Five thousand open loops on the board: when the first can be read, what scrolling costs, the size of answers.',
  )
  .option('--loops <n>', 'combien de boucles ouvertes / how many open loops', count, 5000)
  .action(async ({ loops }: { readonly loops: number }) => {
    if (!(await benchBoard(loops, say))) process.exitCode = 1;
  });

bench
  .command('facade')
  .description(
    'Le dossier d’un enfant par la façade FHIR, contre HAPI directement. / A child’s record through the FHIR facade, against HAPI straight.',
  )
  .action(() => benchFacade(say));

bench
  .command('overhead')
  .description(
    'Ce qu’ajoutent l’autorisation, la base, les champs permis et le registre, contre la même chose sans eux. / ' +
      'What authorization, basis, lens and audit add, against the same thing without them.',
  )
  .option(
    '--record-ms <n>',
    'au lieu de HAPI, un serveur qui répond après tant de ms / in HAPI’s place, a server that answers after so many ms',
    count,
  )
  .action(async (options: { readonly recordMs?: number }) => {
    if (!(await benchOverhead(say, options))) process.exitCode = 1;
  });

bench
  .command('twins')
  .description(
    'Le temps de réponse ne dit rien de ce qui est caché : deux dossiers qui n’ont que cela de différent. / ' +
      'The time of an answer says nothing of what is hidden: two records that differ in nothing else.',
  )
  .action(async () => {
    if (!(await benchTwins(say))) process.exitCode = 1;
  });

bench
  .command('validate')
  .description(
    'Ressources vérifiées par seconde, par nous et par d’autres. / Resources checked per second, by us and by others.',
  )
  .action(() => benchValidate(say));

bench
  .command('watch')
  .description(
    'Une ronde de la vigie sur trois ans d’histoires inventées, contre HAPI qui donne une fois, page par page, ce que lisent ses règles ; puis une ronde après un seul changement. / ' +
      'A round of the watch over three years of invented stories, against HAPI that gives once, page by page, what its rules read; then a round after one change.',
  )
  .option('--children <n>', 'combien d’enfants / how many children', count, 500)
  .option('--seed <n>', 'graine des histoires / seed of the stories', count, 1)
  .option('--rounds <n>', 'mesures de chaque / measurements of each', count, 7)
  .action(async (plan) => {
    if (!(await benchWatch(plan, say))) process.exitCode = 1;
  });

bench
  .command('queue')
  .description(
    'Une longue file : ce que coûte d’accepter à la fin comme au début, et la vitesse de vidage. / ' +
      'A long queue: what accepting costs at its end as at its beginning, and how fast it drains.',
  )
  .option('--events <n>', 'événements mis en file / events queued', count, 200_000)
  .option('--whole-drain', 'vide aussi le milieu (plus d’une heure) / drains the middle too (more than an hour)', false)
  .option('--window <seconds>', 'durée d’une fenêtre / length of a window', count, 60)
  .option('--lanes <n>', 'files (LANES) / lanes (LANES)', count, 4)
  .option('--clients <n>', 'clients à la fois / clients at once', count, 16)
  .option('--workers <n>', 'processus d’ouvriers / worker processes', count, 1)
  .action(async ({ window: windowSeconds, ...plan }) => benchQueue({ ...plan, windowSeconds }, say));

try {
  await bench.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
