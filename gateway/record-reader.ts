import type { Redis } from 'ioredis';
import type { ConceptMapping, Identified } from '../mappings/concepts/concept-mapping.ts';
import { type Loop, loopOf } from '../mappings/domain/loop.ts';
import { revisionOf } from '../mappings/domain/revision-on-record.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../mappings/domain/systems.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import type { Exchanges } from './exchanges.ts';
import { GatewayError } from './failures.ts';
import type { FhirStore } from './fhir-store.ts';
import { redisKeys } from './redis-keys.ts';

interface Named {
  readonly system: string;
  readonly value: string;
}

/** What the server adds to a concept: in a member of its own, so that the rest is what was sent. */
export interface RecordMember {
  readonly fhir: readonly { readonly reference: string; readonly versionId: string }[];
  readonly lastUpdated?: string;
  readonly loop?: Loop;
  readonly deliveries?: readonly Delivery[];
}

/** Where one request stands at one recipient. */
export interface Delivery {
  readonly recipient: string;
  /** Pairwise number that the recipient knows. */
  readonly task: string;
  readonly status: string;
  readonly businessStatus?: string;
  readonly state:
    | 'draft'
    | 'to-send'
    | 'to-print'
    | 'to-tell'
    | 'sent'
    | 'failing'
    | 'refused'
    | 'no-basis'
    | 'not-sent';
  readonly sentAt?: string;
  readonly how?: string;
  readonly why?: string;
  readonly priority?: string;
  readonly appointmentAt?: string;
  readonly outcome?: string;
}

/** A dispatch or an answer, with its two times: when it happened, and when the centre knew. */
export interface Act {
  readonly what: string;
  readonly happenedAt?: string;
  readonly knownAt: string;
  readonly channel?: string;
  readonly saidBy?: string;
}

export interface RecordReader {
  /** A concept as the record holds it; undefined when it does not know it. */
  concept<C>(
    mapping: ConceptMapping<C>,
    type: string,
    identifier: Named,
  ): Promise<{ readonly concept: Identified<C>; readonly version: number; readonly record: RecordMember } | undefined>;
  /** The exchange of an acknowledged event about this identifier that is not in the record yet. */
  pendingExchange(identifier: Named): Promise<string | undefined>;
  /** The loop of one request, where it stands at each recipient, and what happened, in order. */
  loop(
    centre: string,
    request: string,
  ): Promise<{ readonly loop: Loop; readonly deliveries: readonly Delivery[]; readonly acts: readonly Act[] }>;
  deliveriesOf(tasks: readonly fhir4.Task[]): Promise<readonly Delivery[]>;
}

export interface RecordReaderDeps {
  readonly store: FhirStore;
  readonly redis: Redis;
  readonly exchanges: Exchanges;
  readonly statuses: DeliveryStatuses;
}

