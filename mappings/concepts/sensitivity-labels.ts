import { LABELS } from '../../profiles/codes/labels.ts';
import type { SensitivityLabel } from '../domain/concepts.ts';
import { FOREIGN } from '../domain/systems.ts';
import type { Findings } from './findings.ts';
import { several } from './present.ts';

/** The labels of a resource, as `meta.security` has them; nothing for none. */
export const securityFrom = (labels: readonly SensitivityLabel[] | undefined): fhir4.Coding[] | undefined =>
  several(labels?.map(codingOfLabel));

/**
 * The labels back, each once and in the order of our table, since a server keeps them in none. One that we do not know is a reason, and never
 * left out: whoever wrote the concept back would take it off.
 */
export function labelsFrom<L extends SensitivityLabel = SensitivityLabel>(
  { resourceType, meta }: fhir4.FhirResource,
  found: Findings,
  known: readonly L[],
): L[] | undefined {
  const security = meta?.security ?? [];
  const isSaid = (label: L): boolean => security.some((coding) => isSame(coding, codingOfLabel(label)));
  const labels = known.filter(isSaid);
  if (security.some((coding) => !known.some((label) => isSame(coding, codingOfLabel(label)))))
    found.report('value', `${resourceType}.meta.security`, UNKNOWN);
  return several(labels);
}

const isLabel = (name: string): name is SensitivityLabel => Object.hasOwn(LABELS, name);

/** Every label, as a request or a letter may bear it. */
export const EVERY_LABEL: readonly SensitivityLabel[] = Object.keys(LABELS).filter(isLabel);

const codingOfLabel = (label: SensitivityLabel): fhir4.Coding => {
  const { in: system, code } = LABELS[label];
  return { system: FOREIGN[system], code };
};

const isSame = (one: fhir4.Coding, other: fhir4.Coding): boolean =>
  one.system === other.system && one.code === other.code;

const UNKNOWN = {
  fr: 'Une étiquette de confidentialité n’est pas de celles que nous connaissons.',
  en: 'A label of confidentiality is none that we know.',
};
