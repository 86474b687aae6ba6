import type { ActionPlan } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { addDays, type Day } from './days.ts';
import type { Need } from './need.ts';
import { say, type Thread, type Told } from './told.ts';

/** A need that was agreed, and how and when it ended. */
export interface Goal {
  readonly id: string;
  readonly need: Need;
  readonly agreedOn: Day;
  readonly ended?: { readonly on: Day; readonly status: 'completed' | 'cancelled' };
}

/** One rewriting of the plan: what stood in it that day. */
export interface PlanRevision {
  readonly version: number;
  readonly day: Day;
  readonly goals: readonly Goal[];
  /** The last reading that it follows. */
  readonly assessment: string;
  /** Whether somebody of the centre goes along to appointments. */
  readonly goesAlong?: boolean;
  readonly status?: 'active' | 'completed';
}

/** The plan as child, family and team agreed it that day: what has ended says so, what is not agreed yet is not there. */
export function writePlan(told: Told, row: Thread, revision: PlanRevision): void {
  const { version, day, goals, assessment, status = 'active', goesAlong = false } = revision;
  const agreed = goals.filter(({ agreedOn }) => agreedOn <= day);
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'action-plan',
    id: told.plan,
    body: {
      version,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      status,
      title: say(told, TITLE),
      author: told.pivot(day),
      contributors: [{ kind: 'child' }, told.guardian],
      circle: told.circle,
      assessment,
      goals: agreed.map((goal) => goalOn(told, goal, day, status)),
      actions: actionsOf(told, agreed, day, goesAlong),
      ...(status === 'active' && { followUpOn: addDays(day, 150) }),
    },
  }));
}

type PlanGoal = NonNullable<ActionPlan['goals']>[number];
type PlanAction = NonNullable<ActionPlan['actions']>[number];

function goalOn(told: Told, { id, need, agreedOn, ended }: Goal, day: Day, plan: 'active' | 'completed'): PlanGoal {
  const isOver = ended !== undefined && ended.on <= day;
  return {
    id,
    words: say(told, need.words),
    expressedBy: need.saidBy === 'child' ? { kind: 'child' } : told.guardian,
    category: need.category,
    status: isOver ? ended.status : plan === 'completed' ? 'cancelled' : 'active',
    agreedOn,
  };
}

function actionsOf(told: Told, agreed: readonly Goal[], day: Day, goesAlong: boolean): readonly PlanAction[] {
  const goals = agreed.map(({ id }) => id);
  return [
    {
      kind: 'centre-service',
      id: 'suivi',
      service: 'psychosocial',
      // That somebody calls holds no need by itself.
      what: say(told, FOLLOW_UP),
      status: 'in-progress',
    },
    ...(goesAlong
      ? ([
          {
            kind: 'commitment',
            id: 'accompagner',
            what: say(told, GO_ALONG),
            who: told.pivot(day),
            goals,
            status: 'in-progress',
          },
        ] as const)
      : []),
  ];
}

const TITLE: Bilingual = { fr: 'Ce que nous faisons ensemble', en: 'What we do together' };
const FOLLOW_UP: Bilingual = {
  fr: 'Un appel ou une visite, tous les deux mois',
  en: 'A call or a visit every two months',
};
const GO_ALONG: Bilingual = { fr: 'Accompagner aux rendez-vous', en: 'Go along to appointments' };
