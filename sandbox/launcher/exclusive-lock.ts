import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One holder per name on this machine. The system lets go of it when the holder dies, however it dies. */
export interface ExclusiveLock {
  release(): Promise<void>;
}

/** Somebody else has it: who, and when they let go. */
export interface LockHolder {
  readonly pid: number;
  readonly released: Promise<void>;
  /** No longer interested. */
  forget(): void;
}

export type LockAnswer = { readonly lock: ExclusiveLock } | { readonly holder: LockHolder };

/** Takes the lock of that name, or tells who holds it. */
export async function tryLock(name: string): Promise<LockAnswer> {
  const path = socketPath(name);
  for (;;) {
    const lock = await listen(path);
    if (lock) return { lock };
    const holder = await ask(path);
    if (holder) return { holder };
    // Nobody answers: a socket file that a dead holder left. (Linux leaves none, see socketPath.)
    if (!path.startsWith('\0')) await rm(path, { force: true });
  }
}

/** Takes the lock, waiting for whoever holds it; tells each holder's pid once. Rejects when aborted. */
export async function waitForLock(
  name: string,
  signal: AbortSignal,
  tell: (pid: number) => void,
): Promise<ExclusiveLock> {
  let told: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const answer = await tryLock(name);
    if ('lock' in answer) return answer.lock;
    if (answer.holder.pid !== told) tell(answer.holder.pid);
    told = answer.holder.pid;
    const forget = () => answer.holder.forget();
    signal.addEventListener('abort', forget, { once: true });
    // Aborted while we asked: the listener came too late.
    if (signal.aborted) forget();
    await answer.holder.released;
    signal.removeEventListener('abort', forget);
  }
}

/** Linux has sockets without a file, which vanish with their holder; elsewhere it is a file with a short path. */
function socketPath(name: string): string {
  const id = `passerelle-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  return process.platform === 'linux' ? `\0${id}` : join(tmpdir(), `${id}.sock`);
}

async function listen(path: string): Promise<ExclusiveLock | undefined> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => waiting.delete(socket));
    socket.unref();
    socket.write(`${process.pid}\n`);
  });
  server.listen({ path });
  try {
    await once(server, 'listening');
  } catch (failure) {
    if (isAddressInUse(failure)) return undefined;
    throw failure;
  }
  server.unref();
  return {
    async release() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of waiting) socket.destroy();
      await closed;
    },
  };
}

function isAddressInUse(failure: unknown): boolean {
  return typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === 'EADDRINUSE';
}

/** The holder says its pid and keeps the line open until it lets go. */
async function ask(path: string): Promise<LockHolder | undefined> {
  const socket = createConnection({ path });
  const released = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const said = new Promise<string | undefined>((resolve) => {
    socket.once('data', (data) => resolve(String(data)));
    socket.once('close', () => resolve(undefined));
  });
  socket.on('error', () => {});
  const pid = Number(await said);
  if (!Number.isInteger(pid)) return undefined;
  return { pid, released, forget: () => void socket.destroy() };
}
