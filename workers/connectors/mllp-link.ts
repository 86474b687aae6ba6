import { connect, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { frameCutter } from '../../gateway/mllp/frames.ts';

/** One open connection to a partner's MLLP listener. */
export interface MllpLink {
  /** False once it was closed or broken: another is to be opened. */
  usable(): boolean;
  /**
   * Writes bytes and gives what `answerIn` first finds in the frames that come back; the others are strays. Rejects with why there was
   * none — broken, unreadable, or the reason of the signal — and the link is then of no further use.
   */
  exchange<T>(bytes: Uint8Array, answerIn: (frame: Buffer) => T | undefined, signal: AbortSignal): Promise<T>;
  close(): void;
}

export interface MllpLinkOptions {
  readonly host: string;
  readonly port: number;
  /** Plain TCP when absent. */
  readonly tls?: Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>;
  readonly answerMaxBytes: number;
}

const KEEP_ALIVE_MS = 30_000;
const STRAY_MAX_BYTES = 1_024;

/** Opens a connection; rejects with the system's error, or the signal's reason. */
export async function openMllpLink(options: MllpLinkOptions, signal: AbortSignal): Promise<MllpLink> {
  signal.throwIfAborted();
  const socket = await connected(options, signal);
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
  const cutter = frameCutter({ sizeMaxBytes: options.answerMaxBytes });
  let hear: (frame: Buffer) => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  let broken: unknown = new Error('the partner closed the connection');

  socket.on('data', (chunk: Buffer) => {
    for (const cut of cutter.push(chunk)) {
      if (cut.kind === 'frame') hear(cut.bytes);
      else socket.destroy(new Error(`an answer is ${cut.why}`));
    }
    if (cutter.strayBytes() > STRAY_MAX_BYTES) socket.destroy(new Error('what answers is no MLLP'));
  });
  socket.on('error', (error) => {
    broken = error;
  });
  socket.on('close', () => fail(broken));
  // A partner that has said its last word will acknowledge nothing more.
  socket.on('end', () => socket.destroy());

  return {
    usable: () => !socket.destroyed && socket.writable,
    exchange: <T>(bytes: Uint8Array, answerIn: (frame: Buffer) => T | undefined, over: AbortSignal) =>
      new Promise<T>((resolve, reject) => {
        const giveUp = (): void => void socket.destroy(asError(over.reason));
        const settle = (): void => {
          over.removeEventListener('abort', giveUp);
          hear = () => undefined;
          fail = () => undefined;
        };
        hear = (frame) => {
          const answer = answerIn(frame);
          if (answer === undefined) return;
          settle();
          resolve(answer);
        };
        fail = (reason) => {
          settle();
          reject(reason);
        };
        if (socket.destroyed) return fail(broken);
        if (over.aborted) return giveUp();
        over.addEventListener('abort', giveUp, { once: true });
        socket.write(bytes);
      }),
    close: () => void socket.destroy(),
  };
}

function connected({ host, port, tls }: MllpLinkOptions, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket =
      tls === undefined
        ? connect({ host, port })
        : connectTls({ ...tls, host, port, minVersion: 'TLSv1.2', ...(isIP(host) === 0 && { servername: host }) });
    const giveUp = (): void => void socket.destroy(asError(signal.reason));
    const settle = (): void => {
      signal.removeEventListener('abort', giveUp);
      socket.off('error', failed).off('close', closed);
    };
    const failed = (error: Error): void => {
      settle();
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const closed = (): void => failed(new Error('the partner closed the connection'));
    socket.once('error', failed).once('close', closed);
    socket.once(tls === undefined ? 'connect' : 'secureConnect', () => {
      settle();
      resolve(socket);
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
