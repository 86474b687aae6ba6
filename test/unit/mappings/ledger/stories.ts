import type { DayState } from '../../../../mappings/domain/ledger-told.ts';
import { dayOf } from '../../../../mappings/ledger/day.ts';
import type { NeedFact } from '../../../../mappings/ledger/need-facts.ts';
import type { Bilingual } from '../../../../profiles/codes.ts';

/** A situation as a person would tell it, with the days that this person counts by hand. */
export interface Story {
  readonly told: Bilingual;
  readonly facts: readonly NeedFact[];
  readonly today: string;
  readonly recordsFrom?: string;
  readonly days: Partial<Record<DayState, number>>;
  readonly strip: readonly string[];
  readonly handOvers?: readonly string[];
  readonly changesOfPerson?: number;
}

/** Told on the day itself, unless it says later. */
const on = (date: string) => ({
  happened: dayOf(date),
  known: Date.parse(`${date}T16:00:00Z`),
});
const agreed = (date: string): NeedFact => ({ ...on(date), kind: 'agreed' });
const ended = (date: string): NeedFact => ({ ...on(date), kind: 'ended', how: 'achieved' });
const asked = (date: string, holder: string, more: { request?: string; silenceDays?: number } = {}): NeedFact => ({
  ...on(date),
  kind: 'asked',
  request: holder,
  holder,
  ...more,
});
const said = (date: string, request: string, kind: 'accepted' | 'waitlisted'): NeedFact => ({
  ...on(date),
  kind,
  request,
});
const letGo = (date: string, request: string, how: 'declined' | 'completed' | 'ended' = 'completed'): NeedFact => ({
  ...on(date),
  kind: 'let-go',
  request,
  how,
});
const met = (date: string, holder: string, more: { person?: string; with?: string } = {}): NeedFact => ({
  ...on(date),
  kind: 'contact',
  requests: [holder],
  holders: more.with === undefined ? [holder] : [holder, more.with],
  ...(more.person !== undefined && { person: more.person }),
});

