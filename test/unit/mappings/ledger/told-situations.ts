import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import type { Bilingual } from '../../../../profiles/codes.ts';
import {
  answerTold,
  appointmentTold,
  circleTold,
  contactTold,
  enrolmentTold,
  leftTold,
  legalTold,
  planTold,
  prescriptionTold,
  referralTold,
} from '../../../builders/told-events.ts';

/** A situation as the people in it told it, act by act, with the days that a person counts by hand. */
export interface Situation {
  readonly told: Bilingual;
  readonly acts: readonly LaneEvent[];
  /** The last day that is counted. */
  readonly asOf: string;
  /** Of each need, by its goal: `waiting asked open | served paused unknown`. */
  readonly days: Readonly<Record<string, string>>;
  /** On some days, what asks for a person, and since when: by what was known that evening. */
  readonly watch: Readonly<Record<string, readonly string[]>>;
  readonly handOvers?: readonly string[];
  /** Facts that became known on a later day; one of them is that the goal was agreed the day before the plan was written. */
  readonly learntLate?: number;
}

const JULIE = { kind: 'professional', id: 'julie', name: 'Julie Côté' } as const;
const MARC = { kind: 'person', name: 'Marc, CLSC' } as const;
const circle = circleTold(
  { on: '2026-01-05' },
  {
    members: [
      { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
      { kind: 'professional', id: 'julie', name: 'Julie Côté', period: { start: '2026-01-05' } },
    ],
    pivot: 'julie',
  },
);
const goal = {
  id: 'parler',
  words: 'Qu’on le comprenne à la garderie',
  status: 'active',
  agreedOn: '2026-01-05',
} as const;
const plan = planTold({ on: '2026-01-06' }, { id: 'plan', goals: [goal] });
const referral = referralTold({ on: '2026-01-06' }, { id: 'ortho', goals: ['parler'] });

export const SITUATIONS: readonly Situation[] = [
  {
    told: {
      fr: 'demandé au CLSC, attendu deux mois, servi jusqu’à l’été, atteint : la boucle entière',
      en: 'asked of the CLSC, waited for two months, served until summer, achieved: the whole loop',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-08' }, 'ortho'),
      answerTold({ on: '2026-01-20' }, 'ortho', 'accepted', { priority: 'P3' }),
      answerTold({ on: '2026-03-03' }, 'ortho', 'started'),
      contactTold({ on: '2026-04-07' }, { id: 'seance-1', request: 'ortho', participants: [MARC] }),
      contactTold({ on: '2026-05-12' }, { id: 'seance-2', request: 'ortho', participants: [MARC] }),
      answerTold({ on: '2026-06-10' }, 'ortho', 'completed', { outcome: 'Il fait des phrases.' }),
      answerTold({ on: '2026-06-12' }, 'ortho', 'family-told'),
      planTold({ on: '2026-06-15' }, { id: 'plan', version: 2, goals: [{ ...goal, status: 'completed' }] }),
    ],
    asOf: '2026-06-30',
    // 5–7 January open; 8–19 asked; 20 January – 2 March waiting; 3 March – 10 June served; 11–14 June open.
    days: { parler: '42 12 7 | 100 0 0' },
    // Sent on Thursday the 8th: five working days end on the 15th. Accepted on the 20th, P3: thirty days end on 19 February.
    watch: {
      '2026-01-15': [],
      '2026-01-16': ['silent 2026-01-16'],
      '2026-01-20': [],
      '2026-02-19': [],
      '2026-02-20': ['late 2026-02-20'],
      '2026-03-03': [],
      '2026-06-30': [],
    },
  },
  {
    told: {
      fr: 'refusé faute de place après neuf jours, puis demandé à un autre qui n’a pas répondu',
      en: 'declined for want of room after nine days, then asked of another who has not answered',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-06' }, 'ortho'),
      answerTold({ on: '2026-01-15' }, 'ortho', 'declined', { reason: 'full' }),
      referralTold({ on: '2026-02-02' }, { id: 'ortho-2', goals: ['parler'], recipient: 'clsc-hochelaga' }),
      leftTold({ on: '2026-02-02' }, 'ortho-2', 'clsc-hochelaga'),
    ],
    asOf: '2026-02-28',
    // 5 January open; 6–14 asked; 15 January – 1 February open; 2–28 February asked.
    days: { parler: '0 36 19 | 0 0 0' },
    // Sent again on Monday 2 February: five working days end on the 9th.
    watch: {
      '2026-01-15': ['declined 2026-01-15'],
      '2026-02-02': [],
      '2026-02-10': ['silent 2026-02-10'],
    },
  },
  {
    told: {
      fr: 'une banque alimentaire qui répond une seule fois, quand c’est fait',
      en: 'a food bank that answers once, when it is done',
    },
    acts: [
      circle,
      plan,
      prescriptionTold({ on: '2026-01-07' }, { id: 'panier', kind: 'food-aid', goals: ['parler'] }),
      leftTold({ on: '2026-01-07' }, 'panier', 'orchestre'),
      answerTold({ on: '2026-01-12' }, 'panier', 'completed'),
    ],
    asOf: '2026-01-14',
    // 5–6 open; 7–11 asked; served on the 12th; 13–14 open.
    days: { parler: '0 5 4 | 1 0 0' },
    // Done on Monday the 12th: five working days end on the 19th; thirty days end on 11 February; nobody holds the need since the 13th.
    watch: {
      '2026-01-19': [],
      '2026-01-20': ['family-not-told 2026-01-20', 'no-outcome 2026-01-20'],
      '2026-02-12': [
        'family-not-told 2026-01-20',
        'need-open 2026-01-28',
        'no-outcome 2026-01-20',
        'not-evaluated 2026-02-12',
      ],
    },
  },
  {
    told: {
      fr: 'la famille préfère plus tard : une pause, jusqu’à ce que le centre redemande',
      en: 'the family prefers later: a pause, until the centre asks again',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-06' }, 'ortho'),
      answerTold({ on: '2026-01-10' }, 'ortho', 'declined', { reason: 'family-not-now' }),
      referralTold({ on: '2026-03-02' }, { id: 'ortho-2', goals: ['parler'] }),
      leftTold({ on: '2026-03-02' }, 'ortho-2'),
    ],
    asOf: '2026-03-05',
    // 5 January open; 6–9 asked; 10 January – 1 March paused; 2–5 March asked.
    days: { parler: '0 8 1 | 0 51 0' },
    // What the family refuses is no finding.
    watch: { '2026-01-10': [], '2026-02-27': [], '2026-03-10': ['silent 2026-03-10'] },
  },
  {
    told: {
      fr: 'le centre passe le relais au CLSC à trois, dans le salon de la famille',
      en: 'the centre hands over to the CLSC, the three of them in the family’s living room',
    },
    acts: [
      circle,
      planTold(
        { on: '2026-01-06' },
        {
          id: 'plan',
          goals: [goal],
          actions: [{ kind: 'centre-service', id: 'psycho', service: 'psychosocial', goals: ['parler'] }],
        },
      ),
      contactTold({ on: '2026-01-20' }, { id: 'visite', kind: 'visit', participants: [JULIE] }),
      referralTold({ on: '2026-02-02' }, { id: 'ortho', goals: ['parler'] }),
      leftTold({ on: '2026-02-02' }, 'ortho'),
      contactTold(
        { on: '2026-02-16' },
        { id: 'relais', kind: 'hand-over', request: 'ortho', handOver: { from: JULIE, to: MARC } },
      ),
      answerTold({ on: '2026-02-17' }, 'ortho', 'accepted'),
      planTold(
        { on: '2026-02-18' },
        {
          id: 'plan',
          version: 2,
          goals: [goal],
          actions: [
            { kind: 'centre-service', id: 'psycho', service: 'psychosocial', goals: ['parler'], status: 'completed' },
          ],
        },
      ),
    ],
    asOf: '2026-02-28',
    // 5 January open; 6–19 waiting for the centre; 20 January – 28 February served.
    days: { parler: '14 0 1 | 40 0 0' },
    watch: { '2026-02-28': [] },
    handOvers: ['centre:verdun → partner:clsc-verdun 2026-02-16 joint 0'],
  },
  {
    told: {
      fr: 'commencé, puis plus rien : après 45 jours personne ne sait',
      en: 'begun, then nothing: after 45 days nobody knows',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-06' }, 'ortho'),
      answerTold({ on: '2026-01-11' }, 'ortho', 'started'),
    ],
    asOf: '2026-03-06',
    // 5 open; 6–10 asked; 11 January – 24 February served; 25 February – 6 March unknown.
    days: { parler: '0 5 1 | 45 0 10' },
    watch: { '2026-01-14': [], '2026-03-06': [] },
  },
  {
    told: {
      fr: 'commencé en février, su en avril : le passé se corrige',
      en: 'begun in February, known in April: the past is corrected',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-06' }, 'ortho'),
      answerTold({ on: '2026-02-05', knownOn: '2026-04-01' }, 'ortho', 'started'),
      contactTold(
        { on: '2026-03-10', knownOn: '2026-04-01' },
        { id: 'seance', request: 'ortho', participants: [MARC] },
      ),
    ],
    asOf: '2026-04-10',
    // 5 open; 6 January – 4 February asked; 5 February – 10 April served (10 March and 45 days is 24 April).
    days: { parler: '0 30 1 | 65 0 0' },
    // What had begun in February is silent until somebody knows.
    watch: { '2026-03-20': ['silent 2026-01-14'], '2026-04-01': [] },
    // The start, the acceptance and the asking that it implies, the session, the agreement.
    learntLate: 5,
  },
  {
    told: {
      fr: 'l’avocate : qui n’a pas à le savoir ne voit pas ce besoin, ni le nombre de ses jours',
      en: 'the lawyer: whoever need not know sees neither this need nor the number of its days',
    },
    acts: [
      circle,
      planTold(
        { on: '2026-01-06' },
        {
          id: 'plan',
          goals: [goal, { id: 'logis', words: 'Rester chez nous', status: 'accepted', agreedOn: '2026-01-06' }],
        },
      ),
      legalTold({ on: '2026-01-07' }, { id: 'droit', goals: ['logis'] }),
      leftTold({ on: '2026-01-07' }, 'droit', 'avocate'),
      answerTold({ on: '2026-01-09' }, 'droit', 'accepted'),
    ],
    asOf: '2026-01-14',
    // To speak: 5–14 open. To stay: 6 open, 7–8 asked, 9–14 waiting.
    days: { parler: '0 0 10 | 0 0 0', logis: '6 2 1 | 0 0 0' },
    // To speak is nobody’s since Monday the 5th: ten working days end on the 19th.
    watch: { '2026-01-19': [], '2026-01-20': ['need-open 2026-01-20'] },
  },
  {
    told: {
      fr: 'une inscription : la liste d’attente, puis la session, qui a ses silences',
      en: 'an enrolment: the waiting list, then the session, which has its silences',
    },
    acts: [
      circle,
      plan,
      prescriptionTold({ on: '2026-01-06' }, { id: 'violon', goals: ['parler'] }),
      leftTold({ on: '2026-01-06' }, 'violon', 'orchestre'),
      enrolmentTold(
        { on: '2026-02-02' },
        {
          id: 'inscription',
          status: 'active',
          programme: 'centre-follow-up',
          partner: 'orchestre',
          request: 'violon',
          period: { start: '2026-01-12', end: '2026-04-30' },
          history: [
            { status: 'waitlist', period: { start: '2026-01-12', end: '2026-02-01' } },
            { status: 'active', period: { start: '2026-02-02' } },
          ],
        },
      ),
    ],
    asOf: '2026-05-02',
    // 5 open; 6–11 asked; 12 January – 1 February waiting; 2 February – 30 April served; 1–2 May unknown.
    days: { parler: '21 6 1 | 88 0 2' },
    // An enrolment is an answer.
    watch: { '2026-01-14': ['silent 2026-01-14'], '2026-02-02': [] },
    // The place on the list, the agreement.
    learntLate: 2,
  },
  {
    told: {
      fr: 'un rendez-vous lointain tient le fil, l’enfant vient, le but est atteint puis revient',
      en: 'an appointment far ahead holds the thread, the child comes, the goal is achieved and comes back',
    },
    acts: [
      circle,
      plan,
      referral,
      leftTold({ on: '2026-01-06' }, 'ortho'),
      answerTold({ on: '2026-01-09' }, 'ortho', 'accepted'),
      appointmentTold(
        { on: '2026-01-09' },
        { id: 'rdv', start: '2026-03-10T09:00:00-04:00', partner: 'clsc-verdun', request: 'ortho' },
      ),
      appointmentTold(
        { on: '2026-03-10' },
        {
          id: 'rdv',
          version: 2,
          status: 'fulfilled',
          start: '2026-03-10T09:00:00-04:00',
          partner: 'clsc-verdun',
          request: 'ortho',
        },
      ),
      answerTold({ on: '2026-03-12' }, 'ortho', 'completed'),
      planTold({ on: '2026-03-16' }, { id: 'plan', version: 2, goals: [{ ...goal, status: 'completed' }] }),
      planTold({ on: '2026-04-20' }, { id: 'plan', version: 3, goals: [goal] }),
    ],
    asOf: '2026-04-24',
    // 5 open; 6–8 asked; 9 January – 9 March waiting; 10–12 March served; 13–15 open; nobody’s until 20 April; 20–24 open.
    days: { parler: '60 3 9 | 3 0 0' },
    // Done on Thursday 12 March: five working days end on the 19th.
    watch: {
      '2026-02-20': [],
      '2026-03-19': [],
      '2026-03-20': ['family-not-told 2026-03-20', 'no-outcome 2026-03-20'],
    },
  },
];
