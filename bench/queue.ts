import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { openQueues } from '../gateway/lanes/queues.ts';
import { type Closer, closer } from '../gateway/process/closer.ts';
import { fhirStore } from '../gateway/record/fhir-store.ts';
import { connectRedis } from '../gateway/redis/redis.ts';
import { registryFrom } from '../gateway/registry.ts';
import { localIssuer } from '../sandbox/access/local-issuer.ts';
import { startStack } from '../sandbox/launcher/start-stack.ts';
import { type ProcessEnv, startGatewayProcess, startWorkersProcess } from '../sandbox/own-processes.ts';
import { acceptAll, type Tenth } from './queue/accept-all.ts';
import { CENTRE, SENDINGS_OF_A_CHILD, type Sending, sendingsOf } from './queue/children.ts';
import { drainFor, drainUntil, removeMiddle, waitingIn } from './queue/drain.ts';
import { type DrainWindow, drainRates, flatness, type Gone, type Measured, table } from './queue/measured.ts';
import { postStraight } from './queue/post-straight.ts';

export interface QueueBench {
  readonly events: number;
  /** The middle of the queue is drained too, which takes more than an hour for 200,000 events. */
  readonly wholeDrain: boolean;
  /** Length of each window of the drain and of the baseline. */
  readonly windowSeconds: number;
  readonly lanes: number;
  readonly clients: number;
  readonly workers: number;
}

const WARM_UP_EVENTS = 1_500;
const WARM_UP_SECONDS = 60;
/** Of a worker's process: its first seconds are those of its compiler. */
const WORKER_WARM_UP_SECONDS = 10;
const MIDDLE_SAID_EVERY_S = 60;

/**
 * A long queue: that taking the next event costs the same at its end as at its beginning, in time and in Redis' memory, and that it
 * drains nearly as fast as HAPI takes the same transactions straight. Throws with every limit that is broken.
 */
export async function benchQueue(plan: QueueBench, say: (line: string) => void): Promise<void> {
  const closing = closer({ withinMs: 60_000 });
  try {
    const bench = await started(plan, say, closing);
    const measured = await measure(plan, bench, say);
    say(
      `\n${plan.events} events, ${plan.lanes} lanes, ${plan.clients} clients, ${plan.workers} worker processes; ${machine()}`,
    );
    for (const line of table(measured)) say(line);
    const broken = measured.filter(({ holds }) => !holds).map(({ what }) => what);
    if (broken.length > 0) throw new Error(`limits broken / limites dépassées: ${broken.join('; ')}`);
  } finally {
    await closing.close();
  }
}

type Started = Awaited<ReturnType<typeof started>>;