export const STORIES: readonly Story[] = [
  {
    told: { fr: 'convenu, et demandé à personne', en: 'agreed and never asked of anybody' },
    facts: [agreed('2026-01-05')],
    today: '2026-01-15',
    days: { open: 10 },
    strip: ['2026-01-05 open 10'],
  },
  {
    told: {
      fr: 'demandé, accepté, un premier contact, terminé ; atteint une semaine plus tard',
      en: 'asked, accepted, a first contact, completed; achieved a week later',
    },
    facts: [
      agreed('2026-01-05'),
      asked('2026-01-08', 'clsc'),
      said('2026-01-20', 'clsc', 'accepted'),
      met('2026-02-01', 'clsc'),
      letGo('2026-02-11', 'clsc'),
      ended('2026-02-18'),
    ],
    today: '2026-06-01',
    days: { open: 10, asked: 12, waiting: 12, served: 10 },
    strip: [
      '2026-01-05 open 3',
      '2026-01-08 asked 12 clsc',
      '2026-01-20 waiting 12 clsc',
      '2026-02-01 served 10 clsc',
      '2026-02-11 open 7',
    ],
  },
  {
    told: { fr: 'refusé après neuf jours, et rien de proposé', en: 'declined after nine days, and nothing proposed' },
    facts: [agreed('2026-03-01'), asked('2026-03-01', 'hospital'), letGo('2026-03-10', 'hospital', 'declined')],
    today: '2026-03-31',
    days: { asked: 9, open: 21 },
    strip: ['2026-03-01 asked 9 hospital', '2026-03-10 open 21'],
  },
  {
    told: {
      fr: 'un an sur une liste d’attente, avec un 29 février et les deux changements d’heure',
      en: 'on a waiting list for a year, over 29 February and both changes of the clock',
    },
    facts: [
      agreed('2027-10-01'),
      asked('2027-10-01', 'speech'),
      said('2027-10-11', 'speech', 'waitlisted'),
      met('2028-10-11', 'speech'),
    ],
    today: '2028-10-21',
    days: { asked: 10, waiting: 366, served: 10 },
    strip: ['2027-10-01 asked 10 speech', '2027-10-11 waiting 366 speech', '2028-10-11 served 10 speech'],
  },
  {
    told: {
      fr: 'servi une fois, puis sans nouvelles : après 45 jours personne ne sait, jusqu’à ce qu’on demande et qu’un autre prenne le relais',
      en: 'served once, then not heard of: after 45 days nobody knows, until somebody asks and another takes over',
    },
    facts: [
      agreed('2026-01-01'),
      asked('2026-01-01', 'music'),
      met('2026-01-11', 'music'),
      asked('2026-03-07', 'choir'),
      met('2026-03-12', 'choir'),
    ],
    today: '2026-03-22',
    days: { asked: 15, served: 55, unknown: 10 },
    strip: [
      '2026-01-01 asked 10 music',
      '2026-01-11 served 45 music',
      '2026-02-25 unknown 10 music',
      '2026-03-07 asked 5 choir',
      '2026-03-12 served 10 choir',
    ],
    handOvers: ['music → choir 2026-03-12 gap 15'],
  },
  {
    told: { fr: 'la famille demande une pause en été', en: 'the family asks for a pause in the summer' },
    facts: [
      agreed('2026-06-01'),
      asked('2026-06-01', 'therapy'),
      met('2026-06-11', 'therapy'),
      { ...on('2026-07-01'), kind: 'paused', by: 'la mère', until: dayOf('2026-07-21') },
      met('2026-07-22', 'therapy'),
    ],
    today: '2026-08-01',
    days: { asked: 10, served: 31, paused: 20 },
    strip: [
      '2026-06-01 asked 10 therapy',
      '2026-06-11 served 20 therapy',
      '2026-07-01 paused 20',
      '2026-07-21 served 11 therapy',
    ],
  },
  {
    told: {
      fr: 'deux se passent le relais ensemble, puis la personne change encore',
      en: 'two hand over together, and the person changes once more',
    },
    facts: [
      agreed('2026-09-01'),
      asked('2026-09-01', 'centre'),
      met('2026-09-02', 'centre', { person: 'Julie' }),
      asked('2026-09-20', 'clsc'),
      met('2026-10-01', 'clsc', { person: 'Marc', with: 'centre' }),
      letGo('2026-10-02', 'centre'),
      met('2026-10-20', 'clsc', { person: 'Anne' }),
    ],
    today: '2026-11-01',
    days: { asked: 1, served: 60 },
    strip: [
      '2026-09-01 asked 1 centre',
      '2026-09-02 served 29 centre',
      '2026-10-01 served 1 centre+clsc',
      '2026-10-02 served 30 clsc',
    ],
    handOvers: ['centre → clsc 2026-10-01 joint 0'],
    changesOfPerson: 2,
  },
  {
    told: {
      fr: 'atteint, puis de retour après quarante jours : le même besoin, et les jours d’entre-deux ne sont à personne',
      en: 'achieved, and there again after forty days: the same need, and the days between were nobody’s',
    },
    facts: [
      agreed('2026-01-01'),
      asked('2026-01-01', 'clsc'),
      met('2026-01-06', 'clsc'),
      letGo('2026-01-16', 'clsc'),
      ended('2026-01-16'),
      agreed('2026-02-25'),
    ],
    today: '2026-03-01',
    days: { asked: 5, served: 10, open: 4 },
    strip: ['2026-01-01 asked 5 clsc', '2026-01-06 served 10 clsc', '2026-02-25 open 4'],
  },
  {
    told: { fr: 'convenu avant le début de nos registres', en: 'agreed before our records begin' },
    facts: [agreed('2026-01-01'), asked('2026-01-21', 'clsc'), letGo('2026-01-26', 'clsc', 'declined')],
    recordsFrom: '2026-01-11',
    today: '2026-02-01',
    days: { unknown: 10, open: 16, asked: 5 },
    strip: ['2026-01-01 unknown 10', '2026-01-11 open 10', '2026-01-21 asked 5 clsc', '2026-01-26 open 6'],
  },
  {
    told: {
      fr: 'un programme par session, silencieux selon son calendrier, et un rendez-vous lointain',
      en: 'a programme by session, silent over the holidays as its calendar says, and an appointment far ahead',
    },
    facts: [
      agreed('2026-09-01'),
      asked('2026-09-01', 'camp', { silenceDays: 20 }),
      met('2026-09-08', 'camp'),
      { ...on('2026-09-08'), kind: 'session', request: 'camp', to: dayOf('2026-12-01') },
      { ...on('2026-11-25'), kind: 'scheduled', request: 'camp', on: dayOf('2027-01-10') },
    ],
    today: '2027-02-05',
    // Of the appointment the twentieth day after it is 30 January: from then on nobody knows.
    days: { asked: 7, served: 144, unknown: 6 },
    strip: ['2026-09-01 asked 7 camp', '2026-09-08 served 144 camp', '2027-01-30 unknown 6 camp'],
  },
];
