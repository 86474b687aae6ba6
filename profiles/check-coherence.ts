import { identifiersUnique, nothingFromTheFuture, periodsInOrder } from './coherence/any-concept.ts';
import {
  answerOfPartner,
  bothTimes,
  notOverBefore,
  reasonOfAbsence,
  timeKnown,
  timesInOrder,
} from './coherence/appointment.ts';
import { cardAgrees, familyOrCommunity, pivotIsMember } from './coherence/care-circle.ts';
import {
  existenceStaysInside,
  groundIsInvoked,
  informationSaid,
  oralIsRecorded,
  otherCentreIsTold,
  refusalIsAnswer,
  withdrawalAgrees,
} from './coherence/consent.ts';
import { handOverSaid, reasonOfCancellation } from './coherence/contact.ts';
import { agesInOrder, allDayOrHours, closedKeepsNoDate } from './coherence/directory.ts';
import { historyInOrder, historyLeadsHere, reasonOfEnding } from './coherence/enrolment.ts';
import { refusalInOrder } from './coherence/existence-refusal.ts';
import { oneChildOrWhatIsSaid } from './coherence/inbound-referral.ts';
import { incidentInOrder, noticeOrWhy } from './coherence/incident.ts';
import { childOrSender, oneWay, wholeFile } from './coherence/letter.ts';
import { recipientAgreed } from './coherence/request.ts';
import type { CoherenceRule, Coherent } from './coherence/rule.ts';
import { keptOrDropped, oneOfThree } from './coherence/settlement.ts';
import {
  domainsOnce,
  followsAnother,
  knownStressNamed,
  nothingFromTheEdi,
  observationsUnique,
} from './coherence/shared-assessment.ts';
import { CONCEPT_NAMES, type ConceptName } from './concept-names.ts';
import type { Issue } from './issue.ts';

const RULES: Readonly<Record<ConceptName, readonly CoherenceRule[]>> = {
  'care-circle': [
    pivotIsMember,
    familyOrCommunity,
    identifiersUnique,
    periodsInOrder,
    cardAgrees,
    nothingFromTheFuture,
  ],
  'shared-assessment': [
    followsAnother,
    identifiersUnique,
    domainsOnce,
    observationsUnique,
    nothingFromTheEdi,
    knownStressNamed,
    nothingFromTheFuture,
  ],
  'action-plan': [identifiersUnique, periodsInOrder, nothingFromTheFuture],
  'social-prescription': [recipientAgreed, nothingFromTheFuture],
  'legal-referral': [recipientAgreed, nothingFromTheFuture],
  'service-referral': [recipientAgreed, nothingFromTheFuture],
  contact: [handOverSaid, reasonOfCancellation, periodsInOrder, nothingFromTheFuture],
  appointment: [
    bothTimes,
    timesInOrder,
    timeKnown,
    notOverBefore,
    reasonOfAbsence,
    answerOfPartner,
    nothingFromTheFuture,
  ],
  consent: [
    groundIsInvoked,
    existenceStaysInside,
    otherCentreIsTold,
    refusalIsAnswer,
    informationSaid,
    oralIsRecorded,
    withdrawalAgrees,
    periodsInOrder,
    nothingFromTheFuture,
  ],
  'outcome-evaluation': [nothingFromTheFuture],
  enrolment: [periodsInOrder, historyInOrder, historyLeadsHere, reasonOfEnding, nothingFromTheFuture],
  'request-note': [nothingFromTheFuture],
  letter: [oneWay, childOrSender, wholeFile, nothingFromTheFuture],
  'inbound-referral': [oneChildOrWhatIsSaid],
  resource: [agesInOrder, allDayOrHours, identifiersUnique, periodsInOrder, nothingFromTheFuture],
  'mother-file': [closedKeepsNoDate, nothingFromTheFuture],
  answer: [nothingFromTheFuture],
  dispatch: [nothingFromTheFuture],
  'child-search': [],
  'register-search': [],
  'register-export': [],
  'finding-snooze': [],
  'break-glass-opening': [],
  'break-glass-sign-off': [],
  'centre-tie': [],
  'centre-tie-confirmation': [],
  destruction: [],
  incident: [incidentInOrder, noticeOrWhy],
  'existence-refusal': [refusalInOrder],
  'existence-refusal-search': [],
  'existence-refusal-revocation': [],
  'correction-search': [],
  'match-settlement': [oneOfThree],
  'words-settlement': [keptOrDropped],
  'partner-task': [],
};

/**
 * How the fields of a concept agree with each other: errors, and warnings that do not stop it.
 * `body` has passed the concept’s schema; without `now`, nothing is said of the future.
 */
export function checkCoherence(concept: ConceptName, body: unknown, now?: Date): readonly Issue[] {
  // The schema has passed: what is read here has these types.
  const coherent = body as Coherent;
  return RULES[concept].flatMap((rule) =>
    rule(coherent, now).map(({ severity, code, element, text }) => {
      const field = element.slice(1);
      return {
        severity,
        code,
        expression: `${CONCEPT_NAMES[concept]}${element}`,
        text: { fr: `${field} : ${text.fr}`, en: `${field}: ${text.en}` },
      };
    }),
  );
}
