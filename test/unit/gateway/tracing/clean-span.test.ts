import { expect, test } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import fc from 'fast-check';
import { cleanSpan } from '../../../../gateway/tracing/clean-span.ts';
import { routeTemplates } from '../../../../gateway/tracing/route-templates.ts';

const CANARY = 'Nguyễn Thị Mai';
const RECORD = 'http://hapi:8080/fhir';
const clean = cleanSpan({ route: routeTemplates(['/v1/referrals/{id}', '/v1/changes']), recordUrl: RECORD });
const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
const stated = {
  ...ids,
  traceState: {
    get: () => CANARY,
    set: () => stated.traceState,
    unset: () => stated.traceState,
    serialize: () => CANARY,
  },
};

const aSpan = (changes: Partial<ReadableSpan>): ReadableSpan => ({
  name: CANARY,
  kind: SpanKind.CLIENT,
  spanContext: () => stated,
  parentSpanContext: stated,
  startTime: [1, 0],
  endTime: [2, 0],
  duration: [1, 0],
  ended: true,
  status: { code: 2, message: CANARY },
  attributes: {},
  links: [{ context: stated, attributes: { said: CANARY } }],
  events: [{ name: 'exception', time: [1, 0], attributes: { 'exception.message': CANARY } }],
  resource: resourceFromAttributes({ 'service.name': 'passerelle-gateway' }),
  instrumentationScope: { name: 'bullmq' },
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
  ...changes,
});
const server = (path: string) =>
  clean(aSpan({ kind: SpanKind.SERVER, attributes: { 'url.path': path, 'http.request.method': 'GET' } }));
const client = (url: string) => clean(aSpan({ attributes: { 'url.full': url, 'http.request.method': 'POST' } }));
const shown = (span: ReadableSpan | undefined): string => JSON.stringify([span, span?.spanContext()]);

test('whatever an instrumentation notes of somebody, in any attribute, name, event, link, status or trace state, is dropped', () => {
  const names = [
    ...['url.full', 'url.path', 'url.query', 'user_agent.original', 'client.address', 'server.address', 'error.type'],
    ...['http.route', 'http.request.method', 'http.response.status_code', 'bullmq.job.id', 'bullmq.job.name'],
    ...['bullmq.job.failed.reason', 'bullmq.job.result', 'bullmq.queue.name', 'bullmq.queue.operation'],
    ...['db.statement', 'http.request.header.cookie', 'passerelle.partner', 'passerelle.transport'],
  ];
  const name = fc.oneof(fc.constantFrom(...names), fc.string());
  const value = fc.oneof(
    fc.constant(CANARY),
    fc.constant<string[]>([CANARY]),
    fc.string().map((it) => `${it}${CANARY}`),
  );
  const kind = fc.constantFrom(
    SpanKind.CLIENT,
    SpanKind.SERVER,
    SpanKind.PRODUCER,
    SpanKind.CONSUMER,
    SpanKind.INTERNAL,
  );
  fc.assert(
    fc.property(fc.dictionary(name, value), kind, (attributes, which) => {
      expect(shown(clean(aSpan({ attributes, kind: which })))).not.toContain(CANARY);
    }),
  );
});

test.each([
  ['/v1/referrals/Mai-Nguyen', 'GET /v1/referrals/{id}'],
  ['/v1/changes', 'GET /v1/changes'],
  ['/Mai-Nguyen', 'GET'],
])('a request to %s is named %s', (path, name) => {
  const span = server(path);
  expect(span?.name).toBe(name);
  expect(shown(span)).not.toContain('Mai');
});

test.each([
  [`${RECORD}`, '/'],
  [`${RECORD}/Patient/_search`, '/Patient/_search'],
  [`${RECORD}/Patient/Mai/_history/3?family=Mai`, '/Patient/{id}/_history/{id}'],
  [`${RECORD}/Basic?_count=0&name=Mai`, '/Basic'],
  [`${RECORD}?_getpages=Mai`, '/'],
  [`${RECORD}/Mai/Nguyen`, '/{…}'],
  [`${RECORD}/mai.nguyen`, '/{…}'],
])('of what the record is asked, %s, the template %s is told', (url, template) => {
  expect(client(url)?.attributes['url.template']).toBe(template);
});

test('of a partner’s address only its machine is told', () => {
  const span = client('https://clsc.example/fhir/Mai?name=Mai');
  expect(span?.attributes).toEqual({
    'http.request.method': 'POST',
    'server.address': 'clsc.example',
    'server.port': 443,
  });
  // An address that only begins like the record's is not the record's.
  expect(client(`${RECORD}-mai/Patient`)?.attributes).not.toHaveProperty(['url.template']);
});

test('the queues’ own rounds are not exported; what belongs to an event is, with its trace', () => {
  const round = { kind: SpanKind.INTERNAL, attributes: { 'bullmq.queue.operation': 'getNextJob' } };
  const { parentSpanContext: _parent, ...root } = aSpan(round);
  expect(clean(root)).toBeUndefined();
  const kept = clean(
    aSpan({
      kind: SpanKind.CONSUMER,
      attributes: { 'bullmq.queue.operation': 'process', 'bullmq.queue.name': 'lane' },
    }),
  );
  expect(kept).toMatchObject({ name: 'process lane', parentSpanContext: ids, status: { code: 2 } });
  expect(kept?.spanContext()).toEqual(ids);
});
