import type { Redis } from 'ioredis';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { knownTo, mayBeAboutRequest } from '../../mappings/domain/known-to.ts';
import { type RequestKind, requestKindOf } from '../../mappings/domain/request-kind.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { CODE_SYSTEMS } from '../../mappings/domain/systems.ts';
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
   * A concept as the record holds it; undefined when it does not know it, and for one that is, or is about, a request of a kind of which whoever
   * reads may not know (`hides`; absent or empty: they may of all).
   */
  concept<C>(
    mapping: ConceptMapping<C>,
    type: string,
    identifier: Named,
    hides?: readonly RequestKind[],
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
    async concept(mapping, type, identifier, hides = []) {
      const about =
        type === 'ServiceRequest' ? { _revinclude: AROUND_A_REQUEST, ...(hides.length > 0 && notOf(hides)) } : {};
      const found = await store.search(type, {
        identifier: identifierToken(identifier.system, identifier.value),
        ...about,
      });
      const root = found.find((resource) => resource.resourceType === type && isNamed(resource, identifier));
      const isShown = hides.length === 0 || !mayBeAboutRequest(type) || (await isAboutKnown(store, root, hides));
      if (root === undefined || !isShown) return undefined;
      const resources = [...found, ...(await referred(store, root, found))];
      const shown = hides.length === 0 ? resources : knownTo(resources, (request) => !isOfKind(request, hides));
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

/**
 * Whether a root is hidden neither by itself nor by a request that it names; no root has none. The record is asked the same of one that is hidden as
 * of one that is not there, finds as little, and nothing else is read before: what it loads takes time that is heard.
 */
async function isAboutKnown(
  store: FhirStore,
  root: fhir4.FhirResource | undefined,
  hides: readonly RequestKind[],
): Promise<boolean> {
  const ids = literalReferences(root).flatMap((reference) => {
    const [type, id = ''] = reference.split('/');
    return type === 'ServiceRequest' ? [id] : [];
  });
  const known = await store.search('ServiceRequest', { _id: ids.join(',') || 'none', ...notOf(hides) });
  const found = new Set(known.filter((it) => !isOfKind(it, hides)).map(({ id }) => id));
  return ids.every((id) => found.has(id)) && (root === undefined || knownTo([root], () => true).includes(root));
}

const notOf = (hides: readonly RequestKind[]): { readonly 'category:not': string } => ({
  'category:not': hides.map((kind) => `${CODE_SYSTEMS.requestKind}|${kind}`).join(','),
});

const isOfKind = (resource: fhir4.FhirResource, kinds: readonly RequestKind[]): boolean => {
  const kind = requestKindOf(resource);
  return kind !== undefined && kinds.includes(kind);
};

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
