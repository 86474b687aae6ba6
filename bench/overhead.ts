import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { VerifyToken } from '../gateway/access/token-verifier.ts';
import type { Config } from '../gateway/config.ts';
import type { GatewayAppDeps } from '../gateway/doors/http/gateway-app.ts';
import type { Facade } from '../gateway/facade/facade.ts';
import { type RecordPages, recordPages } from '../gateway/facade/record-pages.ts';
import { type FhirStore, fhirStore } from '../gateway/record/fhir-store.ts';
import { type Gateway, startGateway } from '../gateway/start-gateway.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { CENTRE, CHILDREN, circleOf, recordSearch, seedChildren } from './children-read.ts';
import { median } from './median.ts';
import { type Ground, groundWithStandIn } from './stand-in-record.ts';

/** Short rounds and many, in whole turns of who begins: what the machine and the record do meanwhile falls on each way alike. */
const ROUNDS = 48;
/** Of what costs a fifth or so on two cores, so that the noise of one round is not taken for the limit. */
const ROUNDS_OF_RECORD = 192;
const CALLS_A_ROUND = 12;
const CLIENTS = [1, 4] as const;
const LIMIT = 1.25;
/** Of tokens that live for minutes. */
const TOKEN_KEPT_MS = 30_000;

/** One call, of the gateway at this address, under this token; `n` is never the same twice. */
type Call = (gatewayUrl: string, n: number, token: string) => Promise<Response>;

interface Case {
  readonly title: string;
  readonly call: Call;
  readonly rounds: number;
  /** Told, but held to no limit. */
  readonly isOnlyTold?: true;
}

/** What a gateway is left with; the first has none of the steps, the last is a gateway as it is, the one before has never shown anybody anything. */
const WAYS = [
  'none of them',
  'authorization',
  'basis and lens',
  'audit',
  'all, at first sight',
  'all of them',
] as const;
type Way = (typeof WAYS)[number];

/**
 * What authorization, basis, lens and audit add: the same calls, in turns, to a gateway as it is and to ones that believe every token, ask the
 * record for anybody’s things and show them as they are, or write nothing down. All else is the same code on the same stack; that entries
 * move from Redis to the record goes on behind all of them. `recordMs`: with a server in HAPI’s place that answers after so long, and nobody
 * who moves entries. Says whether each ratio of medians, all against none, stays below the limit.
 */
export async function benchOverhead(
  say: (line: string) => void,
  { recordMs }: { readonly recordMs?: number } = {},
): Promise<boolean> {
  const ground = recordMs === undefined ? await wholeGround(say) : await groundWithStandIn(recordMs, say);
  const gateways: Gateway[] = [];
  try {
    const { mllp: _mllp, ...config } = ground.config;
    for (const way of WAYS) {
      const options = { config: { ...config, port: 0 }, registry: ground.registry, log: pino({ level: 'silent' }) };
      gateways.push(await startGateway({ ...options, partsAs: leftWith(way, config) }));
    }
    const urls = gateways.map(({ url }) => url);
    const token = keptAWhile(ground.token);
    const results: boolean[] = [];
    for (const one of casesFor(await ground.patients()))
      for (const clients of CLIENTS) {
        const ratio = await ratioOf(one, { clients, urls, token, say });
        results.push(one.isOnlyTold === true || ratio < LIMIT);
      }
    const isKept = results.every(Boolean);
    say(isKept ? `\nEach below ${LIMIT}.` : `\nNot each below ${LIMIT}.`);
    return isKept;
  } finally {
    for (const gateway of gateways) await gateway.stop();
    await ground.stop();
  }
}

/** One token for many calls, as a client does; sooner than a gateway forgets that its signature held, so that each looks at it again and again. */
function keptAWhile(fresh: () => Promise<string>): () => Promise<string> {
  let kept = { token: '', since: Number.NEGATIVE_INFINITY };
  return async () => {
    if (performance.now() - kept.since > TOKEN_KEPT_MS) kept = { token: await fresh(), since: performance.now() };
    return kept.token;
  };
}

/** The sandbox, whose tokens live for minutes only. */
async function wholeGround(say: (line: string) => void): Promise<Ground> {
  const sandbox = await startSandbox({ say, language: 'en', fullJit: true, log: pino({ level: 'silent' }) });
  return {
    config: sandbox.config,
    registry: sandbox.registry,
    patients: () => seedChildren(sandbox, CHILDREN),
    token: () => sandbox.centreToken(CENTRE),
    stop: sandbox.stop,
  };
}

