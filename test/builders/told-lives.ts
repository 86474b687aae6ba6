import { v5 as uuidFrom } from 'uuid';
import type { ConceptMapping } from '../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import { present } from '../../mappings/concepts/present.ts';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { Act, Life } from '../../sandbox/population/acts.ts';
import { eventOf } from './concept-events.ts';

const EXCHANGES = 'c8b7a0f2-51c5-5a0e-9e34-6a4f3f3d2b10';

/** An act of the population, as the gateway makes an event of what it is sent. */
export function eventFromAct(life: Pick<Life, 'id' | 'centre'>, act: Act): LaneEvent {
  if (act.act === 'put') {
    const mapping = CONCEPT_MAPPINGS[act.concept] as unknown as ConceptMapping<Parameters<typeof eventOf>[1]>;
    // Its trace says when it was known, as the door has it say.
    const event = eventOf(mapping, { ...act.body, id: act.id }, { recordedAt: act.knownAt });
    return { ...event, knownAt: act.knownAt };
  }
  const about = {
    exchangeId: uuidFrom(`${act.request}|${JSON.stringify(act.body)}`, EXCHANGES),
    centre: life.centre,
    child: life.id,
    request: act.request,
    recordedAt: '2026-03-10T16:00:00.000Z',
    knownAt: act.knownAt,
  };
  if (act.act === 'answer') return { kind: 'answer', ...about, answer: act.body };
  if (act.act === 'system-says') {
    const { recipient, what, happenedAt } = act.body;
    const answer = { what, happenedAt, saidBy: recipient, recordedBy: recipient, channel: 'system' } as const;
    return { kind: 'answer', ...about, fromPartner: recipient, answer };
  }
  const { recipient } = act.body;
  return { kind: 'dispatch', ...about, dispatch: act.body, ...present({ recipient }) };
}
