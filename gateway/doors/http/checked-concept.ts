import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import type { AnyConcept } from './concept-event.ts';

export interface CheckedConceptDeps {
  /** All that is wrong or to be told about a body. */
  readonly check: (body: unknown) => readonly Issue[];
  readonly registry: Pick<Registry, 'partner' | 'partners' | 'centre'>;
}

/** The fields that name a partner by its identifier in the registry. */
const PARTNER_FIELDS = ['recipient', 'partner'] as const;

/** The id that a body gives itself. */
export const idIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : undefined;

/** The body as a concept of a centre with its id, and the warnings about it. Throws `invalidInput` with everything that is wrong, `forbidden` for another centre’s. */
export function checkedConcept<C extends AnyConcept>(
  { check, registry }: CheckedConceptDeps,
  body: unknown,
  { id, centre }: { readonly id: string; readonly centre: string },
): { concept: Identified<C>; issues: readonly Issue[] } {
  const given = idIn(body);
  if (given !== undefined && given !== id) throw new GatewayError('invalidInput', 'two ids', { issues: [TWO_IDS] });
  const whole = typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, id } : body;
  const issues = check(whole);
  if (issues.some(({ severity }) => severity === 'error'))
    throw new GatewayError('invalidInput', 'the body is not valid', { issues });
  // The checker has just said that this is the concept.
  const concept = whole as Identified<C>;
  const unknown = PARTNER_FIELDS.filter((field) => {
    const named = concept[field];
    return named !== undefined && registry.partner(named) === undefined;
  });
  if (unknown.length > 0) {
    const unknownOnes = unknown.map((field) => unknownPartner(field, registry));
    throw new GatewayError('invalidInput', 'unknown partner', { issues: unknownOnes });
  }
  if (concept.otherCentre !== undefined && registry.centre(concept.otherCentre) === undefined)
    throw new GatewayError('invalidInput', 'unknown centre', { issues: [UNKNOWN_CENTRE] });
  if (concept.centre !== centre) throw otherCentre(centre);
  return { concept, issues };
}

const otherCentre = (centre: string): GatewayError =>
  new GatewayError('forbidden', 'another centre', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'centre',
        text: {
          fr: `Votre jeton est celui du centre « ${centre} » : « centre » doit le nommer.`,
          en: `Your token is that of the centre "${centre}": "centre" must name it.`,
        },
      },
    ],
  });

const TWO_IDS: Issue = {
  severity: 'error',
  code: 'value',
  expression: 'id',
  text: {
    fr: '« id » diffère de celui de l’adresse. Gardez le même, ou retirez-le du corps.',
    en: '"id" differs from the one in the address. Keep the same, or leave it out of the body.',
  },
};

const UNKNOWN_CENTRE: Issue = {
  severity: 'error',
  code: 'value',
  expression: 'otherCentre',
  text: {
    fr: 'Ce centre n’est pas au registre : vérifiez son identifiant.',
    en: 'This centre is not in the registry: check its identifier.',
  },
};

const unknownPartner = (
  expression: (typeof PARTNER_FIELDS)[number],
  registry: CheckedConceptDeps['registry'],
): Issue => ({
  severity: 'error',
  code: 'value',
  expression,
  text: {
    fr: `Ce partenaire n’est pas au registre. Connus : ${registry.partners.map(({ id }) => id).join(', ')}.`,
    en: `This partner is not in the registry. Known: ${registry.partners.map(({ id }) => id).join(', ')}.`,
  },
});
