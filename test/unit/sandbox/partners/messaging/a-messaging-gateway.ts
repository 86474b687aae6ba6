import { once } from 'node:events';
import { createServer } from 'node:http';

/** What the tiny gateway does with a message: a code in the answering message, or the connection cut. */
export type Reply = { readonly status: number; readonly code: string } | 'cut';

/** A real HTTP server that plays the gateway's `$process-message`: replies in the order given, the last one again and again. */
export async function aMessagingGateway(replies: readonly Reply[] = [{ status: 200, code: 'ok' }]) {
  const messages: fhir4.Bundle<fhir4.FhirResource>[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    messages.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const reply = replies[Math.min(messages.length, replies.length) - 1] ?? 'cut';
    if (reply === 'cut' || req.url !== '/fhir/$process-message') {
      req.socket.destroy();
      return;
    }
    const header = messages.at(-1)?.entry?.[0]?.resource as fhir4.MessageHeader;
    const response = { identifier: header.id, code: reply.code };
    res.writeHead(reply.status, { 'content-type': 'application/fhir+json' });
    res.end(JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: { ...header, response } }] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the gateway has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    messages: messages as readonly fhir4.Bundle<fhir4.FhirResource>[],
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
