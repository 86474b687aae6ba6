import type { APPOINTMENT_ROLES } from '../../profiles/codes/contacts.ts';
import { codingsOf } from '../concepts/code-map.ts';
import { periodFrom } from '../concepts/period.ts';
import { isUnderWay, partnerIn } from '../domain/current-task.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../domain/systems.ts';
import type { Day } from '../ledger/day.ts';
import { birthday } from '../ledger/goal-facts.ts';
import { dayOfMoment } from '../ledger/local-day.ts';
import { placeOf } from '../ledger/traces.ts';
import type { ChildSeen, NeedSeen, RequestSeen } from './child-seen.ts';
import type { Found, WatchRule } from './watch-rule.ts';
import { isWorkingDay, schoolEntry, workingDaysAfter } from './work-calendar.ts';

export const NEED_OPEN_WORKING_DAYS = 10;
export const APPOINTMENT_DAYS = 2;
export const BASIS_ENDS_DAYS = 30;
export const SIPPE_ENDS_DAYS = 120;
export const MEET_BEFORE_14_DAYS = 90;
export const CENTRE_ENDS_DAYS = 180;

/** Rules about a child’s needs, appointments, consents and ages. */
export const CHILD_RULES = {
  'nobody-along': {
    urgency: 1,
    when: {
      fr: 'un rendez-vous fixé pour une demande est dans deux jours ou moins, quelqu’un devait y aller avec l’enfant et personne n’a dit oui',
      en: 'an appointment made for a request is in two days or less, somebody was to go along with the child and nobody said yes',
    },
    todo: {
      fr: 'Trouvez qui ira avec l’enfant.',
      en: 'Find who goes along with the child.',
    },
    find: ({ appointments, requests, scope: { today, localDay } }) =>
      appointments.flatMap((it): readonly Found[] => {
        if (it.status !== 'booked' || it.start === undefined) return [];
        const day = localDay(Date.parse(it.start));
        const along = it.participant.filter(({ type }) => isGoingAlong(type));
        const isAlone = along.length > 0 && along.every(({ status }) => status !== 'accepted');
        const focus = requests.find(({ request }) =>
          it.basedOn?.some(({ reference }) => reference === placeOf(request)),
        );
        return isAlone && day >= today && focus !== undefined
          ? [{ focus: focus.task, since: day - APPOINTMENT_DAYS }]
          : [];
      }),
  },
  'need-open': {
    urgency: 2,
    when: {
      fr: 'personne ne porte un besoin convenu depuis plus de dix jours ouvrables, et aucune demande n’est en cours ; pas si la famille a mis fin à ce qui était demandé',
      en: 'nobody has held an agreed need for more than ten working days, and no request is under way; not if the family ended what was asked',
    },
    todo: {
      fr: 'Demandez à quelqu’un de le porter, ou relisez ce but avec la famille.',
      en: 'Ask somebody to hold it, or read this goal again with the family.',
    },
    find: (seen) =>
      seen.needs.flatMap((need): readonly Found[] => {
        const { goal, last } = need;
        if (last.state !== 'open' || isFamilys(need, seen) || isTold(need, seen)) return [];
        return [{ focus: goal, since: workingDaysAfter(last.from, NEED_OPEN_WORKING_DAYS, workedBy(seen)) + 1 }];
      }),
  },
  'basis-ends': {
    urgency: 2,
    when: {
      fr: 'un consentement prend fin dans trente jours ou moins, et une demande est en cours chez ce destinataire',
      en: 'a consent ends in thirty days or less, and a request is under way with its recipient',
    },
    todo: {
      fr: 'Demandez à la personne si elle consent encore, et jusqu’à quand.',
      en: 'Ask the person whether they still consent, and until when.',
    },
    find: ({ consents, requests, scope }) =>
      consents.flatMap((it): readonly Found[] => {
        const { end } = periodFrom(it.provision?.period ?? {});
        const recipient = recipientOf(it);
        const isNeeded = requests.some(({ task }) => isUnderWay(task) && partnerIn(task.owner) === recipient);
        if (it.status !== 'active' || end === undefined || recipient === undefined || !isNeeded) return [];
        const ends = dayOfMoment(end, scope.localDay);
        return ends < scope.today ? [] : [{ focus: it, since: ends - BASIS_ENDS_DAYS }];
      }),
  },
  'guardianship-ends': {
    urgency: 3,
    when: {
      fr: 'qui a consenti à une demande en cours quitte le cercle dans trente jours ou moins, dit le cercle (fin d’une tutelle ou d’une délégation)',
      en: 'whoever consented to a request under way leaves the circle in thirty days or less, says the circle (a guardianship or delegation that ends)',
    },
    todo: {
      fr: 'Voyez avec le cercle qui pourra consentir ensuite.',
      en: 'See with the circle who may consent after that.',
    },
    find: ({ consents, requests, circles, scope }) =>
      consents.flatMap((it): readonly Found[] => {
        const by = it.performer?.[0]?.reference;
        const isNeeded = requests.some(({ task }) => isUnderWay(task) && partnerIn(task.owner) === recipientOf(it));
        if (it.status !== 'active' || by === undefined || !isNeeded) return [];
        return circles
          .flatMap(({ participant = [] }) => participant)
          .filter(({ member }) => member?.reference === by)
          .flatMap(({ period }) => periodFrom(period ?? {}).end ?? [])
          .map((end) => dayOfMoment(end, scope.localDay))
          .filter((ends) => ends >= scope.today)
          .map((ends) => ({ focus: it, since: ends - BASIS_ENDS_DAYS }))
          .slice(0, 1);
      }),
  },
  'sippe-ends': {
    urgency: 3,
    when: {
      fr: 'une demande aux SIPPE est en cours et l’enfant entre à l’école dans cent vingt jours ou moins (cinq ans au 30 septembre)',
      en: 'a request to SIPPE is under way and the child enters school in a hundred and twenty days or less (five by 30 September)',
    },
    todo: {
      fr: 'Voyez avec la famille et l’équipe SIPPE qui prend le relais.',
      en: 'See with the family and the SIPPE team who takes over.',
    },
    find: ({ child, requests }) => {
      const entry = child.birthDate === undefined ? undefined : schoolEntry(child.birthDate);
      if (entry === undefined) return [];
      return requests
        .filter(({ request, task }) => isUnderWay(task) && isSippe(request))
        .map(({ task }) => ({ focus: task, since: entry - SIPPE_ENDS_DAYS }));
    },
  },
  'meet-young-person': {
    urgency: 3,
    when: {
      fr: 'l’enfant a 14 ans dans quatre-vingt-dix jours ou moins, au Québec, et une autre personne consent pour lui',
      en: 'the child is 14 in ninety days or less, in Québec, and another person consents for them',
    },
    todo: {
      fr: 'Rencontrez le jeune : à 14 ans, c’est à lui de dire.',
      en: 'Meet the young person: at 14 it is theirs to say.',
    },
    find: ({ child, consents, scope }) => {
      const day = ageOn(child, 14, scope.localDay);
      const given = consents.find(
        ({ status, performer }) => status === 'active' && isOfCircle(performer?.[0], scope.centre),
      );
      if (day === undefined || given === undefined || scope.province !== 'QC' || day <= scope.today) return [];
      return [{ focus: given, since: day - MEET_BEFORE_14_DAYS }];
    },
  },
  'centre-ends': {
    urgency: 3,
    when: {
      fr: 'le jeune a 18 ans dans cent quatre-vingts jours ou moins et un besoin convenu est encore là',
      en: 'the young person is 18 in a hundred and eighty days or less and an agreed need is still there',
    },
    todo: {
      fr: 'Voyez avec le jeune qui prend le relais de chaque besoin.',
      en: 'See with the young person who takes over each need.',
    },
    find: ({ child, needs, scope }) => {
      const day = ageOn(child, 18, scope.localDay);
      const [need] = needs;
      return day === undefined || need === undefined ? [] : [{ focus: need.goal, since: day - CENTRE_ENDS_DAYS }];
    },
  },
} as const satisfies Readonly<Record<string, WatchRule>>;

