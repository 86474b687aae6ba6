import { performance } from 'node:perf_hooks';
import type { Redis } from 'ioredis';
import type { Sending } from './children.ts';

/** One tenth of all that was accepted. */
export interface Tenth {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** What Redis took for each event. */
  readonly bytesPerEvent: number;
  readonly perSecond: number;
  /** How often Redis began meanwhile to write its append-only file anew, which a process beside it does on the same cores. */
  readonly rewrites: number;
}

export interface AcceptPlan {
  readonly gatewayUrl: string;
  readonly token: () => Promise<string>;
  readonly redis: Redis;
  readonly clients: number;
  /** The sendings of each child in turn; they are sent in order. */
  readonly children: Iterator<readonly Sending[]>;
  readonly events: number;
  readonly onTenth?: (tenth: Tenth, nth: number) => void;
}

/** Sends everything by several clients at once, each child's in order, and measures each tenth. Rejects at the first that is not acknowledged. */
export async function acceptAll(plan: AcceptPlan): Promise<readonly Tenth[]> {
  const tenths: Tenth[] = [];
  for (let nth = 0; nth < 10; nth += 1) {
    const [before, forks] = [await usedMemory(plan.redis), await forksOf(plan.redis)];
    const start = performance.now();
    const times = await acceptSome(plan, Math.round(plan.events / 10));
    const seconds = (performance.now() - start) / 1_000;
    const bytes = (await usedMemory(plan.redis)) - before;
    const tenth: Tenth = {
      medianMs: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
      bytesPerEvent: bytes / times.length,
      perSecond: times.length / seconds,
      rewrites: (await forksOf(plan.redis)) - forks,
    };
    plan.onTenth?.(tenth, nth);
    tenths.push(tenth);
  }
  return tenths;
}

/** At least so many, whole children; milliseconds of each. */
async function acceptSome(plan: AcceptPlan, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  const client = async (): Promise<void> => {
    while (times.length < count) {
      const next = plan.children.next();
      if (next.done === true) return;
      for (const sending of next.value) times.push(await accepted(plan, sending));
    }
  };
  await Promise.all(Array.from({ length: plan.clients }, client));
  return times;
}

async function accepted({ gatewayUrl, token }: AcceptPlan, { path, body }: Sending): Promise<number> {
  const authorization = `Bearer ${await token()}`;
  const start = performance.now();
  const response = await fetch(`${gatewayUrl}${path}`, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', prefer: 'respond-async' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 202) throw new Error(`PUT ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return performance.now() - start;
}

const usedMemory = async (redis: Redis): Promise<number> =>
  Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1] ?? Number.NaN);

/** Without snapshots (`save ""`) it forks for nothing else. */
const forksOf = async (redis: Redis): Promise<number> =>
  Number(/^total_forks:(\d+)/m.exec(await redis.info('stats'))?.[1] ?? Number.NaN);

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * part)] ?? Number.NaN;
