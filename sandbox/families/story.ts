import type {
  ActionPlan,
  Answer,
  CareCircle,
  Dispatch,
  LegalReferral,
  ServiceReferral,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';
import type { Loop } from '../../mappings/domain/loop.ts';
import type { ReferralState } from '../../mappings/domain/referral-state.ts';
import type { Bilingual, BUSINESS_STATUSES, PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import type { Answer as PartnerAnswer } from '../partners/acts.ts';
import type { StoryCalendar } from './story-calendar.ts';

/** Where a request stands at its recipient: on its way out, or what was last heard. */
export type Standing = 'sent' | 'to-print' | keyof typeof BUSINESS_STATUSES;

/** A concept as the centre sends it; the runner adds `centre`, and `happenedAt` from the step. */
type Body<C> = Omit<C, 'id' | 'centre' | 'happenedAt'>;

/** A concept to write under its id. */
export type Written =
  | { readonly plural: 'care-circles'; readonly id: string; readonly body: Body<CareCircle> }
  | { readonly plural: 'action-plans'; readonly id: string; readonly body: Body<ActionPlan> }
  | { readonly plural: 'social-prescriptions'; readonly id: string; readonly body: Body<SocialPrescription> }
  | { readonly plural: 'legal-referrals'; readonly id: string; readonly body: Body<LegalReferral> }
  | { readonly plural: 'service-referrals'; readonly id: string; readonly body: Body<ServiceReferral> };

/** What is done in a step. */
export type Act =
  /** The centre writes a concept; of a request, where it must then stand. */
  | { readonly act: 'write'; readonly concept: Written; readonly stands?: Standing }
  /** The centre prints the page of a request for a recipient that has no system. */
  | { readonly act: 'print'; readonly request: string }
  /** The centre writes down that the page has left. */
  | {
      readonly act: 'dispatch';
      readonly request: string;
      readonly body: Omit<Dispatch, 'happenedAt'>;
      readonly stands: Standing;
    }
  /** The centre writes down what somebody told it. */
  | {
      readonly act: 'note-answer';
      readonly request: string;
      readonly body: Omit<Answer, 'happenedAt'>;
      readonly stands: Standing;
    }
  /** A partner answers with its own system. */
  | {
      readonly act: 'partner-answers';
      readonly request: string;
      readonly answer: PartnerAnswer;
      readonly stands: Standing;
    }
  /** After a refusal: whom the registry proposes, to a person, and that nothing has left for them. */
  | { readonly act: 'look-at-proposal'; readonly request: string; readonly proposed: string }
  /** What the partner's messages held: these words stand in the last one, and in none before it. */
  | { readonly act: 'compare-messages'; readonly request: string; readonly words: readonly string[] };

/** One line of a story: when it happened, in a sentence, and what is done. */
export type Step = { readonly happenedAt: string; readonly says: Bilingual } & Act;

/** How a request must stand at one recipient when the story ends. */
export interface ExpectedRecipient {
  readonly id: string;
  readonly status: ReferralState;
  /** How it left: `system`, or as a person wrote it down. */
  readonly how: 'system' | Dispatch['how'];
  /** Different messages that the partner's own log must hold. */
  readonly messages?: number;
}

/** How a loop must stand when the story ends. */
export interface ExpectedLoop {
  readonly request: string;
  readonly title: Bilingual;
  readonly state: Loop['state'];
  readonly closed: boolean;
  readonly why: Loop['why'];
  /** In the order in which they were asked. */
  readonly recipients: readonly ExpectedRecipient[];
  /** Protective factors, rated from 1 to 5 before and after. */
  readonly ratings?: readonly {
    readonly factor: keyof typeof PROTECTIVE_FACTORS;
    readonly before: number;
    readonly after: number;
  }[];
}

/** One invented family. */
export interface Story {
  readonly title: Bilingual;
  readonly intro: Bilingual;
  readonly centre: string;
  readonly child: { readonly id: string; readonly givenName: string };
  readonly steps: readonly Step[];
  readonly loops: readonly ExpectedLoop[];
}

/** What one telling gives to a story, so that a record kept from another telling is left alone. */
export interface Telling {
  readonly calendar: StoryCalendar;
  /** An identifier of this telling. */
  readonly own: (name: string) => string;
}

/** A story, at the dates and under the identifiers of one telling. */
export type StoryOf = (telling: Telling) => Story;
