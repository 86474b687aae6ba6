import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of HAPI that can hold an answer: a worker behind it has read, and does not know it yet. */
export interface HeldProxy {
  readonly url: string;
  /** Holds the next answer to a request of this method, path and body; resolves when HAPI has given it. */
  holdNext(matches: Matches): { readonly held: Promise<void>; release(): void };
  stop(): Promise<void>;
}

type Matches = (method: string, path: string, body: string) => boolean;

export async function heldProxy(target: string): Promise<HeldProxy> {
  const { hostname, port, pathname } = new URL(target);
  let hold: { matches: Matches; reached: () => void; freed: Promise<void> } | undefined;

  const forward = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = req;
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const mine = hold?.matches(method, url, body.toString('utf8')) === true ? hold : undefined;
    if (mine !== undefined) hold = undefined;
    const upstream = request(
      { hostname, port, method, path: url, headers: { ...req.headers, host: `${hostname}:${port}` } },
      async (answer) => {
        if (mine !== undefined) {
          mine.reached();
          await mine.freed;
        }
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    upstream.on('error', () => {
      // It gave no answer to hold: the next one is.
      if (mine !== undefined) hold ??= mine;
      res.destroy();
    });
    upstream.end(body);
  };

  // A worker that is killed in the middle of asking asked nothing.
  const server = createServer((req, res) => void forward(req, res).catch(() => res.destroy()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    holdNext(matches) {
      let reached: () => void = () => undefined;
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const freed = new Promise<void>((resolve) => {
        release = resolve;
      });
      hold = { matches, reached, freed };
      return { held, release: () => release() };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
