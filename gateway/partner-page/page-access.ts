import { isAsked, isTakenBack } from '../../mappings/domain/current-task.ts';
import { mayBeShownOnPage } from '../../mappings/domain/shown-on-page.ts';
import { isOn } from '../access/switches.ts';
import type { Disclosable, Disclosures } from '../disclosure/disclosure.ts';
import type { PageLink } from './links.ts';

/** Whether the secure page is on for this request: its centre's privacy officer, its partner and the request itself allow it. */
export const isPageOn = (disclosable: Disclosable): boolean =>
  isOn(disclosable.centre, 'partnerPages') &&
  disclosable.partner.transport === 'web-page' &&
  disclosable.partner.webPage !== undefined &&
  disclosable.partner.lens !== 'lawyer' &&
  mayBeShownOnPage(disclosable);

/** The request that a link opens now; undefined once its loop has ended, it was withdrawn or the page was turned off. Throws `unavailable`. */
export type PageAccess = (link: PageLink) => Promise<Disclosable | undefined>;

export function pageAccess({ read }: Pick<Disclosures, 'read'>): PageAccess {
  return async ({ task, partner }) => {
    const disclosable = await read(task);
    if (disclosable === undefined || disclosable.partner.id !== partner) return undefined;
    const { task: held } = disclosable;
    return isPageOn(disclosable) && isAsked(held) && !isTakenBack(held) ? disclosable : undefined;
  };
}
