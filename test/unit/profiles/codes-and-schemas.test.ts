import { expect, test } from '@jest/globals';
import * as assessment from '../../../profiles/codes/assessment.ts';
import * as consent from '../../../profiles/codes/consent.ts';
import * as contacts from '../../../profiles/codes/contacts.ts';
import * as directory from '../../../profiles/codes/directory.ts';
import * as words from '../../../profiles/codes/extension-words.ts';
import { LABELS } from '../../../profiles/codes/labels.ts';
import { LETTER_CONTENT_TYPES, LETTER_KINDS } from '../../../profiles/codes/letters.ts';
import * as outcome from '../../../profiles/codes/outcome.ts';
import * as codes from '../../../profiles/codes.ts';
import { TASK_STATUSES } from '../../../profiles/foreign-codes.ts';
import { type Json, loadSchemas } from '../../../profiles/load-schemas.ts';

const keys = (table: object, { without = [], and = [] }: { without?: string[]; and?: string[] } = {}): string[] =>
  [...Object.keys(table).filter((code) => !without.includes(code)), ...and].sort();

/** Field of a schema → the codes that it takes, from the table that says what they mean. */
const FROM_TABLES: Readonly<Record<string, readonly string[]>> = {
  'Member.pillar': keys(codes.PILLARS),
  'Member.kinship': keys(codes.KINSHIPS),
  'Member.legalRole': keys(codes.LEGAL_ROLES),
  'Child.gender': keys(codes.GENDERS),
  'ChildSaid.gender': keys(codes.GENDERS),
  'FactorRating.factor': keys(codes.PROTECTIVE_FACTORS),
  'Strength.factor': keys(codes.PROTECTIVE_FACTORS),
  'PlanGoal.category': keys(codes.GOAL_CATEGORIES),
  'shared-assessment.kind': keys(assessment.ASSESSMENT_KINDS),
  'Position.position': keys(assessment.POSITIONS),
  // The two domains in which something of their own is seen have alternatives of their own.
  'ReadDomain.domain': keys(codes.GOAL_CATEGORIES, { without: ['development', 'school'] }),
  'DevelopmentObservation.area': keys(assessment.DEVELOPMENT_AREAS),
  'SchoolObservation.aspect': keys(assessment.SCHOOL_ASPECTS),
  'ToxicStress.class': keys(assessment.TOXIC_STRESSES),
  'ToxicStress.trend': keys(assessment.STRESS_TRENDS),
  'PlanAction.service': keys(codes.CENTRE_SERVICES),
  'SafeContact.through': keys(words.CONTACT_WAYS),
  'SafeContact.means': keys(words.CONTACT_MEANS),
  'Agreement.how': keys(words.AGREEMENT_FORMS),
  'Barrier.kind': keys(codes.BARRIER_KINDS),
  'social-prescription.kind': keys(codes.PRESCRIPTION_KINDS),
  'social-prescription.urgency': keys(codes.URGENCIES),
  'legal-referral.mandate': keys(codes.LEGAL_MANDATES),
  'legal-referral.urgency': keys(codes.URGENCIES),
  'service-referral.programme': keys(codes.PROGRAMMES),
  'service-referral.service': keys(codes.NETWORK_SERVICES),
  'service-referral.urgency': keys(codes.URGENCIES),
  'SensitivityLabel.': keys(LABELS),
  // A whole file is not asked for by anybody.
  'Child.labels': keys(LABELS, { without: ['asked-alone'] }),
  'InformationKind.': keys(consent.INFORMATION_KINDS),
  'Withdrawal.how': keys(consent.SAID_HOW),
  'consent.purpose': keys(consent.CONSENT_PURPOSES),
  'consent.regime': keys(consent.CONSENT_REGIMES),
  'consent.how': keys(consent.SAID_HOW),
  'consent.what': keys(consent.DISCLOSURE_GROUNDS),
  'consent.provision': keys(consent.LEGAL_PROVISIONS),
  'outcome-evaluation.moment': keys(codes.RATING_MOMENTS),
  'outcome-evaluation.about': keys(outcome.OUTCOME_SUBJECTS),
  'answer.priority': keys(codes.RECEIVER_PRIORITIES),
  // Said by the gateway, not by who answers: the request was given to another, or withdrawn.
  'answer.reason': keys(codes.DECLINE_REASONS, { without: ['another-recipient', 'family-took-back', 'withdrawn'] }),
  // The stop is asked by the request's own revision; the others are no state of the service.
  'answer.what': keys(codes.BUSINESS_STATUSES, {
    without: ['cancel-requested'],
    and: ['family-ended', 'entered-in-error', 'passed-on'],
  }),
  // Where a request stands at somebody to whom it was passed on: asked at least.
  'answer.status': keys(TASK_STATUSES, { without: ['draft'] }),
  'answer.channel': keys(codes.ANSWER_CHANNELS, { without: ['system', 'web-page'] }),
  'letter.kind': keys(LETTER_KINDS),
  'letter.contentType': keys(LETTER_CONTENT_TYPES),
  'contact.kind': keys(contacts.CONTACT_KINDS),
  'contact.setting': keys(contacts.CONTACT_SETTINGS),
  'appointment.status': keys(contacts.APPOINTMENT_STATUSES),
  'appointment.familyAnswer': keys(contacts.APPOINTMENT_ANSWERS),
  'appointment.partnerAnswer': keys(contacts.APPOINTMENT_ANSWERS),
  'AppointmentPerson.answer': keys(contacts.APPOINTMENT_ANSWERS),
  'enrolment.programme': keys(contacts.ENROLMENT_PROGRAMMES),
  'enrolment.status': keys(contacts.ENROLMENT_STATUSES),
  'EnrolmentStep.status': keys(contacts.ENROLMENT_STATUSES),
  'ResourceKind.': keys(directory.RESOURCE_KINDS),
  'ServiceMode.': keys(directory.SERVICE_MODES),
  'ReferralMethod.': keys(directory.REFERRAL_METHODS),
  'Programme.': keys(codes.PROGRAMMES),
  'resource.kind': keys(directory.COSTS),
  'dispatch.how': keys(codes.ANSWER_CHANNELS, { without: ['system', 'email', 'web-page'] }),
};

