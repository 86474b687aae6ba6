import type { Registry } from '../../gateway/registry.ts';
import type { Traces } from '../../gateway/tracing/traces.ts';
import type { Connector } from './connector.ts';

/** The same channels; what each sends is a span of its own, whatever the protocol. */
export const tracedConnectors = (
  connectors: ReadonlyMap<string, Connector>,
  registry: Registry,
  { around }: Pick<Traces, 'around'>,
): ReadonlyMap<string, Connector> =>
  new Map(
    [...connectors].map(([partner, connector]) => {
      const about = { partner, transport: registry.partner(partner)?.transport ?? '' };
      const send: Connector['send'] = (...sent) => around('send', about, () => connector.send(...sent));
      return [partner, { ...connector, send }] as const;
    }),
  );
