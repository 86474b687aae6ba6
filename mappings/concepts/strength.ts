import { PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import type { Strength } from '../domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf, partId, partIdentities } from './identity.ts';
import { present } from './present.ts';
import { identifierIn } from './reference.ts';
import { childReference, type WhoScope } from './who.ts';

const FACTOR = { system: CODE_SYSTEMS.protectiveFactor, table: PROTECTIVE_FACTORS };

/** A plan and a reading of the same number have different strengths. */
const strengthNamed = (root: Identity, centre: string) => (id: string) => ({
  system: (root.type === 'ClinicalImpression' ? IDENTIFIERS.assessmentStrength : IDENTIFIERS.strength)(centre),
  value: `${root.value}:${id}`,
});

/** Each strength of a plan or of a reading with its identity, in their order. */
export const identifiedStrengths = (strengths: readonly Strength[], { centre }: WhoScope, root: Identity) =>
  partIdentities(strengths, {
    centre,
    type: 'Observation',
    root,
    kind: 'strength',
    named: strengthNamed(root, centre),
    words: ({ words }) => [words],
  });

/** Total: every strength has an Observation, whose code is the protective factor if one was named. */
export const observationFromStrength = (
  strength: Strength,
  identity: Identity,
  scope: WhoScope,
  status: fhir4.Observation['status'] = 'final',
): fhir4.Observation => ({
  resourceType: 'Observation',
  meta: { profile: [PROFILES.protectiveFactor] },
  identifier: [identifierOf(identity)],
  status,
  code: strength.factor === undefined ? { text: 'Force' } : { coding: [codingOf(FACTOR, strength.factor)] },
  subject: childReference(scope),
  valueString: strength.words,
});

/** The strength back. */
export function strengthFrom(
  resource: fhir4.Observation,
  reference: fhir4.Reference,
  root: Identity,
  { centre }: WhoScope,
  found: Findings,
): Strength | undefined {
  const words = found.required(resource.valueString, 'Observation.valueString');
  const identifier = identifierIn(reference);
  return words === undefined
    ? undefined
    : present({
        id: identifier && partId(identifier, strengthNamed(root, centre)),
        words,
        factor: codeFrom(FACTOR, resource.code.coding, 'Observation.code', found),
      });
}