/** FHIR’s own codes, and words that need no table. */
const WITHOUT_TABLE = [
  'care-circle.status',
  'shared-assessment.status',
  'action-plan.status',
  'social-prescription.status',
  'legal-referral.status',
  'service-referral.status',
  'contact.status',
  'consent.status',
  'consent.decision',
  'outcome-evaluation.status',
  'request-note.status',
  'letter.status',
  'PlanGoal.status',
  'PlanAction.status',
  'Telecom.system',
  'Telecom.use',
  'SafeContact.through',
  'SafeContact.means',
  'Agreement.how',
  'Weekday.',
  'mother-file.how',
];

const { datatypes, ...others } = loadSchemas();
const concepts = [
  'care-circle',
  'shared-assessment',
  'action-plan',
  'social-prescription',
  'legal-referral',
  'service-referral',
  'contact',
  'appointment',
  'consent',
  'outcome-evaluation',
  'enrolment',
  'request-note',
  'letter',
  'resource',
  'mother-file',
  'answer',
  'dispatch',
];
const roots: readonly (readonly [string, Json | undefined])[] = [
  ...Object.entries(datatypes?.$defs ?? {}),
  ...concepts.map((name) => [name, others[name]] as const),
];
const enums = roots.flatMap(([root, schema]) => enumsOf(root, '', schema ?? {}));

function enumsOf(root: string, field: string, node: Json): { where: string; values: string[] }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((it) => enumsOf(root, field, it));
  const entries: [string, Json][] = Object.entries(node);
  return entries.flatMap(([key, value]) => {
    if (key === 'enum') return [{ where: `${root}.${field}`, values: (value as string[]).toSorted() }];
    if (key === 'properties') return Object.entries(value ?? {}).flatMap(([name, it]) => enumsOf(root, name, it));
    return enumsOf(root, field, value);
  });
}

test.each(enums.filter(({ where }) => !WITHOUT_TABLE.includes(where)))(
  '$where takes exactly the codes of its table',
  ({ where, values }) => {
    expect(values).toEqual(FROM_TABLES[where]);
  },
);

test('every table that is held against a field has that field', () => {
  const fields = new Set(enums.map(({ where }) => where));
  expect([...Object.keys(FROM_TABLES), ...WITHOUT_TABLE].filter((where) => !fields.has(where))).toEqual([]);
});

test('ratings go from the first to the last of their words', () => {
  const definitions = datatypes?.$defs as unknown as { FactorRating: { properties: { rating: object } } };
  const { rating } = definitions.FactorRating.properties;
  const numbers = Object.keys(codes.OUTCOME_RATINGS).map(Number);
  expect(rating).toMatchObject({ minimum: Math.min(...numbers), maximum: Math.max(...numbers) });
});

test('every code of ours is said in both languages', () => {
  const tables = Object.entries({ ...codes, ...assessment, ...consent, ...contacts, ...outcome }).filter(
    ([name]) => name !== 'PIVOT',
  );
  const words = tables.flatMap(([, table]) => Object.values(table) as { fr: string; en: string }[]);
  expect(words.filter(({ fr, en }) => !fr?.trim() || !en?.trim())).toEqual([]);
});
