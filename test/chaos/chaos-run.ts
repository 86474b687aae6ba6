import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closer } from '../../gateway/process/closer.ts';
import { FAULT_KINDS } from './faults.ts';
import type { History } from './history.ts';
import { judgeHistory, type Verdict } from './judge-history.ts';
import { drawRun, type RunOptions, runHistory } from './run-history.ts';
import { type Counts, countsFor } from './schedule.ts';
import { SETTINGS } from './settings.ts';

export interface ChaosOptions extends Pick<RunOptions, 'seed' | 'minutes' | 'gateways' | 'workers' | 'say'> {
  readonly quietWithinMs: number;
}

export interface ChaosResult {
  readonly history: History;
  readonly verdict: Verdict;
  readonly counts: Counts;
  /** Logs, partners' journals and the history; only where the run did not pass. */
  readonly kept?: string;
}

/** HAPI takes its time. */
const STOP_WITHIN_MS = 60_000;

/** One whole run, from drawing to verdict. Nothing is left running; the folder is left where the run did not pass. */
export async function chaosRun(options: ChaosOptions): Promise<ChaosResult> {
  const { say, minutes } = options;
  const drawn = drawRun(options);
  say(`seed ${options.seed}: ${drawn.families.length} families, ${drawn.schedule.length} faults`);
  for (const { kind, which, atMs, forMs } of drawn.schedule)
    say(
      `  ${(atMs / 1_000).toFixed(0).padStart(4)} s  ${kind} ${which}, ${(forMs / 1_000).toFixed(1)} s (${FAULT_KINDS[kind].words.en})`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-chaos-'));
  await mkdir(join(folder, 'partners'));
  const closing = closer({ withinMs: STOP_WITHIN_MS });
  let passed = false;
  try {
    const history = await runHistory({ ...options, settings: SETTINGS, folder }, drawn, closing);
    const counts = countsFor(minutes);
    const verdict = judgeHistory(history, counts);
    passed = verdict.passed;
    await writeFile(join(folder, 'history.json'), JSON.stringify(history));
    return { history, verdict, counts, ...(!passed && { kept: folder }) };
  } finally {
    await closing.close();
    if (passed) await rm(folder, { recursive: true });
    else say(`logs, journals and history are kept: ${folder}`);
  }
}
