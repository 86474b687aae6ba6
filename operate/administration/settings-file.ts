import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { OperateProblem } from '../gateway-client.ts';

/** A settings file as it was read, so that it is written only over what was seen. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
}

/** Reads a file; a link is followed, so that what it points to is changed and not the link. Throws OperateProblem when it cannot be read. */
export function readSettings(path: string, cannotRead: (path: string) => string): SettingsFile {
  try {
    const real = realpathSync(path);
    return { path: real, text: readFileSync(real, 'utf8') };
  } catch (cause) {
    throw new OperateProblem(cannotRead(path), { cause });
  }
}

/** Puts a new text in its place in one piece, with the same rights. Throws OperateProblem when somebody else changed it meanwhile. */
export async function writeSettings({ path, text }: SettingsFile, after: string, changed: string): Promise<void> {
  if (readFileSync(path, 'utf8') !== text) throw new OperateProblem(changed);
  const { mode, uid, gid } = await stat(path);
  const beside = `${path}.${randomUUID()}`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.chown(uid, gid).catch(() => undefined);
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
