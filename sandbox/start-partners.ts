import { randomBytes } from 'node:crypto';
import type { Closer } from '../gateway/process/closer.ts';
import type { Partner, Registry } from '../gateway/registry.ts';
import { bserServer, gravityServer } from './partners/fhir-server/fhir-server.ts';
import { poller } from './partners/fhir-server/poller.ts';
import { startHl7v2Sandbox } from './partners/hl7v2/hl7v2-sandbox.ts';
import type { PartnerKind } from './partners/kinds.ts';
import { bars } from './partners/messaging/bars-protocol.ts';
import { caErec } from './partners/messaging/ca-erec-protocol.ts';
import { type PartnerSandbox, startPartnerSandbox } from './partners/partner-sandbox.ts';
import { FHIR_REST } from './partners/protocols/fhir-rest.ts';
import type { Protocol } from './partners/protocols/protocol.ts';
import { type Mailbox, startMailbox } from './partners/web-page/mailbox.ts';
import { startTelephones, type Telephones } from './partners/web-page/telephone.ts';
import { startWebPagePartner } from './partners/web-page/web-page-partner.ts';

/** The tokens of one partner: what the gateway presents to it, and how it gets what it presents to the gateway. */
export interface PartnerTokens {
  readonly toPartner: string;
  readonly toGateway: () => Promise<string>;
}

export const newToken = (): string => randomBytes(24).toString('base64url');

/** The post and the telephones of partners that have no system. */
export interface Post {
  readonly mailbox: Mailbox;
  readonly telephones: Telephones;
}

/** Starts a mail server and an SMS service that reach nobody outside. */
export async function startPost(closing: Closer): Promise<Post> {
  const now = () => new Date();
  const mailbox = await startMailbox({ now });
  closing.add(() => mailbox.stop());
  const telephones = await startTelephones({ token: newToken(), now });
  closing.add(() => telephones.stop());
  return { mailbox, telephones };
}

interface Standing {
  readonly post: Post;
  readonly partner: Partner;
  readonly tokens: PartnerTokens;
  readonly gatewayUrl: () => string;
  /** Where the gateway takes HL7 v2. */
  readonly gatewayMllpUrl: () => string;
  /** Where a partner refers children, unless told otherwise. */
  readonly centre: string;
}

/** A stand-in that speaks FHIR over HTTP, in this protocol; one that keeps something of its own is made for the partner. */
const speaking =
  (protocol: Protocol | ((sender: { readonly id: string; readonly name: string }) => Protocol)) =>
  ({ partner, tokens, gatewayUrl }: Standing): Promise<PartnerSandbox> =>
    startPartnerSandbox({
      id: partner.id,
      kind: KINDS[partner.kind],
      name: withoutMark(partner.name),
      token: tokens.toPartner,
      gatewayUrl,
      gatewayToken: tokens.toGateway,
      protocol:
        typeof protocol === 'function' ? protocol({ id: partner.id, name: withoutMark(partner.name).fr }) : protocol,
    });

/** A hospital that speaks HL7 v2 over MLLP. */
const hospital = ({ partner, tokens, gatewayUrl, gatewayMllpUrl, centre }: Standing): Promise<PartnerSandbox> =>
  startHl7v2Sandbox({
    id: partner.id,
    name: withoutMark(partner.name),
    token: tokens.toPartner,
    gatewayUrl,
    gatewayToken: tokens.toGateway,
    gatewayMllpUrl,
    centre,
    application: partner.hl7v2?.application ?? partner.id,
    facility: partner.hl7v2?.facility ?? partner.id,
    charset: partner.hl7v2?.charset === '8859/1' ? '8859/1' : 'UNICODE UTF-8',
    acknowledgement: partner.hl7v2?.acknowledgement ?? 'enhanced',
  });

const POLLS_EVERY_MS = 1_000;

/** Who stands in for a partner, by its dialect and transport; one on paper has nobody but people. */
const STAND_INS: Readonly<Record<string, (standing: Standing) => Promise<PartnerSandbox>>> = {
  'passerelle/fhir-rest': speaking(FHIR_REST),
  'passerelle/fhir-poll': speaking((sender) => poller({ ...sender, everyMs: POLLS_EVERY_MS })),
  'gravity/fhir-rest': speaking(gravityServer),
  'bser/fhir-rest': speaking(bserServer),
  'ca-erec/fhir-messaging': speaking(caErec),
  'bars/fhir-messaging': speaking(bars),
  'hl7v2/mllp': hospital,
  'paper/web-page': ({ partner: { name, webPage }, post: { mailbox, telephones } }) =>
    startWebPagePartner({
      name: withoutMark(name),
      announceTo: webPage?.announceTo ?? {},
      codeTo: webPage?.codeTo ?? '',
      mails: mailbox.mails,
      texts: telephones.texts,
    }),
};

const KINDS: Readonly<Record<Partner['kind'], PartnerKind>> = {
  clsc: 'clsc',
  hospital: 'hospital',
  legal: 'lawyer',
  school: 'community',
  daycare: 'community',
  community: 'community',
  platform: 'platform',
};

/** Starts a stand-in for each partner of the registry that has a system. */
export async function startPartners(
  registry: Registry,
  tokens: ReadonlyMap<string, PartnerTokens>,
  post: Post,
  gateway: { readonly url: () => string; readonly mllpUrl: () => string },
  closing: Closer,
): Promise<ReadonlyMap<string, PartnerSandbox>> {
  const started = await Promise.all(
    registry.partners.map(async (partner) => {
      const start = STAND_INS[`${partner.dialect}/${partner.transport}`];
      const own = tokens.get(partner.id);
      if (start === undefined || own === undefined) return [];
      const standIn = await start({
        partner,
        tokens: own,
        post,
        gatewayUrl: gateway.url,
        gatewayMllpUrl: gateway.mllpUrl,
        centre: registry.centres[0]?.id ?? '',
      });
      closing.add(() => standIn.stop());
      return [[partner.id, standIn] as const];
    }),
  );
  return new Map(started.flat());
}

/** The stand-in says by itself that it is one. */
const withoutMark = ({ fr, en }: { readonly fr: string; readonly en: string }) => ({
  fr: fr.replace(' (bac à sable)', ''),
  en: en.replace(' (sandbox)', ''),
});
