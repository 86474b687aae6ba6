import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A record that shows, of the audit in a HAPI which several tests share, what was written since a moment. */
export interface SinceProxy {
  readonly url: string;
  stop(): Promise<void>;
}

export async function sinceProxy(target: string, since: Date): Promise<SinceProxy> {
  const { origin, pathname } = new URL(target);
  const confined = `date=ge${since.toISOString()}`;
  const server = createServer(async (req, res) => {
    const { method = 'GET', url = '/' } = req;
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const isForm = url.endsWith('/AuditEvent/_search');
    const isSearch = /\/AuditEvent(\?|$)/.test(url);
    const { host: _host, 'content-length': _length, connection: _connection, ...headers } = req.headers;
    const answer = await fetch(`${origin}${isSearch ? `${url}${url.includes('?') ? '&' : '?'}${confined}` : url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(body !== '' && { body: isForm ? `${body}&${confined}` : body }),
    });
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/fhir+json' });
    res.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
