import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { chaosRun } from './chaos-run.ts';
import { type Circumstances, reportOf } from './report.ts';
import { SETTINGS } from './settings.ts';

interface Flags {
  readonly minutes: number;
  readonly seed: number;
  readonly gateways: number;
  readonly workers: number;
  readonly keep?: string;
}

const QUIET_WITHIN_MS = 10 * 60_000;

const above =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isFinite(value) || value < least)
      throw new InvalidArgumentError(`un nombre d’au moins ${least} / a number of at least ${least}`);
    return value;
  };

const { minutes, seed, gateways, workers, keep } = new Command('chaos')
  .description(
    'Charge de demandes inventées pendant que tout est tué, suspendu et coupé, puis verdict : rien de perdu, rien en double, dans l’ordre, tout expliqué. Code de sortie 0 seulement si le verdict est bon et que les comptes promis sont atteints.\n' +
      'A load of invented requests while everything is killed, paused and cut, then a verdict: nothing lost, nothing twice, in order, all explained. Exit code 0 only if the verdict is good and the promised counts were reached.',
  )
  .option('--minutes <n>', 'durée de la charge et des pannes / length of load and faults', above(1), 10)
  .option(
    '--seed <n>',
    'graine : la même tire la même charge et les mêmes pannes / seed: the same draws the same load and faults',
    above(0),
    1,
  )
  .option('--gateways <n>', 'passerelles / gateways', above(1), 2)
  .option('--workers <n>', 'processus d’ouvriers / worker processes', above(1), 4)
  .option('--keep <dir>', 'dossier où garder le rapport (seed-N.md) / folder to keep the report in (seed-N.md)')
  .helpOption('-h, --help', 'affiche cette aide / shows this help')
  .parse()
  .opts<Flags>();

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Of what is checked out here; a change that is in no commit is said. */
function commitNow(): string {
  const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' + changes'}`;
  } catch {
    return 'unknown';
  }
}

const run: Circumstances = {
  ...{ seed, minutes, gateways, workers },
  commit: commitNow(),
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  settings: SETTINGS,
};
const { history, verdict, counts } = await chaosRun({
  seed,
  minutes,
  gateways,
  workers,
  quietWithinMs: QUIET_WITHIN_MS,
  say,
});
const report = reportOf(history, verdict, counts, run);
say(`\n${report}`);
if (keep !== undefined) {
  await mkdir(keep, { recursive: true });
  await writeFile(join(keep, `seed-${seed}.md`), report);
}
// All that was started is stopped: what is left of connections to those that were killed must not keep this process.
process.stdout.write('', () => process.exit(verdict.passed ? 0 : 1));
