import type { Chance } from '../../sandbox/seeded.ts';
import { aCircle, anAgreement, aPlan, aReferral, type Changes } from '../stack/concept-examples.ts';

export const CENTRE = 'hochelaga';

export type ConceptSent = 'care-circle' | 'consent' | 'action-plan' | 'service-referral';

/** One version of one concept, as a centre's application sends it. */
export interface Sending {
  readonly concept: ConceptSent;
  readonly id: string;
  readonly child: string;
  readonly version: number;
  readonly body: Changes;
}

/** What happens in one family, one step after the other. */
export type Step =
  /** Sent until it is acknowledged. */
  | { readonly kind: 'send'; readonly sending: Sending }
  /** The same, by so many clients at once. */
  | { readonly kind: 'at-once'; readonly sending: Sending; readonly clients: number }
  | { readonly kind: 'wait'; readonly ms: number };

/** What people at a partner do with a request, in this order. */
export type PartnerAct = 'acknowledge' | 'accept' | 'schedule' | 'start' | 'complete' | 'decline';

export interface Family {
  readonly child: string;
  /** When it begins: milliseconds after the start of the load. */
  readonly beginsMs: number;
  readonly steps: readonly Step[];
  /** By the id of the request. */
  readonly acts: Readonly<Record<string, readonly PartnerAct[]>>;
}

/** A request's id and version stand in its words, so that whoever receives it shows what they were given. */
export const markOf = (id: string, version: number): string => `${id}-v${version}`;

const FAMILIES_PER_MINUTE = 31;
/** The last ones have a little time before the faults stop. */
const LAST_BEGINS = 0.94;

/** Draws every family of a run. */
export function drawFamilies(chance: Chance, minutes: number, partners: readonly string[]): readonly Family[] {
  const count = Math.round(FAMILIES_PER_MINUTE * minutes);
  const everyMs = (minutes * 60_000 * LAST_BEGINS) / count;
  return Array.from({ length: count }, (_, n) =>
    drawFamily(chance, n, Math.round((n + chance.next()) * everyMs), partners),
  );
}

function drawFamily(chance: Chance, n: number, beginsMs: number, partners: readonly string[]): Family {
  const child = `child-${n}`;
  const circle = circles(chance, n, child);
  const plan = plans(chance, n, child);
  const requests = Array.from({ length: chance.happens(0.35) ? 2 : 1 }, (_, k) =>
    drawRequest(
      chance,
      `r${n}${'ab'[k] ?? ''}`,
      child,
      chance.one(partners),
      plan.length > 0 ? `plan-${n}` : undefined,
    ),
  );
  // A plan may come before the circle that it names, a request before its plan: each waits beside its lane.
  const [first, ...later] = [circle.slice(0, 1), plan.slice(0, 1)];
  const founding = chance.happens(0.15) ? [...later.flat(), ...(first ?? [])] : [...(first ?? []), ...later.flat()];
  const rest = interleaved(chance, [
    circle.slice(1),
    plan.slice(1),
    consents(chance, n, child),
    ...requests.map((it) => it.sent),
  ]);
  const steps = [...founding, ...rest].flatMap((sending) => drawSteps(chance, sending));
  return { child, beginsMs, steps, acts: Object.fromEntries(requests.map(({ id, acts }) => [id, acts])) };
}

/** Mostly sent once; sometimes again, sometimes by several at once. */
function drawSteps(chance: Chance, sending: Sending): readonly Step[] {
  const wait = { kind: 'wait', ms: chance.whole(0, 2_500) } as const;
  if (chance.happens(0.06)) return [{ kind: 'at-once', sending, clients: chance.whole(3, 6) }, wait];
  const send = { kind: 'send', sending } as const;
  return chance.happens(0.1) ? [send, wait, send] : [send, wait];
}

