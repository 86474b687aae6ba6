import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import { GatewayError } from '../failures.ts';
import type { DeliveryJob } from './queues.ts';
import type { Seal } from './sealing.ts';

/**
 * The shape in which lane events and deliveries are written. A release reads this one and all before it. Raised only by a release whose
 * predecessor reads the new shape already, so that old and new may run side by side (docs/upgrade.md); what raises it converts the old in
 * `openEvent`.
 */
export const SHAPE = 1;

/** Releases before 0.2 wrote no shape: the first. */
const FIRST_SHAPE = 1;

interface Shaped {
  readonly shape?: number;
}

/** The event, sealed, with its shape inside: an older release that does not know of shapes reads past it. */
export const sealEvent = (seal: Seal, event: LaneEvent): string => seal.seal({ ...event, shape: SHAPE });

/** What was sealed is what a gateway sealed. Throws GatewayError `newerRelease` for a shape of tomorrow, `internal` when it does not open. */
export function openEvent(seal: Seal, sealed: string): LaneEvent {
  const event = seal.open(sealed) as LaneEvent & Shaped;
  mustBeKnown(event, `event ${event.exchangeId}`);
  return event;
}

/** A delivery as it is queued. */
export const shapedDelivery = (job: DeliveryJob): DeliveryJob => ({ ...job, shape: SHAPE });

/** Throws GatewayError `newerRelease` for what a newer release wrote: half understood is worse than set aside. */
export function mustBeKnown({ shape = FIRST_SHAPE }: Shaped, what: string): void {
  if (!Number.isInteger(shape) || shape > SHAPE)
    throw new GatewayError('newerRelease', `${what} has shape ${shape}, this release knows ${SHAPE}`, {
      issues: [NEWER],
    });
}

const NEWER = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: 'Écrit par une version plus récente de la passerelle, que celle-ci ne sait pas lire. Rien n’est perdu : mettez les ouvriers à jour, puis reprenez-le.',
    en: 'Written by a later release of the gateway, which this one cannot read. Nothing is lost: upgrade the workers, then put it back.',
  },
} as const;
