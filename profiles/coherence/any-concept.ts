import { momentSpan, surelyBefore } from '../moment-span.ts';
import type { CoherenceRule, Coherent, Finding } from './rule.ts';

const DAY_MS = 86_400_000;

/** A period ends after it starts. */
export const periodsInOrder: CoherenceRule = ({ period, members = [], closures = [] }) => [
  ...backwards('.period', period),
  ...members.flatMap((member, index) => backwards(`.members[${index}].period`, member.period)),
  ...closures.flatMap((closure, index) => backwards(`.closures[${index}].period`, closure.period)),
];

/** Two parts of one list never share an identifier: a revision would not know which one is meant. */
export const identifiersUnique: CoherenceRule = ({
  members = [],
  strengths = [],
  goals = [],
  actions = [],
  stresses = [],
  places = [],
}) =>
  Object.entries({ members, strengths, goals, actions, stresses, places }).flatMap(([list, parts]) =>
    repeated(list, parts),
  );

/** What has happened, and what was agreed, is not more than a day ahead of us: clocks differ, and a date alone has no offset. */
export const nothingFromTheFuture: CoherenceRule = (
  { happenedAt, agreement, agreements = [], domains = [], stresses = [] },
  now,
) =>
  now === undefined
    ? []
    : [
        ...ahead('.happenedAt', happenedAt, now),
        ...domains.flatMap(({ observations = [] }, nth) =>
          observations.flatMap(({ observedOn }, index) =>
            ahead(`.domains[${nth}].observations[${index}].observedOn`, observedOn, now),
          ),
        ),
        ...stresses.flatMap(({ since }, index) => ahead(`.stresses[${index}].since`, since, now)),
        ...(agreement === undefined ? [] : ahead('.agreement.at', agreement.at, now)),
        ...agreements.flatMap(({ at }, index) => ahead(`.agreements[${index}].at`, at, now)),
      ];

function backwards(element: string, period: Coherent['period']): readonly Finding[] {
  if (period?.start === undefined || period.end === undefined || !surelyBefore(period.end, period.start)) return [];
  return [
    {
      severity: 'error',
      code: 'invariant',
      element: `${element}.end`,
      text: {
        fr: 'la fin est avant le début ; corrigez l’une des deux dates.',
        en: 'the end is before the start; correct one of the two dates.',
      },
    },
  ];
}

function repeated(list: string, parts: readonly (string | { readonly id?: string })[]): readonly Finding[] {
  const ids = parts.map((part) => (typeof part === 'string' ? undefined : part.id));
  return ids.flatMap((id, index): readonly Finding[] => {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) return [];
    return [
      {
        severity: 'error',
        code: 'invariant',
        element: `.${list}[${index}].id`,
        text: {
          fr: `cet identifiant est déjà celui de ${list}[${first}] ; donnez à chacun le sien.`,
          en: `this identifier is already that of ${list}[${first}]; give each its own.`,
        },
      },
    ];
  });
}

/** A moment that is more than a day ahead of us. */
export function ahead(element: string, moment: string | undefined, now: Date): readonly Finding[] {
  if (moment === undefined || momentSpan(moment).startMs <= now.getTime() + DAY_MS) return [];
  return [
    {
      severity: 'error',
      code: 'invariant',
      element,
      text: {
        fr: 'cette date est dans le futur ; écrivez quand c’est arrivé.',
        en: 'this date is in the future; write when it happened.',
      },
    },
  ];
}
