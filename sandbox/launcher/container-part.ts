import type { StartedTestContainer } from 'testcontainers';
import { containerLines } from './container-lines.ts';
import { freePort } from './free-port.ts';
import type { LaunchContext } from './launch-context.ts';
import { secondsSince, withProgress } from './progress.ts';
import type { StartedPart } from './running-part.ts';
import { shownAddress } from './shown-address.ts';
import { type Probe, waitUntilReady } from './wait-until-ready.ts';

export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  /** Folder of the Dockerfile from which the image is built first; a published image has none. */
  readonly builtFrom?: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Empty: the image's own. */
  readonly command: readonly string[];
  readonly urlAt: (host: string, port: number) => string;
  readonly probeAt: (url: string) => Probe;
  readonly readyWithinMs: number;
}

const LOOPBACK = '127.0.0.1';
const ASK_EVERY_MS = 200;
const STOP_WITHIN_MS = 15_000;

/**
 * A part in a Docker container, published on the loopback where the engine is this machine's. Rejects when the image cannot be had or is not ready in time.
 * Testcontainers' own reaper removes it where this process dies without a stop.
 */
export async function startContainerPart(spec: ContainerSpec, context: LaunchContext): Promise<StartedPart> {
  const { say, words } = context;
  context.signal.throwIfAborted();
  say(words.container(spec.name, spec.image));
  const { container, docker } = await withProgress(
    (elapsedS) => say(words.stillWorking(words.starting(spec.name), elapsedS)),
    () => unlessAborted(launch(spec), context.signal, (late) => late.container.stop()),
  );
  const url = spec.urlAt(hostOf(container), container.getMappedPort(spec.port));
  // An end that somebody asked for is no accident.
  let dismissed = false;
  let stopped: Promise<unknown> | undefined;

  async function ready(): Promise<void> {
    const startMs = performance.now();
    dismissed = false;
    const gone = new AbortController();
    let isReady = false;
    void docker
      .wait()
      .then(async ({ StatusCode }: { StatusCode: number }) => {
        if (dismissed) return;
        const end = words.exitCode(StatusCode);
        const lines = await containerLines(docker);
        gone.abort(new Error(words.diedWhileStarting(spec.name, end, spec.image, lines)));
        if (isReady) context.died(spec.name, words.died(spec.name, end, spec.image, lines));
      })
      // The engine itself went away: what is asked of the part next will say so.
      .catch(() => {});
    const signal = AbortSignal.any([context.signal, gone.signal]);
    isReady = await waitUntilReady(spec.probeAt(url), { limitMs: spec.readyWithinMs, everyMs: ASK_EVERY_MS, signal });
    if (!isReady) {
      const lines = await containerLines(docker);
      throw new Error(words.notReady(spec.name, spec.readyWithinMs / 1_000, spec.image, lines));
    }
    say(words.ready(spec.name, shownAddress(url), secondsSince(startMs)));
  }

  async function stop(): Promise<void> {
    dismissed = true;
    stopped ??= container.stop({ timeout: STOP_WITHIN_MS });
    await stopped;
  }

  await ready().catch(async (failure: unknown) => {
    await stop();
    throw failure;
  });
  return {
    url,
    origin: 'container',
    async kill() {
      dismissed = true;
      const gone = docker.wait();
      await docker.kill();
      await gone;
    },
    async restart() {
      dismissed = true;
      await docker.restart();
      await ready();
    },
    stop,
  };
}

/** Testcontainers is loaded only where an engine answers: it is large, and needed by nothing else. */
async function launch(spec: ContainerSpec) {
  const { GenericContainer, StartupCheckStrategy, getContainerRuntimeClient } = await import('testcontainers');

  const { info, container: containers } = await getContainerRuntimeClient();

  /** Testcontainers publishes on every interface; nothing of a sandbox belongs on the network. */
  class LoopbackContainer extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      // From another machine, or inside a container, the engine's own loopback would be out of reach.
      if (info.containerRuntime.host !== 'localhost') return;
      for (const bindings of Object.values(this.hostConfig.PortBindings ?? {})) {
        if (Array.isArray(bindings)) for (const binding of bindings) binding.HostIp = LOOPBACK;
      }
    }
  }

  /** Whether it is ready, our own probe says: Testcontainers looks from inside, with a shell that HAPI's image lacks. */
  class NoWait extends StartupCheckStrategy {
    override async checkStartupState() {
      return 'SUCCESS' as const;
    }
  }

  // Docker keeps what was built from the same sources: the next time takes a moment.
  if (spec.builtFrom !== undefined)
    await GenericContainer.fromDockerfile(spec.builtFrom).build(spec.image, { deleteOnExit: false });

  // The same port after a restart: Docker gives a new one where none is named.
  const exposed = { container: spec.port, host: await freePort() };
  const described = new LoopbackContainer(spec.image)
    .withExposedPorts(exposed)
    .withEnvironment(spec.environment)
    .withWaitStrategy(new NoWait());
  if (spec.command.length > 0) described.withCommand([...spec.command]);
  const container = await described.start();
  return { container, docker: containers.getById(container.getId()) };
}

/** Pulling an image cannot be interrupted: we stop waiting, and what comes late is undone. */
async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  undo: (late: T) => Promise<unknown>,
): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (failure) {
    if (signal.aborted) void work.then(undo).catch(() => {});
    throw failure;
  }
}

function hostOf(container: StartedTestContainer): string {
  const host = container.getHost();
  return host === 'localhost' ? LOOPBACK : host;
}
