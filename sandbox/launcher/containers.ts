import { COMPILED_FOLDER } from '../../profiles/build/places.ts';
import { DefinitionRefused, loadDefinitions } from '../definitions/load-definitions.ts';
import { startContainerPart } from './container-part.ts';
import type { LaunchContext } from './launch-context.ts';
import { HAPI_IMAGE_FOLDER } from './places.ts';
import { hapiProbe, redisProbe } from './probes.ts';
import { REDIS_SETTINGS } from './redis-settings.ts';
import type { StartedPart } from './running-part.ts';

export interface ContainerHapiOptions {
  readonly durable: boolean;
  readonly profilesDir: string | undefined;
}

const HAPI_IMAGE = 'passerelle-hapi:sandbox';
const REDIS_IMAGE = 'redis:7-alpine';

/** HAPI's published image, as docker-compose.yml builds on it, with the settings of our own server. Its data live as long as the container, kills included. */
export async function startContainerHapi(
  { durable, profilesDir = COMPILED_FOLDER }: ContainerHapiOptions,
  context: LaunchContext,
): Promise<StartedPart> {
  const hapi = await startContainerPart(
    {
      name: 'HAPI',
      image: HAPI_IMAGE,
      builtFrom: HAPI_IMAGE_FOLDER,
      port: 8080,
      environment: { SPRING_APPLICATION_JSON: JSON.stringify(hapiSettings(durable)) },
      command: [],
      urlAt: (host, port) => `http://${host}:${port}/fhir`,
      probeAt: hapiProbe,
      readyWithinMs: 180_000,
    },
    context,
  );
  try {
    await loadDefinitions(profilesDir, hapi.url, context.signal);
    return hapi;
  } catch (failure) {
    await hapi.stop();
    if (!(failure instanceof DefinitionRefused)) throw failure;
    throw new Error(context.words.profileRefused(failure.file, failure.status), { cause: failure });
  }
}

/** Redis's published image; its append-only file lies in the container's own volume. */
export function startContainerRedis(context: LaunchContext): Promise<StartedPart> {
  return startContainerPart(
    {
      name: 'Redis',
      image: REDIS_IMAGE,
      port: 6379,
      environment: {},
      // Whoever connects comes from outside the container; the port is published on the loopback.
      command: ['redis-server', '--protected-mode', 'no', ...REDIS_SETTINGS],
      urlAt: (host, port) => `redis://${host}:${port}`,
      probeAt: redisProbe,
      readyWithinMs: 30_000,
    },
    context,
  );
}

/** As StorageConfig.java has them, under the names of the image's application.yaml. */
function hapiSettings(durable: boolean): unknown {
  return {
    spring: { datasource: { url: `jdbc:h2:file:/tmp/hapi/fhir${durable ? ';WRITE_DELAY=0' : ''}` } },
    hapi: {
      fhir: {
        fhir_version: 'R4',
        // Below zero: no answer of an earlier search is young enough to be given again.
        reuse_cached_search_results_millis: -1,
        enforce_referential_integrity_on_write: true,
        enforce_referential_integrity_on_delete: true,
        auto_create_placeholder_reference_targets: false,
        allow_external_references: true,
        // A file whose time is over is destroyed with its versions, also where the register names it (docs/retention.md).
        expunge_enabled: true,
        'custom-bean-packages': 'ca.passerelle.record',
        'custom-interceptor-classes': 'ca.passerelle.record.RegisterOutlivesFiles',
        default_page_size: 20,
        max_page_size: 500,
      },
    },
  };
}
