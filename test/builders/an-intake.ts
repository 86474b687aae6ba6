import { GatewayError } from '../../gateway/failures.ts';
import type { Exchange } from '../../gateway/lanes/exchanges.ts';
import type { Acceptance, Intake } from '../../gateway/lanes/intake.ts';

/** An intake that keeps what it was given, and answers what it is told to. */
export function anIntake(outcome: Partial<Exchange> | GatewayError = { state: 'accepted' }) {
  const accepted: Acceptance[] = [];
  const intake: Intake = {
    accept: async (acceptance) => {
      accepted.push(acceptance);
      if (outcome instanceof GatewayError) throw outcome;
      const { event, identifier, issues } = acceptance;
      return {
        id: event.exchangeId,
        centre: event.centre,
        kind: event.kind,
        identifier,
        acceptedAt: event.recordedAt,
        issues,
        state: 'accepted',
        ...outcome,
      };
    },
  };
  return { intake, accepted };
}