const workedBy =
  ({ scope: { province } }: ChildSeen) =>
  (day: Day): boolean =>
    isWorkingDay(day, province);

const ageOn = (
  { birthDate }: fhir4.Patient,
  years: number,
  localDay: ChildSeen['scope']['localDay'],
): Day | undefined => (birthDate === undefined ? undefined : birthday(birthDate, years, localDay));

const requestsOf = ({ requests: served }: NeedSeen, { requests }: ChildSeen): readonly RequestSeen[] =>
  requests.filter(({ request }) => served.includes(request));

/** The family ended what was asked last: that is its right, and nothing to look at. */
const isFamilys = (need: NeedSeen, seen: ChildSeen): boolean =>
  requestsOf(need, seen).some(
    ({ loop, acts }) =>
      (loop.why === 'family-ended' || loop.why === 'agreement-taken-back') &&
      acts.some(({ happened }) => happened >= need.last.from - 1),
  );

/** Another rule says it of the request: it was declined, or has not left. */
const isTold = (need: NeedSeen, seen: ChildSeen): boolean =>
  requestsOf(need, seen).some(
    ({ loop, sentOn, task }) =>
      loop.why === 'declined-nothing-proposed' || (sentOn === undefined && task.status === 'requested'),
  );

const recipientOf = ({ provision }: fhir4.Consent): string | undefined =>
  provision?.actor?.map(({ reference }) => partnerIn(reference)).find((partner) => partner !== undefined);

const GOES_ALONG: keyof typeof APPOINTMENT_ROLES = 'accompanies';

const isGoingAlong = (types: readonly fhir4.CodeableConcept[] | undefined): boolean =>
  codingsOf(types).some(({ system, code }) => system === CODE_SYSTEMS.appointmentRole && code === GOES_ALONG);

const isSippe = ({ category }: fhir4.ServiceRequest): boolean =>
  codingsOf(category).some(({ system, code }) => system === CODE_SYSTEMS.programme && code === 'sippe');

const isOfCircle = (reference: fhir4.Reference | undefined, centre: string): boolean =>
  reference?.identifier?.system === IDENTIFIERS.member(centre);
