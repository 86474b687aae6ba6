import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import { resourceMapping } from '../../mappings/concepts/resource.ts';
import type { DirectoryResource, ResourceKind } from '../../mappings/domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { GatewayError } from '../failures.ts';
import type { FhirStore, SearchParams } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';

type Resource = Identified<DirectoryResource>;

/** What a clinic app looks for; all that is given must hold. */
export interface ResourceFilter {
  readonly kind?: ResourceKind;
  /** A language range: `fr` finds `fr-CA` too (RFC 4647, basic filtering). */
  readonly language?: string;
  /** The centre's identifier of a territory that the resource names. */
  readonly territory?: string;
}

/** The place in the list after which a page goes on: names change, so it is no index. */
export interface ResourceCursor {
  readonly name: string;
  readonly id: string;
}

export interface ResourcePage {
  readonly resources: readonly Resource[];
  /** The last one of a page that has more after it. */
  readonly last?: ResourceCursor;
}

export interface ResourceDirectory {
  /** A centre's own resources that are still offered, by name. */
  find(
    centre: string,
    filter: ResourceFilter,
    page: { readonly limit: number; readonly after?: ResourceCursor },
  ): Promise<ResourcePage>;
}

export function resourceDirectory({ store }: { readonly store: FhirStore }): ResourceDirectory {
  return {
    async find(centre, { kind, language, territory }, { limit, after }) {
      const found = await store.search('HealthcareService', searchParams(centre, kind, territory));
      const matching = resourcesAmong(found)
        .filter(({ active, languages = [] }) => active !== false && isSpoken(language, languages))
        .sort(byName)
        .filter((resource) => after === undefined || byName(after, resource) < 0);
      const resources = matching.slice(0, limit);
      const last = resources.at(-1);
      return { resources, ...(last !== undefined && matching.length > limit && { last: cursorAt(last) }) };
    },
  };
}

const searchParams = (centre: string, kind: ResourceKind | undefined, territory: string | undefined): SearchParams => ({
  // A system and no value: every number that the centre gave in it.
  identifier: `${IDENTIFIERS.resource(centre)}|`,
  ...(kind !== undefined && { 'service-type': `${CODE_SYSTEMS.resourceKind}|${kind}` }),
  ...(territory !== undefined && {
    'coverage-area.identifier': identifierToken(IDENTIFIERS.territory(centre), territory),
  }),
  _include: 'HealthcareService:location',
});

/** Each service, read back with the places that it refers to. Throws `internal` for one that is not as we write it. */
function resourcesAmong(found: readonly fhir4.FhirResource[]): readonly Resource[] {
  const places = new Map(found.map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
  return found.flatMap((service) => {
    if (service.resourceType !== 'HealthcareService') return [];
    const own = (service.location ?? []).flatMap(({ reference = '' }) => places.get(reference) ?? []);
    const mapped = resourceMapping.fromResources([service, ...own]);
    if (!mapped.ok)
      throw new GatewayError('internal', `HealthcareService/${service.id} cannot be read back as a resource`, {
        issues: mapped.issues,
      });
    return [mapped.value];
  });
}

const isSpoken = (range: string | undefined, tags: readonly string[]): boolean =>
  range === undefined || tags.some((tag) => tag === range || tag.startsWith(`${range}-`));

const collator = new Intl.Collator('fr-CA');

const byName = (one: ResourceCursor, other: ResourceCursor): number =>
  collator.compare(one.name, other.name) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

const cursorAt = ({ name, id }: Resource): ResourceCursor => ({ name, id });
