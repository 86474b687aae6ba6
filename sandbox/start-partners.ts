import { randomBytes } from 'node:crypto';
import type { Closer } from '../gateway/closer.ts';
import type { Registry } from '../gateway/registry.ts';
import type { PartnerKind } from './partners/kinds.ts';
import { type PartnerSandbox, startPartnerSandbox } from './partners/partner-sandbox.ts';

/** The tokens of one partner: what the gateway presents to it, and what it presents to the gateway. */
export interface PartnerTokens {
  readonly toPartner: string;
  readonly toGateway: string;
}

export const newToken = (): string => randomBytes(24).toString('base64url');

const KIND_BY_LENS: Readonly<Record<string, PartnerKind>> = { lawyer: 'lawyer', 'public-network': 'clsc' };

/** Starts a stand-in for each partner of the registry that has a system. */
export async function startPartners(
  registry: Registry,
  tokens: ReadonlyMap<string, PartnerTokens>,
  gatewayUrl: () => string,
  closing: Closer,
): Promise<ReadonlyMap<string, PartnerSandbox>> {
  const withSystem = registry.partners.filter(({ transport }) => transport === 'fhir-rest');
  const started = await Promise.all(
    withSystem.map(async ({ id, name, lens }) => {
      const { toPartner = '', toGateway = '' } = tokens.get(id) ?? {};
      const kind = id.startsWith('hopital') ? 'hospital' : (KIND_BY_LENS[lens] ?? 'clsc');
      const partner = await startPartnerSandbox({
        id,
        kind,
        name: withoutMark(name),
        token: toPartner,
        gatewayUrl,
        gatewayToken: toGateway,
      });
      closing.add(() => partner.stop());
      return [id, partner] as const;
    }),
  );
  return new Map(started);
}

/** The stand-in says by itself that it is one. */
const withoutMark = ({ fr, en }: { readonly fr: string; readonly en: string }) => ({
  fr: fr.replace(' (bac à sable)', ''),
  en: en.replace(' (sandbox)', ''),
});
