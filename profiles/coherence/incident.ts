import { surelyBefore } from '../moment-span.ts';
import { ahead } from './any-concept.ts';
import { type CoherenceRule, invariant } from './rule.ts';

/** It happened before it was known, and was known before it was closed; nothing of it is still to come. */
export const incidentInOrder: CoherenceRule = (incident, now) => {
  const { happenedFrom, happenedUntil, knownOn, closedOn, notices = [] } = incident;
  const order = [
    ['.happenedUntil', happenedFrom, happenedUntil],
    ['.knownOn', happenedFrom, knownOn],
    ['.closedOn', knownOn, closedOn],
  ] as const;
  const dates = [
    ['.happenedFrom', happenedFrom],
    ['.happenedUntil', happenedUntil],
    ['.knownOn', knownOn],
    ['.closedOn', closedOn],
    ...notices.map(({ on }, nth) => [`.notices[${nth}].on`, on] as const),
  ] as const;
  return [
    ...order.flatMap(([element, first, then]) =>
      first !== undefined && then !== undefined && surelyBefore(then, first) ? [invariant(element, TOO_EARLY)] : [],
    ),
    ...dates.flatMap(([element, at]) => (at === undefined || now === undefined ? [] : ahead(element, at, now))),
  ];
};

/** Where there is a risk of serious injury somebody is notified, or it is said why not, before it is closed (P-39.1, s. 3.5; LRSSS, s. 108). */
export const noticeOrWhy: CoherenceRule = ({ seriousRisk, notices = [], noNoticeBecause, closedOn }) => [
  ...(seriousRisk === true && closedOn !== undefined && notices.length === 0 && noNoticeBecause === undefined
    ? [invariant('.notices', NOBODY_TOLD)]
    : []),
  ...notices.flatMap(({ to, because }, nth) =>
    to === 'public' && because === undefined ? [invariant(`.notices[${nth}].because`, WHY_PUBLIC)] : [],
  ),
];

const TOO_EARLY = {
  fr: 'avant ce qui l’a précédé ; corrigez l’une des dates.',
  en: 'before what came before it; correct one of the dates.',
};
const NOBODY_TOLD = {
  fr: 'risque sérieux, fermé, et personne n’est avisé ; inscrivez les avis, ou pourquoi il n’y en a pas (noNoticeBecause).',
  en: 'serious risk, closed, and nobody was notified; write the notices, or why there is none (noNoticeBecause).',
};
const WHY_PUBLIC = {
  fr: 'un avis public dit pourquoi il l’est ; écrivez because.',
  en: 'a public notice says why it is one; write because.',
};
