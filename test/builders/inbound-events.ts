import type { InboundReferral } from '../../mappings/domain/concepts.ts';
import type { InboundEvent, SaidOfInbound, Settlement } from '../../mappings/domain/lane-events.ts';

export const SENDER = 'hopital-enfants';
export const CENTRE = 'verdun';

/** What the hospital asks of the centre for a child with a card, a whole birth date and a name. */
export const anInboundReferral = (more: Partial<InboundReferral> = {}): InboundReferral => ({
  centre: CENTRE,
  happenedAt: '2026-03-10T10:00:00-04:00',
  askedAt: '2026-03-10T10:00:00-04:00',
  sender: SENDER,
  number: { value: 'REF-88121' },
  childSaid: {
    name: { family: 'Tremblay-Côté', given: ['Jade'] },
    birthDate: '2018-01-12',
    cards: [{ kind: 'nam', number: 'TREJ18511214' }],
  },
  what: 'Évaluation globale',
  safeContact: { through: 'centre' },
  ...more,
});

let exchanges = 0;

/** One thing said of a referral, as an event of its own exchange unless one is given. */
export function inboundEvent(referral: string, said: SaidOfInbound, more: Partial<InboundEvent> = {}): InboundEvent {
  exchanges += 1;
  return {
    kind: 'inbound',
    exchangeId: `00000000-0000-4000-8000-${String(exchanges).padStart(12, '0')}`,
    centre: CENTRE,
    recordedAt: '2026-03-10T16:00:00.000Z',
    sender: SENDER,
    referral,
    names: { centre: 'Centre de Verdun', sender: 'Hôpital' },
    said,
    ...more,
  };
}

export const asked = (referral: string, more: Partial<InboundReferral> = {}): InboundEvent =>
  inboundEvent(referral, { what: 'asked', referral: anInboundReferral(more) });

export const settledAs = (referral: string, settlement: Settlement): InboundEvent =>
  inboundEvent(referral, {
    what: 'settled',
    settlement,
    decidedBy: 'la coordonnatrice',
    happenedAt: '2026-03-10T11:00:00-04:00',
  });
