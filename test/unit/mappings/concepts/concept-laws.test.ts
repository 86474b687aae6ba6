import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionPlanMapping } from '../../../../mappings/concepts/action-plan.ts';
import { appointmentMapping } from '../../../../mappings/concepts/appointment.ts';
import { careCircleMapping } from '../../../../mappings/concepts/care-circle.ts';
import type { ConceptMapping, Identified, MappingContext } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { contactMapping } from '../../../../mappings/concepts/contact.ts';
import { enrolmentMapping } from '../../../../mappings/concepts/enrolment.ts';
import { inboundReferralMapping } from '../../../../mappings/concepts/inbound-referral.ts';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import { motherFileMapping } from '../../../../mappings/concepts/mother-file.ts';
import { outcomeEvaluationMapping } from '../../../../mappings/concepts/outcome-evaluation.ts';
import { requestNoteMapping } from '../../../../mappings/concepts/request-note.ts';
import { resourceMapping } from '../../../../mappings/concepts/resource.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { sharedAssessmentMapping } from '../../../../mappings/concepts/shared-assessment.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { actionPlans } from '../../../generators/action-plans.ts';
import { appointments } from '../../../generators/appointments.ts';
import { careCircles } from '../../../generators/care-circles.ts';
import { consents } from '../../../generators/consents.ts';
import { contacts } from '../../../generators/contacts.ts';
import { enrolments } from '../../../generators/enrolments.ts';
import { inboundReferrals } from '../../../generators/inbound-referrals.ts';
import { keptLetters } from '../../../generators/kept-letters.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { motherFiles } from '../../../generators/mother-files.ts';
import { outcomeEvaluations } from '../../../generators/outcome-evaluations.ts';
import { requestNotes } from '../../../generators/request-notes.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from '../../../generators/requests.ts';
import { resources } from '../../../generators/resources.ts';
import { sharedAssessments } from '../../../generators/shared-assessments.ts';
import { asServed, referencesIn, resourcesOf } from './stored.ts';

const RUNS = { numRuns: 200 };

