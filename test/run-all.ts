import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Every test, in processes of their own one after the other: thousands of loaded modules are never given back, and what is tested against a
 * real record should not wait for their memory. Arguments go to each of them, as to jest.
 */
const PARTS = [
  { name: 'unit', projects: ['unit'], node: [], jest: ['--maxWorkers=2', '--workerIdleMemoryLimit=2GB'] },
  {
    name: 'stack, chaos, browser',
    projects: ['stack', 'chaos', 'browser'],
    node: ['--max-old-space-size=8192'],
    jest: ['--runInBand'],
  },
] as const;

interface Ended {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

async function run({ name, projects, node, jest }: (typeof PARTS)[number]): Promise<Ended> {
  process.stderr.write(`\n${name}…\n`);
  const flags = [...node, '--import', 'tsx', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
  const args = ['--selectProjects', ...projects, ...jest, '--passWithNoTests', ...process.argv.slice(2)];
  const child = spawn(process.execPath, [...flags, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
  let tail = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-500);
  });
  const [code] = await once(child, 'close');
  const [, passed = 0, failed = 0, skipped = 0] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(tail) ?? [];
  // Whatever ended otherwise than by saying so has failed.
  return {
    passed: Number(passed),
    failed: Math.max(Number(failed), code === 0 ? 0 : 1),
    skipped: Number(skipped),
  };
}

const ended: Ended[] = [];
for (const part of PARTS) ended.push(await run(part));
const sum = (what: keyof Ended): number => ended.reduce((all, one) => all + one[what], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`;
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
