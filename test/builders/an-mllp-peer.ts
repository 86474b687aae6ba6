import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  connect as connectTls,
  createServer as createTlsServer,
  type TlsOptions,
} from 'node:tls';

const START = Buffer.from([0x0b]);
const END = Buffer.from([0x1c, 0x0d]);

/** A block of MLLP, made without what is tested. */
export const block = (content: string | Uint8Array): Buffer =>
  Buffer.concat([START, Buffer.from(content as string), END]);

/** Whoever calls an MLLP listener: writes any bytes, and collects what comes back. */
export interface ASender {
  readonly socket: Socket;
  write(bytes: string | Uint8Array): void;
  /** The blocks that came back so far. */
  answers(): readonly string[];
  /** The next block that has not been asked for; rejects when the connection ends first. */
  answer(): Promise<string>;
  readonly closed: Promise<void>;
}

export async function aSender(port: number, tls?: ConnectionOptions): Promise<ASender> {
  const socket = tls === undefined ? connect(port, '127.0.0.1') : connectTls({ ...tls, port, host: '127.0.0.1' });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  let bytes = Buffer.alloc(0);
  let asked = 0;
  const answers = (): readonly string[] =>
    bytes
      .toString('utf8')
      .split('\x1c\r')
      .slice(0, -1)
      .map((text) => text.replace('\x0b', ''));
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    socket.emit('more');
  });
  await once(socket, tls === undefined ? 'connect' : 'secureConnect');
  socket.on('error', () => undefined);
  return {
    socket,
    closed,
    write: (content) => void socket.write(content),
    answers,
    async answer() {
      const nth = asked;
      asked += 1;
      for (;;) {
        const answer = answers()[nth];
        if (answer !== undefined) return answer;
        if (socket.destroyed) throw new Error('the connection ended without an answer');
        await new Promise<void>((resolve) => {
          const next = (): void => {
            socket.off('more', next).off('close', next);
            resolve();
          };
          socket.once('more', next).once('close', next);
        });
      }
    },
  };
}

/** A listener of a partner: what came on its connections, and an answer to each block, given by the test. */
export interface AListener {
  readonly port: number;
  readonly messages: readonly string[];
  readonly connections: readonly Socket[];
  stop(): Promise<void>;
}

export async function aListener(
  answer: (message: string, socket: Socket, nth: number) => void,
  tls?: TlsOptions,
): Promise<AListener> {
  const messages: string[] = [];
  const connections: Socket[] = [];
  const onConnection = (socket: Socket): void => {
    connections.push(socket);
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let end = bytes.indexOf(END); end !== -1; end = bytes.indexOf(END)) {
        const message = bytes.subarray(1, end).toString('utf8');
        bytes = bytes.subarray(end + END.length);
        messages.push(message);
        answer(message, socket, messages.length);
      }
    });
  };
  const server: Server = tls === undefined ? createServer(onConnection) : createTlsServer(tls, onConnection);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    connections,
    stop: async () => {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A REF^I12 of a hospital, or another message; fields of its MSH by their numbers. */
export function aV2Message({
  id = 'M-1',
  type = 'REF^I12',
  mode = 'enhanced',
  charset = '',
  application = 'HIS',
  facility = 'HOPITAL',
  rest = ['PID|1||123^^^HOP^MR||Tremblay^Rose||20200101|F'],
}: {
  readonly id?: string;
  readonly type?: string;
  readonly mode?: 'enhanced' | 'original';
  readonly charset?: string;
  readonly application?: string;
  readonly facility?: string;
  readonly rest?: readonly string[];
} = {}): string {
  const acknowledgements = mode === 'enhanced' ? 'AL|AL' : '|';
  const msh = `MSH|^~\\&|${application}|${facility}|PASSERELLE|verdun|20260303101500-0500||${type}|${id}|P|2.5.1|||${acknowledgements}||${charset}`;
  return [msh, ...rest, ''].join('\r');
}

/** An acknowledgement as a partner writes it. */
export const anAck = (code: string, of: string, type = 'ACK', rest: readonly string[] = []): string =>
  [
    `MSH|^~\\&|HIS|HOPITAL|PASSERELLE|verdun|20260303101500-0500||${type}|ack-${of}|P|2.5.1`,
    `MSA|${code}|${of}`,
    ...rest,
    '',
  ].join('\r');

/** The value of a field of the first segment of a name. */
export function fieldOf(text: string, name: string, number: number): string | undefined {
  const segment = text.split('\r').find((line) => line.startsWith(name));
  return segment?.split('|')[name === 'MSH' ? number - 1 : number];
}
