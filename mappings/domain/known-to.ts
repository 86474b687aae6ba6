import type { Purpose } from '../consent/bases.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';
import { type RequestKind, requestKindOf } from './request-kind.ts';
import { CODE_SYSTEMS } from './systems.ts';

type Resource = fhir4.FhirResource;

/**
 * What is left of a child’s resources for somebody who may not know of some kinds of requests (`hides`; one whose kind cannot be told is hidden
 * too): none of those, nothing that is about one or about what is about one (Tasks, answers, contacts, appointments, letters, notes, evaluations,
 * findings, traces), and no consent to support the child’s rights. The child, the circle, the readings and the plan stay: who reads them is decided
 * elsewhere.
 */
export function knownTo<R extends Resource>(resources: readonly R[], hides: readonly RequestKind[]): readonly R[] {
  const isHidden = (it: R): boolean => {
    if (it.resourceType !== 'ServiceRequest') return isConsentToRights(it);
    const kind = requestKindOf(it);
    return it.intent === 'order' && (kind === undefined || hides.includes(kind));
  };
  const hidden = withWhatIsAbout(resources, isHidden);
  return resources.filter((it) => !hidden.has(it));
}

/** Those of some resources that are roots, or are about one, or about what is. */
export function withWhatIsAbout<R extends Resource>(
  resources: readonly R[],
  isRoot: (resource: R) => boolean,
): ReadonlySet<R> {
  const about = new Set(resources.filter(isRoot));
  if (about.size === 0) return about;
  const named = new Map(resources.filter((it) => FOLLOW.has(it.resourceType)).map((it) => [it, namedIn(it)] as const));
  for (let before = 0; about.size > before; ) {
    before = about.size;
    const names = new Set([...about].flatMap(namesOf));
    for (const [it, all] of named) if (all.some((name) => names.has(name))) about.add(it);
  }
  return about;
}

/** What may be about a request, or about what is, and is found by a search of its own. */
export const ABOUT_REQUESTS = [
  'Task',
  'Appointment',
  'Encounter',
  'EpisodeOfCare',
  'Observation',
  'Communication',
  'DocumentReference',
  'Consent',
] as const;

/** Those, and their traces, which are read with what they are traces of. */
const FOLLOW: ReadonlySet<string> = new Set([...ABOUT_REQUESTS, 'Provenance']);

const RIGHTS: Purpose = 'rights-support';

/** As a search for consents asks for them (`purpose`). */
export const RIGHTS_TOKEN = `${CODE_SYSTEMS.consentPurpose}|${RIGHTS}`;

/** Whether it lets a lawyer support the child’s rights: it tells that there is something to ask one. */
export const isConsentToRights = (it: Resource): boolean =>
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
