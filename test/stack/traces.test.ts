import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { closer } from '../../gateway/process/closer.ts';
import { readRegistry } from '../../gateway/registry.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { withinProvince } from '../builders/within-province.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { ownGateway, ownProcess } from './processes.ts';
import { type Answer, eventually, ownMark, request } from './stack-sandbox.ts';

/** In every identifier, name, text, header and address that goes in: wherever it is found, something of a family is. */
const CANARY = `canari${ownMark()}`;
/** Its own: what it leaves unsent in the shared record is nobody else's to send. */
const PARTNER = 'clsc-traced';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const id = (name: string): string => `${name}-${CANARY}`;

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly service: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

const closing = closer();
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
/** What the collector was sent, byte for byte. */
const exported: Buffer[] = [];
/** What the partner was sent. */
const taken: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let partnerFails = false;
let url: string;

beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  const collector = await server(async ({ body }) => {
    exported.push(body);
    return [200, '{}'];
  });
  const partner = await server(async ({ headers, body }) => {
    taken.push({ headers, body: body.toString('utf8') });
    return partnerFails ? [500, `{"error":"${CANARY}"}`] : [200, '{}'];
  });
  const registry = readRegistry(SANDBOX_REGISTRY);
  const [clsc] = registry.partners.filter((it) => it.id === 'clsc-hochelaga');
  const { proposes: _proposes, ...rest } = clsc ?? {};
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true }));
  const path = join(folder, 'registry.yaml');
  await writeFile(
    path,
    stringify({
      centres: withinProvince(registry.centres.map((it) => ({ ...it }))),
      partners: [{ ...rest, id: PARTNER, endpoint: `${partner}/fhir/${CANARY}` }],
    }),
  );
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: path,
    ...issuer.settings,
    CLSC_HOCHELAGA_TOKEN: `${CANARY}${randomBytes(12).toString('hex')}`,
    SEALING_KEYS: `k:${randomBytes(32).toString('base64')}`,
    LANES: '2',
    DELIVERY_FIRST_RETRY_MS: '300',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_BSP_SCHEDULE_DELAY: '200',
  };
  // Processes of their own: what is traced is traced under the real loader.
  await ownProcess('workers/main.ts', { env, closing });
  url = (await ownGateway({ env, closing })).url;
});
afterAll(() => closing.close());

type Take = (asked: { headers: IncomingHttpHeaders; body: Buffer }) => Promise<readonly [number, string]>;

