import type { Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { FAULTS, type FaultSwitch } from '../faults.ts';
import { localDateTime } from '../local-time.ts';
import type { Office } from '../office.ts';
import { problemFrom } from '../problem.ts';
import type { Site } from './site.ts';
import { acknowledgementOf } from './v2-acknowledge.ts';
import { keptMessage, v2TransactionFrom } from './v2-in.ts';
import { type V2Message, v2From } from './v2-text.ts';
import { unwrapper, wrapped } from './v2-wire.ts';
import type { WireFaults } from './wire-faults.ts';

export interface ListenOptions {
  readonly office: Pick<Office, 'receive' | 'turnAway'>;
  readonly faults: Pick<FaultSwitch, 'take'>;
  readonly wire: WireFaults;
  readonly site: Site;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Takes the messages that come over MLLP: written down first, acknowledged then, or misbehaving as it was told. */
export function listenTo(server: Server, options: ListenOptions): void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    const unwrap = unwrapper();
    let before = Promise.resolve();
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      for (const text of unwrap(chunk)) before = before.then(() => take(socket, text, options));
    });
  });
  options.signal.addEventListener('abort', () => {
    for (const socket of open) socket.destroy();
    server.close();
  });
}

async function take(socket: Socket, text: string, options: ListenOptions): Promise<void> {
  const { office, faults, wire, signal } = options;
  const fault = faults.take();
  if (fault.kind === 'refuse') {
    office.turnAway(FAULTS.refuse);
    return void socket.resetAndDestroy();
  }
  if (fault.kind === 'hang') return office.turnAway(FAULTS.hang);
  const strange = wire.take();
  const verdict =
    fault.kind === 'error-500'
      ? asked(office, 'error')
      : strange === 'reject'
        ? asked(office, 'reject')
        : kept(office, text);
  if (fault.kind === 'drop-after-receiving') return void socket.destroy();
  if (fault.kind === 'slow') await wait(fault.ms, undefined, { signal }).catch(() => undefined);
  if (strange === 'garbage') return void socket.write('x'.repeat(GARBAGE_BYTES));
  const reply = answerTo(text, verdict, options);
  if (reply === undefined || socket.destroyed) return;
  if (strange === 'single-bytes') for (const byte of wrapped(reply)) socket.write(Buffer.from([byte]));
  else socket.write(wrapped(reply));
}

const GARBAGE_BYTES = 5_000;

type Verdict = 'accept' | 'error' | 'reject';

function asked(office: ListenOptions['office'], verdict: Verdict): Verdict {
  office.turnAway({ fr: 'Panne demandée.', en: 'A fault that was asked for.' });
  return verdict;
}

function kept(office: ListenOptions['office'], text: string): Verdict {
  try {
    office.receive(v2TransactionFrom(keptMessage(text)));
    return 'accept';
  } catch (error) {
    const problem = problemFrom(error);
    office.turnAway(problem.text, problem.status);
    return problem.status < 500 ? 'reject' : 'error';
  }
}

function answerTo(text: string, verdict: Verdict, { site, now }: ListenOptions): string | undefined {
  let message: V2Message;
  try {
    message = v2From(text);
  } catch {
    return undefined;
  }
  return acknowledgementOf(message, verdict, site, localDateTime(now()));
}
