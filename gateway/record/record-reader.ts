import type { Redis } from 'ioredis';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { knownTo } from '../../mappings/domain/known-to.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { GatewayError } from '../failures.ts';
import type { Exchanges } from '../lanes/exchanges.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import type { LoopReader, LoopTold } from './loop-reader.ts';

interface Named {
  readonly system: string;
  readonly value: string;
}

/** What the server adds to a concept: in a member of its own, so that the rest is what was sent. */
export interface RecordMember extends Partial<LoopTold> {
  readonly fhir: readonly { readonly reference: string; readonly versionId: string }[];
  readonly lastUpdated?: string;
}

export interface RecordReader {
  /**
   * A concept as the record holds it; undefined when it does not know it, and for one that is about a request of which whoever reads may not know
   * (absent: they may of all).
   */
  concept<C>(
    mapping: ConceptMapping<C>,
    type: string,
    identifier: Named,
    mayKnow?: (request: fhir4.ServiceRequest) => boolean,
  ): Promise<{ readonly concept: Identified<C>; readonly version: number; readonly record: RecordMember } | undefined>;
  /** The exchange of an acknowledged event about this identifier that is not in the record yet. */
  pendingExchange(identifier: Named): Promise<string | undefined>;
}

export interface RecordReaderDeps {
  readonly store: FhirStore;
  readonly redis: Redis;
  readonly exchanges: Exchanges;
  readonly loops: LoopReader;
}

export function recordReader({ store, redis, exchanges, loops }: RecordReaderDeps): RecordReader {
  return {
    async concept(mapping, type, identifier, mayKnow) {
      const about = type === 'ServiceRequest' ? { _revinclude: AROUND_A_REQUEST } : {};
      const found = await store.search(type, {
        identifier: identifierToken(identifier.system, identifier.value),
        ...about,
      });
      const root = found.find((resource) => resource.resourceType === type && isNamed(resource, identifier));
      // Where something may be hidden, what is unknown takes the steps of what is there, so that the time tells nothing of it.
      if (root === undefined && mayKnow !== undefined) await store.search('ServiceRequest', { _id: 'none' });
      if (root === undefined) return undefined;
      const resources = [...found, ...(await referred(store, root, found))];
      const shown = mayKnow === undefined ? resources : knownTo(resources, mayKnow);
      if (!shown.includes(root)) return undefined;
      const mapped = mapping.fromResources(
        resources.filter((it) => it === root || !isNumberedIn(it, identifier.system)),
      );
      // Requests share one numbering: another kind of request under this id is nothing for this address.
      if (!mapped.ok) {
        if (mapped.issues.some(({ expression }) => expression === 'ServiceRequest.category')) return undefined;
        throw new GatewayError('internal', `${type}/${root.id} cannot be read back as ${mapping.name}`, {
          issues: mapped.issues,
        });
      }
      return {
        concept: mapped.value,
        version: revisionOf(root).version,
        record: {
          fhir: shown.map(({ resourceType, id, meta }) => ({
            reference: `${resourceType}/${id}`,
            versionId: meta?.versionId ?? '',
          })),
          ...(root.meta?.lastUpdated !== undefined && { lastUpdated: root.meta.lastUpdated }),
          ...(root.resourceType === 'ServiceRequest' && {
            ...(await loops.told(root, resources)),
            ...(await loops.letters(root, resources)),
          }),
        },
      };
    },

    async pendingExchange({ system, value }) {
      const last = await redis.get(redisKeys.lastExchange(system, value));
      if (last === null) return undefined;
      const exchange = await exchanges.find(last);
      return exchange?.state === 'accepted' || exchange?.state === 'waiting' ? last : undefined;
    },
  };
}

/** What was rated of it, its Tasks, what their recipients passed on, and the request that replaces it. */
const AROUND_A_REQUEST = ['Observation:based-on', 'Task:focus', 'Task:based-on', 'ServiceRequest:replaces'];

const isNamed = (resource: fhir4.FhirResource, { system, value }: Named): boolean =>
  'identifier' in resource && [resource.identifier].flat().some((it) => it?.system === system && it?.value === value);

/** Whether a resource is the root of another concept of the same kind: a reading's previous one, a plan that was replaced. */
const isNumberedIn = (resource: fhir4.FhirResource, system: string): boolean =>
  'identifier' in resource && [resource.identifier].flat().some((it) => it?.system === system);

/** What the root refers to by id and is not there yet, and what that refers to in turn: two steps at most, one search a type. */
async function referred(
  store: FhirStore,
  root: fhir4.FhirResource,
  known: readonly fhir4.FhirResource[],
): Promise<readonly fhir4.FhirResource[]> {
  const have = new Set(known.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const missing = [...new Set(literalReferences(root))].filter((reference) => !have.has(reference));
  const types = [...new Set(missing.map((reference) => reference.split('/')[0] ?? ''))];
  const lists = await Promise.all(
    types.map((type) =>
      store.search(type, {
        _id: missing
          .filter((reference) => reference.startsWith(`${type}/`))
          .map((reference) => reference.split('/')[1] ?? '')
          .join(','),
      }),
    ),
  );
  return lists.flat();
}

function literalReferences(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(literalReferences);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'reference' && typeof value === 'string')
      return /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/.test(value) ? [value] : [];
    return literalReferences(value);
  });
}
