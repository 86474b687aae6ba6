import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** Where connections go on to; undefined while there is nobody. */
export type Target = () => { readonly host: string; readonly port: number } | undefined;

/** What becomes of what passes. */
export type Passage =
  | { readonly kind: 'open' }
  /** Nothing passes: what is open is reset, what is new too. */
  | { readonly kind: 'cut' }
  /** Every piece of bytes takes so much longer, each way. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** What is asked arrives and is done; at the first byte of an answer the connection is reset. */
  | { readonly kind: 'answers-lost' };

/** A TCP proxy that cuts, delays, and loses answers on demand. */
export interface FaultProxy {
  readonly port: number;
  set(passage: Passage): void;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Listens on a free port of the loopback. */
export async function startFaultProxy(target: Target): Promise<FaultProxy> {
  let passage: Passage = { kind: 'open' };
  const open = new Set<Socket>();

  const resetAll = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };

  const server = createServer({ noDelay: true }, (client) => {
    const to = passage.kind === 'cut' ? undefined : target();
    // Without a listener an error would end the process.
    client.on('error', () => undefined);
    if (to === undefined) return void client.resetAndDestroy();
    const upstream = connect({ ...to, noDelay: true });
    const both = [client, upstream] as const;
    for (const [one, other] of [both, [upstream, client] as const]) {
      open.add(one);
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    const lost = (): void => {
      for (const socket of both) socket.resetAndDestroy();
    };
    client.pipe(slowed(() => passage)).pipe(upstream);
    upstream.pipe(slowed(() => passage, lost)).pipe(client);
  });
  server.listen(0, HOST);
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      passage = next;
      if (next.kind === 'cut') resetAll();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      resetAll();
      await closed;
    },
  };
}

/** Passes pieces on in their order, each after its delay; with `lost`, none while answers are lost. */
function slowed(passage: () => Passage, lost?: () => void): Transform {
  return new Transform({
    transform(piece, _encoding, done) {
      const now = passage();
      if (now.kind === 'answers-lost' && lost !== undefined) return void lost();
      if (now.kind !== 'slow') return void done(null, piece);
      setTimeout(() => done(null, piece), now.ms);
    },
  });
}
