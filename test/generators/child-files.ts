import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import type {
  ActionPlan,
  Appointment,
  CareCircle,
  Consent,
  Contact,
  Enrolment,
  LegalReferral,
  Letter,
  OutcomeEvaluation,
  RequestNote,
  ServiceReferral,
  SharedAssessment,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';
import { actionPlans } from './action-plans.ts';
import { appointments } from './appointments.ts';
import { careCircles } from './care-circles.ts';
import { consents } from './consents.ts';
import { contacts } from './contacts.ts';
import { enrolments } from './enrolments.ts';
import { sentLetters } from './kept-letters.ts';
import { outcomeEvaluations } from './outcome-evaluations.ts';
import { record } from './record.ts';
import { requestNotes } from './request-notes.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from './requests.ts';
import { sharedAssessments } from './shared-assessments.ts';
import { OPEN_WORLD, type World } from './world.ts';

/** One child's concepts, in an order in which each refers only to what came before. */
export interface ChildFile {
  readonly circle: Identified<CareCircle>;
  readonly plan: Identified<ActionPlan>;
  readonly prescription: Identified<SocialPrescription>;
  readonly legal: Identified<LegalReferral>;
  readonly service: Identified<ServiceReferral>;
  readonly appointment: Identified<Appointment>;
  readonly contact: Identified<Contact>;
  readonly assessment: Identified<SharedAssessment>;
  readonly consent: Identified<Consent>;
  readonly evaluation: Identified<OutcomeEvaluation>;
  readonly enrolment: Identified<Enrolment>;
  readonly note: Identified<RequestNote>;
  readonly letter: Identified<Letter>;
}

/** Each part of a file by the name of its concept, in that order. */
export const FILE_CONCEPTS = {
  circle: 'care-circle',
  plan: 'action-plan',
  prescription: 'social-prescription',
  legal: 'legal-referral',
  service: 'service-referral',
  appointment: 'appointment',
  contact: 'contact',
  assessment: 'shared-assessment',
  consent: 'consent',
  evaluation: 'outcome-evaluation',
  enrolment: 'enrolment',
  note: 'request-note',
  letter: 'letter',
} as const satisfies Record<keyof ChildFile, keyof typeof CONCEPT_MAPPINGS>;

export type FilePart = keyof ChildFile;

/** The concepts of a file, each with its name, each after what it refers to. */
export const fileParts = (file: ChildFile) =>
  Object.entries(FILE_CONCEPTS).map(([part, name]) => ({ name, concept: file[part as FilePart] }));

const pool = (ids: readonly string[]): fc.Arbitrary<string> | undefined =>
  ids.length === 0 ? undefined : fc.constantFrom(...ids);

type Requests = Pick<ChildFile, 'prescription' | 'legal' | 'service'>;

/** The three requests share one numbering. */
const requests = (world: World): fc.Arbitrary<Requests> =>
  record({
    prescription: socialPrescriptions(world),
    legal: legalReferrals(world),
    service: serviceReferrals(world),
  }).filter(({ prescription, legal, service }) => new Set([prescription.id, legal.id, service.id]).size === 3);

/** A note about a request; it names a recipient only if the request has that one. */
const notesAbout = (
  world: World,
  { id, recipient }: Pick<ServiceReferral, 'recipient'> & { readonly id: string },
): fc.Arbitrary<Identified<RequestNote>> =>
  requestNotes({ ...world, requestId: fc.constant(id) }).map(({ recipient: drawn, ...note }) =>
    drawn === undefined || recipient === undefined ? note : { ...note, recipient },
  );

/** A letter of the centre about a request; it leaves only for that request's recipient. */
const lettersAbout = (
  world: World,
  { id, recipient }: Pick<ServiceReferral, 'recipient'> & { readonly id: string },
): fc.Arbitrary<Identified<Letter>> =>
  sentLetters({ ...world, requestId: fc.constant(id) }).map(({ recipient: drawn, ...letter }) =>
    drawn === undefined || recipient === undefined ? letter : { ...letter, recipient },
  );

/** What refers to a request that stands: an appointment, a contact, the reading made at it, an evaluation … */
const followUps = (world: World, { prescription, legal, service }: Requests) => {
  const requestId = fc.constantFrom(prescription.id, legal.id, service.id);
  return appointments({ ...world, requestId }).chain((appointment) =>
    contacts({ ...world, requestId, appointmentId: fc.constant(appointment.id) }).chain((contact) =>
      record({
        appointment: fc.constant(appointment),
        contact: fc.constant(contact),
        assessment: sharedAssessments({ ...world, contactId: fc.constant(contact.id) }),
        consent: consents(world),
        // Of a prescription, an evaluation may correct the ratings that came with it: here each concept keeps what it says.
        evaluation: outcomeEvaluations(world, fc.constantFrom(legal.id, service.id)),
        enrolment: enrolments({ ...world, requestId }),
        note: fc.constantFrom(prescription, legal, service).chain((request) => notesAbout(world, request)),
        letter: fc.constantFrom(prescription, legal, service).chain((request) => lettersAbout(world, request)),
      }),
    ),
  );
};

/** Child files that hold together: every member, goal, plan, circle, request and meeting that is named exists. */
export const childFiles = (outer: World = OPEN_WORLD): fc.Arbitrary<ChildFile> =>
  careCircles(outer).chain((circle) => {
    const people = (circle.members ?? []).flatMap((member) =>
      (member.kind === 'family' || member.kind === 'community') && member.id !== undefined ? [member.id] : [],
    );
    const inside: World = {
      centre: fc.constant(circle.centre),
      childId: fc.constant(circle.child.id),
      memberId: pool(people),
      circleId: fc.constant(circle.id),
      planId: undefined,
      goalId: undefined,
      recipient: outer.recipient,
    };
    return actionPlans(inside).chain((plan) => {
      const world = {
        ...inside,
        planId: fc.constant(plan.id),
        goalId: pool((plan.goals ?? []).flatMap(({ id }) => id ?? [])),
      };
      return requests(world).chain((asked) =>
        followUps(world, asked).map((followed) => ({ circle, plan, ...asked, ...followed })),
      );
    });
  });