export function recordReader({ store, redis, exchanges, statuses }: RecordReaderDeps): RecordReader {
  const deliveriesOf = (tasks: readonly fhir4.Task[]): Promise<readonly Delivery[]> =>
    Promise.all(tasks.flatMap((task) => deliveryOf(task, statuses) ?? []));

  return {
    deliveriesOf,

    async concept(mapping, type, identifier) {
      const about = type === 'ServiceRequest' ? { _revinclude: ['Observation:based-on', 'Task:focus'] } : {};
      const found = await store.search(type, { identifier: `${identifier.system}|${identifier.value}`, ...about });
      const root = found.find((resource) => resource.resourceType === type);
      if (root === undefined) return undefined;
      const resources = [...found, ...(await referred(store, root, found))];
      const mapped = mapping.fromResources(resources);
      // Requests share one numbering: another kind of request under this id is nothing for this address.
      if (!mapped.ok) {
        if (revisionOf(root).version > 0 && mapped.issues.some(({ code }) => code === 'not-found')) return undefined;
        throw new GatewayError('internal', `${type}/${root.id} cannot be read back as ${mapping.name}`, {
          issues: mapped.issues,
        });
      }
      const tasks = resources.filter(
        (resource) => resource.resourceType === 'Task' && resource.intent === 'order',
      ) as readonly fhir4.Task[];
      return {
        concept: mapped.value,
        version: revisionOf(root).version,
        record: {
          fhir: resources.map(({ resourceType, id, meta }) => ({
            reference: `${resourceType}/${id}`,
            versionId: meta?.versionId ?? '',
          })),
          ...(root.meta?.lastUpdated !== undefined && { lastUpdated: root.meta.lastUpdated }),
          ...(type === 'ServiceRequest' && {
            loop: loopOf(tasks, root.resourceType === 'ServiceRequest' ? root : undefined),
            deliveries: await deliveriesOf(tasks),
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

    async loop(centre, request) {
      const found = await store.search('Task', {
        'group-identifier': `${IDENTIFIERS.request(centre)}|${request}`,
        _include: 'Task:focus',
        _revinclude: 'Provenance:target',
      });
      const tasks = found.filter((resource) => resource.resourceType === 'Task');
      const asked = found.find((resource) => resource.resourceType === 'ServiceRequest');
      return { loop: loopOf(tasks, asked), deliveries: await deliveriesOf(tasks), acts: actsIn(found) };
    },
  };
}

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

function actsIn(resources: readonly fhir4.FhirResource[]): readonly Act[] {
  const acts = resources.flatMap((resource): readonly Act[] => {
    if (resource.resourceType !== 'Provenance') return [];
    const what = resource.activity?.coding?.find(({ system }) => system === CODE_SYSTEMS.businessStatus)?.code;
    if (what === undefined) return [];
    const channel = resource.extension?.find(({ url }) => url === EXTENSIONS.answerChannel)?.valueCode;
    const saidBy = resource.agent[0]?.who.display;
    return [
      {
        what,
        knownAt: resource.recorded,
        ...(resource.occurredDateTime !== undefined && { happenedAt: resource.occurredDateTime }),
        ...(channel !== undefined && { channel }),
        ...(saidBy !== undefined && { saidBy }),
      },
    ];
  });
  return acts.sort((a, b) => (a.knownAt < b.knownAt ? -1 : 1));
}

async function deliveryOf(task: fhir4.Task, statuses: DeliveryStatuses): Promise<Delivery> {
  const number = task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';
  const receipt = task.extension?.find(({ url }) => url === EXTENSIONS.delivery)?.extension;
  const part = (url: string) => receipt?.find((it) => it.url === url);
  const sentAt = part('at')?.valueDateTime;
  const how = part('how')?.valueCode;
  const known = await statuses.of(number);
  const sentVersion = part('version')?.valuePositiveInt ?? 0;
  const business = task.businessStatus?.coding?.[0]?.code;
  const priority = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const output = (code: string) => task.output?.findLast(({ type }) => type.coding?.[0]?.code === code);
  const appointmentAt = output('appointment')?.valueDateTime;
  const outcome = output('outcome')?.valueString;
  const unsent = task.status === 'draft' ? 'draft' : task.status === 'cancelled' ? 'not-sent' : 'to-send';
  return {
    recipient: task.owner?.identifier?.value ?? '',
    task: number,
    status: task.status,
    state:
      sentAt === undefined || (known?.version ?? 0) > sentVersion
        ? (known?.state ?? unsent)
        : known?.state === 'to-tell'
          ? 'to-tell'
          : 'sent',
    ...(business !== undefined && { businessStatus: business }),
    ...(sentAt !== undefined && { sentAt }),
    ...(how !== undefined && { how }),
    ...(known?.why !== undefined && { why: known.why }),
    ...(priority !== undefined && { priority }),
    ...(appointmentAt !== undefined && { appointmentAt }),
    ...(outcome !== undefined && { outcome }),
  };
}
