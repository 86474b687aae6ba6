import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type {
  ActionPlan,
  CareCircle,
  LegalReferral,
  ServiceReferral,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';
import { actionPlans } from './action-plans.ts';
import { careCircles } from './care-circles.ts';
import { record } from './record.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from './requests.ts';
import { OPEN_WORLD, type World } from './world.ts';

/** One child's concepts, in an order in which each refers only to what came before. */
export interface ChildFile {
  readonly circle: Identified<CareCircle>;
  readonly plan: Identified<ActionPlan>;
  readonly prescription: Identified<SocialPrescription>;
  readonly legal: Identified<LegalReferral>;
  readonly service: Identified<ServiceReferral>;
}

const pool = (ids: readonly string[]): fc.Arbitrary<string> | undefined =>
  ids.length === 0 ? undefined : fc.constantFrom(...ids);

/** Child files that hold together: every member, goal, plan and circle that is named exists. */
export const childFiles = (outer: World = OPEN_WORLD): fc.Arbitrary<ChildFile> =>
  careCircles(outer).chain((circle) => {
    const people = (circle.members ?? []).flatMap((member) =>
      (member.kind === 'family' || member.kind === 'community') && member.id !== undefined ? [member.id] : [],
    );
    const inside: World = {
      ...outer,
      centre: fc.constant(circle.centre),
      childId: fc.constant(circle.child.id),
      memberId: pool(people),
      circleId: fc.constant(circle.id),
      planId: undefined,
      goalId: undefined,
      assessmentId: undefined,
      contactId: undefined,
    };
    return actionPlans(inside).chain((plan) => {
      const world = {
        ...inside,
        planId: fc.constant(plan.id),
        goalId: pool((plan.goals ?? []).flatMap(({ id }) => id ?? [])),
      };
      return record({
        prescription: socialPrescriptions(world),
        legal: legalReferrals(world),
        service: serviceReferrals(world),
      })
        .filter(({ prescription, legal, service }) => new Set([prescription.id, legal.id, service.id]).size === 3)
        .map((requests) => ({ circle, plan, ...requests }));
    });
  });
