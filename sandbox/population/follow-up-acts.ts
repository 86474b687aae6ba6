import type { CareCircle, SharedAssessment } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Day } from './days.ts';
import type { Member } from './people.ts';
import { type Professional, say, type Thread, type Told } from './told.ts';

/** The circle as it stands that day. */
export interface CircleRevision {
  readonly version: number;
  readonly day: Day;
  readonly child: CareCircle['child'];
  readonly members: readonly Member[];
  readonly since: Day;
  /** The last day, once nobody follows the child any more. */
  readonly until?: Day;
}

export function writeCircle(
  told: Told,
  row: Thread,
  { version, day, child, members, since, until }: CircleRevision,
): void {
  const pivot = told.pivot(day);
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'care-circle',
    id: told.circle,
    body: {
      version,
      centre: told.centre,
      happenedAt,
      child,
      status: until === undefined ? 'active' : 'inactive',
      period: { start: since, ...(until !== undefined && { end: until }) },
      members: [
        ...members,
        memberOf(pivot, 'social-work', say(told, PIVOT)),
        memberOf(told.doctor, 'medicine', say(told, DOCTOR)),
      ],
      pivot: pivot.id,
    },
  }));
}

const memberOf = ({ id, name }: Professional, pillar: 'social-work' | 'medicine', role: string): Member => ({
  kind: 'professional',
  id,
  name,
  pillar,
  role,
});

const PIVOT: Bilingual = { fr: 'intervenante pivot', en: 'pivot' };
const DOCTOR: Bilingual = { fr: 'pédiatre sociale', en: 'social paediatrician' };

/** The centre follows the child: from the first day, until that day. */
export function writeFollowUp(
  told: Told,
  row: Thread,
  { day, since, ended }: { readonly day: Day; readonly since: Day; readonly ended?: keyof typeof ENDINGS },
): void {
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'enrolment',
    id: told.own('suivi'),
    body: {
      version: ended === undefined ? 1 : 2,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      programme: 'centre-follow-up',
      pivot: told.pivot(day),
      circle: told.circle,
      ...(ended === undefined
        ? { status: 'active', period: { start: since } }
        : {
            status: 'finished',
            endedBecause: say(told, ENDINGS[ended]),
            period: { start: since, end: day },
            history: [{ status: 'active', period: { start: since, end: day } }],
          }),
    },
  }));
}

const ENDINGS = {
  achieved: {
    fr: 'La famille a ce qu’elle cherchait ; la porte reste ouverte.',
    en: 'The family has what it was looking for; the door stays open.',
  },
  moved: { fr: 'La famille a déménagé dans une autre région.', en: 'The family moved to another region.' },
  grown: { fr: 'A 18 ans bientôt ; sait où aller.', en: 'Soon 18; knows where to go.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Child, family and team around a table, or on the telephone. */
export function writeContact(
  told: Told,
  row: Thread,
  {
    id,
    day,
    kind,
    about,
    late,
  }: {
    readonly id: string;
    readonly day: Day;
    readonly kind: 'meeting' | 'visit' | 'call';
    readonly about: Bilingual;
    readonly late?: number;
  },
): void {
  row.add(
    day,
    (happenedAt) => ({
      act: 'put',
      concept: 'contact',
      id,
      body: {
        version: 1,
        centre: told.centre,
        happenedAt,
        child: { id: told.child },
        kind,
        about: say(told, about),
        childPresent: kind !== 'call',
        participants: [told.guardian, told.pivot(day)],
      },
    }),
    late,
  );
}

/** The one who held the thread and the one who holds it now, in the same room. */
export function writeHandOver(
  told: Told,
  row: Thread,
  { day, from, to }: { readonly day: Day; readonly from: Professional; readonly to: Professional },
): void {
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'contact',
    id: told.own('relais'),
    body: {
      version: 1,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      kind: 'hand-over',
      childPresent: true,
      participants: [told.guardian],
      handOver: { from, to },
    },
  }));
}

/** A reading of the situation, shared by those who were there: the first, then each half-year. */
export function writeReading(
  told: Told,
  row: Thread,
  { nth, day, meeting }: { readonly nth: number; readonly day: Day; readonly meeting: string },
): void {
  const { chance } = told;
  const first = nth === 1;
  const stress = chance.one(STRESSES);
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'shared-assessment',
    id: told.own(`lecture-${nth}`),
    body: {
      version: 1,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      status: 'completed',
      kind: first ? 'orientation' : 'follow-up',
      ...(!first && { previous: told.own(`lecture-${nth - 1}`) }),
      meeting,
      author: authorOf(told, day),
      summary: say(told, chance.one(first ? FIRST_SUMMARIES : SUMMARIES)),
      strengths: [{ words: say(told, chance.one(STRENGTHS)), factor: 'supportive-relationships' }],
      domains: [{ domain: 'psychosocial', words: say(told, chance.one(READ)) }],
      stresses: [
        {
          class: stress.class,
          words: say(told, stress.words),
          ...(!first && { trend: chance.one(['reduced', 'stable']) }),
        },
      ],
      positions: [{ who: told.guardian, position: 'agrees' }],
    },
  }));
}

const authorOf = (told: Told, day: Day): NonNullable<SharedAssessment['author']> => {
  const { id, name } = told.pivot(day);
  return { kind: 'professional', id, name };
};

const FIRST_SUMMARIES: readonly Bilingual[] = [
  {
    fr: 'Un enfant curieux, une famille qui se tient ; beaucoup de choses à porter en même temps.',
    en: 'A curious child, a family that holds together; much to carry at once.',
  },
  {
    fr: 'La famille sait ce qu’elle veut et ne sait pas à qui le demander.',
    en: 'The family knows what it wants, and not whom to ask.',
  },
];
const SUMMARIES: readonly Bilingual[] = [
  { fr: 'Les choses avancent ; l’enfant en parle lui-même.', en: 'Things move; the child tells about it.' },
  { fr: 'Un automne chargé, et des soirées plus douces.', en: 'A busy season, and gentler evenings.' },
];
const STRENGTHS: readonly Bilingual[] = [
  { fr: 'Sait demander de l’aide.', en: 'Knows how to ask for help.' },
  { fr: 'Fait rire tout le monde.', en: 'Makes everybody laugh.' },
  { fr: 'Une grand-mère qui ne rate rien.', en: 'A grandmother who misses nothing.' },
  { fr: 'Dessine pendant des heures.', en: 'Draws for hours.' },
];
const READ: readonly Bilingual[] = [
  { fr: 'Les repas sont un bon moment ; le coucher moins.', en: 'Meals are a good time; bedtime less so.' },
  { fr: 'Cherche les autres enfants, et les trouve.', en: 'Looks for other children, and finds them.' },
];
const STRESSES = [
  { class: 'money', words: { fr: 'Le loyer prend presque tout.', en: 'The rent takes nearly everything.' } },
  { class: 'isolation', words: { fr: 'Peu de monde sur qui compter ici.', en: 'Few people to count on here.' } },
  { class: 'crowded-home', words: { fr: 'Une chambre pour quatre.', en: 'One room for four.' } },
  { class: 'exhaustion', words: { fr: 'Des nuits courtes depuis l’hiver.', en: 'Short nights since the winter.' } },
] as const;
