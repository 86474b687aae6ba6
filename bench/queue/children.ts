import { type ConceptEventDeps, conceptEventOf } from '../../gateway/doors/http/concept-event.ts';
import { actionPlanMapping } from '../../mappings/concepts/action-plan.ts';
import { careCircleMapping } from '../../mappings/concepts/care-circle.ts';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { ActionPlan, CareCircle } from '../../mappings/domain/concepts.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';

export const CENTRE = 'hochelaga';

/** One thing that a clinic app sends, and the event that the gateway makes of it. */
export interface Sending {
  readonly path: string;
  readonly body: Identified<CareCircle> | Identified<ActionPlan>;
  event(): ConceptEvent;
}

/** A child of the bench sends so many: a first visit, a plan, and the circle revised once. */
export const SENDINGS_OF_A_CHILD = 3;

/** What is sent of one child, in order; the same content under other identifiers for each child. */
export function sendingsOf(
  child: string,
  deps: Pick<ConceptEventDeps<unknown>, 'registry' | 'now'>,
): readonly Sending[] {
  const circle = (version: number, status: 'active' | 'suspended'): Sending => {
    const body: Identified<CareCircle> = {
      id: `circle-${child}`,
      version,
      status,
      centre: CENTRE,
      happenedAt: '2026-01-15T10:00:00-05:00',
      child: {
        id: child,
        name: { given: ['Mai'], family: 'Nguyễn' },
        birthDate: '2020-05-04',
        languages: ['fr', 'vi'],
      },
      members: [
        { kind: 'family', id: 'mother', name: { text: 'Lan' }, kinship: 'MTH' },
        { kind: 'family', id: 'grandmother', name: { text: 'Bà' }, kinship: 'GRMTH' },
        { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté" },
      ],
      pivot: `pivot-${child}`,
    };
    const event = () => conceptEventOf({ mapping: careCircleMapping, ...deps }, body, {});
    return { path: `/v1/care-circles/${body.id}`, body, event };
  };
  const plan: Identified<ActionPlan> = {
    id: `plan-${child}`,
    version: 1,
    centre: CENTRE,
    child: { id: child },
    happenedAt: '2026-01-22T10:00:00-05:00',
    goals: [{ id: 'talk', words: 'Qu’elle puisse se faire comprendre', expressedBy: { kind: 'member', id: 'mother' } }],
  };
  const planned: Sending = {
    path: `/v1/action-plans/${plan.id}`,
    body: plan,
    event: () => conceptEventOf({ mapping: actionPlanMapping, ...deps }, plan, {}),
  };
  return [circle(1, 'active'), planned, circle(2, 'suspended')];
}
