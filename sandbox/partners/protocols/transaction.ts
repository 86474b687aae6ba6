import type { BusinessId } from '../journal.ts';
import { PartnerProblem } from '../problem.ts';

/** http://hl7.org/fhir/task-status, R4. */
const TASK_STATUSES: ReadonlySet<string> = new Set<fhir4.Task['status']>([
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'ready',
  'cancelled',
  'in-progress',
  'on-hold',
  'failed',
  'completed',
  'entered-in-error',
]);

/** A resource of a message, and the identity that its conditional update names. */
export interface TransactionEntry {
  readonly type: string;
  readonly identifier: BusinessId;
  readonly fullUrl: string | undefined;
  readonly resource: fhir4.FhirResource;
}

/** A message from the gateway, checked. */
export interface Transaction {
  readonly messageId: BusinessId;
  readonly bundle: fhir4.Bundle;
  readonly entries: readonly TransactionEntry[];
}

/**
 * Reads a transaction of conditional updates (`PUT Type?identifier=system|value`), with base R4 and nothing else in mind.
 * Throws a 400 PartnerProblem that names the element.
 */
export function transactionFrom(body: unknown): Transaction {
  if (!isRecord(body) || body.resourceType !== 'Bundle') {
    throw invalid('Bundle', 'ce n’est pas un Bundle', 'this is not a Bundle');
  }
  if (body.type !== 'transaction') {
    throw invalid('Bundle.type', '« transaction » est attendu', '“transaction” is expected');
  }
  const messageId = businessIdIn(body.identifier);
  if (messageId === undefined) {
    throw invalid('Bundle.identifier', 'le message n’a pas d’identifiant', 'the message has no identifier');
  }
  if (!Array.isArray(body.entry) || body.entry.length === 0) {
    throw invalid('Bundle.entry', 'le message est vide', 'the message is empty');
  }
  const entries = body.entry.map(entryFrom);
  if (!entries.some(({ type }) => type === 'Task')) {
    throw invalid('Bundle.entry', 'aucune Task : rien à faire', 'no Task: nothing to act on');
  }
  refuseDuplicates(entries);
  refuseDanglingReferences(entries);
  // The members that we rely on were checked above; the rest is kept as it came.
  return { messageId, bundle: body as unknown as fhir4.Bundle, entries };
}

function entryFrom(entry: unknown, index: number): TransactionEntry {
  const path = `Bundle.entry[${index}]`;
  const { resource, request, fullUrl } = isRecord(entry) ? entry : {};
  if (!isRecord(resource) || typeof resource.resourceType !== 'string') {
    throw invalid(`${path}.resource`, 'il manque la ressource', 'the resource is missing');
  }
  const { method, url } = isRecord(request) ? request : {};
  if (method !== 'PUT') throw invalid(`${path}.request.method`, '« PUT » est attendu', '“PUT” is expected');
  const { type, identifier } = conditionIn(url, `${path}.request.url`);
  if (type !== resource.resourceType) {
    throw invalid(`${path}.request.url`, 'le type n’est pas celui de la ressource', 'the type is not the resource’s');
  }
  if (type === 'Task' && !TASK_STATUSES.has(String(resource.status))) {
    throw invalid(`${path}.resource.status`, 'ce n’est pas un état de Task', 'this is not a Task status');
  }
  const carried = [resource.identifier].flat().map(businessIdIn);
  if (!carried.some((id) => id !== undefined && sameId(id, identifier))) {
    throw invalid(`${path}.resource.identifier`, 'la ressource ne le porte pas', 'the resource does not carry it');
  }
  return {
    type,
    identifier,
    fullUrl: typeof fullUrl === 'string' ? fullUrl : undefined,
    resource: resource as unknown as fhir4.FhirResource,
  };
}

/** `Type?identifier=system|value` and nothing more: an empty value would match everybody. */
function conditionIn(url: unknown, path: string): { readonly type: string; readonly identifier: BusinessId } {
  const { type, query } = /^(?<type>[A-Z][A-Za-z]+)\?(?<query>.+)$/.exec(String(url))?.groups ?? {};
  const parameters = [...new URLSearchParams(query ?? '')];
  const [name, condition] = parameters[0] ?? [];
  const bar = condition?.indexOf('|') ?? -1;
  const system = condition?.slice(0, Math.max(bar, 0)) ?? '';
  const value = condition?.slice(bar + 1) ?? '';
  if (type === undefined || parameters.length !== 1 || name !== 'identifier' || system === '' || value === '') {
    throw invalid(path, '« Type?identifier=système|valeur » est attendu', '“Type?identifier=system|value” is expected');
  }
  return { type, identifier: { system, value } };
}

function refuseDuplicates(entries: readonly TransactionEntry[]): void {
  const seen = new Set<string>();
  for (const [index, { type, identifier }] of entries.entries()) {
    const key = JSON.stringify([type, identifier.system, identifier.value]);
    if (seen.has(key))
      throw invalid(`Bundle.entry[${index}]`, 'deux fois la même ressource', 'the same resource twice');
    seen.add(key);
  }
}

/** A server cannot resolve a `urn:uuid:` that no entry bears; HAPI refuses it too. */
function refuseDanglingReferences(entries: readonly TransactionEntry[]): void {
  const fullUrls = new Set(entries.map(({ fullUrl }) => fullUrl));
  for (const [index, { resource }] of entries.entries()) {
    const dangling = localReferencesIn(resource).find((reference) => !fullUrls.has(reference));
    if (dangling !== undefined) {
      throw invalid(
        `Bundle.entry[${index}].resource`,
        `référence sans ressource (${dangling})`,
        `reference to nothing (${dangling})`,
      );
    }
  }
}

function localReferencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(localReferencesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'reference' && typeof member === 'string' && member.startsWith('urn:')
      ? [member]
      : localReferencesIn(member),
  );
}

function businessIdIn(value: unknown): BusinessId | undefined {
  if (!isRecord(value) || typeof value.system !== 'string' || typeof value.value !== 'string') return undefined;
  return value.system === '' || value.value === '' ? undefined : { system: value.system, value: value.value };
}

const sameId = (one: BusinessId, other: BusinessId): boolean =>
  one.system === other.system && one.value === other.value;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (path: string, fr: string, en: string) =>
  new PartnerProblem(400, { fr: `${path} : ${fr}.`, en: `${path}: ${en}.` }, path);
