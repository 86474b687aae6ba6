import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import type { ConceptName } from '../../../../profiles/concept-names.ts';
import { actionPlans } from '../../../generators/action-plans.ts';
import { anyAnswers, dispatches } from '../../../generators/answers.ts';
import { appointments } from '../../../generators/appointments.ts';
import { careCircles } from '../../../generators/care-circles.ts';
import { childFiles, fileParts } from '../../../generators/child-files.ts';
import { consents } from '../../../generators/consents.ts';
import { contacts } from '../../../generators/contacts.ts';
import { enrolments } from '../../../generators/enrolments.ts';
import { keptLetters } from '../../../generators/kept-letters.ts';
import { motherFiles } from '../../../generators/mother-files.ts';
import { outcomeEvaluations } from '../../../generators/outcome-evaluations.ts';
import { requestNotes } from '../../../generators/request-notes.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from '../../../generators/requests.ts';
import { resources } from '../../../generators/resources.ts';
import { sharedAssessments } from '../../../generators/shared-assessments.ts';

const check = conceptChecker({ now: () => new Date() });

const errorsIn = (name: ConceptName, concept: unknown) =>
  check(name, concept).filter(({ severity }) => severity === 'error');

test.each<[ConceptName, fc.Arbitrary<unknown>]>([
  ['care-circle', careCircles()],
  ['shared-assessment', sharedAssessments()],
  ['action-plan', actionPlans()],
  ['social-prescription', socialPrescriptions()],
  ['legal-referral', legalReferrals()],
  ['service-referral', serviceReferrals()],
  ['contact', contacts()],
  ['appointment', appointments()],
  ['consent', consents()],
  ['outcome-evaluation', outcomeEvaluations()],
  ['enrolment', enrolments()],
  ['request-note', requestNotes()],
  ['letter', keptLetters()],
  ['resource', resources()],
  ['mother-file', motherFiles()],
  ['answer', anyAnswers()],
  ['dispatch', dispatches()],
])('every generated %s is one that the gateway takes in', (name, concepts) => {
  fc.assert(
    fc.property(concepts, (concept) => {
      expect(errorsIn(name, concept)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('every generated child file is taken in and names only what it has', () => {
  fc.assert(
    fc.property(childFiles(), (file) => {
      for (const { name, concept } of fileParts(file)) expect(errorsIn(name, concept)).toEqual([]);
      const { circle, plan, prescription, legal, service } = file;
      const members = new Set((circle.members ?? []).map(({ id }) => id));
      const goals = new Set((plan.goals ?? []).map(({ id }) => id));
      for (const who of plan.contributors ?? []) if (who.kind === 'member') expect(members).toContain(who.id);
      for (const request of [prescription, legal, service]) {
        for (const goal of request.goals ?? []) expect(goals).toContain(goal);
        expect([undefined, plan.id]).toContain(request.plan);
      }
      expect([undefined, circle.id]).toContain(plan.circle);
    }),
    { numRuns: 100 },
  );
});
