import type { Bilingual } from '../codes.ts';
import { surelyBefore } from '../moment-span.ts';
import type { CoherenceRule, Finding } from './rule.ts';

/** What has an end, or rests, may say why. */
const ENDED: ReadonlySet<string | undefined> = new Set(['on-hold', 'finished', 'cancelled']);

/** Each status of the history ends after it starts, and before the next one starts. */
export const historyInOrder: CoherenceRule = ({ history = [] }) =>
  history.flatMap(({ period: { start, end } }, index) => {
    const next = history[index + 1]?.period.start;
    const at = `.history[${index}].period`;
    if (start !== undefined && end !== undefined && surelyBefore(end, start)) {
      return [
        finding('error', `${at}.end`, {
          fr: 'la fin est avant le début ; corrigez l’une des deux dates.',
          en: 'the end is before the start; correct one of the two dates.',
        }),
      ];
    }
    if (start === undefined || next === undefined || !surelyBefore(next, start)) return [];
    return [
      finding('error', `.history[${index + 1}].period.start`, {
        fr: 'cet état commence avant celui qui le précède ; écrivez l’historique du premier au dernier.',
        en: 'this status starts before the one that precedes it; write the history from first to last.',
      }),
    ];
  });

/** The status that has not ended is the last one, and is where the enrolment stands. */
export const historyLeadsHere: CoherenceRule = ({ status = 'active', history = [] }) =>
  history.flatMap((step, index) => {
    if (step.period.end !== undefined) return [];
    if (index < history.length - 1) {
      return [
        finding('warning', `.history[${index}].period.end`, {
          fr: 'un autre état a suivi ; donnez la fin de celui-ci dès qu’on la connaît.',
          en: 'another status followed; give the end of this one as soon as it is known.',
        }),
      ];
    }
    if (step.status === status || status === 'entered-in-error') return [];
    return [
      finding('warning', `.history[${index}].status`, {
        fr: `l’historique dit « ${step.status} » et l’inscription « ${status} » ; ajoutez la fin de cet état, ou corrigez status.`,
        en: `the history says "${step.status}" and the enrolment "${status}"; add the end of this status, or correct status.`,
      }),
    ];
  });

/** A reason belongs to what ended or rests. */
export const reasonOfEnding: CoherenceRule = ({ status, endedBecause }) =>
  endedBecause === undefined || ENDED.has(status)
    ? []
    : [
        finding('error', '.endedBecause', {
          fr: 'ce champ dit pourquoi elle a pris fin ou est en pause ; écrivez status: "finished", "cancelled" ou "on-hold", ou enlevez-le.',
          en: 'this field says why it ended or is on hold; write status: "finished", "cancelled" or "on-hold", or leave it out.',
        }),
      ];

const finding = (severity: Finding['severity'], element: string, text: Bilingual): Finding => ({
  severity,
  code: severity === 'error' ? 'invariant' : 'business-rule',
  element,
  text,
});
