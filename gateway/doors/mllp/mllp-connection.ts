import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { type Cut, frameCutter, framed } from '../../mllp/frames.ts';

/** What one connection may cost. */
export interface ConnectionLimits {
  readonly frameMaxBytes: number;
  /** How long a frame may take from its first byte to its last. */
  readonly frameMs: number;
  /** How long nothing may come before the connection counts as left behind. */
  readonly idleMs: number;
  /** Bytes outside frames before the sender counts as no MLLP. */
  readonly strayMaxBytes: number;
  /** Messages that may wait on one connection before it is read no further. */
  readonly waitingMax: number;
}

export interface ConnectionDeps {
  readonly limits: ConnectionLimits;
  /** The bytes that answer a message, undefined where none may; called for one message at a time. Never rejects. */
  readonly answer: (cut: Cut) => Promise<Uint8Array | undefined>;
  readonly log: Logger;
}

export interface MllpConnection {
  /** Answers what is being heard, and ends; what waits behind it was acknowledged to nobody, and will be sent again. */
  stop(): Promise<void>;
}

/** Hears one connection: messages in the order in which they come, each answered before the next is looked at. */
export function mllpConnection(socket: Socket, { limits, answer, log }: ConnectionDeps): MllpConnection {
  const cutter = frameCutter({ sizeMaxBytes: limits.frameMaxBytes });
  const waiting: Cut[] = [];
  const frameTimer = timer();
  let hearing: Promise<void> | undefined;
  /** What comes from now on is not looked at. */
  let deaf = false;
  let stopping = false;

  const cutOff = (why: string): void => {
    log.warn({ why }, 'connection cut');
    socket.destroy();
  };

  const hearAll = async (): Promise<void> => {
    for (let cut = waiting.shift(); cut !== undefined; cut = stopping ? undefined : waiting.shift()) {
      if (waiting.length < limits.waitingMax && !stopping) socket.resume();
      const reply = await answer(cut);
      if (reply !== undefined) await written(socket, framed(reply), limits.frameMs);
    }
    hearing = undefined;
    if (deaf) endSoon(socket);
  };

  const watchFrame = (): void => {
    if (!cutter.underWay()) frameTimer.clear();
    // While it hears what came before, it is the gateway that is slow.
    else frameTimer.start(limits.frameMs, () => (hearing === undefined ? cutOff('frame-not-finished') : watchFrame()));
  };

  const take = (chunk: Buffer): void => {
    if (deaf) return;
    const cuts = cutter.push(chunk);
    // A frame that was finished and another begun in one chunk: the new one has a time of its own.
    if (cuts.length > 0) frameTimer.clear();
    watchFrame();
    waiting.push(...cuts);
    const lost = cutter.strayBytes() > limits.strayMaxBytes;
    if (lost) log.warn({ why: 'not-mllp' }, 'connection ends');
    deaf = lost || cuts.at(-1)?.kind === 'unreadable';
    if (waiting.length >= limits.waitingMax && !deaf) socket.pause();
    if (waiting.length > 0) hearing ??= hearAll();
    else if (deaf) endSoon(socket);
  };

  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS).setTimeout(limits.idleMs);
  socket.on('data', take);
  socket.on('timeout', () => {
    if (hearing === undefined) cutOff('idle');
  });
  // The sender has said all that it had to say, and may still wait for the answer.
  socket.on('end', () => void (hearing ?? Promise.resolve()).then(() => socket.end()));
  socket.on('error', (error) => log.info({ error: codeOf(error) }, 'connection failed'));
  socket.on('close', frameTimer.clear);

  return {
    async stop() {
      stopping = true;
      deaf = true;
      socket.pause();
      await hearing;
      socket.destroySoon();
    },
  };
}

const LINGER_MS = 2_000;

/** Says that it is over and listens a little longer: to close with bytes unread would take the last answer away from the sender. */
function endSoon(socket: Socket): void {
  const linger = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(linger));
  socket.resume().end();
}

/** At most one time to wait at once: starting it again while it runs changes nothing. */
function timer() {
  let running: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearTimeout(running);
    running = undefined;
  };
  return {
    clear,
    start(afterMs: number, then: () => void): void {
      running ??= setTimeout(() => {
        running = undefined;
        then();
      }, afterMs);
    },
  };
}

const KEEP_ALIVE_MS = 30_000;

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name);

/** Resolves when the bytes are handed on, or the connection is gone: a sender that reads no answers is soon heard no further. */
const written = (socket: Socket, bytes: Buffer, withinMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    const tooLate = setTimeout(() => socket.destroy(), withinMs);
    const done = (): void => {
      clearTimeout(tooLate);
      socket.off('close', done);
      resolve();
    };
    socket.once('close', done);
    socket.write(bytes, done);
  });
