import { momentSpan, surelyBefore } from '../moment-span.ts';
import { type CoherenceRule, invariant } from './rule.ts';

const DAY_MS = 86_400_000;

/** Without a time an appointment can only be looked for, or given up (FHIR’s app-3). */
const TIMELESS: ReadonlySet<string | undefined> = new Set([undefined, 'proposed', 'waitlist', 'cancelled']);
/** What can only be said once the time has come. */
const COME: ReadonlySet<string | undefined> = new Set(['arrived', 'fulfilled', 'no-show']);

/** Start and end go together (FHIR’s app-2). */
export const bothTimes: CoherenceRule = ({ start, end }) => {
  if ((start === undefined) === (end === undefined)) return [];
  return [
    invariant(start === undefined ? '.start' : '.end', {
      fr: 'le début et la fin vont ensemble ; donnez les deux, à peu près si on ne sait pas mieux.',
      en: 'start and end go together; give both, approximately if nobody knows better.',
    }),
  ];
};

/** An appointment ends after it starts. */
export const timesInOrder: CoherenceRule = ({ start, end }) =>
  start === undefined || end === undefined || !surelyBefore(end, start)
    ? []
    : [
        invariant('.end', {
          fr: 'la fin est avant le début ; corrigez l’une des deux heures.',
          en: 'the end is before the start; correct one of the two times.',
        }),
      ];

/** FHIR’s app-3: what is booked, over or missed had a time. */
export const timeKnown: CoherenceRule = ({ status, start, end }) =>
  TIMELESS.has(status) || start !== undefined || end !== undefined
    ? []
    : [
        invariant('.start', {
          fr: 'cet état demande une heure ; donnez start et end, ou écrivez proposed, waitlist ou cancelled.',
          en: 'this status needs a time; give start and end, or write proposed, waitlist or cancelled.',
        }),
      ];

/** Nobody came to, or missed, what is more than a day ahead of us. */
export const notOverBefore: CoherenceRule = ({ status, start }, now) =>
  now === undefined || start === undefined || !COME.has(status) || momentSpan(start).startMs <= now.getTime() + DAY_MS
    ? []
    : [
        invariant('.status', {
          fr: 'ce rendez-vous est encore à venir ; écrivez booked, ou corrigez start.',
          en: 'this appointment is still to come; write booked, or correct start.',
        }),
      ];

/** A reason belongs to what was cancelled or missed. */
export const reasonOfAbsence: CoherenceRule = ({ status, statusReason }) =>
  statusReason === undefined || status === 'cancelled' || status === 'no-show'
    ? []
    : [
        invariant('.statusReason', {
          fr: 'ce champ dit pourquoi il est annulé ou manqué ; écrivez status: "cancelled" ou "no-show", ou enlevez-le.',
          en: 'this field says why it was cancelled or missed; write status: "cancelled" or "no-show", or leave it out.',
        }),
      ];

/** An answer of the partner needs the partner. */
export const answerOfPartner: CoherenceRule = ({ partner, partnerAnswer }) =>
  partnerAnswer === undefined || partner !== undefined
    ? []
    : [
        invariant('.partnerAnswer', {
          fr: 'quel partenaire a répondu ? Ajoutez partner, ou enlevez ce champ.',
          en: 'which partner answered? Add partner, or leave this field out.',
        }),
      ];