/** The order of each list is kept. */
function interleaved<T>(chance: Chance, lists: readonly (readonly T[])[]): readonly T[] {
  const turns = chance.shuffled(lists.flatMap((list, index) => list.map(() => index)));
  const next = lists.map((list) => list[Symbol.iterator]());
  return turns.flatMap((index) => {
    const drawn = next[index]?.next();
    return drawn === undefined || drawn.done === true ? [] : [drawn.value];
  });
}

/** In one of five a later version overtakes the one before it on its way here. */
const onTheWay = (chance: Chance, versions: readonly Sending[]): readonly Sending[] => {
  if (versions.length < 2 || !chance.happens(0.2)) return versions;
  const at = chance.whole(0, versions.length - 2);
  return [...versions.slice(0, at), ...versions.slice(at, at + 2).reverse(), ...versions.slice(at + 2)];
};

const versionsOf = (chance: Chance, most: number, make: (version: number) => Sending): readonly Sending[] =>
  Array.from({ length: chance.whole(1, most) }, (_, index) => make(index + 1));

function circles(chance: Chance, n: number, child: string): readonly Sending[] {
  const id = `circle-${n}`;
  const statuses = ['active', 'suspended'] as const;
  return onTheWay(
    chance,
    versionsOf(chance, 4, (version) => ({
      concept: 'care-circle',
      id,
      child,
      version,
      body: aCircle(id, child, { version, status: statuses[(version - 1) % 2] ?? 'active' }),
    })),
  );
}

function plans(chance: Chance, n: number, child: string): readonly Sending[] {
  if (chance.happens(0.3)) return [];
  const id = `plan-${n}`;
  return onTheWay(
    chance,
    versionsOf(chance, 2, (version) => ({
      concept: 'action-plan',
      id,
      child,
      version,
      body: aPlan(id, child, {
        version,
        circle: `circle-${n}`,
        goals: [
          { id: 'parler', words: `Se faire comprendre (${version})`, expressedBy: { kind: 'member', id: 'maman' } },
        ],
      }),
    })),
  );
}

function consents(chance: Chance, n: number, child: string): readonly Sending[] {
  if (chance.happens(0.7)) return [];
  const id = `consent-${n}`;
  const body = {
    id,
    version: 1,
    centre: CENTRE,
    child: { id: child },
    happenedAt: '2026-11-20T14:00:00-05:00',
    by: { kind: 'member', id: 'maman' },
    decision: 'permit',
    recipient: 'clsc-hochelaga',
    period: { start: '2026-11-20', end: '2027-11' },
    purpose: 'care',
    information: ['identity', 'development'],
    regime: 'qc-private',
    how: 'oral',
    said: { words: '« Oui. »', language: 'fr' },
    witness: { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté" },
  };
  return [{ concept: 'consent', id, child, version: 1, body }];
}

/** Most lives are short: the load is the centre’s, answers are what comes of it. */
const LENGTHS = [0, 1, 1, 2, 2, 3, 5] as const;
const LIFE: readonly PartnerAct[] = ['acknowledge', 'accept', 'schedule', 'start', 'complete'];

function drawRequest(chance: Chance, id: string, child: string, recipient: string, plan: string | undefined) {
  const active = versionsOf(chance, 3, (version) => referral(id, child, version, recipient, plan, 'active'));
  const revoked = chance.happens(0.2) ? [referral(id, child, active.length + 1, recipient, plan, 'revoked')] : [];
  const acts = chance.happens(0.15) ? ['decline' as const] : LIFE.slice(0, chance.one(LENGTHS));
  return { id, sent: onTheWay(chance, [...active, ...revoked]), acts };
}

const referral = (
  id: string,
  child: string,
  version: number,
  recipient: string,
  plan: string | undefined,
  status: 'active' | 'revoked',
): Sending => ({
  concept: 'service-referral',
  id,
  child,
  version,
  body: aReferral(id, child, {
    version,
    status,
    recipient,
    what: `Évaluation du langage ${markOf(id, version)}`,
    agreements: [anAgreement(recipient)],
    ...(plan !== undefined && { plan, goals: ['parler'] }),
  }),
});