describe.each([
  lawsOf(careCircleMapping, careCircles()),
  lawsOf(sharedAssessmentMapping, sharedAssessments()),
  lawsOf(actionPlanMapping, actionPlans()),
  lawsOf(socialPrescriptionMapping, socialPrescriptions()),
  lawsOf(legalReferralMapping, legalReferrals()),
  lawsOf(serviceReferralMapping, serviceReferrals()),
  lawsOf(contactMapping, contacts()),
  lawsOf(appointmentMapping, appointments()),
  lawsOf(consentMapping, consents()),
  lawsOf(outcomeEvaluationMapping, outcomeEvaluations()),
  lawsOf(enrolmentMapping, enrolments()),
  lawsOf(requestNoteMapping, requestNotes()),
  lawsOf(letterMapping, keptLetters()),
  lawsOf(inboundReferralMapping, inboundReferrals()),
  lawsOf(resourceMapping, resources()),
  lawsOf(motherFileMapping, motherFiles()),
])('$name', ({ holds }) => {
  test('comes back as it went', () => {
    holds((mapping, concept, context) => {
      expect(mapping.fromResources(resourcesOf(mapping.toBundle(concept, context)))).toStrictEqual({
        ok: true,
        value: concept,
      });
    });
  });

  test('comes back from resources in any order, read from a server that gave ids of its own', () => {
    holds((mapping, concept, context, seed) => {
      const served = asServed(resourcesOf(mapping.toBundle(concept, context)), seed);
      expect(mapping.fromResources(served)).toStrictEqual({ ok: true, value: concept });
    });
  });

  test('gives the same Bundle for the same concept', () => {
    holds((mapping, concept, context) => {
      const again = mapping.toBundle(structuredClone(concept), structuredClone(context));
      expect(JSON.stringify(mapping.toBundle(concept, context))).toBe(JSON.stringify(again));
    });
  });

  test('gives a transaction whose root is first and whose entries are distinct', () => {
    holds((mapping, concept, context) => {
      const bundle = mapping.toBundle(concept, context);
      const { type, system } = mapping.root(concept.centre);
      expect(bundle.type).toBe('transaction');
      expect(bundle.entry?.[0]?.resource).toMatchObject({
        resourceType: type,
        identifier: expect.arrayContaining([expect.objectContaining({ system, value: concept.id })]),
      });
      const urls = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl);
      expect(new Set(urls).size).toBe(urls.length);
    });
  });

  test('writes every reference with its identifier, and points inside the Bundle only to what is there', () => {
    holds((mapping, concept, context) => {
      const bundle = mapping.toBundle(concept, context);
      const urls = new Set((bundle.entry ?? []).map(({ fullUrl }) => fullUrl));
      for (const { type, identifier, reference, display } of referencesIn(bundle)) {
        // What is contained has no identifier: FHIR itself refuses a reference inside that leads to nothing.
        if (reference?.startsWith('#') === true) continue;
        if (identifier === undefined && type === undefined) expect(display).toMatch(/\S/);
        else
          expect({ type, ...identifier }).toEqual({
            type: expect.any(String),
            system: expect.any(String),
            value: expect.any(String),
          });
        if (reference !== undefined) expect(urls).toContain(reference);
      }
    });
  });

  test('writes no empty identifier, list, text or object, and nothing undefined', () => {
    holds((mapping, concept, context) => {
      const empty = (node: unknown): boolean =>
        node === undefined ||
        node === null ||
        node === '' ||
        (typeof node === 'object' && (Object.keys(node).length === 0 || Object.values(node).some(empty)));
      expect(empty(mapping.toBundle(concept, context))).toBe(false);
    });
  });

  test('writes resources that each name one profile of ours, and follow it', () => {
    holds((mapping, concept, context) => {
      expect(resourcesOf(mapping.toBundle(concept, context)).flatMap(breachesOf)).toEqual([]);
    });
  });

  test('asks for each resource by its own identifier, and leaves one trace of all it wrote', () => {
    holds((mapping, concept, context) => {
      const entries = mapping.toBundle(concept, context).entry ?? [];
      const written = entries.filter(({ request }) => request?.method === 'PUT' && request.url.includes('?'));
      const trace = entries.find(({ resource }) => resource?.resourceType === 'Provenance');
      for (const { resource, request } of entries) {
        if (resource === undefined || resource === trace?.resource) continue;
        const [identifier] = 'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
        const query = new URLSearchParams(request?.ifNoneExist ?? request?.url.split('?')[1]);
        expect(request?.ifNoneExist ?? request?.url).not.toMatch(/[|#&\s]/);
        expect(query.get('identifier')).toBe(`${identifier?.system}|${identifier?.value}`);
      }
      expect(trace?.request?.url).toBe(`Provenance/${context.exchangeId}`);
      expect(trace?.resource).toMatchObject({ target: written.map(({ fullUrl }) => ({ reference: fullUrl })) });
    });
  });

  test('reads nothing out of resources from which the root is missing', () => {
    holds((mapping, concept, context) => {
      const [, ...others] = resourcesOf(mapping.toBundle(concept, context));
      expect(mapping.fromResources(others)).toMatchObject({ ok: false, issues: [{ code: 'not-found' }] });
    });
  });
});

interface Laws {
  readonly name: string;
  readonly holds: (
    law: (
      mapping: ConceptMapping<Concept>,
      concept: Identified<Concept>,
      context: MappingContext,
      seed: number,
    ) => void,
  ) => void;
}

interface Concept {
  readonly centre: string;
}

/** Runs a law over generated concepts; the laws see no concept's own type. */
function lawsOf<C extends Concept & { readonly recipient?: string; readonly partner?: string }>(
  { name, root, toBundle, fromResources }: ConceptMapping<C>,
  concepts: fc.Arbitrary<Identified<C>>,
): Laws {
  const cases = concepts.chain((concept) => fc.tuple(fc.constant(concept), mappingContexts(concept), fc.nat()));
  return {
    name,
    holds: (law) =>
      fc.assert(
        fc.property(cases, ([concept, context, seed]) =>
          law(
            { name, root, fromResources, toBundle: (it, around) => toBundle(it as Identified<C>, around) },
            concept,
            context,
            seed,
          ),
        ),
        RUNS,
      ),
  };
}
