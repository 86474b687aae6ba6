import { OUTCOME_SUBJECTS } from '../../profiles/codes/outcome.ts';
import type { OutcomeEvaluation } from '../domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { type Entry, postEntry } from './bundle-entry.ts';
import { codingOf } from './code-map.ts';
import { centreIdentity } from './directory.ts';
import type { Findings } from './findings.ts';
import { childIdIn } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { childReference, type WhoScope } from './who.ts';

type About = OutcomeEvaluation['about'];
type GroupKind = Exclude<About, 'child'>;

const GROUPS = ['family', 'community'] as const satisfies readonly GroupKind[];
const SUBJECT = { system: CODE_SYSTEMS.outcomeSubject, table: OUTCOME_SUBJECTS };

const groupIdentity = (kind: GroupKind, { centre, childId }: WhoScope): Identity<'Group'> => ({
  type: 'Group',
  system: IDENTIFIERS.group(centre),
  value: `${childId}:${kind}`,
});

/** In whom the outcome is seen: the child, or the child's family or community, which nobody names. */
export const subjectReference = (about: About, scope: WhoScope): fhir4.Reference =>
  about === 'child' ? childReference(scope) : referenceInside(groupIdentity(about, scope));

/** The Group of a family or a community: made if missing, with no name, number or member. */
export function groupEntry(about: About, scope: WhoScope): readonly Entry[] {
  if (about === 'child') return [];
  const identity = groupIdentity(about, scope);
  return [
    postEntry(identity, {
      resourceType: 'Group',
      meta: { profile: [PROFILES.group] },
      identifier: [identifierOf(identity)],
      type: 'person',
      actual: true,
      code: { coding: [codingOf(SUBJECT, about)] },
      managingEntity: referenceInside(centreIdentity(scope.centre)),
    }),
  ];
}

/** The child, and in whom the outcome is seen, back from the subject of an evaluation. */
export function subjectFrom(
  reference: fhir4.Reference | undefined,
  centre: string,
  found: Findings,
): { readonly childId: string; readonly about: About } | undefined {
  const childId = childIdIn(reference, centre);
  if (childId !== undefined) return { childId, about: 'child' };
  const identifier = identifierIn(reference);
  const value = identifier?.system === IDENTIFIERS.group(centre) ? identifier.value : '';
  const about = GROUPS.find((kind) => value.endsWith(`:${kind}`) && value.length > kind.length + 1);
  if (about !== undefined) return { childId: value.slice(0, -(about.length + 1)), about };
  return found.report('value', 'Observation.subject', {
    fr: 'Observation.subject : ni l’enfant, ni le groupe sans noms de sa famille ou de sa communauté.',
    en: 'Observation.subject: neither the child, nor the group without names of the family or community.',
  });
}
