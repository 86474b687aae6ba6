import type { Logger } from 'pino';
import type { DeliveryStatuses } from '../../gateway/disclosure/deliveries.ts';
import type { Disclosable } from '../../gateway/disclosure/disclosure.ts';
import { requestReceipt } from '../../gateway/disclosure/receipts.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { DispatchEvent } from '../../mappings/domain/lane-events.ts';
import type { AnnounceRequest } from '../page/announce-request.ts';

export interface DeliverByPageDeps {
  readonly announce: AnnounceRequest;
  readonly rememberTask: (disclosable: Disclosable) => Promise<void>;
  readonly statuses: DeliveryStatuses;
  readonly receipt: (event: DispatchEvent) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** False where the page is off for the request: then a person prints it or telephones. */
export type DeliverByPage = (
  disclosable: Disclosable,
  signal: AbortSignal,
  options?: { readonly again?: boolean },
) => Promise<boolean>;

/** Announces a request to a partner that reads it on the secure page, and hands in the receipt. Throws as `announceRequest` does, and `inDoubt` where it may have been announced already: a person asks. */
export function deliverByPage(deps: DeliverByPageDeps): DeliverByPage {
  return async (disclosable, signal, options) => {
    const { number, version, stage, partner } = disclosable;
    await deps.rememberTask(disclosable);
    const announced = await deps.announce(disclosable, signal, options);
    if (announced === 'off') return false;
    if (announced === 'in-doubt') throw new GatewayError('inDoubt', `task ${number} may have been announced`);
    const at = deps.now().toISOString();
    await deps.statuses.note(number, { state: 'sent', version, at });
    await deps.receipt(
      requestReceipt(disclosable, {
        reference: 'web-page',
        notCarried: disclosable.going.length === 0 ? [] : ['DocumentReference'],
        at,
        how: 'web-page',
      }),
    );
    deps.log.info({ task: number, partner: partner.id, version, stage }, 'announced');
    return true;
  };
}
