import { v5 as uuidFrom } from 'uuid';
import { actionPlanMapping } from '../../mappings/concepts/action-plan.ts';
import { appointmentMapping } from '../../mappings/concepts/appointment.ts';
import { careCircleMapping } from '../../mappings/concepts/care-circle.ts';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../mappings/concepts/consent.ts';
import { contactMapping } from '../../mappings/concepts/contact.ts';
import { enrolmentMapping } from '../../mappings/concepts/enrolment.ts';
import { legalReferralMapping } from '../../mappings/concepts/legal-referral.ts';
import { letterMapping } from '../../mappings/concepts/letter.ts';
import { serviceReferralMapping } from '../../mappings/concepts/service-referral.ts';
import { socialPrescriptionMapping } from '../../mappings/concepts/social-prescription.ts';
import type {
  ActionPlan,
  Appointment,
  CareCircle,
  Consent,
  Contact,
  Enrolment,
  LegalReferral,
  Letter,
  ServiceReferral,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';
import type { AnswerSaid, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { aCircle, agreedTo, aReferral, eventOf } from './concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from './events.ts';

/** What is told of one child, each act on its day at ten in the morning in Verdun, known at once unless it says later. */
interface When {
  readonly on: string;
  readonly knownOn?: string;
}

const happenedAt = ({ on }: When): string => `${on}T10:00:00-05:00`;
const recordedAt = ({ on, knownOn = on }: When): string => `${knownOn}T16:00:00.000Z`;
const exchangeId = (...words: readonly string[]): string => uuidFrom(words.join('|'), SAID);
const SAID = '5d1f8c0e-3b7a-5c9e-8a52-2b8a9d0c7e10';

interface Told {
  readonly id: string;
  readonly version?: number;
}

interface Concept extends Told {
  readonly centre: string;
  readonly child: { readonly id: string };
  readonly happenedAt: string;
}

function told<C>(mapping: ConceptMapping<C>, when: When, concept: Told): LaneEvent {
  const whole: Concept = {
    version: 1,
    centre: 'verdun',
    child: { id: 'enf-1' },
    ...concept,
    happenedAt: happenedAt(when),
  };
  return eventOf(mapping as unknown as ConceptMapping<Concept>, whole as Identified<Concept>, {
    recordedAt: recordedAt(when),
  });
}

type Of<C> = Partial<Omit<C, 'id' | 'version' | 'centre' | 'child' | 'happenedAt'>> & Told;

export const circleTold = (when: When, circle: Partial<CareCircle> & { readonly version?: number } = {}): LaneEvent =>
  eventOf(careCircleMapping, aCircle({ ...circle, happenedAt: happenedAt(when) }), { recordedAt: recordedAt(when) });

export const planTold = (when: When, plan: Of<ActionPlan> & Partial<Pick<ActionPlan, 'child'>>): LaneEvent =>
  told(actionPlanMapping, when, plan);

/** To the CLSC, as the mother agreed, unless it says otherwise. */
export const referralTold = (when: When, referral: Of<ServiceReferral>): LaneEvent => {
  const { recipient = 'clsc-verdun' } = referral;
  return told(serviceReferralMapping, when, {
    ...aReferral({ recipient, agreements: [agreedTo(recipient)] }),
    ...referral,
  });
};

export const prescriptionTold = (when: When, prescription: Of<SocialPrescription>): LaneEvent => {
  const { recipient = 'orchestre' } = prescription;
  return told(socialPrescriptionMapping, when, {
    kind: 'arts-music',
    recipient,
    safeContact: { through: 'centre' },
    agreements: [agreedTo(recipient)],
    ...prescription,
  });
};

export const legalTold = (when: When, referral: Of<LegalReferral>): LaneEvent =>
  told(legalReferralMapping, when, {
    mandate: 'mediation',
    recipient: 'avocate',
    safeContact: { through: 'centre' },
    agreements: [agreedTo('avocate')],
    ...referral,
  });

export const contactTold = (when: When, contact: Of<Contact>): LaneEvent =>
  told(contactMapping, when, { kind: 'session', ...contact });

export const appointmentTold = (when: When, appointment: Of<Appointment>): LaneEvent =>
  told(appointmentMapping, when, appointment);

export const enrolmentTold = (when: When, enrolment: Of<Enrolment>): LaneEvent =>
  told(enrolmentMapping, when, enrolment);

/** A letter to the CLSC about a request, unless it says otherwise. */
export const letterTold = (when: When, letter: Of<Letter>): LaneEvent =>
  told(letterMapping, when, {
    request: 'ortho',
    recipient: 'clsc-verdun',
    title: 'Lettre de référence',
    contentType: 'text/plain',
    content: Buffer.from('Bonjour').toString('base64'),
    ...letter,
  });

/** It left by fax. */
export const leftTold = (when: When, request: string, recipient = 'clsc-verdun'): LaneEvent =>
  aDispatchEvent({
    exchangeId: exchangeId('left', request, recipient, when.on),
    request,
    recipient,
    recordedAt: recordedAt(when),
    dispatch: { happenedAt: happenedAt(when), how: 'fax', recordedBy: 'la coordonnatrice' },
  });

/** What somebody said of it on the telephone. */
export const answerTold = (
  when: When,
  request: string,
  what: AnswerSaid['what'],
  more: Partial<Omit<AnswerSaid, 'what' | 'happenedAt'>> = {},
): LaneEvent =>
  anAnswerEvent(
    { ...more, what, happenedAt: happenedAt(when) },
    { exchangeId: exchangeId(what, request, when.on), request, recordedAt: recordedAt(when) },
  );

/** The mother lets the CLSC know what it needs, unless it says otherwise. */
export const consentTold = (when: When, consent: Of<Consent>): LaneEvent =>
  told(consentMapping, when, {
    by: { kind: 'member', id: 'maman' },
    decision: 'permit',
    purpose: 'care',
    information: ['identity', 'request'],
    regime: 'qc-private',
    ...consent,
  });
