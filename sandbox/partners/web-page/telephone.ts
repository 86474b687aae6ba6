import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

export interface KeptText {
  readonly at: string;
  readonly to: string;
  readonly text: string;
}

/** An SMS service of this machine that reaches nobody: it keeps what it is given. */
export interface Telephones {
  readonly smsUrl: string;
  readonly token: string;
  texts(): readonly KeptText[];
  stop(): Promise<void>;
}

export async function startTelephones({
  token,
  now,
}: {
  readonly token: string;
  readonly now: () => Date;
}): Promise<Telephones> {
  const kept: KeptText[] = [];
  const app = express();
  app.disable('x-powered-by');
  app.post('/sms', express.json({ limit: '20kb' }), (req, res) => {
    const { to, text } = req.body ?? {};
    if (req.get('authorization') !== `Bearer ${token}`) return void res.status(401).end();
    if (typeof to !== 'string' || to === '' || typeof text !== 'string') return void res.status(400).end();
    kept.push({ at: now().toISOString(), to, text });
    return void res.status(202).end();
  });
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    smsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    token,
    texts: () => kept,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
