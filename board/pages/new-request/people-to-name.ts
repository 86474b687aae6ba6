import type { CareCircle, Member, Who } from '../../../mappings/domain/concepts.ts';
import { nameInWords } from '../../texts/name-in-words.ts';

/** Somebody of the circle who can be called, or who can agree. */
export interface PersonToName {
  /** `child`, or the member’s number in the circle. */
  readonly key: string;
  readonly name: string;
  readonly who: Who;
  /** Has a say in law: parental authority, tutor, delegated. */
  readonly decides: boolean;
}

/** The child’s family and those around them, who are there on this day; who decides for the child first. Professionals neither agree nor are called. */
export function peopleToName({ child, members = [] }: CareCircle, today: string): readonly PersonToName[] {
  const around = members
    .filter(isNear)
    .filter(({ period }) => period?.end === undefined || period.end.slice(0, today.length) > today)
    .map((member, nth) => personOf(member, nth));
  return [
    ...around.filter(({ decides }) => decides),
    { key: 'child', name: nameInWords(child.name), who: { kind: 'child' }, decides: false },
    ...around.filter(({ decides }) => !decides),
  ];
}

type Near = Extract<Member, { kind: 'family' | 'community' }>;
const isNear = (member: Member): member is Near => member.kind === 'family' || member.kind === 'community';

function personOf({ id, name, legalRole }: Near, nth: number): PersonToName {
  const called = nameInWords(name);
  return {
    key: id ?? `member-${nth}`,
    name: called,
    who: id === undefined ? { kind: 'person', name: called } : { kind: 'member', id, name: called },
    decides: legalRole !== undefined,
  };
}
