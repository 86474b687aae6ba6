import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Issue } from '../../profiles/issue.ts';
import type { Present } from './present.ts';

/**
 * Whether the event takes a label off a child’s file: what a lens showed nothing of under it may leave now, and no request is written that would
 * say so.
 */
export function takesLabelOffFile({ bundle, root }: ConceptEvent, found: Present['found']): boolean {
  if (!found.has(tokenOf(root))) return false;
  const { child, standing } = fileIn(bundle, found);
  const kept = new Set(labelsIn(child));
  return labelsIn(standing).some((label) => !kept.has(label));
}

/**
 * The child’s other circles that are under way. What each of them says of labels stands in none of them, but in the child’s file: whichever says
 * none may never have known of one.
 */
export async function otherCircles(
  store: Pick<FhirStore, 'search'>,
  { bundle, root, centre }: ConceptEvent,
  found: Present['found'],
): Promise<readonly string[]> {
  const { standing } = fileIn(bundle, found);
  const teams = await store.search('CareTeam', { patient: standing?.id ?? '', status: UNDER_WAY });
  const system = IDENTIFIERS.careCircle(centre);
  return teams
    .filter(({ resourceType }) => resourceType === 'CareTeam')
    .flatMap(identifiersOf)
    .filter((it) => it.system === system && it.value !== root.value)
    .map(({ value }) => value);
}

const UNDER_WAY = 'proposed,active,suspended';

/** Beside other circles a revision takes no label off. */
export const labelsStay = (circles: readonly string[]): Issue => ({
  severity: 'warning',
  code: 'business-rule',
  expression: 'child.labels',
  text: {
    fr: `Une étiquette de plus reste au dossier : cet enfant a un autre cercle en cours (${circles.join(', ')}). Fermez-le (status : inactive), puis renvoyez ce cercle sans l’étiquette.`,
    en: `A label more stays on the file: this child has another circle under way (${circles.join(', ')}). Close it (status: inactive), then send this circle again without the label.`,
  },
});

/** A child’s file as a circle writes it that takes no label off: a new one, or one beside others. */
export function withLabelsKept(child: fhir4.Patient, standing: fhir4.Patient): fhir4.Patient {
  const said = new Set(labelsIn(child));
  const kept = (standing.meta?.security ?? []).filter((label) => !said.has(nameOf(label)));
  if (kept.length === 0) return child;
  return { ...child, meta: { ...child.meta, security: [...(child.meta?.security ?? []), ...kept] } };
}

/** A child’s file as the event says it, and as it stands. */
function fileIn(bundle: ConceptEvent['bundle'], found: Present['found']) {
  const child = bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Patient');
  const own = child && identifiersOf(child)[0];
  return { child, standing: own && found.get(tokenOf(own)) };
}

const labelsIn = (resource: fhir4.FhirResource | undefined): readonly string[] =>
  (resource?.meta?.security ?? []).map(nameOf);

const nameOf = ({ system, code }: fhir4.Coding): string => `${system}|${code}`;
