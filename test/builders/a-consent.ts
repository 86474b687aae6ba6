import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../mappings/concepts/consent.ts';
import type { Consent } from '../../mappings/domain/concepts.ts';
import { circleEvent, eventOf, referralEvent } from './concept-events.ts';
import { aDispatchEvent } from './events.ts';
import { memoryRecord } from './memory-record.ts';
import { type SyncBench, syncBench } from './sync-bench.ts';

/** The mother lets a CLSC have what a request tells. */
export const aConsent = (changes: Partial<Identified<Consent>> = {}): Identified<Consent> => ({
  id: 'cons-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-01',
  child: { id: 'enf-1' },
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  recipient: 'clsc-verdun',
  purpose: 'care',
  information: ['identity', 'safe-contact', 'request'],
  regime: 'qc-private',
  ...changes,
});

export const consentEvent = (changes: Parameters<typeof aConsent>[0] = {}, event?: Parameters<typeof eventOf>[2]) =>
  eventOf(consentMapping, aConsent(changes), event);

/** A request on record, and its Task as it stands. */
export interface AskedOnConsent extends SyncBench {
  readonly task: () => fhir4.Task;
}

/** A child with a consent, and a referral that was sent. */
export async function askedOnConsent(
  consent: Parameters<typeof aConsent>[0] = {},
  referral: Parameters<typeof referralEvent>[0] = {},
  overrides: Parameters<typeof syncBench>[1] = {},
): Promise<AskedOnConsent> {
  const bench = syncBench(memoryRecord(), overrides);
  await bench.put(circleEvent());
  await bench.put(consentEvent(consent));
  await bench.put(referralEvent(referral));
  await bench.put(
    aDispatchEvent({ dispatch: { happenedAt: '2026-03-02T11:00:00-05:00', how: 'system', recordedBy: 'x' } }),
  );
  bench.deliveries.length = 0;
  return { ...bench, task: () => bench.record.ofType('Task')[0] as fhir4.Task };
}
