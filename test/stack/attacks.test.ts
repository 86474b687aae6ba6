import { readFile, rename, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { tokenAttacks } from '../builders/token-attacks.ts';
import { ATTACKS, type Attack, OTHER, OWN, PARTNER } from './attack-table.ts';
import { auditSince } from './audit-since.ts';
import { aCircle, aLegalReferral, anAgreement, aReferral } from './concept-examples.ts';
import { eventually, ownIds, ownMark, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Those whose caller nobody knows: each comes from a network of its own, and so has an entry of its own. */
const STRANGERS = [
  'no header',
  'another scheme',
  'two tokens in one header',
  'the header twice',
  'a token without end',
  'the token in the address',
  'the token in a form',
  'no signature, alg none',
  'alg none over a good signature',
  'the public key as an HS256 secret, as PEM',
  'the public key as an HS256 secret, as JWK',
  'another key under the same kid',
  'another key that the header brings along',
  'another key at an address that the header names',
  'a kid that is a path',
  'claims that were changed',
  'another issuer',
  'another audience',
  'audiences that are all others',
  'expired',
  'longer than a token may live',
  'not yet valid',
  'an ID token',
  'a centre and a partner at once',
  'a centre that is not in the registry',
  'a client that would break a log line',
  'a role by a name of every object',
] as const;

/** From where a client calls that is ended. */
const ENDED = '198.51.99';

const id = ownIds();
const mark = ownMark();
const started = new Date(Date.now() - 60_000).toISOString();
const known = new Map(['circle', 'child', 'referral', 'unagreed', 'legal', 'stolen'].map((name) => [name, id(name)]));
const of = (name: string): string => known.get(name) ?? '';
let issuer: LocalIssuer;
let sandbox: StackSandbox;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({ TRUSTED_PROXIES: 'loopback' }, { tokens: async () => issuer });
  const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body, headers: { prefer: 'wait=30' } });
  await put(`/v1/care-circles/${of('circle')}`, aCircle(of('circle'), of('child')));
  const agreements = [anAgreement(PARTNER)];
  const sent = await put(
    `/v1/service-referrals/${of('referral')}`,
    aReferral(of('referral'), of('child'), { recipient: PARTNER, agreements }),
  );
  known.set('exchange', sent.body.id);
  // Nobody agreed to it: it is kept, and nothing of it leaves.
  const untold = aReferral(of('unagreed'), of('child'), { recipient: PARTNER, agreements: undefined });
  await put(`/v1/service-referrals/${of('unagreed')}`, untold);
  const kept = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${of('unagreed')}`),
    ({ status }) => status === 200,
  );
  known.set('untold', kept.body.record.deliveries[0].task);
  await put(`/v1/legal-referrals/${of('legal')}`, aLegalReferral(of('legal'), of('child')));
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${of('referral')}`),
    (answer) => answer.body.record?.deliveries?.[0]?.state === 'sent',
  );
  known.set('number', body.record.deliveries[0].task);
  const circle = (await sandbox.call('GET', `/v1/care-circles/${of('circle')}`)).body;
  const places: readonly string[] = circle.record.fhir.map(({ reference }: { reference: string }) => reference);
  known.set('patient', places.find((place) => place.startsWith('Patient/'))?.slice('Patient/'.length) ?? '');
}, 120_000);
afterAll(() => sandbox?.stop());

interface Said {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Headers as they are given, so that one may come twice. */
const send = (method: string, path: string, headers: readonly string[], body?: string): Promise<Said> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.gatewayUrl);
    const length = body === undefined ? [] : ['Content-Length', String(Buffer.byteLength(body))];
    const all = ['Host', `${hostname}:${port}`, ...headers, ...length];
    const req = httpRequest({ hostname, port, path, method, headers: all, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
          headers: res.headers,
        }),
      );
    });
    req.on('error', reject);
    req.end(body);
  });

