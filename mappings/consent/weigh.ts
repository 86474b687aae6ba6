import type { Disclosure, Giver, InformationKind, Regime, Said } from './bases.ts';
import { birthday, daysAfter, daysMeant, hasCome, hasPassed, type Now, surelyAfter } from './moments.ts';
import type { DenyReason, PermitReason } from './reasons.ts';
import { MAJORITY, type RegimeRules } from './regimes.ts';

/** Everything against which one thing said is weighed, for one birth date that may be the child’s. */
export interface Situation {
  readonly regime: Regime;
  readonly rules: RegimeRules;
  readonly disclosure: Disclosure;
  readonly now: Now;
  readonly born: string;
}

type Weight =
  | { readonly holds: Extract<PermitReason, 'own-consent' | 'others-consent' | 'under-way'> }
  | { readonly lacks: DenyReason };

/** Whether a permission opens this disclosure now, by itself; else the first thing that it lacks. */
export function weigh(said: Said, situation: Situation): Weight {
  const lacks = lacksInTerms(said, situation);
  if (lacks !== undefined) return { lacks };
  const weight = said.by.kind === 'child' ? weighOwn(said, situation) : weighOthers(said, said.by, situation);
  if ('lacks' in weight) return weight;
  if (lacksExpression(said, situation)) return { lacks: 'not-express' };
  return said.status === 'withdrawn' ? { lacks: 'withdrawn' } : weight;
}

/** What a permission lacks whoever gave it: it is for something else, or for another time. */
function lacksInTerms(said: Said, { regime, disclosure, now }: Situation): DenyReason | undefined {
  const lacks =
    (said.recipient !== disclosure.recipient && 'other-recipient') ||
    (said.status === 'entered-in-error' && 'entered-in-error') ||
    (said.status === 'proposed' && 'not-answered') ||
    (said.regime !== undefined && said.regime !== regime && 'other-regime') ||
    (!sharesPurpose(said, disclosure) && 'other-purpose') ||
    (!coversAll(said, disclosure.information) && 'other-information') ||
    (!hasBegun(said, now) && 'not-yet') ||
    (said.period?.end !== undefined && hasPassed(said.period.end, now) && 'expired');
  return lacks || undefined;
}

/** Capacity is asked of when it was said and of now: nobody grows into a consent given too young. */
function weighOwn(said: Said, { rules, now, born }: Situation): Weight {
  const since = birthday(born, rules.childFrom);
  // Where no age is asked none is counted: capacity is presumed, and who doubts it does not write the child’s word down as a consent.
  const isOld = rules.childFrom === 0 || (since <= now.day && since <= daysMeant(said.at, now.timeZone)[0]);
  return isOld ? { holds: 'own-consent' } : { lacks: 'too-young' };
}

function weighOthers(said: Said, by: Exclude<Giver, { kind: 'child' }>, situation: Situation): Weight {
  const { rules, now, born, disclosure } = situation;
  if (by.kind === 'other' || by.role === undefined) return { lacks: 'no-role' };
  if (!rules.others.includes(by.role)) return { lacks: 'delegation-not-enough' };
  if (!isInRole(by, said.at, now)) return { lacks: 'role-ended' };
  if (birthday(born, MAJORITY) <= now.day) return { lacks: 'adult-decides' };
  if (disclosure.labels.includes('asked-alone')) return { lacks: 'asked-alone' };
  if (now.day < birthday(born, rules.othersUntil)) return { holds: 'others-consent' };
  return goesOn(said, situation) ? { holds: 'under-way' } : { lacks: 'young-person-decides' };
}

/** No cliff at the birthday: what its recipient already had goes on for a time; nothing new is opened, and nothing restricted goes on. */
function goesOn({ at }: Said, { rules, now, born, disclosure }: Situation): boolean {
  const { underWaySince, labels } = disclosure;
  const onThatDay = birthday(born, rules.othersUntil);
  return (
    underWaySince !== undefined &&
    labels.length === 0 &&
    surelyAfter(onThatDay, underWaySince, now.timeZone) &&
    surelyAfter(onThatDay, at, now.timeZone) &&
    now.day < daysAfter(onThatDay, rules.graceDays)
  );
}

