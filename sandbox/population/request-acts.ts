import type { Answer, LegalReferral, ServiceReferral, SocialPrescription } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Act, Put } from './acts.ts';
import type { Course } from './course.ts';
import { addDays, ageOn, type Day, momentAt, workingDay } from './days.ts';
import type { Need } from './need.ts';
import { say, type Thread, type Told, thread } from './told.ts';

/** A request of a child: its number, the goal it serves, and what becomes of it. */
export interface Request {
  readonly id: string;
  readonly need: Need;
  readonly goal: string;
  readonly course: Course;
}

/** How often a partner's answer is written down only days after it came. */
const LATE = 0.12;

/** Every act about one request, in order: asked, sent, answered, met, ended, evaluated, told. */
export function requestActs(told: Told, request: Request): readonly Act[] {
  const row = thread(told.chance);
  const partners = request.need.partners[told.province];
  const agreed: Day[] = [];
  let course: Course | undefined = request.course;
  for (const recipient of partners) {
    if (course === undefined) break;
    agreed.push(course.asked);
    const asked = partners.slice(0, agreed.length).map((partner, nth) => ({ partner, on: agreed[nth] ?? '' }));
    atOnePartner({ told, request, row, recipient, course }, asked);
    course = course.next;
  }
  return row.acts();
}

interface AtPartner {
  readonly told: Told;
  readonly request: Request;
  readonly row: Thread;
  readonly recipient: string;
  readonly course: Course;
}

interface AskedOf {
  readonly partner: string;
  readonly on: Day;
}

function atOnePartner(at: AtPartner, asked: readonly AskedOf[]): void {
  const { told, request, row, recipient, course } = at;
  const { sent, acknowledged, answered, scheduled, started, ended, evaluated, familyEnded, deniedBySystem } = course;
  const answer = (day: Day, what: Answer['what'], more: Partial<Answer> = {}): void =>
    row.add(
      day,
      (happenedAt) => ({
        act: 'answer',
        request: request.id,
        body: {
          what,
          happenedAt,
          recipient,
          saidBy: say(told, AT_THE_PARTNER),
          recordedBy: told.pivot(day).name,
          ...more,
        },
      }),
      LATE,
    );

  row.add(course.asked, (happenedAt) => asking(at, asked, happenedAt));
  if (sent !== undefined)
    row.add(sent, (happenedAt) => ({
      act: 'dispatch',
      request: request.id,
      body: { happenedAt, how: 'fax', recordedBy: told.pivot(sent).name, recipient },
    }));
  if (acknowledged !== undefined) answer(acknowledged, 'acknowledged');
  if (answered !== undefined) {
    const { on, ...said } = answered;
    answer(on, said.what, { ...said, ...wordsOf(told, said.what) });
  }
  if (scheduled !== undefined) {
    answer(scheduled.on, 'scheduled', { appointmentAt: momentAt(scheduled.start, FIRST_HOUR) });
    booked(at, scheduled);
  }
  if (started !== undefined) {
    answer(started, 'started');
    enrolled(at, started);
    met(at, started, ended?.on ?? familyEnded?.on);
  }
  if (ended !== undefined) {
    answer(ended.on, 'completed', ended.outcome ? { outcome: say(told, request.need.outcome) } : {});
    if (started !== undefined) enrolled(at, started, { on: ended.on, because: request.need.outcome });
  }
  if (evaluated !== undefined) evaluatedOn(at, evaluated);
  if (deniedBySystem !== undefined)
    row.add(deniedBySystem, (happenedAt) => ({
      act: 'system-says',
      request: request.id,
      body: { recipient, what: 'declined', happenedAt },
    }));
  if (familyEnded !== undefined) {
    answer(familyEnded.on, 'family-ended', { saidBy: told.guardian.name ?? '', reason: familyEnded.reason });
    if (started !== undefined) enrolled(at, started, { on: familyEnded.on, because: MOVED });
  }
  if (course.told !== undefined)
    answer(course.told, 'family-told', { saidBy: told.pivot(course.told).name, words: say(told, BY_TELEPHONE) });
}

const MOVED: Bilingual = { fr: 'La famille a déménagé.', en: 'The family moved.' };
const FIRST_HOUR = '13:30';
const AT_THE_PARTNER: Bilingual = { fr: 'la personne à l’accueil', en: 'the person at intake' };
const BY_TELEPHONE: Bilingual = { fr: 'Dit à la famille, de vive voix.', en: 'Told to the family in person.' };

const WORDS: Readonly<Partial<Record<Answer['what'], Bilingual>>> = {
  waitlisted: { fr: 'sur la liste', en: 'on the list' },
  'awaiting-information': { fr: 'Il manque une lettre du médecin.', en: 'A letter from the doctor is missing.' },
};
function wordsOf(told: Told, what: Answer['what']): Pick<Answer, 'words'> {
  const words = WORDS[what];
  return words === undefined ? {} : { words: say(told, words) };
}

