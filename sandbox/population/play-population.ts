import { setTimeout as pause } from 'node:timers/promises';
import { KNOWN_AT_HEADER } from '../../gateway/doors/http/known-stated.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { textsAt, valuesAt } from '../partners/reading.ts';
import type { Act, Life } from './acts.ts';

/** How far the telling has come. */
export interface Progress {
  readonly acts: number;
  readonly of: number;
  readonly seconds: number;
}

/** An act that the gateway did not take, or that did not reach the record: the rest of that story was not told. */
export interface Untold {
  readonly life: string;
  readonly what: string;
  readonly why: string;
}

export interface Telling {
  readonly acts: number;
  readonly untold: readonly Untold[];
}

export interface PlayOptions {
  readonly gatewayUrl: string;
  /** An access token of a program of the centre that may say since when something was known. */
  readonly token: (centre: string) => Promise<string>;
  /** An access token of a partner’s system. */
  readonly partnerToken: (partner: string) => Promise<string>;
  readonly lives: readonly Life[];
  /** Stories that are told at the same time. */
  readonly atOnce: number;
  readonly tell: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

const CALL_TIMEOUT_MS = 60_000;
const WAIT_SECONDS = 30;
const TELL_EVERY_MS = 5_000;
/** A busy gateway is asked again; one that stays away is said to. */
const TRIES_MAX = 20;
const RETRY_MS = 1_000;
/** How long an event may stand in its lane. */
const SYNCED_WITHIN_MS = 10 * 60_000;

/**
 * Tells stories to a gateway through its API: each in order, an act once the one before it is in the record, several stories at once. An act
 * that was told before changes nothing, so that a telling that was cut off can be taken up. Never throws for what the gateway answers.
 */
export async function playPopulation(options: PlayOptions): Promise<Telling> {
  const { lives, atOnce, tell, signal } = options;
  const of = lives.reduce((sum, life) => sum + life.acts.length, 0);
  const startedMs = performance.now();
  const untold: Untold[] = [];
  let acts = 0;
  const now = (): Progress => ({ acts, of, seconds: (performance.now() - startedMs) / 1_000 });
  const timer = setInterval(() => tell(now()), TELL_EVERY_MS);

  const tellLife = async (life: Life): Promise<void> => {
    for (const act of life.acts) {
      if (signal.aborted) return;
      const why = await sent(options, life, act);
      if (why !== undefined) {
        if (!signal.aborted) untold.push({ life: life.id, what: nameOf(act), why });
        return;
      }
      acts += 1;
    }
  };

  try {
    const waiting = lives.values();
    const inTurn = async (): Promise<void> => {
      for (const life of waiting) await tellLife(life);
    };
    await Promise.all(Array.from({ length: atOnce }, inTurn));
  } finally {
    clearInterval(timer);
  }
  tell(now());
  return { acts, untold };
}

const nameOf = (act: Act): string =>
  act.act === 'put' ? act.concept : act.act === 'dispatch' ? act.act : act.body.what;

/** Undefined once the record has it; else why it has not. */
async function sent(options: PlayOptions, life: Life, act: Act): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    const reply = await (act.act === 'system-says' ? bySystem(options, life, act) : byCentre(options, life, act));
    if (reply.status === 200 || reply.status === 201) return undefined;
    // A partner’s system is told no number to ask by: it says the same again, which changes nothing.
    if (reply.status === 202 && act.act !== 'system-says')
      return untilSynced(options, life.centre, textsAt(reply.json, 'id')[0] ?? '');
    const isBusy = BUSY.has(reply.status);
    if (!isBusy || tries === TRIES_MAX) return reasonOf(reply);
    await pause(reply.retryMs ?? RETRY_MS, undefined, { signal: options.signal }).catch(() => undefined);
    if (options.signal.aborted) return reasonOf(reply);
  }
}

/** Nobody answered, or not now. */
const BUSY: ReadonlySet<number> = new Set([0, 202, 429, 503]);

type SystemSays = Extract<Act, { readonly act: 'system-says' }>;

/** What a person or a program of the centre writes down, and since when it was known. */
async function byCentre(options: PlayOptions, life: Life, act: Exclude<Act, SystemSays>): Promise<Reply> {
  const { method, path } = addressOf(act);
  return call(options, await options.token(life.centre), method, path, {
    headers: { [KNOWN_AT_HEADER]: act.knownAt, prefer: `wait=${WAIT_SECONDS}` },
    body: act.body,
  });
}

/** What the partner’s system says of the request, under the number that it was given with it: it is known when it is said. */
async function bySystem(options: PlayOptions, life: Life, { request, body }: SystemSays): Promise<Reply> {
  const { recipient, happenedAt } = body;
  const loops = await call(options, await options.token(life.centre), 'GET', `/v1/children/${life.id}/referrals`, {});
  if (loops.status !== 200) return loops;
  const [number = ''] = valuesAt(loops.json, 'referrals')
    .filter((loop) => textsAt(loop, 'id')[0] === request)
    .flatMap((loop) => valuesAt(loop, 'deliveries'))
    .filter((delivery) => textsAt(delivery, 'recipient')[0] === recipient)
    .flatMap((delivery) => textsAt(delivery, 'task'));
  const task: fhir4.Task = { resourceType: 'Task', status: 'rejected', intent: 'order', lastModified: happenedAt };
  return call(
    options,
    await options.partnerToken(recipient),
    'PUT',
    `/fhir/Task?identifier=${encodeURIComponent(`${IDENTIFIERS.task}|${number}`)}`,
    { headers: { 'content-type': 'application/fhir+json', prefer: `wait=${WAIT_SECONDS}` }, body: task },
  );
}

function addressOf(act: Exclude<Act, SystemSays>): { readonly method: string; readonly path: string } {
  if (act.act === 'put') return { method: 'PUT', path: `/v1/${CONCEPT_PLURALS[act.concept]}/${act.id}` };
  return { method: 'POST', path: `/v1/referrals/${act.request}/${act.act === 'answer' ? 'answers' : 'dispatches'}` };
}

/** The record was slow: asks until it has it. */
async function untilSynced(options: PlayOptions, centre: string, exchange: string): Promise<string | undefined> {
  const deadline = performance.now() + SYNCED_WITHIN_MS;
  let state = 'accepted';
  while (performance.now() < deadline && !options.signal.aborted) {
    await pause(RETRY_MS, undefined, { signal: options.signal }).catch(() => undefined);
    const reply = await call(options, await options.token(centre), 'GET', `/v1/exchanges/${exchange}`, {});
    state = textsAt(reply.json, 'state')[0] ?? state;
    if (state === 'synced' || state === 'superseded') return undefined;
    if (state === 'refused' || state === 'parked') return `${state} ${reasonOf(reply)}`;
  }
  return state;
}

interface Reply {
  /** Nought when nobody answered. */
  readonly status: number;
  readonly json: unknown;
  readonly retryMs?: number;
}

async function call(
  { gatewayUrl, signal }: PlayOptions,
  token: string,
  method: string,
  path: string,
  { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: object },
): Promise<Reply> {
  try {
    const response = await fetch(`${gatewayUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: timeLimit(signal, CALL_TIMEOUT_MS),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      json: isJson ? JSON.parse(text) : undefined,
      ...(Number.isFinite(retryAfter) && { retryMs: retryAfter * 1_000 }),
    };
  } catch {
    // No answer, or one that was cut off: asked again, it changes nothing.
    return { status: 0, json: undefined };
  }
}

const reasonOf = ({ status, json }: Reply): string =>
  [status, ...textsAt(json, 'issue.details.text')].join(' ').trim() || String(status);
