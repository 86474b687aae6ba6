import { type Decided, mustBeFresh } from '../../gateway/disclosure/decided-just-now.ts';
import type { Connector } from './connector.ts';

/** The connector, but that it sends nothing that was decided too long ago. Throws GatewayError `held`. */
export const freshConnector = (connector: Connector, number: string, decided: Decided, now: () => Date): Connector => ({
  ...connector,
  async send(message, signal) {
    const mayLeave = (): void => mustBeFresh(number, decided, now);
    mayLeave();
    return connector.send(message, signal, mayLeave);
  },
});
