import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import type { Bilingual } from '../profiles/codes.ts';
import { startAuthorizationServer } from './access/authorization-server.ts';
import { tellClients } from './access/where-clients-are.ts';
import { type Sandbox, startSandbox } from './start-sandbox.ts';

/** A sandbox that runs, for those who do something with it. */
export interface RunningSandbox {
  readonly sandbox: Sandbox;
  /** What gateway and workers log, away from the terminal. */
  readonly logFile: string;
  /** Aborted by Ctrl-C, SIGTERM or SIGHUP, or when a part dies. */
  readonly signal: AbortSignal;
}

export interface RunSandboxOptions {
  readonly language: keyof Bilingual;
  readonly say: (line: string) => void;
  /** Where the log goes. */
  readonly folder: string;
  /** Data of HAPI and Redis, kept; a temporary folder when absent. */
  readonly dataDir?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Whose centres and partners; the sandbox's own if absent. */
  readonly registryPath?: string;
  /** A file with more partners, beside those of the registry. */
  readonly morePartnersPath?: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** As a shell says that Ctrl-C ended a program. */
const INTERRUPTED = 130;

const SAME_CTRL_C_MS = 500;
const STOP_WITHIN_MS = 60_000;
const STOP_AFTER_DEATH_MS = 5_000;

/**
 * Starts the sandbox, does the work, stops everything that was started, and resolves with the exit code: that of the work, 130 when it
 * was interrupted, 1 when a part could not start or died, which is then told in a sentence. Something may still wait for a part that
 * died: exit with the code, rather than let the process end by itself.
 */
export async function runSandbox(
  { language, say, folder, dataDir, registryPath, morePartnersPath, settings = {} }: RunSandboxOptions,
  work: (running: RunningSandbox) => Promise<number>,
): Promise<number> {
  const ending = new AbortController();
  let died = false;
  let interruptedAtMs = 0;
  const interrupt = (): void => {
    // npm may pass on the same Ctrl-C that the terminal gives; a second one does not wait, and the launcher's guards kill what is left.
    if (ending.signal.aborted && performance.now() > interruptedAtMs + SAME_CTRL_C_MS) process.exit(INTERRUPTED);
    interruptedAtMs = performance.now();
    ending.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  const codeOf = (): number => (died ? 1 : INTERRUPTED);

  try {
    await mkdir(folder, { recursive: true });
    const logFile = join(folder, 'gateway-and-workers.log');
    const sandbox = await startSandbox({
      say,
      language,
      log: fileLogger(logFile),
      // The watch looks, so that the board has something to show.
      settings: { FINDINGS: 'on', ...settings },
      ...(registryPath !== undefined && { registryPath }),
      ...(morePartnersPath !== undefined && { morePartnersPath }),
      tokens: async (registry) => {
        const server = await startAuthorizationServer({ registry, folder });
        await tellClients(server.clientsFolder);
        return server;
      },
      signal: ending.signal,
      onDeath: () => {
        died = true;
        ending.abort();
      },
      ...(dataDir !== undefined && { dataDir }),
    });
    try {
      ending.signal.throwIfAborted();
      const code = await work({ sandbox, logFile, signal: ending.signal });
      return died ? 1 : code;
    } finally {
      // Without its Redis a worker would wait for it for ever.
      await Promise.race([sandbox.stop(), pause(died ? STOP_AFTER_DEATH_MS : STOP_WITHIN_MS)]);
      await sandbox.stack.stop();
    }
  } catch (failure) {
    if (ending.signal.aborted) return codeOf();
    say(`${CANNOT[language]} ${whyNot(failure, language)}`);
    return 1;
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}

const CANNOT = {
  fr: 'Le bac à sable ne peut pas démarrer ou continuer :',
  en: 'The sandbox cannot start or go on:',
} as const satisfies Bilingual;

/** A port that somebody has is said in words; the launcher's own reasons already are. */
function whyNot(failure: unknown, language: keyof Bilingual): string {
  if (!(failure instanceof Error)) return String(failure);
  const taken = 'code' in failure && failure.code === 'EADDRINUSE' && 'port' in failure ? failure.port : undefined;
  return taken === undefined ? failure.message : `${PORT_TAKEN[language]} ${taken}.`;
}

const PORT_TAKEN = {
  fr: 'un autre programme a déjà le port',
  en: 'another program already has port',
} as const satisfies Bilingual;

/** Written at once, so that nothing is missing when something goes wrong. */
const fileLogger = (file: string): Logger =>
  pino(
    { level: 'info', redact: ['*.headers', 'headers', '*.authorization'] },
    pino.destination({ dest: file, sync: true }),
  );

/** Resolves when the sandbox is to end. */
export const untilEnd = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    // Where HAPI and Redis were given, nothing else may keep this process here.
    const keep = setInterval(() => {}, 60_000);
    const over = (): void => {
      clearInterval(keep);
      resolve();
    };
    if (signal.aborted) over();
    else signal.addEventListener('abort', over, { once: true });
  });
