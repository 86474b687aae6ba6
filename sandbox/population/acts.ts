import type {
  ActionPlan,
  Answer,
  Appointment,
  CareCircle,
  Consent,
  Contact,
  Dispatch,
  Enrolment,
  LegalReferral,
  MotherFile,
  OutcomeEvaluation,
  ServiceReferral,
  SharedAssessment,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';

/** What a story writes down, by its name in the API. */
interface Written {
  'care-circle': CareCircle;
  'shared-assessment': SharedAssessment;
  'action-plan': ActionPlan;
  'social-prescription': SocialPrescription;
  'legal-referral': LegalReferral;
  'service-referral': ServiceReferral;
  contact: Contact;
  appointment: Appointment;
  consent: Consent;
  'outcome-evaluation': OutcomeEvaluation;
  enrolment: Enrolment;
  'mother-file': MotherFile;
}

/** A concept under its own identifier, in one version. */
export type Put = {
  readonly [C in keyof Written]: {
    readonly act: 'put';
    readonly concept: C;
    readonly id: string;
    readonly body: Written[C] & { readonly version: number };
  };
}[keyof Written];

type Deed =
  | Put
  /** What a partner said on the telephone, or the family, as a person of the centre writes it down. */
  | { readonly act: 'answer'; readonly request: string; readonly body: Answer }
  /** The page has left by fax. */
  | { readonly act: 'dispatch'; readonly request: string; readonly body: Dispatch }
  /** What a partner’s own system says by itself of a request. */
  | { readonly act: 'system-says'; readonly request: string; readonly body: SystemSays };

/** Where the request stands there, and at which partner. */
export interface SystemSays {
  readonly recipient: string;
  readonly what: 'declined';
  readonly happenedAt: string;
}

/** One act of a story, and since when it was known; of what a system says, when it says it. When it happened stands in its body. */
export type Act = Deed & { readonly knownAt: string };

/** Everything that is done about one child, or in one file apart, in the order in which it became known. */
export interface Life {
  /** The child's number at the centre, or the file's. */
  readonly id: string;
  readonly centre: string;
  readonly acts: readonly Act[];
}
