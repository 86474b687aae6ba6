import { stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { GatewayError } from '../failures.ts';
import type { Closer } from '../process/closer.ts';
import { lookAgain } from '../process/look-again.ts';
import type { Registry } from '../registry.ts';
import { type AccessSettings, readAccess } from './access-settings.ts';
import { tokenVerifier, type VerifyToken } from './token-verifier.ts';

export interface WatchedAccess {
  /** As the file says now. */
  settings(): AccessSettings;
  readonly verifyToken: VerifyToken;
}

export interface WatchedAccessDeps {
  readonly path: string;
  readonly registry: Registry;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
  readonly everyMs?: number;
}

/** How often it is looked at. */
export const ACCESS_LOOK_MS = 1_000;

/**
 * Whom to believe, read again when the file has changed, without a restart: somebody who left is refused within seconds. A file that is not
 * valid is told in the log and left aside; the one before stays. Throws GatewayError `internal` when the first is not valid.
 */
export async function watchedAccess({
  path,
  registry,
  now,
  log,
  closing,
  everyMs = ACCESS_LOOK_MS,
}: WatchedAccessDeps): Promise<WatchedAccess> {
  const take = (settings: AccessSettings) => ({
    settings,
    verify: tokenVerifier({ access: settings, registry, now }),
  });
  // What it looked like before it was read: where that is no more so, it is read again at the next look.
  const before = await stateOf(path);
  let current = take(readAccess(path));
  let taken = await stateOf(path, current.settings);
  if (taken.split('\n')[0] !== before) taken = before;
  let seen = taken;

  const look = async (): Promise<void> => {
    const state = await stateOf(path, current.settings);
    // Only once it holds still: a file is not always written in one piece.
    const settled = state === seen;
    seen = state;
    if (!settled || state === taken) return;
    taken = state;
    try {
      current = take(readAccess(path));
      log.info({ path }, 'access file taken up');
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      log.error({ path, reason: error.message }, 'access file is not valid: the one before stays');
    }
  };
  lookAgain({
    look,
    everyMs,
    failed: (error) =>
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'access file cannot be looked at'),
    closing,
  });
  return { settings: () => current.settings, verifyToken: (token) => current.verify(token) };
}

/** What the file and the keys beside it look like from outside; a file that is gone differs from all others. */
async function stateOf(path: string, { issuers = [] }: Partial<AccessSettings> = {}): Promise<string> {
  const files = [path, ...issuers.flatMap(({ keys }) => ('file' in keys ? keys.file : []))];
  const states = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
        () => 'gone',
      ),
    ),
  );
  return states.join('\n');
}
