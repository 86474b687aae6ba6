import type { GivenScope } from '../../mappings/corrections/told-before.ts';
import { counterpartOf } from '../../mappings/domain/current-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { stageOf } from '../../mappings/domain/request-untold.ts';
import type { Registry } from '../registry.ts';
import { stepsOf } from './disclosable-on-record.ts';
import { lensFor } from './lens-for.ts';

/**
 * How recipients see what they are given: whether a system takes it, and through which lens. The widest of what their receipt and their answers
 * since say, so that who was shown more once it had accepted is told of that too.
 */
export const givenThrough = (registry: Pick<Registry, 'partner'>): Omit<GivenScope, 'earlier'> => ({
  hasSystem: (id) => !BY_HAND.has(registry.partner(id)?.transport ?? 'paper'),
  lensGiven: (task) => {
    const partner = registry.partner(counterpartOf(task) ?? '');
    if (partner === undefined) return undefined;
    const receipt = receiptOf(task);
    const stage = receipt?.stage === 'facts' ? 'facts' : stageOf(task, stepsOf(partner));
    return lensFor({ partner, stage, task }, receipt?.how ?? partner.transport);
  },
});

/** What ends at a person. */
const BY_HAND: ReadonlySet<string> = new Set(['paper', 'web-page']);
