import type { Config } from '../config.ts';
import { ROUTES } from '../doors/http/openapi-routes.ts';
import { routeTemplates } from './route-templates.ts';
import { NO_TRACES, type Traces } from './traces.ts';

/** Begins to trace where a collector is named (OTEL_EXPORTER_OTLP_ENDPOINT); else nothing of OpenTelemetry is even loaded. */
export async function startTraces(
  process: 'gateway' | 'workers',
  { tracesTo, hapiUrl }: Pick<Config, 'tracesTo' | 'hapiUrl'>,
): Promise<Traces> {
  if (tracesTo === '') return NO_TRACES;
  const { openTraces } = await import('./open-traces.ts');
  const route = routeTemplates(ROUTES.map(({ path }) => path));
  return openTraces({ serviceName: `passerelle-${process}`, url: `${tracesTo}/v1/traces`, route, recordUrl: hapiUrl });
}
