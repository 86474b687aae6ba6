import {
  ASSESSMENT_KINDS,
  DEVELOPMENT_AREAS,
  POSITIONS,
  SCHOOL_ASPECTS,
  STRESS_TRENDS,
  TOXIC_STRESSES,
} from './codes/assessment.ts';
import {
  CONSENT_PURPOSES,
  CONSENT_REGIMES,
  DISCLOSURE_GROUNDS,
  INFORMATION_KINDS,
  LEGAL_PROVISIONS,
  SAID_HOW,
} from './codes/consent.ts';
import {
  APPOINTMENT_ANSWERS,
  APPOINTMENT_STATUSES,
  CONTACT_KINDS,
  CONTACT_SETTINGS,
  ENROLMENT_PROGRAMMES,
  ENROLMENT_STATUSES,
} from './codes/contacts.ts';
import { COSTS, REFERRAL_METHODS, RESOURCE_KINDS, SERVICE_MODES } from './codes/directory.ts';
import { LABELS } from './codes/labels.ts';
import { OUTCOME_SUBJECTS } from './codes/outcome.ts';
import {
  ANSWER_CHANNELS,
  BARRIER_KINDS,
  type Bilingual,
  BUSINESS_STATUSES,
  CENTRE_SERVICES,
  DECLINE_REASONS,
  GENDERS,
  GOAL_CATEGORIES,
  KINSHIPS,
  LEGAL_MANDATES,
  LEGAL_ROLES,
  NETWORK_SERVICES,
  PILLARS,
  PRESCRIPTION_KINDS,
  PROGRAMMES,
  PROTECTIVE_FACTORS,
  RATING_MOMENTS,
  RECEIVER_PRIORITIES,
  URGENCIES,
} from './codes.ts';

/** The code tables whose codes stand in the schemas as an `enum`. */
const TABLES: readonly Readonly<Record<string, Bilingual>>[] = [
  PILLARS,
  LEGAL_ROLES,
  KINSHIPS,
  GENDERS,
  PROTECTIVE_FACTORS,
  GOAL_CATEGORIES,
  ASSESSMENT_KINDS,
  POSITIONS,
  DEVELOPMENT_AREAS,
  SCHOOL_ASPECTS,
  TOXIC_STRESSES,
  STRESS_TRENDS,
  CENTRE_SERVICES,
  PRESCRIPTION_KINDS,
  BARRIER_KINDS,
  LEGAL_MANDATES,
  PROGRAMMES,
  NETWORK_SERVICES,
  URGENCIES,
  RECEIVER_PRIORITIES,
  DECLINE_REASONS,
  BUSINESS_STATUSES,
  ANSWER_CHANNELS,
  CONTACT_KINDS,
  CONTACT_SETTINGS,
  APPOINTMENT_ANSWERS,
  APPOINTMENT_STATUSES,
  CONSENT_PURPOSES,
  CONSENT_REGIMES,
  INFORMATION_KINDS,
  SAID_HOW,
  DISCLOSURE_GROUNDS,
  LEGAL_PROVISIONS,
  OUTCOME_SUBJECTS,
  RATING_MOMENTS,
  ENROLMENT_PROGRAMMES,
  ENROLMENT_STATUSES,
  RESOURCE_KINDS,
  SERVICE_MODES,
  COSTS,
  REFERRAL_METHODS,
  LABELS,
];

/** What the codes of an `enum` mean, if one of our tables holds all of them: the smallest that does. */
export function meaningsOf(codes: readonly string[]): Readonly<Record<string, Bilingual>> | undefined {
  return TABLES.filter((table) => codes.every((code) => Object.hasOwn(table, code))).sort(
    (a, b) => Object.keys(a).length - Object.keys(b).length,
  )[0];
}
