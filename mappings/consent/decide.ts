import type { Basis, Disclosure, InformationKind, Invoked, Regime, Said } from './bases.ts';
import { birthDatesMeant } from './birth-dates.ts';
import { daysMeant, hasCome, hasPassed, nowAt } from './moments.ts';
import { type DenyReason, laterDeny, laterPermit, type PermitReason, sourcesOf } from './reasons.ts';
import { REGIMES } from './regimes.ts';
import type { SourceName } from './sources.ts';
import { permitsAnew, refuses, type Situation, takenBack, takesBack, weigh } from './weigh.ts';

/** Whether something may be shown, why, and on which articles that rests; a permission names the basis that opens it. */
export type Decision =
  | {
      readonly kind: 'permit';
      readonly reason: PermitReason;
      readonly ref: string;
      readonly sources: readonly SourceName[];
    }
  | { readonly kind: 'deny'; readonly reason: DenyReason; readonly sources: readonly SourceName[] };

type Outcome =
  | { readonly kind: 'permit'; readonly reason: PermitReason; readonly ref: string }
  | { readonly kind: 'deny'; readonly reason: DenyReason };

/**
 * Pure: whether a disclosure has a basis valid at a moment under one law (fhir.md §6). Denied unless something permits it; a partial or absent
 * birth date is decided for every date that it may mean, and the strictest holds. The order of the bases does not matter. To another province
 * that the centre has not assessed nobody’s word opens anything, and of what is invoked an emergency and an order alone.
 */
export function decide(regime: Regime, bases: readonly Basis[], disclosure: Disclosure, at: Date): Decision {
  const rules = REGIMES[regime];
  const now = nowAt(at, disclosure.timeZone);
  const said = bases.filter((basis): basis is Said => basis.kind === 'said');
  const moments = [
    ...said.map((it) => it.at),
    ...(disclosure.underWaySince === undefined ? [] : [disclosure.underWaySince]),
  ];
  const days = [now.day, ...moments.flatMap((moment) => daysMeant(moment, disclosure.timeZone))];
  const outcomes = birthDatesMeant(disclosure.birthDate, days).map((born) =>
    decideBorn(bases, { regime, rules, disclosure, now, born }),
  );
  const outcome = outcomes.reduce(stricter);
  return { ...outcome, sources: sourcesOf(outcome.reason, rules) };
}

function stricter(a: Outcome, b: Outcome): Outcome {
  if (a.kind === 'permit' && b.kind === 'permit') return laterPermit(a, b);
  if (a.kind === 'deny' && b.kind === 'deny') return { kind: 'deny', reason: laterDeny(a.reason, b.reason) };
  return a.kind === 'deny' ? a : b;
}

function decideBorn(bases: readonly Basis[], situation: Situation): Outcome {
  if (situation.disclosure.what === 'bare-cancellation')
    return { kind: 'permit', reason: 'bare-cancellation', ref: 'cancellation' };
  const invoked = bases.flatMap((basis) => (basis.kind === 'invoked' ? weighInvoked(basis, situation) : []));
  const opened = invoked.filter(isPermit);
  // What the law orders or allows in an emergency is not for a refusal to stop.
  if (opened.length > 0) return opened.reduce(stable);
  const spoken = weighSaid(
    bases.filter((basis): basis is Said => basis.kind === 'said'),
    situation,
  );
  const elsewhere: readonly Outcome[] = situation.disclosure.unassessedElsewhere ? [OTHER_PROVINCE] : [];
  return spoken.kind === 'permit' && elsewhere.length === 0
    ? spoken
    : [...invoked, ...elsewhere, spoken].reduce(stricter);
}

const OTHER_PROVINCE: Outcome = { kind: 'deny', reason: 'other-province' };

/**
 * What reaches another province that nobody assessed: an emergency does not wait (Québec exempts it from the assessment, P-39.1, s. 17 and 18
 * (7)), and an order has a court behind it. A duty leaves time to ask the privacy officer.
 */
