import { createHash, X509Certificate } from 'node:crypto';
import { request as ask } from 'node:http';
import { request as askByTls, createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type ACertificate, aCertificate, anAuthority } from '../builders/a-certificate.ts';
import { type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/**
 * A partner whose token is bound to its certificate (RFC 8705), through a proxy that ends TLS and says which certificate its client proved to hold
 * (RFC 9440), as docs/authorization.md asks of one.
 */
const authority = anAuthority();
const [proxyOwn, partners, anothers] = ['passerelle.example', 'clsc.example', 'hopital.example'].map((name) =>
  aCertificate(authority, name),
) as [ACertificate, ACertificate, ACertificate];
const ofNobody = aCertificate(anAuthority('Nobody that we know'), 'clsc.example');
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let proxy: Server;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({ TRUSTED_PROXIES: 'loopback' }, { tokens: async () => issuer });
  proxy = await aProxy(sandbox.gatewayUrl);
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await sandbox?.stop();
  await issuer?.stop();
});

/** Asks for a certificate, and takes away what a client sends under the name by which it tells of it. */
async function aProxy(gatewayUrl: string): Promise<Server> {
  const { certificate: cert, key } = proxyOwn;
  const options = { cert, key, ca: authority.certificate, requestCert: true, rejectUnauthorized: false };
  const server = createServer(options, (req, res) => {
    const socket = req.socket as TLSSocket;
    const { 'client-cert': _said, ...headers } = req.headers;
    const proved = socket.authorized
      ? { 'client-cert': `:${socket.getPeerCertificate().raw.toString('base64')}:` }
      : {};
    const forwarded = ask(
      `${gatewayUrl}${req.url}`,
      { method: req.method, headers: { ...headers, ...proved } },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    req.pipe(forwarded);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

interface Calling {
  readonly by?: ACertificate;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a partner is answered that collects its Tasks, with a token that is bound to its certificate. */
async function collected({ by, headers = {} }: Calling): Promise<number> {
  const thumbprint = createHash('sha256').update(new X509Certificate(partners.certificate).raw).digest('base64url');
  const claims = { ...issuer.claims({ partner: 'clsc-releve' }), cnf: { 'x5t#S256': thumbprint } };
  const { port } = proxy.address() as AddressInfo;
  const options = {
    host: '127.0.0.1',
    port,
    path: '/fhir/Task',
    agent: false,
    ca: authority.certificate,
    ...(by !== undefined && { cert: by.certificate, key: by.key }),
    headers: { authorization: `Bearer ${await issuer.sign(claims)}`, ...headers },
  };
  return new Promise((resolve, reject) => {
    const call = askByTls(options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.on('error', reject).end();
  });
}

/** As a client would say it by itself. */
const said = { 'client-cert': `:${new X509Certificate(partners.certificate).raw.toString('base64')}:` };

test('a token bound to a certificate is taken over a TLS connection that proved to hold it', async () => {
  expect(await collected({ by: partners })).toBe(200);
});

test.each<[string, Calling]>([
  ['without a certificate', {}],
  ['with another one of the same authority', { by: anothers }],
  ['with one that somebody else signed under the same name', { by: ofNobody }],
  ['that only says which certificate it has', { headers: said }],
  ['with another one, that says it has the right one', { by: anothers, headers: said }],
])('the same token %s is refused', async (_how, calling) => {
  expect(await collected(calling)).toBe(401);
});
