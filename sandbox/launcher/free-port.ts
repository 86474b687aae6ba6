import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port on the loopback that nobody listens on, as the system gives it (port 0). Free at that moment: take it soon. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return address.port;
}
