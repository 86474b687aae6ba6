import type { Config } from '../../gateway/config.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { Partner, Registry, Transport } from '../../gateway/registry.ts';
import { present } from '../../mappings/concepts/present.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { serverToRead } from '../poll/server-to-read.ts';
import type { Connector } from './connector.ts';
import { fhirMessagingConnector } from './fhir-messaging.ts';
import { fhirRestConnector } from './fhir-rest.ts';
import { mllpConnector } from './mllp.ts';

/** What a channel needs to be opened. */
export interface ConnectorContext {
  readonly config: Config;
}

type OpenConnector = (partner: Partner, context: ConnectorContext) => Connector | undefined;

/** How each transport is opened; one that waits to be asked, or that a person carries, has nothing to open. */
const TRANSPORTS: Readonly<Record<Transport, OpenConnector>> = {
  'fhir-rest': (partner, { config }) =>
    fhirRestConnector({
      partner: partner.id,
      endpoint: needed(partner, 'endpoint', partner.endpoint),
      token: config.partnerToken(needed(partner, 'credentials.token', partner.credentials?.token)),
      timeoutMs: config.partnerTimeoutMs,
      ...present({ hasArrived: hasArrivedAt(partner, config) }),
    }),
  'fhir-poll': () => undefined,
  // Whose language is only heard is sent nothing: what it should know, a person tells it.
  'fhir-messaging': (partner, { config }) =>
    dialectOf(partner.dialect) === undefined
      ? undefined
      : fhirMessagingConnector({
          partner: partner.id,
          endpoint: needed(partner, 'endpoint', partner.endpoint),
          token: config.partnerToken(needed(partner, 'credentials.token', partner.credentials?.token)),
          timeoutMs: config.partnerTimeoutMs,
        }),
  mllp: (partner, { config }) => {
    const { credentials = {}, hl7v2 } = partner;
    const path = (variable: string | undefined): string | undefined => variable && config.partnerToken(variable);
    return mllpConnector({
      partner: partner.id,
      endpoint: needed(partner, 'endpoint', partner.endpoint),
      ...present({ charset: hl7v2?.charset }),
      pem: present({
        authority: path(credentials.authority),
        certificate: path(credentials.certificate),
        key: path(credentials.key),
      }),
      timeoutMs: config.partnerTimeoutMs,
    });
  },
  paper: () => undefined,
  'web-page': () => undefined,
};

/** Only a server that is read anyway is asked: of another nobody said that it can be. */
function hasArrivedAt(partner: Partner, config: Config): Connector['hasArrived'] {
  const server = serverToRead(partner, config);
  if (server === undefined) return undefined;
  return async (number, signal) => {
    const found = await server.search(
      `Task?${new URLSearchParams({ identifier: `${IDENTIFIERS.task}|${number}` })}`,
      signal,
    );
    // A server may find more than it was asked for.
    return (found?.entry ?? []).some(({ resource }) => isTaskNumbered(resource, number));
  };
}

function isTaskNumbered(resource: fhir4.Resource | undefined, number: string): boolean {
  if (resource?.resourceType !== 'Task' || !('identifier' in resource)) return false;
  return [resource.identifier].flat().some((it: unknown) => isSame(it, { system: IDENTIFIERS.task, value: number }));
}

const isSame = (one: unknown, wanted: { readonly system: string; readonly value: string }): boolean =>
  typeof one === 'object' &&
  one !== null &&
  Reflect.get(one, 'system') === wanted.system &&
  Reflect.get(one, 'value') === wanted.value;

/** The channel of each partner that has one. Throws GatewayError `internal` where the registry or the environment lacks what it needs. */
export function connectorsOf(registry: Registry, context: ConnectorContext): ReadonlyMap<string, Connector> {
  return new Map(
    registry.partners.flatMap((partner) => {
      const connector = TRANSPORTS[partner.transport](partner, context);
      return connector === undefined ? [] : [[partner.id, connector] as const];
    }),
  );
}

function needed(partner: Partner, field: string, value: string | undefined): string {
  if (value === undefined) throw new GatewayError('internal', `the registry gives partner ${partner.id} no ${field}`);
  return value;
}