async function started({ lanes }: QueueBench, say: (line: string) => void, closing: Closer) {
  const stack = await startStack({ say, language: 'en', fullJit: true });
  closing.add(() => stack.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  closing.add(() => rm(folder, { recursive: true }));
  const centre = {
    id: CENTRE,
    name: { fr: 'Hochelaga', en: 'Hochelaga' },
    telephone: '514 555-0130',
    timeZone: 'America/Toronto',
    regime: 'qc-private',
  };
  const registry = { centres: [centre], partners: [] };
  await writeFile(join(folder, 'registry.yaml'), stringify(registry));
  // A HAPI that was given may hold the children of an earlier run. Letters only: with digits it might look like a health card.
  const mark = [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  const issuer = await localIssuer();
  closing.add(() => issuer.stop());
  const env: ProcessEnv = {
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    SEALING_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    LANES: String(lanes),
  };
  const redis = await connectRedis(stack.redis.url, pino({ level: 'silent' }), closing);
  const queues = await openQueues(redis, lanes, [], closing);
  const store = fhirStore({ baseUrl: stack.hapi.url, timeoutMs: 30_000 });
  return {
    mark,
    env,
    folder,
    token: () => issuer.token({ centre: CENTRE }),
    redis,
    queues,
    store,
    hapiUrl: stack.hapi.url,
    registry: registryFrom(registry),
    closing,
  };
}

async function measure(plan: QueueBench, bench: Started, say: (line: string) => void): Promise<readonly Measured[]> {
  const tenths = await fill(plan, bench, say);
  say('straight to HAPI: warming up / directement à HAPI : mise en train');
  await straightFor(plan, bench, 'warm', WARM_UP_SECONDS);
  const first = await besideStraight(plan, bench, 'first', say);
  // Twice a window's worth: some lanes go faster than others.
  const kept = Math.ceil((2 * plan.windowSeconds * first.straight) / plan.lanes);
  const middle = await passMiddle(plan, bench, kept, say);
  const last = await besideStraight(plan, bench, 'last', say);
  return [...flatness(tenths), ...drainRates({ first, middle, last })];
}

/** Everything is accepted while no worker runs. */
async function fill(plan: QueueBench, bench: Started, say: (line: string) => void): Promise<readonly Tenth[]> {
  const gateway = await startGatewayProcess(bench.env, join(bench.folder, 'gateway.log'));
  bench.closing.add(() => gateway.stop(30_000));
  const sending = { ...bench, gatewayUrl: gateway.url, clients: plan.clients };
  await acceptAll({ ...sending, children: childrenFrom('w', bench), events: WARM_UP_EVENTS });
  const tenths = await acceptAll({
    ...sending,
    children: childrenFrom('q', bench),
    events: plan.events,
    onTenth: ({ medianMs, p95Ms, bytesPerEvent, perSecond, rewrites }, nth) =>
      say(
        `accepted / acceptés ${Math.round(((nth + 1) * plan.events) / 10)} of / sur ${plan.events}: median ${medianMs.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, ` +
          `${bytesPerEvent.toFixed(0)} bytes/event, ${perSecond.toFixed(0)}/s` +
          (rewrites > 0 ? `, ${rewrites} × AOF rewritten / réécrit` : ''),
      ),
  });
  await gateway.stop(30_000);
  return tenths;
}

/** A window of the drain between two of the baseline: what drifts meanwhile (HAPI's compiler, the machine's load) weighs on both. */
async function besideStraight(
  plan: QueueBench,
  bench: Started,
  name: string,
  say: (line: string) => void,
): Promise<DrainWindow> {
  const before = await straightFor(plan, bench, `${name}-before`, plan.windowSeconds);
  const { result: rate, ...gone } = await counted(bench, () => worked(plan, bench, name));
  const after = await straightFor(plan, bench, `${name}-after`, plan.windowSeconds);
  say(
    `drain / vidage, ${name}: ${rate.toFixed(1)}/s; straight to HAPI / directement à HAPI: ${before.toFixed(1)}/s, ${after.toFixed(1)}/s`,
  );
  return { ...gone, rate, straight: (before + after) / 2 };
}

/** What it gave, how many events left the lanes meanwhile, and how many of them the record holds. */
async function counted<T>({ queues, hapiUrl }: Started, run: () => Promise<T>): Promise<Gone & { readonly result: T }> {
  const [held, queued] = [await provenances(hapiUrl), await waitingIn(queues)];
  const result = await run();
  const [drained, written] = [queued - (await waitingIn(queues)), (await provenances(hapiUrl)) - held];
  return { result, drained, written };
}

/** Drains the middle, or takes it out and says so. */
async function passMiddle(plan: QueueBench, bench: Started, kept: number, say: (line: string) => void): Promise<Gone> {
  if (plan.wholeDrain) return counted(bench, () => drainMiddle(bench, kept * plan.lanes, say));
  const removed = await removeMiddle(bench, kept);
  if (removed > 0)
    say(
      `The middle of the queue was REMOVED UNPROCESSED: ${removed} events (--whole-drain drains it). / ` +
        `Le milieu de la file a été RETIRÉ SANS ÊTRE TRAITÉ : ${removed} événements (--whole-drain le vide).`,
    );
  return { drained: 0, written: 0 };
}

/** How many events the record holds: each has its Provenance. */
async function provenances(hapiUrl: string): Promise<number> {
  const response = await fetch(`${hapiUrl}/Provenance?_summary=count`, { headers: { 'cache-control': 'no-cache' } });
  const { total } = (await response.json()) as fhir4.Bundle;
  return total ?? Number.NaN;
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}, ${new Date().toISOString()}`;

/** One window with the workers running. They have begun before it does, and have ended what they were doing after it. */
async function worked(plan: QueueBench, { env, folder, queues }: Started, name: string): Promise<number> {
  const workers = await Promise.all(
    Array.from({ length: plan.workers }, (_, n) => startWorkersProcess(env, join(folder, `workers-${name}-${n}.log`))),
  );
  try {
    await drainFor(queues, WORKER_WARM_UP_SECONDS);
    const { events, seconds } = await drainFor(queues, plan.windowSeconds);
    return events / seconds;
  } finally {
    await Promise.all(workers.map((process) => process.stop(30_000)));
  }
}

async function drainMiddle({ env, folder, queues }: Started, left: number, say: (line: string) => void): Promise<void> {
  const workers = await startWorkersProcess(env, join(folder, 'workers-middle.log'));
  let said = performance.now();
  await drainUntil(queues, left, (waiting) => {
    if (performance.now() - said < MIDDLE_SAID_EVERY_S * 1_000) return;
    said = performance.now();
    say(`  ${waiting} wait / en attente`);
  });
  await workers.stop(30_000);
}

/** The baseline: as many loops as there are lanes. */
async function straightFor(
  { lanes }: QueueBench,
  { store, ...bench }: Started,
  name: string,
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  const start = performance.now();
  let posted = 0;
  const loop = async (lane: number): Promise<void> => {
    for (const sendings of { [Symbol.iterator]: () => childrenFrom(`${name}-${lane}`, bench) }) {
      if (performance.now() > end) return;
      await postStraight(
        store,
        sendings.map((sending) => sending.event()),
      );
      posted += SENDINGS_OF_A_CHILD;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => loop(lane)));
  return (posted * 1_000) / (performance.now() - start);
}

function* childrenFrom(
  name: string,
  { registry, mark }: Pick<Started, 'registry' | 'mark'>,
): Generator<readonly Sending[]> {
  for (let n = 0; ; n += 1) yield sendingsOf(`${mark}-${name}-${n}`, { registry, now: () => new Date() });
}
