import { randomUUID } from 'node:crypto';
import type { Answer } from '../acts.ts';
import { appointment } from './gravity-manner.ts';
import { type Manner, NO_OUTPUT, type OutputFacts, type Outputs } from './manner.ts';
import type { ReferralStyle } from './referral-resources.ts';

const BUSINESS_STATUS = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';
const BSER = 'http://hl7.org/fhir/us/bser/CodeSystem/bser';

/** BSeR asks for one on every Task; where no event has happened, the last state that has a code stands. */
const STATES = {
  acknowledge: ['2.0', 'Service Request Created'],
  accept: ['3.0', 'Service Request Accepted'],
  waitlist: ['3.0', 'Service Request Accepted'],
  schedule: ['5.1.1', 'Service Request Event Scheduled'],
  start: ['5.1.4', 'Service Request Event Completed'],
  'no-show': ['5.1.2', 'Scheduled Service Request Event Unattended'],
  'ask-for-more': ['3.0', 'Service Request Accepted'],
  complete: ['7.0', 'Service Request Fulfillment Completed'],
  decline: ['4.0', 'Service Request Declined'],
  stop: ['6.0', 'Service Request Fulfillment Cancelled'],
  fail: ['6.0', 'Service Request Fulfillment Cancelled'],
} as const satisfies Readonly<Record<Answer['act'], readonly [code: string, display: string]>>;

/** How BSeR writes a referral. */
export const BSER_STYLE: ReferralStyle = {
  task: 'http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralTask',
  request: 'http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralServiceRequest',
  businessStatus: { coding: [{ system: BUSINESS_STATUS, code: '2.0', display: 'Service Request Created' }] },
  typed: true,
};

/** A recipient that follows BSeR: every state has its number, and the feedback on a completed referral is a document. */
export const BSER_MANNER: Manner = {
  businessStatus({ act }, words) {
    const [code, display] = STATES[act];
    return { coding: [{ system: BUSINESS_STATUS, code, display }], ...(act === 'waitlist' && { text: words }) };
  },
  outputs(answer, facts) {
    if (answer.act === 'schedule') return appointment(answer.at, facts);
    return answer.act === 'complete' ? feedback(facts) : NO_OUTPUT;
  },
};

/** The feedback document; BSeR’s own example of an output has words for a type. */
function feedback({ happenedAt, subject, focus, words }: OutputFacts): Outputs {
  const composition: fhir4.Composition = {
    resourceType: 'Composition',
    status: 'final',
    type: { text: 'Referral feedback' },
    subject,
    date: happenedAt,
    author: [{ display: 'Outreach' }],
    title: 'Referral feedback',
    section: [
      {
        code: { coding: [{ system: BSER, code: 'RSRFS' }] },
        title: 'Summary',
        ...(focus !== undefined && { focus }),
        text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(words)}</p></div>` },
      },
    ],
  };
  const document: fhir4.Bundle = {
    resourceType: 'Bundle',
    id: 'feedback',
    type: 'document',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${randomUUID()}` },
    timestamp: new Date(happenedAt).toISOString(),
    entry: [{ fullUrl: 'urn:uuid:5b8f0f1e-6b5e-4a53-8d0e-0e3a3c3b7a11', resource: composition }],
  };
  return {
    contained: [document],
    output: [{ type: { text: 'Referral feedback' }, valueReference: { reference: '#feedback' } }],
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
