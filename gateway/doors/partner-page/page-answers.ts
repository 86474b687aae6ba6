import type { AnswerSaid } from '../../../mappings/domain/lane-events.ts';
import { wasAccepted } from '../../../mappings/domain/last-word.ts';
import { effectOf } from '../../../mappings/domain/referral-effect.ts';
import { isReferralState } from '../../../mappings/domain/referral-state.ts';
import type { BUSINESS_STATUSES, DECLINE_REASONS } from '../../../profiles/codes.ts';

type Field = 'reason' | 'appointmentAt' | 'outcome' | 'words';

/** What can be answered on the page, in the order of its form, and what each asks beside the name of who answers; `!` must be filled in. */
export const PAGE_ANSWERS = {
  accepted: ['words'],
  scheduled: ['appointmentAt!', 'words'],
  waitlisted: ['words'],
  'awaiting-information': ['words!'],
  declined: ['reason!', 'words'],
  started: [],
  'no-show': ['words'],
  completed: ['outcome'],
  failed: ['words!'],
} as const satisfies Partial<
  Record<AnswerSaid['what'] & keyof typeof BUSINESS_STATUSES, readonly (Field | `${Field}!`)[]>
>;

export type PageAnswer = keyof typeof PAGE_ANSWERS;

const isPageAnswer = (what: unknown): what is PageAnswer =>
  typeof what === 'string' && Object.hasOwn(PAGE_ANSWERS, what);

/** Why a partner declines, and what a family may have said to it: the rest is for the centre to know. */
export const PAGE_REASONS = [
  'full',
  'out-of-territory',
  'not-eligible',
  'wrong-service',
  'duplicate',
  'family-not-wanted',
  'not-reached',
] as const satisfies readonly (keyof typeof DECLINE_REASONS)[];

/** What would change something where the request stands now: the state machine decides. Nobody is absent before something was agreed. */
export function answersPossible(task: fhir4.Task): readonly PageAnswer[] {
  const { status } = task;
  if (!isReferralState(status)) return [];
  const accepted = wasAccepted(task);
  return Object.keys(PAGE_ANSWERS)
    .filter(isPageAnswer)
    .filter((what) => effectOf(what, status, { accepted }).kind !== 'recorded-only')
    .filter((what) => what !== 'no-show' || accepted);
}

/** The answer in what the page sent, with what the door knows by itself; whether it is a good one is for the check of the concept to say. */
export function answerIn(
  body: unknown,
  { at, partner }: { readonly at: string; readonly partner: string },
): { readonly what: unknown; readonly answer: Readonly<Record<string, unknown>> } {
  const given = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}));
  const what = given.get('what');
  const fields = isPageAnswer(what) ? PAGE_ANSWERS[what].map((field) => field.replace('!', '')) : [];
  const said = fields.flatMap((field) => (isFilled(given.get(field)) ? [[field, given.get(field)] as const] : []));
  return {
    what,
    answer: {
      what,
      happenedAt: at,
      saidBy: given.get('saidBy'),
      recordedBy: partner,
      ...Object.fromEntries(said),
    },
  };
}

/** The field that this answer must have and does not. */
export const missingIn = (what: PageAnswer, answer: Readonly<Record<string, unknown>>): string | undefined =>
  PAGE_ANSWERS[what]
    .filter((field) => field.endsWith('!'))
    .map((field) => field.slice(0, -1))
    .find((field) => answer[field] === undefined);

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
