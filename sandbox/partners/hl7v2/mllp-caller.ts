import { connect } from 'node:net';
import { timeLimit } from '../../../gateway/process/time-limit.ts';
import type { Attempt } from '../journal.ts';
import { verdictOn } from './v2-acknowledge.ts';
import { v2From } from './v2-text.ts';
import { unwrapper, wrapped } from './v2-wire.ts';
import type { WireFaults } from './wire-faults.ts';

export interface CallOptions {
  /** `mllp://host:port` of the gateway's door. */
  readonly gateway: () => string;
  readonly timeoutMs: number;
  readonly wire: WireFaults;
}

/** Brings one message to the gateway, on a connection of its own, and waits for its acknowledgement. Never rejects. */
export type Call = (text: string, signal: AbortSignal) => Promise<Attempt>;

const STATUSES = { accepted: 200, refused: 422, later: 503 } as const;

export const mllpCaller =
  ({ gateway, timeoutMs, wire }: CallOptions): Call =>
  (text, signal) =>
    new Promise((resolve) => {
      const { hostname, port } = URL.canParse(gateway()) ? new URL(gateway()) : { hostname: '', port: '' };
      if (port === '') return resolve(lost('the gateway takes no HL7 v2'));
      const id = v2From(text).at('MSH', 10);
      const socket = connect({ host: hostname, port: Number(port) });
      const unwrap = unwrapper();
      const over = timeLimit(signal, timeoutMs);
      const end = (attempt: Attempt): void => {
        over.removeEventListener('abort', giveUp);
        socket.destroy();
        resolve(attempt);
      };
      const giveUp = (): void => end(lost('no acknowledgement in time'));
      over.addEventListener('abort', giveUp);
      socket.on('error', (error) => end(lost('code' in error ? String(error.code) : error.name)));
      socket.on('close', () => end(lost('the gateway closed the connection')));
      socket.on('data', (chunk: Buffer) => {
        for (const answer of unwrap(chunk)) {
          const verdict = verdictOn(id, v2From(answer));
          if (verdict !== undefined) end(attemptFrom(verdict, answer));
        }
      });
      const bytes = wrapped(text);
      const strange = wire.take();
      if (strange === 'single-bytes') for (const byte of bytes) socket.write(Buffer.from([byte]));
      else socket.write(strange === 'five-times' ? Buffer.concat([bytes, bytes, bytes, bytes, bytes]) : bytes);
    });

const lost = (because: string): Attempt => ({ result: 'not-delivered', willRetry: true, because });

function attemptFrom(verdict: keyof typeof STATUSES, body: string): Attempt {
  const status = STATUSES[verdict];
  if (verdict === 'accepted') return { result: 'taken', status, body };
  if (verdict === 'refused') return { result: 'refused', status, body };
  return { result: 'not-delivered', willRetry: true, status, because: 'asked to send again', body };
}
