import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { BusinessId } from '../journal.ts';
import { PartnerProblem } from '../problem.ts';
import { textsAt, valuesAt } from '../reading.ts';

/** A resource as this server holds it. */
export type Held = fhir4.FhirResource & {
  readonly id: string;
  readonly meta: fhir4.Meta & { readonly versionId: string; readonly lastUpdated: string };
};

/** Where a resource of a transaction stands afterwards. */
export interface Placed {
  readonly location: string;
  readonly created: boolean;
  readonly held: Held;
}

/** The resources of one small FHIR server, each with its version and when it last changed. */
export interface ServerStore {
  /** A transaction: `PUT Type?identifier=`, `PUT Type/id`, `POST` with or without `ifNoneExist`; references inside it get server ids. */
  transact(bundle: fhir4.Bundle): readonly Placed[];
  /** Writes under the resource's own id, or a new one made from its first identifier or content. What did not change keeps its version. */
  write(resource: fhir4.FhirResource): Held;
  read(type: string, id: string): Held | undefined;
  find(type: string, identifier: BusinessId): Held | undefined;
  /** All of a type, the one changed longest ago first. */
  all(type: string): readonly Held[];
  clear(): void;
}

/** Starts empty. */
export function createServerStore(now: () => Date): ServerStore {
  const held = new Map<string, Held>();
  let last = 0;

  /** Strictly later than the one before: two changes in one millisecond are still in an order that a poller can see. */
  const instant = (): string => {
    last = Math.max(now().getTime(), last + 1);
    return new Date(last).toISOString();
  };

  const put = (resource: fhir4.FhirResource, id: string): Held => {
    const key = `${resource.resourceType}/${id}`;
    const before = held.get(key);
    if (before !== undefined && isDeepStrictEqual(bare(before), bare(resource))) return before;
    const { versionId: _version, lastUpdated: _when, ...meta } = resource.meta ?? {};
    const versionId = `${Number(before?.meta.versionId ?? 0) + 1}`;
    const kept: Held = { ...resource, id, meta: { ...meta, versionId, lastUpdated: instant() } };
    held.set(key, kept);
    return kept;
  };

  const store: ServerStore = {
    transact(bundle) {
      const entries = (bundle.entry ?? []).map((entry) => ({ ...entry, ...targetOf(entry, store) }));
      const names = new Map(entries.map(({ fullUrl, type, id }) => [fullUrl, `${type}/${id}`]));
      return entries.map(({ resource, type, id, keepsFirst }) => {
        if (resource === undefined) throw new PartnerProblem(400, NO_RESOURCE, 'Bundle.entry.resource');
        const before = store.read(type, id);
        const kept = before !== undefined && keepsFirst ? before : put(resolved(fhirOf(resource), names), id);
        return {
          location: `${type}/${id}/_history/${kept.meta.versionId}`,
          created: before === undefined,
          held: kept,
        };
      });
    },
    write: (resource) => put(resource, resource.id ?? idFor(resource.resourceType, businessOf(resource))),
    read: (type, id) => held.get(`${type}/${id}`),
    find: (type, identifier) => store.all(type).find((one) => bears(one, identifier)),
    all: (type) =>
      [...held.values()]
        .filter(({ resourceType }) => resourceType === type)
        .sort((a, b) => a.meta.lastUpdated.localeCompare(b.meta.lastUpdated)),
    clear: () => held.clear(),
  };
  return store;
}

/** Whether a resource bears a business identifier; an empty system asks for an identifier without one. */
export const bears = (resource: unknown, { system, value }: BusinessId): boolean =>
  valuesAt(resource, 'identifier').some(
    (one) => (textsAt(one, 'system')[0] ?? '') === system && textsAt(one, 'value')[0] === value,
  );

/** What stands in a Bundle was checked to be a resource when it came in. */
const fhirOf = (resource: fhir4.Resource): fhir4.FhirResource => resource as fhir4.FhirResource;

/** Without what the server itself adds. */
function bare(resource: fhir4.FhirResource): unknown {
  const { id: _id, meta: { versionId: _version, lastUpdated: _when, ...meta } = {}, ...rest } = resource;
  return { ...rest, meta };
}

interface Target {
  readonly type: string;
  readonly id: string;
  /** A conditional create: what is there stays. */
  readonly keepsFirst: boolean;
}

function targetOf(entry: fhir4.BundleEntry, store: ServerStore): Target {
  const { method = '', url = '', ifNoneExist } = entry.request ?? {};
  const type = entry.resource?.resourceType ?? '';
  const [, byId] = new RegExp(`^${type}/([A-Za-z0-9.-]{1,64})$`).exec(url) ?? [];
  if (method === 'PUT' && byId !== undefined) return { type, id: byId, keepsFirst: false };
  const condition = method === 'PUT' ? url.split('?')[1] : ifNoneExist;
  const identifier = condition === undefined ? businessOf(entry.resource) : identifierIn(condition);
  return { type, id: store.find(type, identifier)?.id ?? idFor(type, identifier), keepsFirst: method === 'POST' };
}

function identifierIn(condition: string): BusinessId {
  const [system = '', ...value] = (new URLSearchParams(condition).get('identifier') ?? '').split('|');
  return { system, value: value.join('|') };
}

/** The first business identifier of a resource; of one without any, what it says. */
export function businessOf(resource: unknown): BusinessId {
  const [system = ''] = textsAt(resource, 'identifier.system');
  const [value] = textsAt(resource, 'identifier.value');
  return { system, value: value ?? JSON.stringify(resource) };
}

/** Made from the identity, so that it is the same after a restart. */
const idFor = (type: string, { system, value }: BusinessId): string =>
  createHash('sha256').update(`${type} ${system}|${value}`).digest('hex').slice(0, 20);

/** The resource with `urn:` references turned into those of this server. */
function resolved<T>(node: T, names: ReadonlyMap<string | undefined, string>): T {
  if (Array.isArray(node)) return node.map((one) => resolved(one, names)) as T;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, member]) => [
      name,
      name === 'reference' && typeof member === 'string' ? (names.get(member) ?? member) : resolved(member, names),
    ]),
  ) as T;
}

const NO_RESOURCE = { fr: 'Une entrée n’a pas de ressource.', en: 'An entry has no resource.' };
