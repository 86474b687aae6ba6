import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, getPriority, setPriority } from 'node:os';

/** Some tests, in a process of their own: thousands of loaded modules are never given back. */
interface Part {
  readonly name: string;
  readonly projects: readonly string[];
  readonly node: readonly string[];
  readonly jest: readonly string[];
  readonly givesWay: boolean;
  /** Two that speak at once cannot be read: what is not shown as it comes is shown when it has ended. */
  readonly shown: 'at once' | 'at its end';
}

/**
 * Every test, in two rows that run side by side: what is tested against a real record does not keep two cores busy, since it waits for that
 * record, for timers and for partners. The unit tests give way to it: some of it is held to a clock. The run of chaos has a record, a queue
 * and processes of its own, and must hold on a machine that others use; it comes first, so that it is over before the medians of stack/three-days are compared.
 * Arguments go to each part, as to jest.
 */
const ROWS: readonly (readonly Part[])[] = [
  [
    {
      name: 'chaos',
      projects: ['chaos'],
      node: [],
      jest: ['--runInBand'],
      givesWay: false,
      shown: 'at its end',
    },
    {
      name: 'unit',
      projects: ['unit'],
      node: [],
      jest: ['--maxWorkers=1', '--workerIdleMemoryLimit=2GB'],
      givesWay: true,
      shown: 'at its end',
    },
  ],
  [
    {
      name: 'stack, browser',
      projects: ['stack', 'browser'],
      node: ['--max-old-space-size=8192'],
      jest: ['--runInBand'],
      givesWay: false,
      shown: 'at once',
    },
  ],
];

interface Ended {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

async function run({ name, projects, node, jest, givesWay, shown }: Part): Promise<Ended> {
  process.stderr.write(`\n${name}…\n`);
  const flags = [...node, '--import', 'tsx', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
  const args = ['--selectProjects', ...projects, ...jest, '--passWithNoTests', ...process.argv.slice(2)];
  const child = spawn(process.execPath, [...flags, ...args], {
    stdio: ['inherit', 'pipe', shown === 'at once' ? 'inherit' : 'pipe'],
  });
  if (givesWay && child.pid !== undefined)
    setPriority(child.pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  let tail = '';
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => {
    if (shown === 'at once') process.stdout.write(chunk);
    else said.push(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-500);
  });
  child.stderr?.on('data', (chunk: Buffer) => void said.push(chunk));
  const [code] = await once(child, 'close');
  if (shown === 'at its end') process.stdout.write(`\n${name}:\n${Buffer.concat(said).toString('utf8')}`);
  const [, passed = 0, failed = 0, skipped = 0] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(tail) ?? [];
  // Whatever ended otherwise than by saying so has failed.
  return {
    passed: Number(passed),
    failed: Math.max(Number(failed), code === 0 ? 0 : 1),
    skipped: Number(skipped),
  };
}

async function inTurn(row: readonly Part[]): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const part of row) ended.push(await run(part));
  return ended;
}

const ended = (await Promise.all(ROWS.map(inTurn))).flat();
const sum = (what: keyof Ended): number => ended.reduce((all, one) => all + one[what], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`;
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