const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (all, name: string) => known.get(name) ?? all);
/** Two to a client: in one minute the audit counts no more than a hundred callers apart. */
const clientOf = (name: string): string => `attaque-${Math.floor(Object.keys(ATTACKS).indexOf(name) / 2)}-${mark}`;
const networkOf = (name: (typeof STRANGERS)[number]): string => `198.51.${100 + STRANGERS.indexOf(name)}.0/24`;

/** Each attack is made by a client, or an operator, by whom the audit knows it. */
async function attacked(name: string, { who, claims = {}, call, headers = [] }: Attack): Promise<Said> {
  const client = clientOf(name);
  const by = 'operator' in who ? { operator: client } : who;
  const token = await issuer.sign({ ...issuer.claims(by), client_id: client, ...claims });
  const [method, path, body] = call;
  const isTyped = headers.some((header) => header === 'Content-Type');
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return send(
    method,
    filled(path),
    [
      'Authorization',
      `Bearer ${token}`,
      ...(isTyped ? [] : ['Content-Type', 'application/json']),
      ...headers.map(filled),
    ],
    text === undefined ? undefined : filled(text),
  );
}

test('there are at least forty of them, beside those who have no token', () => {
  expect(Object.keys(ATTACKS).length).toBeGreaterThanOrEqual(40);
});

