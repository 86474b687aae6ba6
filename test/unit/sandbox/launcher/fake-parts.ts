import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';

async function listening(server: Server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A server that has a /fhir/metadata. */
export async function aHapi() {
  const asked: unknown[] = [];
  const { port, close } = await listening(
    createHttpServer((request, response) => {
      asked.push(request.url);
      response.writeHead(request.url === '/fhir/metadata' ? 200 : 404).end('{}');
    }),
  );
  return { url: `http://127.0.0.1:${port}/fhir`, asked, close };
}

/** A server that answers PING as Redis does, and OK to everything else. */
export async function aRedis(pong = '+PONG') {
  const { port, close } = await listening(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data) => {
        for (const command of String(data).split('*').slice(1)) {
          socket.write(`${/ping/i.test(command) ? pong : '+OK'}\r\n`);
        }
      });
    }),
  );
  return { url: `redis://user:secret@127.0.0.1:${port}`, close };
}