/** Whether a refusal that stands bears on this disclosure; whoever refused, unless it is known that it is no longer theirs to say. */
export function refuses(said: Said, situation: Situation): boolean {
  const { now, disclosure } = situation;
  return (
    said.status === 'active' &&
    bearsOn(said, disclosure) &&
    hasBegun(said, now) &&
    !(said.period?.end !== undefined && hasPassed(said.period.end, now)) &&
    mayRefuse(said.by, situation)
  );
}

/** What somebody took back, and who. */
export interface TakenBack {
  readonly at: string;
  readonly by: Giver;
}

/** The withdrawals that bear on this disclosure, of whoever may still say no. */
export const takenBack = (permissions: readonly Said[], situation: Situation): readonly TakenBack[] =>
  permissions.flatMap(({ withdrawal, by, ...said }): readonly TakenBack[] =>
    withdrawal !== undefined &&
    said.status === 'withdrawn' &&
    bearsOn(said, situation.disclosure) &&
    mayRefuse(withdrawal.by ?? by, situation)
      ? [{ at: withdrawal.at, by: withdrawal.by ?? by }]
      : [],
  );

/** Whether a withdrawal takes a permission with it: whatever was said before it, by whomever, unless it was surely said after. */
export const takesBack = ({ at }: TakenBack, permission: Said, { now }: Situation): boolean =>
  !surelyAfter(permission.at, at, now.timeZone);

/** Whether who took something back has permitted all of this anew; until then theirs is a no, as any other. */
export const permitsAnew = ({ at, by }: TakenBack, permissions: readonly Said[], situation: Situation): boolean =>
  permissions.some(
    (said) =>
      said.status === 'active' &&
      isSame(said.by, by) &&
      surelyAfter(said.at, at, situation.now.timeZone) &&
      lacksInTerms(said, situation) === undefined,
  );

/** Of anybody else it is not known who they are. */
const isSame = (one: Giver, other: Giver): boolean =>
  one.kind === 'member'
    ? other.kind === 'member' && one.id === other.id
    : one.kind === 'child' && other.kind === 'child';

function mayRefuse(by: Giver, { now, born }: Situation): boolean {
  if (by.kind === 'child') return true;
  if (birthday(born, MAJORITY) <= now.day) return false;
  return !(by.kind === 'member' && by.until !== undefined && hasPassed(by.until, now));
}

const bearsOn = (said: Pick<Said, 'recipient' | 'purpose' | 'information'>, disclosure: Disclosure): boolean =>
  said.recipient === disclosure.recipient &&
  sharesPurpose(said, disclosure) &&
  coversSome(said, disclosure.information);

const sharesPurpose = ({ purpose }: Pick<Said, 'purpose'>, disclosure: Disclosure): boolean =>
  purpose === 'any' || purpose === disclosure.purpose;

const coversAll = ({ information }: Said, shown: readonly InformationKind[]): boolean =>
  information === 'all' || shown.every((kind) => information.includes(kind));

const coversSome = ({ information }: Pick<Said, 'information'>, shown: readonly InformationKind[]): boolean =>
  information === 'all' || shown.some((kind) => information.includes(kind));

const hasBegun = ({ at, period }: Said, now: Now): boolean =>
  hasCome(at, now) && (period?.start === undefined || hasCome(period.start, now));

/** In the role when it was said, and still. */
const isInRole = ({ from, until }: Extract<Giver, { kind: 'member' }>, at: string, now: Now): boolean =>
  !(from !== undefined && (surelyAfter(from, at, now.timeZone) || !hasCome(from, now))) &&
  !(until !== undefined && (surelyAfter(at, until, now.timeZone) || hasPassed(until, now)));

const lacksExpression = ({ how }: Said, { rules, disclosure }: Situation): boolean =>
  rules.express && !disclosure.inHealthCare && how === undefined;
