import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { gravityServer } from '../../sandbox/partners/fhir-server/fhir-server.ts';
import { poller } from '../../sandbox/partners/fhir-server/poller.ts';
import { startHl7v2Sandbox } from '../../sandbox/partners/hl7v2/hl7v2-sandbox.ts';
import { type PartnerSandboxOptions, startPartnerSandbox } from '../../sandbox/partners/partner-sandbox.ts';
import { FHIR_REST } from '../../sandbox/partners/protocols/fhir-rest.ts';
import { CENTRE } from './load-plan.ts';
import type { PartnerSettings } from './partners.ts';

/** One partner's stand-in as a process of its own; it says where it is on its first line. Everything else comes in CHAOS_PARTNER. */
const { manner, gatewayMllpUrl, issuerFolder, ...settings }: PartnerSettings = JSON.parse(
  process.env.CHAOS_PARTNER ?? '{}',
);
const issuer = await localIssuer({ folder: issuerFolder });
const options = { ...settings, gatewayToken: () => issuer.token({ partner: settings.id }) };
const sender = { id: options.id, name: options.name.fr };

const start: Readonly<Record<PartnerSettings['manner'], () => ReturnType<typeof startPartnerSandbox>>> = {
  'fhir-push': () => startPartnerSandbox({ ...options, protocol: FHIR_REST }),
  'fhir-server': () => startPartnerSandbox({ ...options, protocol: gravityServer(sender) }),
  'fhir-poll': () => startPartnerSandbox({ ...options, protocol: poller({ ...sender, everyMs: 1_000 }) }),
  mllp: () =>
    startHl7v2Sandbox({
      ...(options satisfies PartnerSandboxOptions),
      application: 'SIH',
      facility: 'HOPITAL-RIVE',
      gatewayMllpUrl: () => gatewayMllpUrl,
      centre: CENTRE,
    }),
};
const { url, endpoint } = await start[manner]();
process.stdout.write(`READY ${JSON.stringify({ url, endpoint })}\n`);
