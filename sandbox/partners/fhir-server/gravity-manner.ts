import type { Answer } from '../acts.ts';
import { type Manner, NO_OUTPUT, type OutputFacts, type Outputs } from './manner.ts';
import type { ReferralStyle } from './referral-resources.ts';

const TEMPORARY_CODES = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes';
const REFERRAL_STATES = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';

/** HL7’s codes for what Task.status does not say, since the guide has none of its own. */
const STATES: Readonly<Partial<Record<Answer['act'], string>>> = { schedule: '5.1.1', 'no-show': '5.1.2' };

const PROFILES = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition';

/** How Gravity writes a referral. */
export const GRAVITY_STYLE: ReferralStyle = {
  task: `${PROFILES}/SDOHCC-TaskForReferralManagement`,
  request: `${PROFILES}/SDOHCC-ServiceRequest`,
  category: [{ coding: [{ system: TEMPORARY_CODES, code: 'sdoh-category-unspecified' }] }],
  typed: false,
};

/** A social-care platform that follows Gravity’s SDOH Clinical Care: what was done is a Procedure that Task.output refers to. */
export const GRAVITY: Manner = {
  businessStatus(answer, words) {
    const code = STATES[answer.act];
    if (code !== undefined) return { coding: [{ system: REFERRAL_STATES, code }], text: words };
    return answer.act === 'waitlist' ? { text: words } : undefined;
  },
  outputs(answer, facts) {
    if (answer.act === 'schedule') return appointment(answer.at, facts);
    return answer.act === 'complete' ? procedure(facts) : NO_OUTPUT;
  },
};

function procedure({ happenedAt, subject, focus, words }: OutputFacts): Outputs {
  return {
    contained: [
      {
        resourceType: 'Procedure',
        id: 'activity',
        meta: { profile: [`${PROFILES}/SDOHCC-Procedure`] },
        status: 'completed',
        category: { coding: [{ system: TEMPORARY_CODES, code: 'sdoh-category-unspecified' }] },
        code: { text: words },
        subject,
        performedDateTime: happenedAt,
        ...(focus !== undefined && { basedOn: [focus] }),
      },
    ],
    output: [
      {
        type: { coding: [{ system: TEMPORARY_CODES, code: 'resulting-activity', display: 'Resulting Activity' }] },
        valueReference: { reference: '#activity' },
      },
    ],
  };
}

/** An appointment that was made, as `#appointment` of the Task. */
export function appointment(start: string, { subject, focus }: OutputFacts): Outputs {
  return {
    contained: [
      {
        resourceType: 'Appointment',
        id: 'appointment',
        status: 'booked',
        start,
        end: new Date(Date.parse(start) + 3_600_000).toISOString(),
        participant: [{ actor: subject, status: 'accepted' }],
        ...(focus !== undefined && { basedOn: [focus] }),
      },
    ],
    output: [{ type: { text: 'Appointment' }, valueReference: { reference: '#appointment' } }],
  };
}
