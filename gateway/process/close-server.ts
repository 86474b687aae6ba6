import type { Server } from 'node:http';

/** Long enough to write what is under way, and no longer: nobody keeps a connection to a server that closes. */
const KEPT_ALIVE_MS = 1;

/**
 * Takes no new connection, answers what is under way and whatever still comes on the connections that are there, and ends each of them with its
 * answer: a client that asks again every second over a connection that it keeps would otherwise hold the server open for ever.
 */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.keepAliveTimeout = KEPT_ALIVE_MS;
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false;
    });
    server.close(() => resolve());
    server.closeIdleConnections();
  });
