import { surelyBefore } from '../moment-span.ts';
import { ahead } from './any-concept.ts';
import type { CoherenceRule, Finding } from './rule.ts';

/** What was asked and not answered yet is no refusal. */
export const refusalIsAnswer: CoherenceRule = ({ decision, status }) =>
  decision === 'refuse' && status === 'proposed'
    ? [
        error('.status', {
          fr: 'un refus est une réponse ; enlevez status, ou écrivez decision "permit" tant que la personne n’a pas répondu.',
          en: 'a refusal is an answer; leave status out, or write decision "permit" as long as the person has not answered.',
        }),
      ]
    : [];

/** A yes to everything is no informed yes. */
export const informationSaid: CoherenceRule = ({ decision, information }) =>
  decision === 'permit' && information === undefined
    ? [
        error('.information', {
          fr: 'permettre de montrer quoi ? Nommez les sortes de renseignement dont la personne a convenu.',
          en: 'permit to show what? Name the kinds of information that the person agreed to.',
        }),
      ]
    : [];

/** An oral yes leaves no paper: the words stand for it, and somebody who heard them. A refusal needs no proof. */
export const oralIsRecorded: CoherenceRule = ({ decision, status = 'active', how, said, witness }) => {
  if (decision !== 'permit' || status === 'proposed' || how !== 'oral') return [];
  return [
    ...(said === undefined
      ? [
          error('.said', {
            fr: 'consentement de vive voix sans les mots dits ; écrivez ce qui a été demandé et répondu.',
            en: 'oral consent without the words said; write what was asked and answered.',
          }),
        ]
      : []),
    ...(witness === undefined
      ? [
          warning('.witness', {
            fr: 'consentement de vive voix sans témoin ; nommez qui l’a entendu, si quelqu’un l’a entendu.',
            en: 'oral consent without a witness; name who heard it, if somebody did.',
          }),
        ]
      : []),
  ];
};

/** A withdrawal is told by both its status and its date, comes after what it takes back, and has happened. */
export const withdrawalAgrees: CoherenceRule = ({ status = 'active', happenedAt, withdrawal }, now) => {
  if (withdrawal === undefined) return [];
  return [
    ...(status === 'withdrawn' || status === 'entered-in-error'
      ? []
      : [
          error('.withdrawal', {
            fr: 'un retrait, mais status ne le dit pas ; écrivez status "withdrawn", ou enlevez withdrawal.',
            en: 'a withdrawal, but status does not say so; write status "withdrawn", or leave withdrawal out.',
          }),
        ]),
    ...(now === undefined ? [] : ahead('.withdrawal.at', withdrawal.at, now)),
    ...(surelyBefore(withdrawal.at, happenedAt)
      ? [
          error('.withdrawal.at', {
            fr: 'retiré avant d’avoir été donné (happenedAt) ; corrigez l’une des deux dates.',
            en: 'withdrawn before it was given (happenedAt); correct one of the two dates.',
          }),
        ]
      : []),
  ];
};

const error = (element: string, text: Finding['text']): Finding => ({
  severity: 'error',
  code: 'invariant',
  element,
  text,
});

const warning = (element: string, text: Finding['text']): Finding => ({
  severity: 'warning',
  code: 'business-rule',
  element,
  text,
});
