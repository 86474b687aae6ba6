import { type Attributes, type AttributeValue, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { RouteTemplate } from './route-templates.ts';

export interface CleanSpanOptions {
  /** The template of a path of our own API. */
  readonly route: RouteTemplate;
  /** FHIR base of the record. */
  readonly recordUrl: string;
}

/**
 * What of a span may leave this machine: an allow-list, since what instrumentations note is not ours to foresee. Addresses become templates;
 * events (exceptions quote what failed), links, status texts, trace states and every attribute that is not named here are dropped.
 * Undefined for what says nothing: the queues' own rounds.
 */
export function cleanSpan({ route, recordUrl }: CleanSpanOptions): (span: ReadableSpan) => ReadableSpan | undefined {
  return (span) => {
    // BullMQ's housekeeping belongs to no event.
    if (span.kind === SpanKind.INTERNAL && span.parentSpanContext === undefined) return undefined;
    const attributes = { ...allowed(span.attributes), ...placed(span, route, recordUrl) };
    return {
      name: nameOf(span, attributes),
      kind: span.kind,
      spanContext: () => bare(span.spanContext()),
      ...(span.parentSpanContext !== undefined && { parentSpanContext: bare(span.parentSpanContext) }),
      startTime: span.startTime,
      endTime: span.endTime,
      duration: span.duration,
      ended: span.ended,
      status: { code: span.status.code ?? SpanStatusCode.UNSET },
      attributes,
      links: [],
      events: [],
      resource: span.resource,
      instrumentationScope: span.instrumentationScope,
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    };
  };
}

/** Without the trace state, which is free text. */
const bare = ({ traceId, spanId, traceFlags, isRemote }: ReturnType<ReadableSpan['spanContext']>) => ({
  traceId,
  spanId,
  traceFlags,
  ...(isRemote !== undefined && { isRemote }),
});

const word = (shape: RegExp) => (value: AttributeValue | undefined) => typeof value === 'string' && shape.test(value);
const count = (value: AttributeValue | undefined) => typeof value === 'number';

/** Ids that we or BullMQ made: numbers and UUIDs. */
const MADE_ID = /^(\d{1,20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d{1,6})?)$/;
/** Ids of the registry, and the names of our queues and jobs. */
const OWN_NAME = /^[a-z][a-z0-9-]{0,63}$/;

const ALLOWED: ReadonlyMap<string, (value: AttributeValue | undefined) => boolean> = new Map(
  Object.entries({
    'http.request.method': word(/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|_OTHER)$/),
    'http.response.status_code': count,
    'error.type': word(/^(\d{3}|[A-Z][A-Za-z]{0,40}Error|[A-Z][A-Z_]{2,40})$/),
    'bullmq.queue.name': word(OWN_NAME),
    'bullmq.queue.operation': word(/^[A-Za-z]{1,40}$/),
    'bullmq.job.name': word(OWN_NAME),
    'bullmq.job.id': word(MADE_ID),
    'bullmq.job.attempts.made': count,
    'passerelle.partner': word(OWN_NAME),
    'passerelle.transport': word(OWN_NAME),
  }),
);

const allowed = (given: Attributes): Attributes =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => ALLOWED.get(name)?.(value) === true));

/** Where a request came in, or went: never a path with something in it. */
function placed({ kind, attributes }: ReadableSpan, route: RouteTemplate, recordUrl: string): Attributes {
  if (kind === SpanKind.SERVER) {
    const template = route(String(attributes['url.path'] ?? ''));
    return template === undefined ? {} : { 'http.route': template };
  }
  const full = attributes['url.full'];
  if (kind !== SpanKind.CLIENT || typeof full !== 'string' || !URL.canParse(full)) return {};
  const { hostname, port, protocol } = new URL(full);
  return {
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
    ...(within(full, recordUrl) && { 'url.template': recordTemplate(full.slice(recordUrl.length)) }),
  };
}

const within = (full: string, base: string): boolean =>
  full === base || (/^[/?]/.test(full.slice(base.length, base.length + 1)) && full.startsWith(base));

/** What the record is asked for; a type that is missing here is only told less well. */
const RECORD_TYPES: ReadonlySet<string> = new Set(
  (
    'Appointment AuditEvent Basic CarePlan CareTeam ClinicalImpression Communication Composition Condition Consent DocumentReference ' +
    'Encounter EpisodeOfCare Goal Group HealthcareService Location MessageHeader Observation Organization Patient Practitioner ' +
    'PractitionerRole Procedure Provenance RelatedPerson ServiceRequest Task metadata'
  ).split(' '),
);

/** FHIR's own words stay (types, operations, `_search`); ids and parameters do not. */
function recordTemplate(rest: string): string {
  const [, type, ...more] = (rest.split('?')[0] ?? '').split('/');
  if (type === undefined || type === '') return '/';
  if (!RECORD_TYPES.has(type)) return '/{…}';
  return ['', type, ...more.map((part) => (/^[_$][a-z-]{1,39}$/.test(part) ? part : '{id}'))].join('/');
}

/** Made again from what was allowed: an instrumentation may put anything into a name. */
function nameOf({ kind }: ReadableSpan, attributes: Attributes): string {
  const of = (name: string) => attributes[name];
  const words =
    of('passerelle.partner') !== undefined
      ? ['send', of('passerelle.partner')]
      : of('bullmq.queue.operation') !== undefined
        ? [of('bullmq.queue.operation'), of('bullmq.queue.name')]
        : [of('http.request.method'), of('http.route') ?? of('url.template')];
  return words.filter((it) => it !== undefined).join(' ') || SpanKind[kind].toLowerCase();
}
