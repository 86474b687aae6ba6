import type {
  LegalReferral,
  SafeContact,
  SensitivityLabel,
  ServiceReferral,
  SocialPrescription,
} from '../../../mappings/domain/concepts.ts';
import { type AskedFor, askedForOf } from './asked-for.ts';
import type { PersonToName } from './people-to-name.ts';

/** What somebody has written so far; an empty text is something not said. */
export interface RequestDraft {
  readonly what: string;
  readonly recipient: string;
  readonly why: string;
  /** How the family is to be reached: through the centre, or straight. */
  readonly reach: 'centre' | NonNullable<SafeContact['means']>;
  readonly person: string;
  readonly number: string;
  readonly mustNot: string;
  readonly agreedBy: string;
  /** What is rarely needed. */
  readonly details: string;
  readonly when: string;
  readonly urgency: 'routine' | 'urgent' | 'immediate';
  readonly agreedHow: 'oral' | 'written';
  readonly agreedOn: string;
  readonly conflictNames: string;
  readonly bindingDate: string;
  readonly facts: string;
  readonly labels: readonly SensitivityLabel[];
}

export type DraftField = keyof RequestDraft;
/** What is typed or chosen as one text. */
export type TextDraftField = Exclude<DraftField, 'labels'>;

/** `agreedOn`: today, by the centre’s clock. `why`: the words of the plan’s goal, where it comes from one. */
export const emptyDraft = ({
  agreedOn,
  why = '',
}: Pick<RequestDraft, 'agreedOn'> & { why?: string }): RequestDraft => ({
  what: '',
  recipient: '',
  why,
  reach: 'centre',
  person: '',
  number: '',
  mustNot: '',
  agreedBy: '',
  details: '',
  when: '',
  urgency: 'routine',
  agreedHow: 'oral',
  agreedOn,
  conflictNames: '',
  bindingDate: '',
  facts: '',
  labels: [],
});

/** For another thing, or another recipient: an agreement names its recipient, so it has to be asked for again. */
export function changed(draft: RequestDraft, changes: Partial<RequestDraft>): RequestDraft {
  const next = { ...draft, ...changes };
  if (changes.what !== undefined && changes.what !== draft.what) return { ...next, recipient: '', agreedBy: '' };
  if (changes.recipient !== undefined && changes.recipient !== draft.recipient) return { ...next, agreedBy: '' };
  return next;
}

/** Which fields must still be filled in, in the order of the page. The gateway checks everything else, at the field. */
export const missingIn = (draft: RequestDraft): readonly NeededField[] =>
  NEEDED.filter((field) => draft[field].trim() === '' && (field !== 'person' || draft.reach !== 'centre'));

const NEEDED = ['what', 'recipient', 'why', 'person', 'agreedBy'] as const satisfies readonly TextDraftField[];
type NeededField = (typeof NEEDED)[number];

export interface RequestMade {
  readonly id: string;
  readonly centre: string;
  readonly child: string;
  readonly happenedAt: string;
  readonly people: readonly PersonToName[];
  readonly goals?: readonly string[];
  readonly plan?: string;
}

export type RequestBody = SocialPrescription | ServiceReferral | LegalReferral;

/** The request as the API takes it; undefined while nobody said what is asked or who agreed. */
export function requestFromDraft(
  draft: RequestDraft,
  made: RequestMade,
): { readonly concept: AskedFor['concept']; readonly body: RequestBody } | undefined {
  const asked = askedForOf(draft.what);
  const agreed = made.people.find(({ key }) => key === draft.agreedBy);
  if (asked === undefined || agreed === undefined) return undefined;
  const core = {
    id: made.id,
    version: 1,
    centre: made.centre,
    happenedAt: made.happenedAt,
    child: { id: made.child },
    recipient: draft.recipient,
    reason: draft.why.trim(),
    safeContact: safeContactFrom(draft, made.people),
    agreements: [{ recipient: draft.recipient, by: agreed.who, at: draft.agreedOn, how: draft.agreedHow }] as const,
    ...(draft.urgency !== 'routine' && { urgency: draft.urgency }),
    ...(made.goals !== undefined && made.goals.length > 0 && { goals: made.goals }),
    ...(made.plan !== undefined && { plan: made.plan }),
  };
  const details = draft.details.trim();
  const what = details === '' ? {} : { what: details };
  // A legal referral is restricted by itself: there is none to put.
  const labels = draft.labels.length === 0 ? {} : { labels: draft.labels };
  switch (asked.concept) {
    case 'social-prescription':
      return { concept: asked.concept, body: { ...core, kind: asked.kind, ...what, ...labels } };
    case 'service-referral': {
      const service = asked.service === undefined ? {} : { service: asked.service };
      return { concept: asked.concept, body: { ...core, programme: asked.programme, ...service, ...what, ...labels } };
    }
    case 'legal-referral':
      return { concept: asked.concept, body: { ...core, mandate: asked.mandate, ...legalParts(draft, details) } };
  }
}

/** What a lawyer needs; what is asked in words stands among the facts, which are shown once the mandate is accepted. */
function legalParts({ conflictNames, bindingDate, facts }: RequestDraft, details: string) {
  const names = conflictNames.split(',').flatMap((name) => name.trim() || []);
  const told = [details, facts.trim()].filter((it) => it !== '').join('\n');
  return {
    ...(names.length > 0 && { conflictCheckNames: names }),
    ...(bindingDate !== '' && { bindingDate }),
    ...(told !== '' && { facts: told }),
  };
}

function safeContactFrom(draft: RequestDraft, people: readonly PersonToName[]): SafeContact {
  const { reach, person, number, mustNot, when } = draft;
  const more = {
    ...(when.trim() !== '' && { when: when.trim() }),
    ...(mustNot.trim() !== '' && { mustNot: [mustNot.trim()] }),
  };
  if (reach === 'centre') return { through: 'centre', ...more };
  const named = people.find(({ key }) => key === person)?.name ?? person;
  const reached = number.trim() === '' ? {} : { number: number.trim() };
  return { through: 'person', person: named, means: reach, ...reached, ...more };
}
