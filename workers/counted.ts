import type { Metrics } from '../gateway/operations/metrics.ts';
import type { DeadLetters } from '../gateway/set-aside/dead-letters.ts';

/** The dead letters as the lanes see them, counting how each event ended; a delivery counts once its receipt is in the record. */
export function countedLetters(letters: DeadLetters, metrics: Metrics): DeadLetters {
  return {
    ...letters,
    async park(job, lane, reason) {
      await letters.park(job, lane, reason);
      metrics.settled('event', 'parked');
    },
    async parkDelivery(job, reason) {
      await letters.parkDelivery(job, reason);
      metrics.settled('delivery', 'parked');
    },
    async settled(event, outcome, isWritten) {
      await letters.settled(event, outcome, isWritten);
      metrics.settled(event.kind, outcome.state);
      if (outcome.state !== 'synced') return;
      if (event.kind === 'dispatch' && event.dispatch.how === 'system') metrics.delivered(event.recipient ?? '');
      if (event.kind === 'answer') metrics.answered(event.fromPartner ?? 'person', event.answer.what);
    },
  };
}
