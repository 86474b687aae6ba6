import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the sandbox that started last on this machine has its clients’ files: for the token command, in another terminal. */
const TOLD = '.sandbox/clients';

export async function tellClients(folder: string): Promise<void> {
  await mkdir(dirname(TOLD), { recursive: true });
  await writeFile(TOLD, folder);
}

/** Undefined when no sandbox has been started here. */
export const clientsTold = async (): Promise<string | undefined> => readFile(TOLD, 'utf8').catch(() => undefined);
