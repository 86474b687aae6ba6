import { createRequire } from 'node:module';
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Telemetry } from 'bullmq';
import { BullMQOtel } from 'bullmq-otel';
import { type CleanSpanOptions, cleanSpan } from './clean-span.ts';
import type { Traces } from './traces.ts';

export interface OpenTracesOptions extends CleanSpanOptions {
  /** What stands unless OTEL_SERVICE_NAME says otherwise. */
  readonly serviceName: string;
  /** Where spans are posted (OTLP over HTTP). */
  readonly url: string;
}

const NOT_TRACED = new Set(['/livez', '/readyz', '/metrics']);

/** Traces of this process; sampling and batches are set by the standard OTEL_TRACES_SAMPLER and OTEL_BSP_*. */
export function openTraces({ serviceName, url, ...options }: OpenTracesOptions): Traces {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor(cleanExporter(new OTLPTraceExporter({ url }), cleanSpan(options)))],
  });
  // No propagator: nobody's trace is taken over at our door, and ours is told to nobody who is called.
  provider.register({ propagator: null });
  const unregister = registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new HttpInstrumentation({
        disableOutgoingRequestInstrumentation: true,
        ignoreIncomingRequestHook: ({ url: path = '' }) => NOT_TRACED.has(path.split('?')[0] ?? ''),
      }),
      new UndiciInstrumentation({ requireParentforSpans: true }),
    ],
  });
  // Imports of a builtin pass no hook of `require`; what is patched is the prototype, which all share.
  createRequire(import.meta.url)('node:http');
  const tracer = trace.getTracer('passerelle');

  return {
    telemetry: queueTelemetry(),
    around: (name, { partner, transport }, run) =>
      tracer.startActiveSpan(
        name,
        { kind: SpanKind.CLIENT, attributes: { 'passerelle.partner': partner, 'passerelle.transport': transport } },
        async (span) => {
          try {
            return await run();
          } catch (error) {
            span.setStatus({ code: SpanStatusCode.ERROR });
            throw error;
          } finally {
            span.end();
          }
        },
      ),
    async stop() {
      unregister();
      await provider.shutdown();
    },
  };
}

/** BullMQ's spans, whose trace travels in the job itself and nowhere else. */
function queueTelemetry(): Telemetry<Context> {
  const { tracer, contextManager } = new BullMQOtel({ tracerName: 'bullmq' });
  const w3c = new W3CTraceContextPropagator();
  return {
    tracer,
    contextManager: {
      with: (context, run) => contextManager.with(context, run),
      active: () => contextManager.active(),
      root: () => ROOT_CONTEXT,
      getMetadata: (context) => {
        const metadata: Record<string, string> = {};
        w3c.inject(context, metadata, defaultTextMapSetter);
        return JSON.stringify(metadata);
      },
      fromMetadata: (active, metadata) => w3c.extract(active, JSON.parse(metadata), defaultTextMapGetter),
    },
  };
}

/** The same exporter, which is handed only what may leave. */
const cleanExporter = (exporter: SpanExporter, clean: ReturnType<typeof cleanSpan>): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(
      spans.flatMap((span) => clean(span) ?? []),
      done,
    ),
  shutdown: () => exporter.shutdown(),
  forceFlush: async () => exporter.forceFlush?.(),
});
