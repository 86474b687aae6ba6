import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { surelyAfter } from '../../../mappings/consent/moments.ts';
import type { CareCircle, Member } from '../../../mappings/domain/concepts.ts';

/** Who takes over from a pivot who leaves. */
export interface Successor {
  readonly id: string;
  /** As the circle is to name them, where they are not in it yet. */
  readonly name?: string;
}

export interface Leaving {
  readonly professional: string;
  /** Date from which they are no longer there. */
  readonly from: string;
  readonly timeZone: string;
}

/** What becomes of a circle when one of its professionals leaves. */
export type HandOver =
  /** They are not in it, have left it already, or the circle is closed. */
  | { readonly kind: 'nothing' }
  /** They hold its thread, and nobody was named to take it. */
  | { readonly kind: 'no-successor' }
  /** `wasPivot`: the thread passes to the successor; else only their time in the circle ends. */
  | { readonly kind: 'revised'; readonly wasPivot: boolean; readonly circle: Identified<CareCircle> };

/**
 * The circle as it stands from then on: their time in it ends, and where they held its thread the successor’s begins. Doing it twice changes
 * nothing more. A pivot stays as long as nobody takes over: a child is never without one in silence.
 */
export function handedOver(
  circle: Identified<CareCircle>,
  { professional, from, timeZone }: Leaving,
  successor: Successor | undefined,
): HandOver {
  if (circle.status === 'inactive' || circle.status === 'entered-in-error') return { kind: 'nothing' };
  const wasPivot = circle.pivot === professional;
  const stays = ({ period }: Member): boolean => period?.end === undefined || surelyAfter(period.end, from, timeZone);
  const members = circle.members ?? [];
  const isLeaver = (member: Member): boolean =>
    member.kind === 'professional' && member.id === professional && stays(member);
  const leaver = members.find(isLeaver);
  if (!wasPivot && leaver === undefined) return { kind: 'nothing' };
  if (wasPivot && successor === undefined) return { kind: 'no-successor' };
  const without = members.map(
    (member): Member => (isLeaver(member) ? { ...member, period: { ...member.period, end: from } } : member),
  );
  const next = wasPivot && successor !== undefined ? withSuccessor(without, successor, leaver, from, stays) : without;
  return {
    kind: 'revised',
    wasPivot,
    circle: {
      ...circle,
      happenedAt: from,
      ...(next.length > 0 && { members: next }),
      ...(wasPivot && successor !== undefined && { pivot: successor.id }),
    },
  };
}

/** Who was in the circle at one time and had left it comes back; a newcomer stands in the pillar of whom they follow. */
function withSuccessor(
  members: readonly Member[],
  { id, name }: Successor,
  leaver: Member | undefined,
  from: string,
  stays: (member: Member) => boolean,
): readonly Member[] {
  const isSuccessor = (member: Member): boolean => member.id === id;
  if (members.some((member) => isSuccessor(member) && stays(member))) return members;
  if (members.some(isSuccessor))
    return members.map((member) => (isSuccessor(member) ? { ...member, period: { start: from } } : member));
  const newcomer: Member = {
    kind: 'professional',
    id,
    name: name ?? id,
    ...(leaver?.pillar !== undefined && { pillar: leaver.pillar }),
    period: { start: from },
  };
  return [...members, newcomer];
}
