import { paperPage } from '../../../mappings/dialects/paper.ts';
import type { AnswerSaid } from '../../../mappings/domain/lane-events.ts';
import { wasAccepted } from '../../../mappings/domain/last-word.ts';
import type { PaperPage } from '../../../mappings/domain/paper-page.ts';
import type { RequestSeen } from '../../../mappings/lenses/look-through.ts';
import { type Bilingual, BUSINESS_STATUSES } from '../../../profiles/codes.ts';
import type { Disclosable } from '../../disclosure/disclosure.ts';
import type { PendingAnswer } from '../../partner-page/pending-answers.ts';
import { answersPossible, type PageAnswer } from './page-answers.ts';

type RequestInWords = Pick<PaperPage, 'title' | 'centre' | 'safeContact' | 'callBack' | 'sections'>;

/** All that the page shows of a request, in both languages, so that a switch asks for nothing. */
export interface PageView {
  readonly number: string;
  readonly request: Readonly<Record<keyof Bilingual, RequestInWords>>;
  /** Where it stands; absent while nobody has answered. */
  readonly standing?: Bilingual;
  /** Whether more is shown once it is accepted. */
  readonly moreOnceAccepted: boolean;
  /** How long an answer can be corrected. */
  readonly correctableMinutes: number;
  /** What can be answered now. */
  readonly answers: readonly PageAnswer[];
  /** An answer that can still be corrected, as it was said. */
  readonly pending?: Partial<AnswerSaid> & { readonly dueAt: string };
}

export interface PageMoment {
  readonly pending: PendingAnswer | undefined;
  readonly correctableMs: number;
  readonly at: Date;
}

const MINUTE_MS = 60_000;

/** Pure: only what went through the lens is here to be said. */
export function pageView(
  seen: RequestSeen,
  { task, centre, partner }: Pick<Disclosable, 'task' | 'centre' | 'partner'>,
  { pending, correctableMs, at }: PageMoment,
): PageView {
  const inWords = (language: keyof Bilingual): RequestInWords => {
    const page = paperPage(seen, { language, preparedAt: at, centre, partner });
    const { title, centre: sender, safeContact, callBack, sections } = page;
    return { title, centre: sender, safeContact, callBack, sections };
  };
  const standing = standingOf(task);
  return {
    number: seen.number,
    request: { fr: inWords('fr'), en: inWords('en') },
    ...(standing !== undefined && { standing }),
    moreOnceAccepted: !wasAccepted(task),
    correctableMinutes: Math.max(1, Math.round(correctableMs / MINUTE_MS)),
    answers: answersPossible(task),
    ...(pending !== undefined && { pending: pendingView(pending) }),
  };
}

const standingOf = ({ businessStatus }: fhir4.Task): Bilingual | undefined => {
  const code = businessStatus?.coding?.[0]?.code;
  return Object.entries(BUSINESS_STATUSES).find(([name]) => name === code)?.[1];
};

/** What the person said, to be corrected. */
export const pendingView = ({ answer, dueAt }: PendingAnswer): NonNullable<PageView['pending']> => {
  const { what, saidBy, reason, words, appointmentAt, outcome } = answer;
  return {
    what,
    saidBy,
    dueAt,
    ...(reason !== undefined && { reason }),
    ...(words !== undefined && { words }),
    ...(appointmentAt !== undefined && { appointmentAt }),
    ...(outcome !== undefined && { outcome }),
  };
};
