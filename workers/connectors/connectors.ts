import type { Config } from '../../gateway/config.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { Partner, Registry, Transport } from '../../gateway/registry.ts';
import { present } from '../../mappings/concepts/present.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
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
