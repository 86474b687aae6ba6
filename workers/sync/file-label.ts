import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import type { Present } from './present.ts';

/**
 * Whether the event takes a label off a child’s file: what a lens showed nothing of under it may leave now, and no request is written that would
 * say so.
 */
export function takesLabelOffFile({ bundle }: ConceptEvent, found: Present['found']): boolean {
  const child = bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Patient');
  const own = child && identifiersOf(child)[0];
  const standing = own && found.get(tokenOf(own));
  const kept = new Set(labelsIn(child));
  return labelsIn(standing).some((label) => !kept.has(label));
}

const labelsIn = (resource: fhir4.FhirResource | undefined): readonly string[] =>
  (resource?.meta?.security ?? []).map(({ system, code }) => `${system}|${code}`);
