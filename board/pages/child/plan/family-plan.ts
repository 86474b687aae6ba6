import type { ActionPlan, CareCircle, PlanAction, Who } from '../../../../mappings/domain/concepts.ts';
import { nameInWords } from '../../../texts/name-in-words.ts';
import type { Day } from '../calendar.ts';
import { type PersonAround, peopleAround, presenceOn } from '../circle/people-around.ts';

/** Who does something: the child, somebody by name, a service of the centre. */
export type Doer =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'somebody' }
  | { readonly kind: 'service'; readonly service: Extract<PlanAction, { kind: 'centre-service' }>['service'] };

export interface Doing {
  readonly key: string;
  readonly what?: string;
  readonly who: Doer;
  readonly byWhen?: string;
  readonly isDone: boolean;
}

export interface FamilyGoal {
  readonly key: string;
  readonly words: string;
  readonly saidBy?: Doer;
  readonly dueDate?: string;
  readonly isReached: boolean;
  readonly doings: readonly Doing[];
}

/** A plan as its family reads it: what goes well comes first; nothing that was given up, and nobody who has left the circle. */
export interface FamilyPlan {
  readonly title?: string;
  readonly agreedOn: string;
  readonly strengths: readonly string[];
  readonly understoodTogether?: string;
  readonly rights: readonly { readonly article?: number; readonly words?: string }[];
  readonly goals: readonly FamilyGoal[];
  /** What serves none of these goals by name. */
  readonly otherDoings: readonly Doing[];
  readonly meetAgainOn?: string;
  readonly note?: string;
  /** How many things stand in the plan whose person has left the circle: to be looked at again together, not to be printed. */
  readonly leftToLookAt: number;
}

type Circle = Pick<CareCircle, 'child' | 'members' | 'pivot'>;

/** `today`: who has left the circle by then is not named. Without a circle people are named as the plan names them. */
export function familyPlan(plan: ActionPlan, circle: Circle | undefined, today: Day): FamilyPlan {
  const around = circle === undefined ? [] : peopleAround(circle);
  const people = new Map(around.map((person) => [idIn(person), person]));
  const known: KnownPeople = { people, childName: circle && givenNameOf(circle.child.name), today };
  const goals = (plan.goals ?? []).filter(({ status }) => status !== 'cancelled');
  const wanted = (plan.actions ?? []).filter(({ status }) => status !== 'cancelled');
  const standing = wanted.filter((action) => action.kind !== 'commitment' || !hasLeft(action.who, known));
  const doings = standing.map((action, nth) => ({ action, doing: doingOf(action, nth, known) }));
  const goalIds = new Set(goals.flatMap(({ id }) => id ?? []));
  return {
    ...(plan.title !== undefined && { title: plan.title }),
    agreedOn: plan.happenedAt,
    strengths: (plan.strengths ?? []).map(({ words }) => words),
    ...(plan.understoodTogether !== undefined && { understoodTogether: plan.understoodTogether }),
    rights: plan.rights ?? [],
    goals: goals.map(({ id, words, expressedBy, dueDate, status }, nth) => ({
      key: id ?? `goal-${nth}`,
      words,
      ...(expressedBy !== undefined && !hasLeft(expressedBy, known) && { saidBy: doerOf(expressedBy, known) }),
      ...(dueDate !== undefined && { dueDate }),
      isReached: status === 'completed',
      doings: doings.flatMap(({ action, doing }) => (id !== undefined && action.goals?.includes(id) ? doing : [])),
    })),
    otherDoings: doings.flatMap(({ action, doing }) => (action.goals?.some((goal) => goalIds.has(goal)) ? [] : doing)),
    ...(plan.followUpOn !== undefined && { meetAgainOn: plan.followUpOn }),
    ...(plan.note !== undefined && { note: plan.note }),
    leftToLookAt: wanted.length - standing.length,
  };
}

interface KnownPeople {
  readonly people: ReadonlyMap<string, PersonAround>;
  readonly childName: string | undefined;
  readonly today: Day;
}

/** A person’s key without the ring that it begins with. */
const idIn = ({ key, ring }: PersonAround): string => key.slice(ring.length + 1);

const givenNameOf = (name: CareCircle['child']['name']): string => name.given?.[0] ?? nameInWords(name);

/** By the circle alone: whom it does not name was not seen to leave. */
function hasLeft(who: Who, { people, today }: KnownPeople): boolean {
  const person = 'id' in who ? people.get(who.id) : undefined;
  return person !== undefined && presenceOn(person, today) === 'left';
}

function doerOf(who: Who, { people, childName }: KnownPeople): Doer {
  if (who.kind === 'child') return childName === undefined ? { kind: 'somebody' } : { kind: 'child', name: childName };
  const name = ('id' in who ? people.get(who.id)?.name : undefined) ?? who.name;
  return name === undefined ? { kind: 'somebody' } : { kind: 'person', name };
}

function doingOf(action: PlanAction, nth: number, known: KnownPeople): Doing {
  const { id, what, byWhen, status } = action;
  return {
    key: id ?? `doing-${nth}`,
    ...(what !== undefined && { what }),
    who: action.kind === 'commitment' ? doerOf(action.who, known) : { kind: 'service', service: action.service },
    ...(byWhen !== undefined && { byWhen }),
    isDone: status === 'completed',
  };
}
