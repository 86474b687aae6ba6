import type { Purpose } from '../consent/bases.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';
import { CODE_SYSTEMS } from './systems.ts';

type Resource = fhir4.FhirResource;

/**
 * What is left of a child’s resources for somebody who may not know of all requests: none of those, nothing that is about one or about what is
 * about one (Tasks, answers, contacts, appointments, letters, notes, evaluations, findings, traces), and no consent to support the child’s rights. The
 * child, the circle, the readings and the plan stay: who reads them is decided elsewhere.
 */
export function knownTo<R extends Resource>(
  resources: readonly R[],
  mayKnow: (request: fhir4.ServiceRequest) => boolean,
): readonly R[] {
  const isHidden = (it: R): boolean =>
    it.resourceType === 'ServiceRequest' ? it.intent === 'order' && !mayKnow(it) : isConsentToRights(it);
  let hidden = new Set(resources.filter(isHidden));
  for (let before = -1; hidden.size > before; ) {
    before = hidden.size;
    const names = new Set([...hidden].flatMap(namesOf));
    const follows = (it: R): boolean => FOLLOW.has(it.resourceType) && namedIn(it).some((name) => names.has(name));
    hidden = new Set(resources.filter((it) => hidden.has(it) || follows(it)));
  }
  return resources.filter((it) => !hidden.has(it));
}

/** What is about a request, or about what is. */
const FOLLOW: ReadonlySet<string> = new Set([
  'Appointment',
  'Communication',
  'Consent',
  'DocumentReference',
  'Encounter',
  'EpisodeOfCare',
  'Observation',
  'Provenance',
  'Task',
]);

/** Whether something of that type may be about a request, and is then hidden with it. */
export const mayBeAboutRequest = (type: string): boolean => FOLLOW.has(type);

const RIGHTS: Purpose = 'rights-support';

const isConsentToRights = (it: Resource): boolean =>
  it.resourceType === 'Consent' &&
  it.provision?.purpose?.some(({ system, code }) => system === CODE_SYSTEMS.consentPurpose && code === RIGHTS) === true;

const namesOf = (resource: Resource): readonly string[] => [
  `${resource.resourceType}/${resource.id}`,
  ...identifiersIn(resource).map(tokenOf),
];

const tokenOf = ({ system, value }: fhir4.Identifier): string => `${system}|${value}`;

/** Every reference and every number that stands anywhere in it. */
function namedIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namedIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'system' in node && 'value' in node ? [`${node.system}|${node.value}`] : [];
  const reference = 'reference' in node && typeof node.reference === 'string' ? [node.reference] : [];
  return [...own, ...reference, ...Object.values(node).flatMap(namedIn)];
}
