import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startStack } from '../sandbox/launcher/start-stack.ts';
import { median } from './median.ts';
import { type InputKind, inputs } from './validate/inputs.ts';
import { ajv, hapi, medplum, ours, type Validator } from './validate/validators.ts';

const ROUNDS = 15;
const WARM_UP = 3;
/** Each validator has this long in each round. */
const SLICE_MS = 120;
/** How many times as fast as @medplum/core we are to be. */
const RATIO_MIN: Readonly<Record<InputKind, number>> = {
  Patient: 50,
  ServiceRequest: 50,
  CarePlan: 30,
  'transaction of ten': 10,
};
const HEAP_MAX_MB = 60;
const READY_MAX_MS = 1_000;
const FOOTPRINT = fileURLToPath(new URL('./validate/footprint.ts', import.meta.url));

/**
 * Resources checked per second, by us and by others: the same inputs, one core, alternating in one run, medians. Throws when we are
 * not as much faster as we are to be, or when the checker takes too much memory or time to be ready.
 */
export async function benchValidate(say: (line: string) => void): Promise<void> {
  const { readyMs, heapMb } = await footprint();
  const stack = await startStack({ say, language: 'en', fullJit: true });
  try {
    const baseline = medplum(say);
    const validators = [ours, baseline, ajv(), hapi(stack.hapi.url)];
    const missed: string[] = [];
    for (const [kind, resources] of Object.entries(inputs()) as [InputKind, readonly fhir4.FhirResource[]][]) {
      const rates = await compare(validators, resources);
      const base = rates.get(baseline) ?? Number.NaN;
      say(`\n${kind}, resources/s, median of ${ROUNDS} (${resources.length} different ones in turn)`);
      for (const [{ name }, rate] of rates) {
        say(`  ${name.padEnd(34)} ${rate.toFixed(0).padStart(8)}   ratio ${(rate / base).toFixed(2)}`);
      }
      const ratio = (rates.get(ours) ?? 0) / base;
      if (!(ratio >= RATIO_MIN[kind]))
        missed.push(`${kind}: ${ratio.toFixed(1)} × ${baseline.name}, not ${RATIO_MIN[kind]} ×`);
    }
    say(`\nThe checker in a new process: ready in ${readyMs.toFixed(0)} ms, heap ${heapMb.toFixed(1)} MB`);
    if (readyMs > READY_MAX_MS) missed.push(`ready in ${readyMs.toFixed(0)} ms, not ${READY_MAX_MS}`);
    if (heapMb > HEAP_MAX_MB) missed.push(`heap ${heapMb.toFixed(1)} MB, not ${HEAP_MAX_MB}`);
    if (missed.length > 0) throw new Error(`targets missed:\n  ${missed.join('\n  ')}`);
  } finally {
    await stack.stop();
  }
}

/** Median rate of each, the first to go changing with each round. */
async function compare(
  validators: readonly Validator[],
  resources: readonly fhir4.FhirResource[],
): Promise<ReadonlyMap<Validator, number>> {
  const rates = new Map(validators.map((it) => [it, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (let i = 0; i < validators.length; i += 1) {
      const validator = validators[(round + i) % validators.length];
      if (validator === undefined) continue;
      const rate = await rateOf(validator, resources);
      if (round >= WARM_UP) rates.get(validator)?.push(rate);
    }
  }
  return new Map([...rates].map(([validator, all]) => [validator, median(all)]));
}

/** Checks the resources in turn until the time is over; per second. */
async function rateOf({ check }: Validator, resources: readonly fhir4.FhirResource[]): Promise<number> {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < SLICE_MS) {
    for (const resource of resources) {
      const done = check(resource);
      if (done !== undefined) await done;
    }
    count += resources.length;
  }
  return (count * 1_000) / (performance.now() - start);
}

/** Median of a few new processes: what else the machine does tells in one. */
async function footprint(): Promise<{ readonly readyMs: number; readonly heapMb: number }> {
  const runs: { readyMs: number; heapBytes: number }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', FOOTPRINT]);
    runs.push(JSON.parse(stdout) as { readyMs: number; heapBytes: number });
  }
  return { readyMs: median(runs.map((it) => it.readyMs)), heapMb: median(runs.map((it) => it.heapBytes)) / 1e6 };
}
