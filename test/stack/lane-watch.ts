import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of HAPI that sees which transactions are under way at the same time. */
export interface LaneWatch {
  readonly url: string;
  /** Of each lane, how many of its transactions were under way at once, at most; and how many there were. */
  readonly seen: ReadonlyMap<number, { readonly atOnce: number; readonly transactions: number }>;
  stop(): Promise<void>;
}

/** `laneOfFence` says to which lane a fence's id belongs; undefined for one that is not watched. */
export async function laneWatch(target: string, laneOfFence: (id: string) => number | undefined): Promise<LaneWatch> {
  const { hostname, port, pathname } = new URL(target);
  const under = new Map<number, number>();
  const seen = new Map<number, { atOnce: number; transactions: number }>();

  const begun = (lane: number): void => {
    const now = (under.get(lane) ?? 0) + 1;
    under.set(lane, now);
    const before = seen.get(lane) ?? { atOnce: 0, transactions: 0 };
    seen.set(lane, { atOnce: Math.max(before.atOnce, now), transactions: before.transactions + 1 });
  };

  const forward = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const [, fence = ''] = /"url":"Basic\/([^"]+)"/.exec(body.toString('utf8')) ?? [];
    const lane = req.method === 'POST' ? laneOfFence(fence) : undefined;
    if (lane !== undefined) begun(lane);
    const { method = 'GET', url: path = '/' } = req;
    const upstream = request(
      { hostname, port, method, path, headers: { ...req.headers, host: `${hostname}:${port}` } },
      (answer) => {
        // It is over before the worker can know so.
        if (lane !== undefined) under.set(lane, (under.get(lane) ?? 1) - 1);
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    upstream.on('error', () => res.destroy());
    upstream.end(body);
  };

  const server = createServer((req, res) => void forward(req, res).catch(() => res.destroy()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
