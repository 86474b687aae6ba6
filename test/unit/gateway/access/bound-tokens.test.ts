import { createHash } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { tokenVerifier } from '../../../../gateway/access/token-verifier.ts';
import { authenticate } from '../../../../gateway/doors/http/authenticate.ts';
import { errorAnswer } from '../../../../gateway/doors/http/error-answer.ts';
import type { Registry } from '../../../../gateway/registry.ts';
import { type LocalIssuer, localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await localIssuer();
});
afterAll(() => issuer.stop());

const certificate = Buffer.from('a certificate in DER, as far as a thumbprint can tell');
const other = Buffer.from('another certificate');
const thumbprint = createHash('sha256').update(certificate).digest('base64url');
const clientCert = (der: Buffer): string => `:${der.toString('base64')}:`;

interface Sent {
  readonly cnf?: unknown;
  readonly headers?: readonly string[];
  /** Whether what calls is a proxy that the settings name. */
  readonly isBehindProxy?: boolean;
  /** Whether the registry wants tokens of this partner bound. */
  readonly mustBeBound?: boolean;
}

async function asked({ cnf, headers = [], isBehindProxy = true, mustBeBound = false }: Sent): Promise<number> {
  const registry = aRegistry();
  const bound: Registry = {
    ...registry,
    partner: (id) => {
      const partner = registry.partner(id);
      return partner && { ...partner, certificateBound: mustBeBound };
    },
  };
  const verifyToken = tokenVerifier({
    access: readAccess(issuer.settings.ACCESS_PATH),
    registry: bound,
    now: () => new Date(),
  });
  const app = express()
    .set('query parser', 'simple')
    .set('trust proxy', isBehindProxy ? ['loopback'] : []);
  app.use(authenticate({ verifyToken }), (_req, res) => void res.json({}));
  app.use(errorAnswer(quietLog()));
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const token = await issuer.sign({ ...issuer.claims({ partner: 'clsc-verdun' }), ...(cnf !== undefined && { cnf }) });
  const { port } = server.address() as AddressInfo;
  const all = ['Host', 'x', 'Authorization', `Bearer ${token}`, ...headers];
  const status = await new Promise<number>((resolve, reject) => {
    const req = request({ agent: false, host: '127.0.0.1', port, path: '/', headers: all }, (res) => {
      res.resume();
      res.on('end', () => resolve(res.statusCode ?? 0));
    });
    req.on('error', reject);
    req.end();
  });
  server.close();
  server.closeAllConnections();
  return status;
}

const BOUND = { 'x5t#S256': thumbprint };

test('a token that is bound to a certificate counts with it, as the proxy in front says it', async () => {
  expect(await asked({ cnf: BOUND, headers: ['Client-Cert', clientCert(certificate)] })).toBe(200);
  expect(await asked({ cnf: BOUND, headers: ['Client-Cert', clientCert(certificate)], mustBeBound: true })).toBe(200);
});

test.each<[string, Sent]>([
  ['without the certificate', { cnf: BOUND }],
  ['with another certificate', { cnf: BOUND, headers: ['Client-Cert', clientCert(other)] }],
  [
    'with a certificate that no proxy has seen',
    { cnf: BOUND, headers: ['Client-Cert', clientCert(certificate)], isBehindProxy: false },
  ],
  [
    'with two certificates',
    { cnf: BOUND, headers: ['Client-Cert', clientCert(certificate), 'client-cert', clientCert(certificate)] },
  ],
  [
    'with a certificate that is no byte sequence',
    { cnf: BOUND, headers: ['Client-Cert', certificate.toString('base64')] },
  ],
  ['that is bound to a key (DPoP)', { cnf: { jkt: thumbprint } }],
  [
    'that is bound to a certificate and to a key',
    { cnf: { ...BOUND, jkt: thumbprint }, headers: ['Client-Cert', clientCert(certificate)] },
  ],
  ['that is bound to nothing that is readable', { cnf: 'x' }],
  ['that is bound to something empty', { cnf: {} }],
])('a token %s is refused', async (_what, sent) => {
  expect(await asked(sent)).toBe(401);
});

test('a partner whose tokens must be bound gets nowhere with one that is not; another does', async () => {
  expect(await asked({ mustBeBound: true, headers: ['Client-Cert', clientCert(certificate)] })).toBe(401);
  expect(await asked({})).toBe(200);
});
