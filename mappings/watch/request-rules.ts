import { hasBegun, isStopAsked } from '../domain/last-word.ts';
import { EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import type { Day } from '../ledger/day.ts';
import { dayOfMoment } from '../ledger/local-day.ts';
import type { ChildSeen, RequestSeen } from './child-seen.ts';
import type { Found, WatchRule } from './watch-rule.ts';
import { workingDaysAfter } from './work-calendar.ts';

/** Days from the acceptance to the first service, as the CLSC gives them after its intake (MSSS, cadre de référence, 7.03 and 7.04). */
export const PRIORITY_DAYS: Readonly<Record<string, number>> = { P1: 2, P2: 10, P3: 30, P4: 90 };
export const ANSWER_WORKING_DAYS = 5;
export const ON_HOLD_WORKING_DAYS = 5;
export const OUTCOME_WORKING_DAYS = 5;
export const EVALUATION_DAYS = 30;
export const TELL_FAMILY_WORKING_DAYS = 5;
export const NOT_SENT_WORKING_DAYS = 1;

/** What a recipient says that is an answer: that it received it is none yet. */
export const ANSWERS: ReadonlySet<string | undefined> = new Set([
  'accepted',
  'declined',
  'waitlisted',
  'scheduled',
  'started',
  'awaiting-information',
  'completed',
  'failed',
]);
/** How it ended, as far as the family must be told. */
const ENDS: ReadonlySet<string | undefined> = new Set(['completed', 'failed', 'cancelled']);
/** What says that it was accepted. */
export const ACCEPTING: ReadonlySet<string | undefined> = new Set(['accepted', 'waitlisted', 'scheduled']);

/** The day after so many working days of its partner. */
const after = (day: Day, count: number, { isWorked }: RequestSeen): Day => workingDaysAfter(day, count, isWorked) + 1;

const eachRequest =
  (find: (request: RequestSeen, seen: ChildSeen) => Day | undefined) =>
  (seen: ChildSeen): readonly Found[] =>
    seen.requests.flatMap((request) => {
      const since = find(request, seen);
      return since === undefined ? [] : [{ focus: request.task, since }];
    });

const lastOf = ({ acts }: RequestSeen, what: (act: string | undefined) => boolean) =>
  acts.findLast(({ act }) => what(act));

/** Rules about one request at its recipient. */
export const REQUEST_RULES = {
  'not-sent': {
    urgency: 1,
    when: {
      fr: 'une demande que la famille a acceptée, ou la version qui corrige celle que le destinataire a reçue, est inscrite depuis plus d’un jour ouvrable et n’est pas partie',
      en: 'a request that the family agreed to, or the version that corrects the one that its recipient was given, has been on record for more than one working day and has not left',
    },
    todo: {
      fr: 'Téléphonez au destinataire, ou imprimez la page et notez son départ.',
      en: 'Telephone the recipient, or print the page and write down that it left.',
    },
    find: eachRequest((it, { scope }) => {
      if (it.revisedOn !== undefined && !isStopAsked(it.task)) return after(it.revisedOn, NOT_SENT_WORKING_DAYS, it);
      const asked = Date.parse(it.task.authoredOn ?? '');
      const isUnsent = it.sentOn === undefined && it.task.status === 'requested' && it.acts.length === 0;
      return isUnsent && !Number.isNaN(asked) ? after(scope.localDay(asked), NOT_SENT_WORKING_DAYS, it) : undefined;
    }),
  },
  silent: {
    urgency: 2,
    when: {
      fr: 'une demande partie reste sans réponse au-delà du délai convenu avec le partenaire (cinq jours ouvrables sans entente) ; un accusé de réception n’est pas une réponse',
      en: 'a request that left has no answer beyond the delay agreed with the partner (five working days without one); an acknowledgement is no answer',
    },
    todo: {
      fr: 'Téléphonez au destinataire et notez ce qu’il répond.',
      en: 'Telephone the recipient and write down what they answer.',
    },
    find: eachRequest((it) => {
      const { task, sentOn, acts, delays, isEnrolled } = it;
      const waits = (task.status === 'requested' || task.status === 'received') && !isEnrolled;
      if (!waits || sentOn === undefined || isStopAsked(task) || acts.some(({ act }) => ANSWERS.has(act)))
        return undefined;
      return after(sentOn, delays.answerWorkingDays ?? ANSWER_WORKING_DAYS, it);
    }),
  },
  late: {
    urgency: 1,
    when: {
      fr: 'une demande acceptée n’a pas commencé après le délai de la priorité donnée par le CLSC (P1 : 2 jours, P2 : 10, P3 : 30, P4 : 90), sinon après le délai habituel du partenaire ; pas si un rendez-vous est à venir',
      en: 'a request that was accepted has not begun after the delay of the priority that the CLSC gave (P1: 2 days, P2: 10, P3: 30, P4: 90), else after the partner’s usual delay; not if an appointment is to come',
    },
    todo: {
      fr: 'Demandez au destinataire quand le service commence ; dites-le à la famille.',
      en: 'Ask the recipient when the service begins; tell the family.',
    },
    find: eachRequest((it, { scope }) => {
      const { task, acts, delays, met } = it;
      const accepted = acts.find(({ act }) => ACCEPTING.has(act));
      const priority = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
      const days = PRIORITY_DAYS[priority ?? ''] ?? delays.firstServiceDays;
      if (task.status !== 'accepted' || accepted === undefined || days === undefined || met || hasBegun(task))
        return undefined;
      return appointmentOf(it, scope.localDay) >= scope.today ? undefined : accepted.happened + days + 1;
    }),
  },
  'on-hold': {
    urgency: 2,
    when: {
      fr: 'le destinataire a mis la demande en pause depuis plus de cinq jours ouvrables, sans date de reprise, et rien ne lui a été envoyé depuis',
      en: 'the recipient put the request on hold more than five working days ago, with no date to resume, and was sent nothing since',
    },
    todo: {
      fr: 'Voyez ce qui manque au destinataire, donnez-le ou convenez d’une date.',
      en: 'See what the recipient lacks, give it or agree on a date.',
    },
    find: eachRequest((it, { scope }) => {
      const paused = lastOf(it, (act) => act === 'awaiting-information');
      if (it.loop.why !== 'awaiting-information' || paused === undefined) return undefined;
      return appointmentOf(it, scope.localDay) >= scope.today
        ? undefined
        : after(paused.happened, ON_HOLD_WORKING_DAYS, it);
    }),
  },
  declined: {
    urgency: 1,
    when: {
      fr: 'un partenaire a refusé, et rien d’autre n’a été demandé depuis pour le même besoin ; ce que la famille refuse n’est pas un constat',
      en: 'a partner declined, and nothing else was asked since for the same need; what the family refuses is no finding',
    },
    todo: {
      fr: 'Proposez une autre ressource à la famille, ou dites-lui comment cela a fini.',
      en: 'Propose another resource to the family, or tell them how it ended.',
    },
    find: eachRequest((it, seen) => {
      const declined = lastOf(it, (act) => act === 'declined');
      if (it.loop.why !== 'declined-nothing-proposed' || declined === undefined) return undefined;
      return isAskedElsewhere(it, declined.happened, seen) ? undefined : declined.happened;
    }),
  },
  'no-outcome': {
    urgency: 3,
    when: {
      fr: 'un service est rendu depuis plus de cinq jours ouvrables et son résultat n’est pas noté',
      en: 'a service was given more than five working days ago and its outcome is not written down',
    },
    todo: {
      fr: 'Demandez au destinataire ce qui en est résulté, et notez-le.',
      en: 'Ask the recipient what came of it, and write it down.',
    },
    find: eachRequest((it) => {
      const done = lastOf(it, (act) => act === 'completed');
      if (it.task.status !== 'completed' || it.hasOutcome || it.isEvaluated || done === undefined) return undefined;
      return after(done.happened, OUTCOME_WORKING_DAYS, it);
    }),
  },
  'not-evaluated': {
    urgency: 3,
    when: {
      fr: 'une prescription sociale est terminée depuis plus de trente jours et les facteurs de protection n’ont pas été cotés après',
      en: 'a social prescription ended more than thirty days ago and protective factors were not rated afterwards',
    },
    todo: {
      fr: 'Cotez avec l’enfant et la famille ce qui a changé.',
      en: 'Rate with the child and the family what has changed.',
    },
    find: eachRequest((it) => {
      const done = lastOf(it, (act) => act === 'completed');
      if (it.kind !== 'social-prescription' || it.task.status !== 'completed' || it.isEvaluated) return undefined;
      return done && done.happened + EVALUATION_DAYS + 1;
    }),
  },
  'family-not-told': {
    urgency: 2,
    when: {
      fr: 'la fin d’une demande est sue depuis plus de cinq jours ouvrables et il n’est pas écrit que la famille le sait',
      en: 'the end of a request has been known for more than five working days and it is not written that the family knows',
    },
    todo: {
      fr: 'Dites à l’enfant ou au parent comment cela a fini, et notez-le.',
      en: 'Tell the child or the parent how it ended, and write it down.',
    },
    find: eachRequest((it, { scope }) => {
      const end = it.acts.findLast(({ act, untold }) => ENDS.has(act) || untold === true);
      const isOpen =
        it.loop.why === 'family-not-told' || (it.loop.why === 'agreement-taken-back' && end?.untold === true);
      // It was told on that day or later, whichever of the two was written down first.
      const isTold = it.acts.some(({ act, happened }) => act === 'family-told' && happened >= (end?.happened ?? 0));
      if (!isOpen || isTold) return undefined;
      const { known } = end ?? {};
      return known === undefined ? undefined : after(scope.localDay(known), TELL_FAMILY_WORKING_DAYS, it);
    }),
  },
  contradictory: {
    urgency: 1,
    when: {
      fr: 'ce qu’un système dit d’une demande contredit ce qu’une personne avait noté, et rien n’a été noté depuis',
      en: 'what a system says of a request contradicts what a person had written down, and nothing was written down since',
    },
    todo: {
      fr: 'Demandez au destinataire ce qui est vrai, et notez-le.',
      en: 'Ask the recipient what is true, and write it down.',
    },
    find: eachRequest((it, { scope }) => {
      const [latest] = [...it.acts].sort((a, b) => b.known - a.known);
      return latest?.contradicts === true ? scope.localDay(latest.known) : undefined;
    }),
  },
} as const satisfies Readonly<Record<string, WatchRule>>;

/** The day of the last appointment that its recipient gave; before everything where there is none. */
function appointmentOf({ task }: RequestSeen, localDay: (instantMs: number) => Day): Day {
  const at = task.output?.findLast(({ type }) => type.coding?.[0]?.code === 'appointment')?.valueDateTime;
  return at === undefined ? Number.NEGATIVE_INFINITY : dayOfMoment(at, localDay);
}

/** Somebody else was asked since for a need that it serves, or for what it asked. */
function isAskedElsewhere(declined: RequestSeen, since: Day, { requests, scope }: ChildSeen): boolean {
  const goals = goalsOf(declined.request);
  return requests.some(
    ({ request, task }) =>
      request !== declined.request &&
      scope.localDay(Date.parse(task.authoredOn ?? '')) >= since &&
      goalsOf(request).some((goal) => goals.includes(goal)),
  );
}

const goalsOf = ({ extension = [] }: fhir4.ServiceRequest): readonly string[] =>
  extension.flatMap(({ url, valueReference }) =>
    url === FOREIGN.pertainsToGoal ? (valueReference?.identifier?.value ?? []) : [],
  );
