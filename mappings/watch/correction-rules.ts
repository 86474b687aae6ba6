import { isTakenBack, isUnderWay } from '../domain/current-task.ts';
import { dayOfMoment } from '../ledger/local-day.ts';
import type { Found, WatchRule } from './watch-rule.ts';
import { isWorkingDay, workingDaysAfter } from './work-calendar.ts';

export const TELL_WORKING_DAYS = 1;
/** Six months: so far back a correction is notified (Civil Code of Québec, art. 40). */
export const GIVEN_BEFORE_DAYS = 183;

/** A rule about what was corrected after somebody was given it, and that no newer version of the request carries there. */
export const CORRECTION_RULES = {
  'correction-not-told': {
    urgency: 1,
    when: {
      fr: 'une lettre qu’un destinataire a reçue, ou ce qu’il a vu de l’enfant, a été corrigé depuis plus d’un jour ouvrable, et rien n’est parti ni n’a été noté depuis ; d’une demande terminée, si elle a été remise dans les six mois d’avant (183 jours)',
      en: 'a letter that a recipient was given, or what it saw of the child, was corrected more than one working day ago, and nothing has left or been written down since; of a request that has ended, if it was given in the six months before (183 days)',
    },
    todo: {
      fr: 'Dites-le au destinataire, ou remettez-lui la nouvelle page, et notez son départ.',
      en: 'Tell the recipient, or hand over the new page, and write down that it left.',
    },
    find: ({ given, scope: { localDay, province } }) =>
      given.flatMap(({ task, told: { revised, since, toldBy, given: before } }): readonly Found[] => {
        const isOf = revised.includes('circle') || revised.includes('letter');
        // What goes with a newer version of the request is not sent as long as that is not (`not-sent`).
        const isWithRequest = toldBy === 'gateway' && revised.includes('request');
        if (!isOf || since === undefined || isWithRequest || isTakenBack(task)) return [];
        const day = dayOfMoment(since, localDay);
        if (!isUnderWay(task) && day - dayOfMoment(before.at, localDay) > GIVEN_BEFORE_DAYS) return [];
        return [
          { focus: task, since: workingDaysAfter(day, TELL_WORKING_DAYS, (it) => isWorkingDay(it, province)) + 1 },
        ];
      }),
  },
} as const satisfies Readonly<Record<string, WatchRule>>;
