import type { Redis } from 'ioredis';
import type { Disclosable, Disclosures } from '../../gateway/disclosure/disclosure.ts';
import type { PageLinks } from '../../gateway/partner-page/links.ts';
import { isPageOn } from '../../gateway/partner-page/page-access.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import type { PageChannels } from '../connectors/page-channels.ts';
import type { Sent } from '../connectors/sent.ts';
import { ANNOUNCEMENTS } from './announcement-words.ts';

/**
 * Announces a request to a partner that reads it on the secure page, with a new link; a withdrawn one is said to be withdrawn, and its
 * link dies. `off`: the page may not be used for it, so a person prints it or telephones. `in-doubt`: it may have left already.
 * Throws GatewayError `noBasis`, `unavailable`, `partnerRefused`.
 */
export type AnnounceRequest = (
  disclosable: Disclosable,
  signal: AbortSignal,
  options?: { readonly again?: boolean },
) => Promise<'announced' | 'in-doubt' | 'off'>;

export interface AnnounceDeps {
  readonly redis: Redis;
  readonly links: PageLinks;
  readonly mustHaveBasis: Disclosures['mustHaveBasis'];
  /** Undefined where the page is off for all. */
  readonly channels: PageChannels | undefined;
  readonly keptForSeconds: number;
}

export function announceRequest({
  redis,
  links,
  mustHaveBasis,
  channels,
  keptForSeconds,
}: AnnounceDeps): AnnounceRequest {
  return async (disclosable, signal, { again = false } = {}) => {
    const { number, version, stage } = disclosable;
    const withdrawn = stage === 'cancellation';
    if (withdrawn) await links.revoke(number);
    if (channels === undefined || !isPageOn(disclosable)) return 'off';
    if (!withdrawn) mustHaveBasis(disclosable, 'web-page');

    // A channel that ends at a person is used once: begun before and not known to have ended is in doubt.
    const mark = redisKeys.pageAnnounced(number, version, stage);
    const first = (await redis.set(mark, '1', 'EX', keptForSeconds, 'NX')) === 'OK';
    if (!first && !again) return 'in-doubt';
    try {
      const link = withdrawn ? undefined : await newLink(links, channels, disclosable);
      return (await send(channels, disclosable, link, signal)) === 'sent' ? 'announced' : 'in-doubt';
    } catch (error) {
      // What was refused, or reached nobody, did not leave.
      await redis.del(mark);
      throw error;
    }
  };
}

/** What follows `#` is sent to no server. */
async function newLink(
  links: PageLinks,
  { publicUrl }: PageChannels,
  { number, partner }: Disclosable,
): Promise<string> {
  const token = await links.open(number, partner.id);
  return `${publicUrl}/p?lang=${partner.language}#${token}`;
}

async function send(
  { mail, text }: PageChannels,
  { partner, centre: { telephone } }: Disclosable,
  link: string | undefined,
  signal: AbortSignal,
): Promise<Sent> {
  const words = ANNOUNCEMENTS[partner.language];
  const to = partner.webPage?.announceTo;
  const said = link === undefined ? words.withdrawn(telephone) : words.waits(link, telephone);
  if (to?.email !== undefined && mail !== undefined) return mail.send({ to: to.email, ...said });
  const short = link === undefined ? `${said.subject}. ${telephone}` : words.waitsShort(link, telephone);
  return text.send({ to: to?.telephone ?? '', text: short }, signal);
}
