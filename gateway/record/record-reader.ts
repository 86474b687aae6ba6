import type { Redis } from 'ioredis';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { knownTo } from '../../mappings/domain/known-to.ts';
import type { RequestKind } from '../../mappings/domain/request-kind.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { GatewayError } from '../failures.ts';
import type { Exchanges } from '../lanes/exchanges.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import type { LoopReader, LoopTold } from './loop-reader.ts';
import { namedBy } from './named-by.ts';
import { ofKindsKnown } from './of-kinds-known.ts';

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
      const found = await store.search(type, {
        identifier: identifierToken(identifier.system, identifier.value),
        ...(type === 'ServiceRequest' && { _revinclude: AROUND_A_REQUEST }),
        ...ofKindsKnown(type, hides),
      });
      const root = found.find((resource) => resource.resourceType === type && isNamed(resource, identifier));
      if (root === undefined) return undefined;
      const resources = [...found, ...(await namedBy(root, store, found))];
      const shown = hides.length === 0 ? resources : knownTo(resources, hides);
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
      // Looked for also where there is none: a number that nobody wrote takes the steps of one that somebody did.
      const exchange = await exchanges.find(last ?? NOBODYS);
      return exchange?.state === 'accepted' || exchange?.state === 'waiting' ? exchange.id : undefined;
    },
  };
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** What was rated of it, its Tasks, what their recipients passed on, and the request that replaces it. */
const AROUND_A_REQUEST = ['Observation:based-on', 'Task:focus', 'Task:based-on', 'ServiceRequest:replaces'];

const isNamed = (resource: fhir4.FhirResource, { system, value }: Named): boolean =>
  'identifier' in resource && [resource.identifier].flat().some((it) => it?.system === system && it?.value === value);

/** Whether a resource is the root of another concept of the same kind: a reading's previous one, a plan that was replaced. */
const isNumberedIn = (resource: fhir4.FhirResource, system: string): boolean =>
  'identifier' in resource && [resource.identifier].flat().some((it) => it?.system === system);
