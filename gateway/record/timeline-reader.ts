import { knownTo } from '../../mappings/domain/known-to.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { childTimeline, type TimelineEntry } from '../../mappings/timeline/child-timeline.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Registry } from '../registry.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';

export interface TimelineReader {
  /**
   * A child's course, oldest first, in one language, without the requests that whoever reads may not know of (absent: they may of all); undefined
   * when the centre does not know the child.
   */
  read(
    centre: string,
    child: string,
    language: keyof Bilingual,
    mayKnow?: (request: fhir4.ServiceRequest) => boolean,
  ): Promise<readonly TimelineEntry[] | undefined>;
}

/** Where the roots of a child's concepts are, and what is said about them. */
const TYPES = [
  'CareTeam',
  'ClinicalImpression',
  'CarePlan',
  'ServiceRequest',
  'Task',
  'Encounter',
  'Appointment',
  'EpisodeOfCare',
  'Consent',
  'Communication',
] as const;

/** Of letters all but the file, and of their traces what tells them. */
const LETTER_ELEMENTS =
  'identifier,extension,status,type,author,description,context,target,recorded,occurred,activity,agent';

/** One search a type, all at once, each bringing the traces of what it finds. */
export function timelineReader({ store, registry }: { store: FhirStore; registry: Registry }): TimelineReader {
  return {
    async read(centre, child, language, mayKnow) {
      const [patient] = await store.search('Patient', {
        identifier: identifierToken(IDENTIFIERS.child(centre), child),
      });
      if (patient?.id === undefined) return undefined;
      const about = { patient: patient.id, _revinclude: 'Provenance:target' };
      const lists = await Promise.all([
        ...TYPES.map((type) => store.search(type, about)),
        store.search('DocumentReference', { ...about, _elements: LETTER_ELEMENTS }),
        // Outcomes in the family or the community have a group as their subject: they are found by what they evaluate.
        store.search('Observation', {
          'based-on:ServiceRequest.patient': patient.id,
          _revinclude: 'Provenance:target',
        }),
      ]);
      // One trace stands behind several resources: each is told once.
      const found = new Map(lists.flat().map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
      const all = [...found.values()];
      return childTimeline(mayKnow === undefined ? all : knownTo(all, mayKnow), {
        centre,
        language,
        timeZone: registry.centre(centre)?.timeZone ?? 'UTC',
        partnerName: (partner) => registry.partner(partner)?.name[language] ?? partner,
      });
    },
  };
}
