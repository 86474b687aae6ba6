import { wasAccepted } from '../../mappings/domain/last-word.ts';
import type { LensName } from '../../mappings/lenses/lenses.ts';
import type { Disclosable } from './disclosure.ts';

/** Which lens a request is seen through now, by this channel. */
export function lensFor(
  { partner, stage, task }: Pick<Disclosable, 'partner' | 'stage' | 'task'>,
  channel: string,
): LensName {
  if (channel === 'web-page' && !wasAccepted(task)) return 'page-before-acceptance';
  if (partner.lens !== 'lawyer') return partner.lens;
  return stage === 'facts' ? 'lawyer-accepted' : 'lawyer-conflict-check';
}
