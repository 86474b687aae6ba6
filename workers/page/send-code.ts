import type { PageCodes } from '../../gateway/partner-page/codes.ts';
import { CODE_LIFE_SECONDS } from '../../gateway/partner-page/codes.ts';
import type { PageLinks } from '../../gateway/partner-page/links.ts';
import type { PageAccess } from '../../gateway/partner-page/page-access.ts';
import type { PageChannels } from '../connectors/page-channels.ts';
import { ANNOUNCEMENTS } from './announcement-words.ts';

export interface SendCodeDeps {
  readonly links: PageLinks;
  readonly codes: PageCodes;
  readonly access: PageAccess;
  readonly channels: PageChannels | undefined;
}

/** Sends a code to the partner's registered telephone, if the link still opens something; whoever asked is told the same either way. */
export function sendCode({
  links,
  codes,
  access,
  channels,
}: SendCodeDeps): (hash: string, signal: AbortSignal) => Promise<void> {
  return async (hash, signal) => {
    const link = await links.byHash(hash);
    const disclosable = link && (await access(link));
    const to = disclosable?.partner.webPage?.codeTo;
    if (channels === undefined || disclosable === undefined || to === undefined) return;
    const code = await codes.issue(hash);
    await channels.text.send(
      { to, text: ANNOUNCEMENTS[disclosable.partner.language].code(code, CODE_LIFE_SECONDS / 60) },
      signal,
    );
  };
}