const ELSEWHERE_TOO: ReadonlySet<Invoked['ground']> = new Set(['emergency', 'order']);

/**
 * The child’s own word first: their no stops everything, and where they decide alone their yes needs nobody else’s. What somebody took back
 * closes what was said before it, and is their no to what others say after it, until they permit it anew.
 */
function weighSaid(said: readonly Said[], situation: Situation): Outcome {
  const refusals = said.filter((it) => it.decision === 'refuse' && refuses(it, situation));
  if (refusals.some(({ by }) => by.kind === 'child')) return { kind: 'deny', reason: 'child-refused' };

  const permissions = said.filter(({ decision }) => decision === 'permit');
  const taken = takenBack(permissions, situation);
  const weighed = permissions.map((it): Outcome => {
    const weight = weigh(it, situation);
    if ('lacks' in weight) return { kind: 'deny', reason: weight.lacks };
    const isOwn = weight.holds === 'own-consent';
    const isTaken = taken.some((other) => takesBack(other, it, situation) && !(isOwn && other.by.kind !== 'child'));
    return isTaken ? { kind: 'deny', reason: 'withdrawn' } : { kind: 'permit', reason: weight.holds, ref: it.ref };
  });
  const opened = weighed.filter(isPermit);
  const own = opened.filter(({ reason }) => reason === 'own-consent');
  if (own.length > 0) return own.reduce(stable);
  if (refusals.length > 0) return { kind: 'deny', reason: opened.length > 0 ? 'disagreement' : 'refused' };
  const unanswered = taken.filter((it) => !permitsAnew(it, permissions, situation));
  if (opened.length > 0 && unanswered.length > 0)
    return {
      kind: 'deny',
      reason: unanswered.some(({ by }) => by.kind === 'child') ? 'child-refused' : 'disagreement',
    };
  if (opened.length > 0) return opened.reduce(stable);
  return weighed.reduce(stricter, { kind: 'deny', reason: 'no-basis' });
}

/** What an emergency may open: whom it is about, how to reach those who may consent, what care needs. */
const IN_EMERGENCY: readonly InformationKind[] = ['identity', 'safe-contact', 'circle', 'request', 'health'];

function weighInvoked(invoked: Invoked, { regime, disclosure, now }: Situation): readonly Outcome[] {
  const { ref, recipient, ground, at, until, purpose, information } = invoked;
  if (recipient !== disclosure.recipient) return [];
  const deny = (reason: DenyReason): readonly Outcome[] => [{ kind: 'deny', reason }];
  if (invoked.regime !== undefined && invoked.regime !== regime) return deny('other-regime');
  if (purpose !== undefined && purpose !== disclosure.purpose) return deny('other-purpose');
  if (information !== undefined && !disclosure.information.every((kind) => information.includes(kind)))
    return deny('other-information');
  if (!hasCome(at, now)) return deny('not-yet');
  if (ground === 'emergency') {
    if (until === undefined) return deny('emergency-without-end');
    const opens = disclosure.labels.length === 0 && disclosure.information.every((kind) => IN_EMERGENCY.includes(kind));
    if (!opens) return deny('emergency-not-this');
  }
  if (until !== undefined && hasPassed(until, now)) return deny('expired');
  if (disclosure.unassessedElsewhere && !ELSEWHERE_TOO.has(ground)) return [OTHER_PROVINCE];
  return [{ kind: 'permit', reason: ground, ref }];
}

const isPermit = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'permit' }> => outcome.kind === 'permit';

/** Of two bases that both open it, always the same one is named: the one that rests on most, then the first by its name. */
const stable = <T extends Extract<Outcome, { kind: 'permit' }>>(a: T, b: T): T =>
  a.reason === b.reason ? (b.ref < a.ref ? b : a) : laterPermit(a, b) === a ? b : a;
