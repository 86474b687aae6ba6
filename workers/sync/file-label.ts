import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import type { Present } from './present.ts';

/**
 * Whether the event takes a label off a child’s file: what a lens showed nothing of under it may leave now, and no request is written that would
 * say so.
 */
export function takesLabelOffFile({ bundle, root }: ConceptEvent, found: Present['found']): boolean {
  if (!found.has(tokenOf(root))) return false;
  const child = bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Patient');
  const own = child && identifiersOf(child)[0];
  const standing = own && found.get(tokenOf(own));
  const kept = new Set(labelsIn(child));
  return labelsIn(standing).some((label) => !kept.has(label));
}

/** A child’s file as something new writes it: another circle of the child takes no label off that it never had. */
export function withLabelsKept(child: fhir4.Patient, standing: fhir4.Patient): fhir4.Patient {
  const said = new Set(labelsIn(child));
  const kept = (standing.meta?.security ?? []).filter((label) => !said.has(nameOf(label)));
  if (kept.length === 0) return child;
  return { ...child, meta: { ...child.meta, security: [...(child.meta?.security ?? []), ...kept] } };
}

const labelsIn = (resource: fhir4.FhirResource | undefined): readonly string[] =>
  (resource?.meta?.security ?? []).map(nameOf);

const nameOf = ({ system, code }: fhir4.Coding): string => `${system}|${code}`;