async function server(take: Take): Promise<string> {
  const listening = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const [status, answer] = await take({ headers: req.headers, body: Buffer.concat(chunks) });
    res.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.add(() => {
    listening.closeAllConnections();
    listening.close();
  });
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const send = async (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> =>
  request(method, `${url}${path}`, body, { authorization: await bearer(), 'user-agent': CANARY, ...headers });

/** Every span that came out so far (OTLP/JSON). */
const spans = (): readonly Span[] =>
  exported.flatMap((bytes) =>
    JSON.parse(bytes.toString('utf8')).resourceSpans.flatMap((of: OfResource) =>
      of.scopeSpans.flatMap(({ spans: those }) =>
        those.map(({ attributes, ...span }) => ({
          ...span,
          service: String(values(of.resource.attributes)['service.name']),
          attributes: values(attributes),
        })),
      ),
    ),
  );

type Pairs = readonly { key: string; value: { stringValue?: string; intValue?: number } }[];
interface OfResource {
  readonly resource: { readonly attributes: Pairs };
  readonly scopeSpans: readonly {
    readonly spans: readonly (Omit<Span, 'attributes' | 'service'> & { readonly attributes: Pairs })[];
  }[];
}
const values = (pairs: Pairs): Record<string, string | number> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

const named = (traceId: string | undefined, name: RegExp, service: string): Span | undefined =>
  spans().find((span) => span.traceId === traceId && span.service === service && name.test(span.name));

test('one trace goes from the request through the lane and the record to what the partner is sent, and back into the record', async () => {
  const name = { given: [CANARY], family: CANARY };
  const child = { id: id('child'), name, birthDate: '2023-05-04' };
  const circle = await send('PUT', `/v1/care-circles/${id('circle')}`, aCircle(id('circle'), id('child'), { child }));
  expect([200, 201, 202]).toContain(circle.status);
  const referral = aReferral(id('referral'), id('child'), {
    what: CANARY,
    reason: CANARY,
    recipient: PARTNER,
    agreements: [anAgreement(PARTNER)],
  });
  const theirs = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
  const answer = await send('PUT', `/v1/service-referrals/${id('referral')}?${CANARY}=${CANARY}`, referral, {
    traceparent: theirs,
    tracestate: `family=${CANARY}`,
    baggage: `family=${CANARY}`,
    host: `${CANARY}.example`,
  });
  expect([200, 201, 202]).toContain(answer.status);

  const template = 'PUT /v1/service-referrals/{id}';
  const traced = () => spans().find((span) => span.name === template && span.service === 'passerelle-gateway')?.traceId;
  const whole: readonly (readonly [RegExp, string])[] = [
    [/^add lane$/, 'passerelle-gateway'],
    [/^process lane$/, 'passerelle-workers'],
    [/^POST \/ServiceRequest\/_search$|^POST \/[A-Z]\w+\/_search$/, 'passerelle-workers'],
    [/^POST \/$/, 'passerelle-workers'],
    [/^add deliver-clsc-traced$/, 'passerelle-workers'],
    [/^process deliver-clsc-traced$/, 'passerelle-workers'],
    [/^send clsc-traced$/, 'passerelle-workers'],
  ];
  await eventually(
    async () => whole.filter(([it, service]) => named(traced(), it, service) === undefined).map(([it]) => String(it)),
    (missing) => missing.length === 0,
    60_000,
  );
  // The request to the partner is a child of what sends it.
  const sent = named(traced(), /^send clsc-traced$/, 'passerelle-workers');
  expect(sent?.attributes).toMatchObject({ 'passerelle.transport': 'fhir-rest', 'passerelle.partner': PARTNER });
  const out = await eventually(
    async () => spans().find(({ parentSpanId }) => parentSpanId === sent?.spanId),
    (span) => span !== undefined,
  );
  expect(out?.attributes).toMatchObject({ 'http.request.method': 'POST', 'http.response.status_code': 200 });
  expect(Object.keys(out?.attributes ?? {})).not.toContain('url.full');
  // The receipt goes back through the lane under the same trace.
  await eventually(
    async () => spans().filter((span) => span.traceId === traced() && span.name === 'process lane').length,
    (count) => count >= 2,
  );
  // Nobody decides our trace for us, and ours is told to nobody.
  expect(traced()).not.toBe('ab'.repeat(16));
  expect(taken).toHaveLength(1);
  expect(taken[0]?.body).toContain(CANARY);
  expect(Object.keys(taken[0]?.headers ?? {}).filter((it) => /^(traceparent|tracestate|baggage|b3)/.test(it))).toEqual(
    [],
  );
});

test('whatever is asked, refused or fails, no byte of a family is exported', async () => {
  await send('GET', `/v1/children/${id('child')}/${CANARY}`);
  await send('GET', `/${CANARY}?${CANARY}=${CANARY}`);
  await send('PUT', `/v1/care-circles/${id('bad')}`, `{"child": "${CANARY}`);
  await send('PUT', `/v1/care-circles/${id('bad')}`, { [CANARY]: CANARY });
  await send('POST', '/v1/children/_search', { family: CANARY, birthDate: '2023-05-04' });
  await send('GET', `/v1/service-referrals/${id('referral')}`);
  await send('GET', `/v1/referrals/${id('referral')}`, undefined, { authorization: `Bearer ${CANARY}` });
  partnerFails = true;
  const child = id('child');
  await send(
    'PUT',
    `/v1/service-referrals/${id('second')}`,
    aReferral(id('second'), child, { what: CANARY, recipient: PARTNER, agreements: [anAgreement(PARTNER)] }),
  );
  const failed = await eventually(
    async () => spans().filter(({ attributes }) => attributes['http.response.status_code'] === 500),
    (found) => found.length >= 2,
    60_000,
  );
  expect(failed[0]?.attributes['error.type']).toBe('500');
  await eventually(
    async () => spans().filter(({ attributes }) => attributes['http.response.status_code'] === 404),
    (found) => found.length >= 1,
  );

  const bytes = Buffer.concat(exported).toString('latin1');
  expect(bytes.length).toBeGreaterThan(5_000);
  expect(bytes.toLowerCase()).not.toContain(CANARY);
  for (const secret of [(await bearer()).slice('Bearer '.length), 'Nguy', 'Lan"', '514 555'])
    expect(bytes).not.toContain(secret);
  // Encoded as in an address or as base64 it is no better.
  expect(bytes).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 12));
});

test('where no collector is named nothing of OpenTelemetry is loaded, but the interface that prom-client loads itself, and nothing is patched', async () => {
  const script = `
    const { startTraces } = await import('./gateway/tracing/start-traces.ts');
    await import('./gateway/start-gateway.ts');
    await import('./workers/start-workers.ts');
    const { telemetry } = await startTraces('gateway', { tracesTo: '', hapiUrl: '' });
    const { createRequire } = await import('node:module');
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => /opentelemetry|bullmq-otel/.test(file));
    const { Server } = await import('node:http');
    console.log(JSON.stringify({
      loaded: loaded.filter((file) => !file.includes('@opentelemetry/api/')),
      patched: Object.hasOwn(Server.prototype, 'emit'),
      traced: telemetry !== undefined,
    }));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  await once(child, 'close');
  expect(JSON.parse(text)).toEqual({ loaded: [], patched: false, traced: false });
});
