import { open } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

const TAIL_MAX_BYTES = 64 * 1024;

/** The last lines of a log, indented, without colours; none when there is no such file. Reads its end only. */
export async function lastLines(file: string, count = 20): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_MAX_BYTES);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = stripVTControlCharacters(buffer.toString('utf8')).trimEnd().split('\n').slice(-count);
    return lines.map((line) => `  ${line}`).join('\n');
  } finally {
    await handle.close();
  }
}
