import { knownTo } from '../../mappings/domain/known-to.ts';
import type { RequestKind } from '../../mappings/domain/request-kind.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { TimelineEntry } from '../../mappings/domain/timeline-told.ts';
import { childTimeline } from '../../mappings/timeline/child-timeline.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import type { Registry } from '../registry.ts';
import type { FhirStore, SearchParams } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import { ofKindsKnown } from './of-kinds-known.ts';

export interface TimelineReader {
  /**
   * A child's course, oldest first, in one language, without the requests of the kinds that whoever reads may not know of, and what is about them;
   * undefined when the centre does not know the child.
   */
  read(
    centre: string,
    child: string,
    language: keyof Bilingual,
    hides?: readonly RequestKind[],
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
    async read(centre, child, language, hides = []) {
      const [patient] = await store.search('Patient', {
        identifier: identifierToken(IDENTIFIERS.child(centre), child),
      });
      if (patient?.id === undefined) return undefined;
      const ask = (type: string, params: SearchParams) =>
        store.search(type, { ...params, ...ofKindsKnown(type, hides), _revinclude: 'Provenance:target' });
      const about = { patient: patient.id };
      const lists = await Promise.all([
        ...TYPES.map((type) => ask(type, about)),
        ask('DocumentReference', { ...about, _elements: LETTER_ELEMENTS }),
        // Outcomes in the family or the community have a group as their subject: they are found by what they evaluate.
        ask('Observation', { 'based-on:ServiceRequest.patient': patient.id }),
      ]);
      // One trace stands behind several resources: each is told once.
      const found = new Map(lists.flat().map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
      const all = [...found.values()];
      return childTimeline(hides.length === 0 ? all : knownTo(all, hides), {
        centre,
        language,
        timeZone: registry.centre(centre)?.timeZone ?? 'UTC',
        partnerName: (id) => (registry.partner(id) ?? registry.centre(id))?.name[language] ?? id,
      });
    },
  };
}