/** The request as it stands when it is asked of this partner: a new version for each. */
function asking({ told, request, recipient }: AtPartner, asked: readonly AskedOf[], happenedAt: string): Put {
  const { chance, language } = told;
  const { need } = request;
  const by = ageOn(told.born, happenedAt.slice(0, 10)) >= 14 ? ({ kind: 'child' } as const) : told.guardian;
  const common = {
    version: asked.length,
    centre: told.centre,
    happenedAt,
    child: { id: told.child },
    requester: told.pivot(happenedAt.slice(0, 10)),
    recipient,
    reason: say(told, need.reason),
    safeContact: told.safeContact,
    agreements: asked.map(({ partner, on }) => ({ recipient: partner, by, at: on, how: 'oral' as const })),
    goals: [request.goal],
    plan: told.plan,
  };
  const what = need.what[language];
  if (need.asked.kind === 'service') {
    const { programme, service } = need.asked;
    const body: ServiceReferral = { ...common, programme: told.province === 'on' ? ONTARIO : programme, service, what };
    return { act: 'put', concept: 'service-referral', id: request.id, body: { ...body, version: common.version } };
  }
  if (need.asked.kind === 'legal') {
    const { mandate, article } = need.asked;
    const body: LegalReferral = {
      ...common,
      mandate,
      rights: [{ article }],
      childWishes: need.words[language],
      language,
    };
    return { act: 'put', concept: 'legal-referral', id: request.id, body: { ...body, version: common.version } };
  }
  const body: SocialPrescription = {
    ...common,
    kind: need.asked.prescription,
    what,
    coProducers: [{ kind: 'child' }, told.guardian],
    barriers: [{ kind: 'economic', words: say(told, COST), liftedBy: say(told, LIFTED) }],
    ratingsBefore: FACTORS.map((factor) => ({ factor, rating: chance.whole(1, 3), by: { kind: 'child' } })),
  };
  return { act: 'put', concept: 'social-prescription', id: request.id, body: { ...body, version: common.version } };
}

/** Where there is no CLSC. */
const ONTARIO = 'specialist';
const FACTORS = ['belonging', 'self-confidence'] as const;
const COST: Bilingual = { fr: 'Les frais d’inscription', en: 'The registration fee' };
const LIFTED: Bilingual = { fr: 'Le centre les paie.', en: 'The centre pays it.' };

/** The first appointment: booked, then kept once its day has come. */
function booked({ told, request, row, recipient, course }: AtPartner, { on, start, accompanied }: Scheduled): void {
  const id = `${request.id}-rdv`;
  const appointment = (version: number, status: 'booked' | 'fulfilled') => (happenedAt: string) =>
    ({
      act: 'put',
      concept: 'appointment',
      id,
      body: {
        version,
        centre: told.centre,
        happenedAt,
        child: { id: told.child },
        status,
        start: momentAt(start, FIRST_HOUR),
        end: momentAt(start, '14:30'),
        what: say(told, request.need.what),
        familyAnswer: 'accepted',
        accompaniedBy: [{ who: told.guardian, answer: accompanied ? 'accepted' : 'needs-action' }],
        partner: recipient,
        partnerAnswer: 'accepted',
        request: request.id,
      },
    }) as const;
  row.add(on, appointment(1, 'booked'));
  if (course.started !== undefined) row.add(start, appointment(2, 'fulfilled'));
}

type Scheduled = NonNullable<Course['scheduled']>;

const MET_EVERY_DAYS = 40;

/** Those who met the child there: the first day, then often enough that nobody has to wonder. */
function met({ told, request, row }: AtPartner, started: Day, ended: Day = told.to): void {
  const person = { kind: 'person', name: say(told, WHO_SEES) } as const;
  for (
    let day = started, nth = 1;
    day < ended && day < told.to;
    day = workingDay(addDays(day, MET_EVERY_DAYS)), nth += 1
  )
    row.add(day, (happenedAt) => ({
      act: 'put',
      concept: 'contact',
      id: `${request.id}-c${nth}`,
      body: {
        version: 1,
        centre: told.centre,
        happenedAt,
        child: { id: told.child },
        kind: 'session',
        setting: 'elsewhere',
        childPresent: true,
        participants: [person],
        request: request.id,
      },
    }));
}

/** Programmes that a child is enrolled in, from the first contact until they end. */
const ENROLS: ReadonlySet<string> = new Set(['sippe', 'agir-tot']);

function enrolled({ told, request: { id, need }, row, recipient }: AtPartner, started: Day, ended?: Ended): void {
  const { asked } = need;
  if (asked.kind !== 'service' || !ENROLS.has(asked.programme) || told.province === 'on') return;
  row.add(ended?.on ?? started, (happenedAt) => ({
    act: 'put',
    concept: 'enrolment',
    id: `${id}-insc`,
    body: {
      version: ended === undefined ? 1 : 2,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      programme: asked.programme,
      what: say(told, need.what),
      partner: recipient,
      circle: told.circle,
      request: id,
      pivot: told.pivot(ended?.on ?? started),
      ...(ended === undefined
        ? { status: 'active', period: { start: started } }
        : {
            status: 'finished',
            endedBecause: say(told, ended.because),
            period: { start: started, end: ended.on },
            history: [{ status: 'active', period: { start: started, end: ended.on } }],
          }),
    },
  }));
}

interface Ended {
  readonly on: Day;
  readonly because: Bilingual;
}

const WHO_SEES: Bilingual = { fr: 'Camille, qui l’accueille là-bas', en: 'Camille, who sees them there' };

/** What changed for the child, on the same scales as before. */
function evaluatedOn({ told, request, row }: AtPartner, day: Day): void {
  const ratings = FACTORS.map((factor) => ({
    factor,
    rating: told.chance.whole(3, 5),
    by: { kind: 'child' } as const,
  }));
  row.add(day, (happenedAt) => ({
    act: 'put',
    concept: 'outcome-evaluation',
    id: `${request.id}-apres`,
    body: {
      version: 1,
      centre: told.centre,
      happenedAt,
      child: { id: told.child },
      status: 'final',
      request: request.id,
      moment: 'after',
      about: 'child',
      ratings: [ratings[0] ?? { factor: 'belonging', rating: 4 }, ...ratings.slice(1)],
    },
  }));
}
