import { FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import type { Guide } from '../by-focus/guide.ts';
import { readMessage } from '../by-focus/read-message.ts';
import { categoriesOut } from '../by-focus/request-codes.ts';
import { writeAnswer, writeCancellation } from '../by-focus/write-answer.ts';
import { writeRequest } from '../by-focus/write-request.ts';
import type { Dialect } from '../dialect.ts';

const PROFILES = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition';

/** Codes of Gravity’s `SDOHCC-CodeSystemTemporaryCodes`, read in its source (STU3). */
const gravityCode = (code: string): fhir4.CodeableConcept => ({ coding: [{ system: FOREIGN.gravity, code }] });

const GUIDE: Guide = {
  profiles: {
    task: `${PROFILES}/SDOHCC-TaskForReferralManagement`,
    request: `${PROFILES}/SDOHCC-ServiceRequest`,
  },
  numbered: (number) => ({ ...number }),
  // The guide leaves businessStatus open.
  businessCodes: () => [],
  // The code says what we say everywhere: whoever reads only codes must not reach the family either.
  request: (request, callFirst) => ({
    ...request,
    category: categoriesOut(request.category),
    orderDetail: [{ ...gravityCode('contacting-subject-prohibited'), text: callFirst }],
  }),
  outcome({ words, happenedAt, urlOf, number, focus, subject }) {
    const fullUrl = urlOf('Procedure');
    const identifier = { system: IDENTIFIERS.task, value: `${number.value}:activity` };
    const procedure: fhir4.Procedure = {
      resourceType: 'Procedure',
      meta: { profile: [`${PROFILES}/SDOHCC-Procedure`] },
      identifier: [identifier],
      status: 'completed',
      category: gravityCode('sdoh-category-unspecified'),
      // SNOMED CT «Procedure»: what was done is said in words.
      code: { coding: [{ system: FOREIGN.snomed, code: '71388002' }], text: words },
      subject: subject ?? { display: 'Enfant / Child' },
      performedDateTime: happenedAt,
      ...(focus !== undefined && { basedOn: [focus] }),
    };
    return {
      output: { type: gravityCode('resulting-activity'), valueReference: { reference: fullUrl, type: 'Procedure' } },
      fullUrl,
      identifier,
      resource: procedure,
    };
  },
};

/**
 * Gravity’s SDOH Clinical Care, STU3: referrals by Task and ServiceRequest on the other side’s server. What STU2 peers still write is read:
 * `received`, `ready`, an activity as a Procedure or as a code. Neither status is ever written, since STU3 excludes them.
 */
export const gravity: Dialect = {
  writeRequest: (request, context) => writeRequest(GUIDE, request, context),
  writeCancellation: (cancellation, context) => writeCancellation(GUIDE, cancellation, context),
  writeAnswer: (answer, context) => writeAnswer(GUIDE, answer, context),
  read: readMessage,
};
