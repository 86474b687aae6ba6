import {
  type PartnerSandbox,
  type PartnerSandboxOptions,
  startPartnerSandbox,
} from '../../../../sandbox/partners/partner-sandbox.ts';

export const PARTNER_TOKEN = 'the-gateway-shows-this';
export const GATEWAY_TOKEN = 'the-partner-shows-this';

/** A stand-in CLSC on a free port, with short retries. */
export const startClsc = (options: Partial<PartnerSandboxOptions> = {}): Promise<PartnerSandbox> =>
  startPartnerSandbox({
    id: 'clsc-verdun',
    kind: 'clsc',
    name: { fr: 'CLSC de Verdun', en: 'Verdun CLSC' },
    token: PARTNER_TOKEN,
    gatewayUrl: 'http://127.0.0.1:9',
    gatewayToken: GATEWAY_TOKEN,
    retryWaitsMs: [1, 2],
    ...options,
  });

/** Posts to the FHIR endpoint as the gateway does. */
export const postMessage = (
  { endpoint }: Pick<PartnerSandbox, 'endpoint'>,
  body: unknown,
  { headers = {}, signal }: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {},
): Promise<Response> =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${PARTNER_TOKEN}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
