import type { MayBeShown } from '../../gateway/disclosure/disclosure.ts';
import type { InboundEvent, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideConcept } from './decide-concept.ts';
import { decideDispatch } from './decide-dispatch.ts';
import type { Decision } from './decision.ts';
import type { Present } from './present.ts';

/** Pure: the same event and the same record give the same decision. */
export function decide(event: Exclude<LaneEvent, InboundEvent>, present: Present, mayBeShown: MayBeShown): Decision {
  switch (event.kind) {
    case 'concept':
      return decideConcept(event, present, mayBeShown);
    case 'answer':
      return decideAnswer(event, present);
    case 'dispatch':
      return decideDispatch(event, present);
  }
}