function casesFor(patients: readonly string[]): readonly Case[] {
  const patient = (n: number): string => patients[n % patients.length] ?? '';
  const put: Call = (url, n, token) =>
    fetch(`${url}/v1/care-circles/overhead-${n}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify(circleOf(`overhead-${n}`)),
    });
  const get =
    (path: (n: number) => string): Call =>
    (url, n, token) =>
      fetch(`${url}${path(n)}`, { headers: { authorization: `Bearer ${token}` } });
  return [
    {
      title: 'A child’s record: search by id with five includes',
      call: get((n) => `/fhir/${recordSearch(patient(n))}`),
      rounds: ROUNDS_OF_RECORD,
    },
    {
      title: 'One resource: read by id',
      call: get((n) => `/fhir/Patient/${patient(n)}`),
      rounds: ROUNDS,
      isOnlyTold: true,
    },
    // Last: what was accepted is then brought to the record, behind whatever comes next.
    { title: 'A circle accepted, answered once it is on disk', call: put, rounds: ROUNDS },
  ];
}

interface Asked {
  readonly clients: number;
  readonly urls: readonly string[];
  readonly token: () => Promise<string>;
  readonly say: (line: string) => void;
}

/** Rounds in turns, the first of them to warm up; all against none. */
async function ratioOf(
  { title, call, rounds, isOnlyTold }: Case,
  { clients, urls, token, say }: Asked,
): Promise<number> {
  const taken = urls.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (let turn = 0; turn < urls.length; turn += 1) {
      // Who begins changes with each round, and who comes after whom with every other: what the record has just been asked it answers sooner,
      // and what one wrote down goes on to the record while the next one asks.
      const which = ((round % 2 === 0 ? turn : urls.length - 1 - turn) + round) % urls.length;
      const from = ((clients * (rounds + 1) + round) * urls.length + which) * CALLS_A_ROUND;
      const bearer = await token();
      const times = await roundOf((url, n) => call(url, n, bearer), urls[which] ?? '', clients, from);
      if (round > 0) taken[which]?.push(...times);
    }
  const medians = taken.map(median);
  const ratioTo = (ms: number): number => ms / (medians[0] ?? Number.NaN);
  say(`\n${title}, ${clients} client(s), ${rounds * CALLS_A_ROUND} calls each, in turns`);
  for (const [nth, way] of WAYS.entries()) {
    const ms = medians[nth] ?? Number.NaN;
    say(`  ${way.padEnd(20)} ${ms.toFixed(2).padStart(7)} ms   ratio of medians ${ratioTo(ms).toFixed(3)}`);
  }
  say(isOnlyTold ? '  (told, without a limit)' : `  (limit for all of them: ${LIMIT})`);
  return ratioTo(medians.at(-1) ?? Number.NaN);
}

async function roundOf(
  call: (url: string, n: number) => Promise<Response>,
  url: string,
  clients: number,
  from: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  let left = CALLS_A_ROUND;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      const response = await call(url, from + left);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`answered ${response.status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** A door without the other steps: its caller is who the token of the bench names, unread; it gives what the record has, as it has it, unwritten. */
const leftWith =
  (way: Way, { hapiUrl: baseUrl, hapiTimeoutMs: timeoutMs }: Pick<Config, 'hapiUrl' | 'hapiTimeoutMs'>) =>
  (parts: GatewayAppDeps): GatewayAppDeps => {
    const keeps = (step: Way): boolean => way === step || way.startsWith('all');
    const pages = recordPages({ baseUrl, timeoutMs });
    return {
      ...parts,
      ...(!keeps('authorization') && { verifyToken: anybody, limits: async () => undefined }),
      ...(!keeps('basis and lens') && {
        facade: openFacade(parts.facade, pages, fhirStore({ baseUrl, timeoutMs })),
      }),
      ...(!keeps('audit') && { audit: { ...parts.audit, access: async () => undefined } }),
      ...(way === 'all, at first sight' && { shown: { ...parts.shown, at: () => undefined } }),
    };
  };

const anybody: VerifyToken = async () => ({
  kind: 'centre',
  id: CENTRE,
  client: CENTRE,
  scopes: [{ context: 'system', type: '*', letters: 'cruds' }],
});

/** The same questions to the record, for anybody. */
const openFacade = (guarded: Facade, pages: RecordPages, store: Pick<FhirStore, 'read'>): Facade => ({
  ...guarded,
  read: (_centre, type, id) => store.read(type, id),
  search: (_centre, { type, params, count }) => pages.first(type, params, { count }),
});
