import type { Config } from '../../gateway/config.ts';
import type { Partner } from '../../gateway/registry.ts';
import { type PartnerServer, partnerServer } from './partner-server.ts';

const ANSWER_MAX_BYTES = 10_000_000;

/** The server of a partner of which the registry says that it is read. Throws GatewayError `internal` where its token is not set. */
export function serverToRead(
  { id, transport, endpoint, credentials, poll }: Partner,
  config: Config,
): PartnerServer | undefined {
  if (poll === undefined || transport !== 'fhir-rest' || endpoint === undefined || credentials?.token === undefined)
    return undefined;
  return partnerServer({
    partner: id,
    endpoint: endpoint.replace(/\/$/, ''),
    token: config.partnerToken(credentials.token),
    timeoutMs: config.partnerTimeoutMs,
    answerMaxBytes: ANSWER_MAX_BYTES,
  });
}
