import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { isOn } from '../gateway/access/switches.ts';
import { type FhirStore, fhirStore } from '../gateway/record/fhir-store.ts';
import type { Life } from '../sandbox/population/acts.ts';
import { yearsBefore } from '../sandbox/population/days.ts';
import { population } from '../sandbox/population/population.ts';
import { POPULATION_PARTNERS } from '../sandbox/population/seed-sandbox.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import type { LooksMade } from '../workers/findings/findings-memory.ts';
import { findingsRound, lookedOn } from '../workers/findings/findings-round.ts';
import { WHOLE_RECORD } from '../workers/findings/rule-reads.ts';
import { median } from './median.ts';
import { pagedStraight } from './watch/paged-straight.ts';
import { toldStraight } from './watch/told-straight.ts';

export interface WatchPlan {
  readonly children: number;
  readonly seed: number;
  readonly rounds: number;
}

/** How much longer a whole round may take than HAPI needs to give, once, everything that its rules read. */
const RATIO_MAX = 1.3;
const YEARS = 3;
const OVERLAP_MS = 5 * 60_000;

/** A round of the watch over a generated population, against paging straight through what its rules read; then a round after one change. False when a limit is passed. */
export async function benchWatch({ children, seed, rounds }: WatchPlan, say: (line: string) => void): Promise<boolean> {
  const log = pino({ level: 'silent' });
  const sandbox = await startSandbox({
    say,
    language: 'en',
    fullJit: true,
    morePartnersPath: POPULATION_PARTNERS,
    settings: { FINDINGS: 'off' },
    log,
  });
  try {
    const { hapi } = sandbox.stack;
    const lives = toldOf(sandbox, { children, seed });
    const standing = await toldStraight(hapi.url, lives, say);
    say(`${standing} resources stand in the record`);
    const [first] = lives;
    await pagedStraight(hapi.url, WHOLE_RECORD, 1);
    const before = await timed(() => pagedStraight(hapi.url, WHOLE_RECORD, 1));
    const opening = await roundOf(sandbox, {});
    say(
      `\n${before.value.resources} resources that rules read, on ${before.value.pages} pages, of ${children} children`,
    );
    const isOpeningKept = told(say, 'the first round, which opens everything', opening, before.ms);
    say(`    ${opening.written} findings opened; ${opening.pages} pages, ${opening.alone} other reads`);

    const taken = { alone: [] as number[], several: [] as number[], round: [] as number[] };
    for (let turn = 0; turn < rounds; turn += 1) {
      taken.alone.push((await timed(() => pagedStraight(hapi.url, WHOLE_RECORD, 1))).ms);
      taken.several.push((await timed(() => pagedStraight(hapi.url, WHOLE_RECORD, 3))).ms);
      const round = await roundOf(sandbox, {});
      if (round.written > 0) say(`    ${round.written} written by a round that had nothing to write`);
      taken.round.push(round.ms);
    }
    const baseline = median(taken.alone);
    say(`\nmedians of ${rounds}, in turns`);
    say(`  baseline: HAPI pages through it once, one page after the other  ${shown(baseline)}`);
    say(`  the same, three types at a time                                 ${shown(median(taken.several))}`);
    const isKept = told(say, 'a whole round with nothing to write', { ms: median(taken.round) }, baseline);

    if (first === undefined) throw new RangeError('nobody is told of');
    const changed = await roundAfterOneChange(sandbox, first);
    say(
      `\na round after one change: ${shown(changed.ms)}, ${(changed.ms / median(taken.round)).toFixed(2)} of a whole one`,
    );
    say(
      `    ${changed.pages} searches, the files of ${changed.files} child(ren) read, ${changed.written} findings written`,
    );
    return isOpeningKept && isKept && changed.files === 1;
  } finally {
    await sandbox.stop();
  }
}

function told(say: (line: string) => void, what: string, { ms }: { readonly ms: number }, baseline: number): boolean {
  const ratio = ms / baseline;
  const kept = ratio <= RATIO_MAX ? 'kept' : 'NOT KEPT';
  say(`  ${what.padEnd(62)}  ${shown(ms)}  ratio ${ratio.toFixed(2)} (at most ${RATIO_MAX}: ${kept})`);
  return ratio <= RATIO_MAX;
}

const shown = (ms: number): string => `${ms.toFixed(0).padStart(6)} ms`;

/** Children of whom three years are told. */
function toldOf({ registry }: Sandbox, { children, seed }: Pick<WatchPlan, 'children' | 'seed'>): readonly Life[] {
  const to = new Date().toISOString().slice(0, 10);
  const centres = registry.centres.map((centre) => ({
    id: centre.id,
    regime: centre.regime,
    motherFiles: isOn(centre, 'motherFiles'),
  }));
  return population({ seed, children, centres, from: yearsBefore(to, YEARS), to });
}

interface Round {
  readonly ms: number;
  readonly written: number;
  /** Searches that were paged through, and what was read beside them. */
  readonly pages: number;
  readonly alone: number;
  readonly files: number;
}

async function roundOf({ stack, registry, config }: Sandbox, made: LooksMade): Promise<Round> {
  const store = fhirStore({ baseUrl: stack.hapi.url, timeoutMs: config.hapiTimeoutMs });
  const counts = { pages: 0, alone: 0, files: 0 };
  const counting: FhirStore = {
    ...store,
    pages(type, params) {
      counts.pages += 1;
      return store.pages(type, params);
    },
    search(type, params) {
      counts.alone += 1;
      return store.search(type, params);
    },
    read(type, id) {
      counts.alone += 1;
      counts.files += type === 'Patient' ? 1 : 0;
      return store.read(type, id);
    },
  };
  const round = findingsRound({
    store: counting,
    registry,
    memory: { looks: async () => made, looked: async () => undefined },
    willChange: async () => undefined,
    now: () => new Date(),
    log: pino({ level: 'silent' }),
  });
  const { ms, value: written } = await timed(() => round());
  return { ms, written, ...counts };
}

/** Somebody notes a call with one child's family; the round looks back to just before that. */
async function roundAfterOneChange(sandbox: Sandbox, { id, centre }: Pick<Life, 'id' | 'centre'>): Promise<Round> {
  const days = lookedOn(sandbox.registry, new Date());
  const last = new Date(Date.now() + OVERLAP_MS).toISOString();
  const response = await fetch(`${sandbox.gatewayUrl}/v1/contacts/bench-${Date.now()}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await sandbox.centreToken(centre)}`,
      'content-type': 'application/json',
      prefer: 'wait=30',
    },
    body: JSON.stringify({ version: 1, centre, happenedAt: new Date().toISOString(), child: { id }, kind: 'call' }),
  });
  if (response.status !== 201) throw new Error(`a contact answered ${response.status}: ${await response.text()}`);
  return roundOf(sandbox, { last, days });
}

async function timed<T>(run: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
}
