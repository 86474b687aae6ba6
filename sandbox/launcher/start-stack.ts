import { choosePart } from './choose-part.ts';
import { startContainerHapi, startContainerRedis } from './containers.ts';
import { dataFolder } from './data-folder.ts';
import { dockerAnswers } from './docker-engine.ts';
import { givenPart } from './given-part.ts';
import type { LaunchContext } from './launch-context.ts';
import { type Language, messages } from './messages.ts';
import { startNativeHapi } from './native-hapi.ts';
import { startNativeRedis } from './native-redis.ts';
import { hapiProbe, redisProbe } from './probes.ts';
import type { RunningPart, StartedPart } from './running-part.ts';
import { stopOnSignals } from './stop-on-signals.ts';

export type { Origin, RunningPart } from './running-part.ts';

/** HAPI and Redis, ready. */
export interface Stack {
  /** `url` is the FHIR base, such as http://127.0.0.1:41234/fhir. */
  readonly hapi: RunningPart;
  readonly redis: RunningPart;
  /** Stops what was started here, in reverse, and nothing else; may be called twice. */
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly say: (line: string) => void;
  /** French when absent. */
  readonly language?: Language;
  /** Kept, and found again by the next run. Absent: a fresh temporary folder, removed at the stop (kept when something failed). */
  readonly dataDir?: string;
  /** HAPI loses no acknowledged write when it is killed (native: H2 with WRITE_DELAY=0). */
  readonly durableHapi?: boolean;
  /** The whole JIT for HAPI: for benches and long runs. */
  readonly fullJit?: boolean;
  /** Conformance resources (*.json) that HAPI holds when it is ready, our own package when absent; not loaded into a given HAPI. */
  readonly profilesDir?: string;
  /** HAPI_URL, REDIS_URL, DOCKER_HOST, PATH, HOME, JAVA_HOME. */
  readonly env?: NodeJS.ProcessEnv;
  /**
   * Aborted: a start under way is given up. Giving it also says that the caller sees to Ctrl-C; without it the launcher
   * listens to SIGINT, SIGTERM and SIGHUP itself, stops everything and then lets the signal end this process.
   */
  readonly signal?: AbortSignal;
  /** A part ended that nobody stopped: told once; the rest is being stopped. */
  readonly onDeath?: (part: string) => void;
}

const GIVEN_HAPI_WITHIN_MS = 120_000;
const GIVEN_REDIS_WITHIN_MS = 10_000;

/**
 * Starts HAPI and Redis side by side, each from HAPI_URL or REDIS_URL, else as a Docker container, else as a process, and
 * tells which. Rejects, with everything stopped that it had started, when one of them cannot be had; the message says what to do.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { say } = options;
  const words = messages(options.language ?? 'fr');
  const folder = await dataFolder(options.dataDir, words);
  const ending = new AbortController();
  const started: StartedPart[] = [];
  let stopping: Promise<void> | undefined;
  let failed = false;

  function stop(): Promise<void> {
    stopping ??= stopAll();
    return stopping;
  }

  async function stopAll(): Promise<void> {
    ending.abort();
    await starting.catch(() => {});
    const ours = started.filter(({ origin }) => origin !== 'given');
    if (ours.length > 0) say(words.stopping());
    for (const part of ours.reverse()) await part.stop().catch((failure: unknown) => say(String(failure)));
    await folder.release(failed);
    if (ours.length > 0) say(words.stopped());
    unlisten();
  }

  const context: LaunchContext = {
    say,
    words,
    env: options.env ?? process.env,
    folder: folder.path,
    signal: options.signal ? AbortSignal.any([options.signal, ending.signal]) : ending.signal,
    died: (part, why) => {
      if (ending.signal.aborted) return;
      failed = true;
      say(why);
      ending.abort(new Error(why));
      options.onDeath?.(part);
      void stop();
    },
  };
  const unlisten = options.signal ? () => {} : stopOnSignals(stop);

  const starting = bothParts(options, context, ending, started);
  try {
    const [hapi, redis] = await starting;
    return { hapi, redis, stop };
  } catch (failure) {
    // Neither the caller nor a Ctrl-C gave it up: the logs are wanted.
    if (!options.signal?.aborted && stopping === undefined) failed = true;
    await stop();
    throw failure;
  }
}

/** Where one fails the other is given up. Settles only when neither is starting any more; `started` then holds what to stop. */
async function bothParts(
  options: StackOptions,
  context: LaunchContext,
  ending: AbortController,
  started: StartedPart[],
): Promise<readonly [StartedPart, StartedPart]> {
  async function noted(starting: Promise<StartedPart>): Promise<StartedPart> {
    try {
      const part = await starting;
      started.push(part);
      return part;
    } catch (failure) {
      ending.abort(failure);
      throw failure;
    }
  }

  const engine = dockerAnswers(context.env);
  const hapi = noted(startHapi(options, context, () => engine));
  const redis = noted(startRedis(context, () => engine));
  await Promise.allSettled([hapi, redis]);
  // The first failure is the reason of the abort; the other part's is only its consequence.
  context.signal.throwIfAborted();
  return [await hapi, await redis];
}

function startHapi(
  { durableHapi = false, fullJit = false, profilesDir }: StackOptions,
  context: LaunchContext,
  engineAnswers: () => Promise<boolean>,
): Promise<StartedPart> {
  const { env, say, words } = context;
  const url = env.HAPI_URL?.trim().replace(/\/+$/, '');
  const given = async (address: string) => {
    say(words.profilesNotLoaded());
    const spec = { name: 'HAPI', variable: 'HAPI_URL', url: address, readyWithinMs: GIVEN_HAPI_WITHIN_MS };
    return givenPart({ ...spec, probe: hapiProbe(address) }, context);
  };
  return choosePart(
    {
      name: 'HAPI',
      given: url ? () => given(url) : undefined,
      engineAnswers,
      container: () => startContainerHapi({ durable: durableHapi, profilesDir }, context),
      native: () => startNativeHapi({ durable: durableHapi, fullJit, profilesDir }, context),
    },
    context,
  );
}

function startRedis(context: LaunchContext, engineAnswers: () => Promise<boolean>): Promise<StartedPart> {
  const url = context.env.REDIS_URL?.trim();
  const given = (address: string) => {
    const spec = { name: 'Redis', variable: 'REDIS_URL', url: address, readyWithinMs: GIVEN_REDIS_WITHIN_MS };
    return givenPart({ ...spec, probe: redisProbe(address) }, context);
  };
  return choosePart(
    {
      name: 'Redis',
      given: url ? () => given(url) : undefined,
      engineAnswers,
      container: () => startContainerRedis(context),
      native: () => startNativeRedis(context),
    },
    context,
  );
}
