import { once } from 'node:events';
import { createServer } from 'node:http';

export interface GatewayCall {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly task: fhir4.Task;
}

/** What the tiny gateway does with a call: a status with a body, or the connection cut. */
export type GatewayReply = { readonly status: number; readonly body?: unknown } | 'cut';

/** A real HTTP server that plays the gateway: replies in the order given, the last one again and again. */
export async function startGateway(replies: readonly GatewayReply[] = [{ status: 200 }]) {
  const calls: GatewayCall[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const { authorization, 'content-type': contentType } = req.headers;
    const task = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    calls.push({ method: req.method, url: req.url, authorization, contentType, task });
    const reply = replies[Math.min(calls.length, replies.length) - 1] ?? 'cut';
    if (reply === 'cut') {
      req.socket.destroy();
      return;
    }
    res.writeHead(reply.status, { 'content-type': 'application/fhir+json' });
    res.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the gateway has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: calls as readonly GatewayCall[],
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