test.each(Object.keys(ATTACKS))('%s: refused, and nothing of the family is in the answer', async (name) => {
  const attack = ATTACKS[name];
  if (attack === undefined) throw new Error(name);
  const { status, text, headers } = await attacked(name, attack);
  expect([name, status]).toEqual([name, attack.status]);
  const type = String(headers['content-type']);
  if (status !== 200)
    expect([JSON.parse(text).resourceType, type]).toEqual([
      'OperationOutcome',
      expect.stringMatching(/^application\/fhir\+json/),
    ]);
  // A search tells back what was asked, and its answer holds what is the asker's own.
  const secrets = [of('referral'), of('legal'), of('exchange'), of('number'), ...(status === 200 ? [] : ['Nguyễn'])];
  for (const secret of secrets) expect([name, text.includes(secret)]).toEqual([name, false]);
  const { entry = [] } = status === 200 ? JSON.parse(text) : {};
  for (const { resource } of entry) expect([name, resource.id]).not.toEqual([name, of('patient')]);
  expect(text).not.toMatch(/ at .*:\d+:\d+|node_modules|\/gateway\//);
});

test.each(STRANGERS)('%s: 401, and nothing is told', async (name) => {
  const { headers, query = '', body } = (await tokenAttacks(issuer, OWN)[name]?.()) ?? { headers: [] };
  const from = ['X-Forwarded-For', networkOf(name).replace('.0/24', '.77')];
  const { status, text } = await send('GET', `/v1/care-circles/${of('circle')}${query}`, [...headers, ...from], body);
  expect([name, status, JSON.parse(text).resourceType]).toEqual([name, 401, 'OperationOutcome']);
  expect(text).not.toContain(of('child'));
});

/** Of the last minutes, those of refused calls; by what no two have in common, since pages of what is sorted by time overlap. */
async function refusals(): Promise<readonly fhir4.AuditEvent[]> {
  const found: fhir4.AuditEvent[] = [];
  for (let offset = 0; ; offset += 200) {
    const { body } = await sandbox.hapi(
      `AuditEvent?type=110113&date=ge${started}&_sort=_id&_count=200&_offset=${offset}`,
    );
    const page = (body.entry ?? []).flatMap(({ resource }: { resource: fhir4.AuditEvent }) => resource);
    found.push(...page);
    if (page.length < 200) return found;
  }
}

const detailOf = (event: fhir4.AuditEvent | undefined, type: string): string | undefined =>
  event?.entity?.[0]?.detail?.find((it) => it.type === type)?.valueString;

test('each refusal stands in the audit: who, why, and on which address; no token, no name, no whole address', async () => {
  const expected = Object.entries(ATTACKS).filter(([, { why }]) => why !== undefined);
  const isOurs = (event: fhir4.AuditEvent): boolean => event.agent[0]?.altId?.endsWith(mark) === true;
  const networks = new Set(STRANGERS.map(networkOf));
  const ofStranger = (event: fhir4.AuditEvent): boolean => networks.has(event.agent[0]?.network?.address ?? '');
  const events = await eventually(refusals, (found) => {
    const told = new Set(found.filter(ofStranger).map(({ agent }) => agent[0]?.network?.address));
    return found.filter(isOurs).length >= expected.length && told.size === networks.size;
  });
  const why = (client: string) =>
    events.filter(({ agent }) => agent[0]?.altId === client).map((it) => detailOf(it, 'why'));
  for (const client of new Set(Object.keys(ATTACKS).map(clientOf))) {
    const names = Object.keys(ATTACKS).filter((name) => clientOf(name) === client);
    const due = names.flatMap((name) => ATTACKS[name]?.why ?? []);
    expect([names, why(client).sort()]).toEqual([names, due.sort()]);
  }
  const idor = events.find(
    (it) =>
      it.agent[0]?.altId === clientOf('another centre reads an exchange') &&
      detailOf(it, 'route') === 'GET /v1/exchanges/{exchange}',
  );
  expect(idor?.entity?.[0]?.what?.identifier?.value).toBe(`urn:uuid:${of('exchange')}`);
  expect(detailOf(idor, 'route')).toBe('GET /v1/exchanges/{exchange}');
  const reasons = (name: (typeof STRANGERS)[number]) =>
    events.filter(({ agent }) => agent[0]?.network?.address === networkOf(name)).map((it) => detailOf(it, 'why'));
  expect(reasons('no signature, alg none')).toEqual(['signature']);
  expect(reasons('another audience')).toEqual(['audience']);
  expect(reasons('expired')).toEqual(['expired']);
  const text = JSON.stringify(events.filter((it) => isOurs(it) || ofStranger(it)));
  expect(text).not.toMatch(/eyJ[\w-]{10,}|Nguy|198\.51\.\d+\.77/);
  for (const name of ['circle', 'child', 'referral', 'legal']) expect(text).not.toContain(of(name));
});

test('each search for what is another centre’s, answered with nothing, stands in the audit: who, and what kind of thing; not what was searched for', async () => {
  const kinds = new Set(Object.values(ATTACKS).flatMap(({ finds }) => finds ?? []));
  const entries = (await auditSince(sandbox, started)).filter(({ type, agent }) => {
    return type.code === 'rest' && agent[0]?.altId?.endsWith(mark) === true;
  });
  for (const client of new Set(Object.keys(ATTACKS).map(clientOf))) {
    const names = Object.keys(ATTACKS).filter((name) => clientOf(name) === client);
    const noted = entries
      .filter(({ agent }) => agent[0]?.altId === client)
      .flatMap((entry) => detailOf(entry, 'kind') ?? [])
      .filter((kind) => kinds.has(kind));
    const due = names.flatMap((name) => ATTACKS[name]?.finds ?? []);
    expect([names, noted.sort()]).toEqual([names, due.sort()]);
  }
  for (const secret of ['Nguy', of('patient')]) expect(JSON.stringify(entries)).not.toContain(secret);
});

test('a client that has been ended is refused at once with a token that lives on, and that stands in the audit', async () => {
  const client = `finie-${mark}`;
  const token = await issuer.sign({ ...issuer.claims({ centre: OWN }), client_id: client });
  const ask = () =>
    send('GET', `/v1/care-circles/${of('circle')}`, [
      ...['Authorization', `Bearer ${token}`],
      ...['X-Forwarded-For', `${ENDED}.77`],
    ]);
  expect((await ask()).status).toBe(200);
  const path = issuer.settings.ACCESS_PATH;
  const clients = [{ id: client, issuer: issuer.issuer, centre: OWN, suspendedFrom: '2026-01-01' }];
  await writeFile(`${path}.new`, stringify({ ...parse(await readFile(path, 'utf8')), clients }));
  await rename(`${path}.new`, path);
  const { text } = await eventually(ask, ({ status }) => status === 401);
  expect(text).not.toContain(of('child'));
  const events = await eventually(
    async () => (await refusals()).filter(({ agent }) => agent[0]?.network?.address === `${ENDED}.0/24`),
    (found) => found.length > 0,
  );
  expect(events.map((it) => detailOf(it, 'why'))).toEqual(['suspended']);
});

test('nothing of the family has changed', async () => {
  expect((await sandbox.call('GET', `/v1/care-circles/${of('circle')}`)).body.version).toBe(1);
  const { body } = await sandbox.call('GET', `/v1/service-referrals/${of('referral')}`);
  expect(body.record.loop.state).toBe('requested');
  expect((await sandbox.call('GET', `/v1/care-circles/${of('stolen')}`, { centre: OTHER })).status).toBe(404);
  expect(({} as Record<string, unknown>).centre).toBeUndefined();
});

/** What comes back over a bare connection, until the gateway closes it. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.gatewayUrl);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let heard = '';
    socket.setTimeout(20_000, () => socket.destroy(new Error('still open')));
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    // A reset closes it too.
    socket.on('error', (error) => (error.message === 'still open' ? reject(error) : undefined));
    socket.on('close', () => resolve(heard));
  });

test.each(['http://[/v1/me', '//[', 'http://x:99999/fhir/Task', 'foo:'])(
  'asked for %s, which is no address: an OperationOutcome with the headers of every answer, and no page of HTML',
  async (url) => {
    const heard = await raw(`GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    for (const part of ['application/fhir+json', 'X-Content-Type-Options: nosniff', '"OperationOutcome"'])
      expect(heard).toContain(part);
    expect(heard).not.toContain('<html');
  },
);

const HIDDEN = 'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n';
/** A second call that a proxy in front would have taken for a body. */
const SMUGGLED: Readonly<Record<string, readonly string[]>> = {
  'a length and chunks': [
    `Content-Length: ${HIDDEN.length + 5}`,
    'Transfer-Encoding: chunked',
    '',
    `0\r\n\r\n${HIDDEN}`,
  ],
  'chunks and a length': ['Transfer-Encoding: chunked', 'Content-Length: 4', '', `0\r\n\r\n${HIDDEN}`],
  'two lengths': ['Content-Length: 0', `Content-Length: ${HIDDEN.length}`, '', HIDDEN],
  'two lengths in one': [`Content-Length: 0, ${HIDDEN.length}`, '', HIDDEN],
  'a length with a sign': [`Content-Length: +${HIDDEN.length}`, '', HIDDEN],
  'a length after a space': [`Content-Length : ${HIDDEN.length}`, '', HIDDEN],
  'a folded header': ['X-Note: a', ` Content-Length: ${HIDDEN.length}`, '', HIDDEN],
  'chunks that are not the last coding': ['Transfer-Encoding: chunked, identity', '', `0\r\n\r\n${HIDDEN}`],
  'chunks by another name': ['Transfer-Encoding: xchunked', '', `0\r\n\r\n${HIDDEN}`],
  'a chunk size that is none': ['Transfer-Encoding: chunked', '', `0x\r\n\r\n${HIDDEN}`],
  'a line that ends in a bare CR': [`X-Note: a\rContent-Length: ${HIDDEN.length}`, '', HIDDEN],
  'a NUL in a header': ['X-Note: a\0b', '', HIDDEN],
};

test.each(Object.entries(SMUGGLED))(
  '%s: refused, the connection closed, and a call hidden behind it is not heard',
  async (_name, lines) => {
    const heard = await raw(['POST /v1/care-circles HTTP/1.1', 'Host: x', ...lines].join('\r\n'));
    // It may be cut before the first is answered, and never answers twice.
    expect(heard).toMatch(/^(?:HTTP\/1\.1 40[01] |$)/);
    expect((heard.match(/HTTP\/1\.1 /g) ?? []).length).toBeLessThanOrEqual(1);
  },
);
