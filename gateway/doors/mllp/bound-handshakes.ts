import type { Socket } from 'node:net';
import type { Server } from 'node:tls';
import type { Logger } from 'pino';

export interface HandshakeLimits {
  /** How long a handshake may take, from the opening of the connection to its end. */
  readonly handshakeMs: number;
  /** How many may be under way at once. */
  readonly handshakesMax: number;
}

interface Handshake {
  readonly address: string;
  /** Nothing more is to be watched: it is done, or the connection is gone. */
  ended(): void;
  cut(why: string): void;
}

/**
 * Bounds the connections of which nobody knows yet whose they are, so that they take no place from partners. Where they are too many, the one
 * makes room that has waited longest at the address that has most of them: whoever only opens connections pushes out their own. Gives what
 * cuts them all.
 */
export function boundHandshakes(
  server: Server,
  { handshakeMs, handshakesMax }: HandshakeLimits,
  log: Logger,
): { readonly cutAll: () => void } {
  const underWay = new Map<string, Handshake>();

  const begin = (socket: Socket): Handshake => {
    const key = peerOf(socket);
    const ended = (): void => {
      clearTimeout(tooLate);
      underWay.delete(key);
    };
    const cut = (why: string): void => {
      ended();
      log.warn({ why }, 'connection cut');
      socket.destroy();
    };
    const tooLate = setTimeout(() => cut('handshake-not-finished'), handshakeMs);
    return { address: socket.remoteAddress ?? '', ended, cut };
  };

  server.on('connection', (socket) => {
    if (underWay.size >= handshakesMax) longestAtBusiest([...underWay.values()])?.cut('too-many-handshakes');
    const handshake = begin(socket);
    underWay.set(peerOf(socket), handshake);
    socket.once('close', handshake.ended);
  });
  server.on('secureConnection', (socket) => underWay.get(peerOf(socket))?.ended());
  return {
    cutAll() {
      for (const handshake of [...underWay.values()]) handshake.cut('door-closes');
    },
  };
}

/** Of one address no two connections have the same port. */
const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

/** The first of these, in the order in which they came, from the address that has most of them. */
function longestAtBusiest(handshakes: readonly Handshake[]): Handshake | undefined {
  const counts = new Map<string, number>();
  for (const { address } of handshakes) counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return handshakes.find(({ address }) => counts.get(address) === most);
}
