import { actionPlanMapping } from './action-plan.ts';
import { appointmentMapping } from './appointment.ts';
import { careCircleMapping } from './care-circle.ts';
import { consentMapping } from './consent.ts';
import { contactMapping } from './contact.ts';
import { enrolmentMapping } from './enrolment.ts';
import { inboundReferralMapping } from './inbound-referral.ts';
import { legalReferralMapping } from './legal-referral.ts';
import { letterMapping } from './letter.ts';
import { motherFileMapping } from './mother-file.ts';
import { outcomeEvaluationMapping } from './outcome-evaluation.ts';
import { requestNoteMapping } from './request-note.ts';
import { resourceMapping } from './resource.ts';
import { serviceReferralMapping } from './service-referral.ts';
import { sharedAssessmentMapping } from './shared-assessment.ts';
import { socialPrescriptionMapping } from './social-prescription.ts';

/** Every concept and its two ways, by the name that stands in URLs in the plural. */
export const CONCEPT_MAPPINGS = {
  'care-circle': careCircleMapping,
  'shared-assessment': sharedAssessmentMapping,
  'action-plan': actionPlanMapping,
  'social-prescription': socialPrescriptionMapping,
  'legal-referral': legalReferralMapping,
  'service-referral': serviceReferralMapping,
  contact: contactMapping,
  appointment: appointmentMapping,
  consent: consentMapping,
  'outcome-evaluation': outcomeEvaluationMapping,
  enrolment: enrolmentMapping,
  'request-note': requestNoteMapping,
  letter: letterMapping,
  'inbound-referral': inboundReferralMapping,
  resource: resourceMapping,
  'mother-file': motherFileMapping,
} as const;
