import { isObject, type Json } from './generated-checkers.ts';
import { isAbsoluteUri } from './primitives.ts';
import { DEPTH_MAX, type Walk } from './walk.ts';

const WITHOUT_FULL_URL = new Set<unknown>(['transaction', 'transaction-response', 'batch', 'batch-response']);
const ANSWERS = new Set<unknown>(['transaction-response', 'batch-response']);
const SERVER_URL = /^https?:\/\/\S*\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** What a Bundle asks of its entries beyond its invariants: full URLs, ids. */
export function bundleRules(bundle: Json, walk: Walk): void {
  const entries: readonly unknown[] = Array.isArray(bundle.entry) ? bundle.entry : [];
  const first = entries[0];
  if ((bundle.type === 'document' || bundle.type === 'message') && !(isObject(first) && isObject(first.resource))) {
    walk.report('noFirstEntry', '', 'entry');
  }
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    if (!isObject(entry)) continue;
    if (walk.enter('entry', i)) entryRules(entry, bundle.type, walk);
    walk.leave();
  }
}

function entryRules({ fullUrl, resource, request, response }: Json, type: unknown, walk: Walk): void {
  const inner = isObject(resource) ? resource : undefined;
  if (fullUrl === undefined) {
    if (!WITHOUT_FULL_URL.has(type)) walk.report('fullUrlMissing', '', 'fullUrl');
    else if (!ANSWERS.has(type) && leadsOut(inner)) walk.report('fullUrlForReferences', '', 'fullUrl');
  } else if (!isAbsoluteUri(fullUrl)) walk.report('fullUrlAbsolute', '', 'fullUrl');
  else if (inner !== undefined && SERVER_URL.test(fullUrl) && !fullUrl.endsWith(`/${inner.resourceType}/${inner.id}`)) {
    walk.report('fullUrlId', '', 'fullUrl');
  }
  if (inner !== undefined && inner.id === undefined && idRequired(fullUrl, request, response)) {
    walk.report('entryId', '', 'resource');
  }
}

/** Whether something in it refers to another resource than itself and what it contains. */
function leadsOut(node: unknown, depth = 0): boolean {
  if (depth > DEPTH_MAX) return false;
  if (Array.isArray(node)) return node.some((it) => leadsOut(it, depth + 1));
  if (!isObject(node)) return false;
  const { reference } = node;
  if (typeof reference === 'string' && !reference.startsWith('#')) return true;
  return Object.values(node).some((it) => leadsOut(it, depth + 1));
}

function idRequired(fullUrl: unknown, request: unknown, response: unknown): boolean {
  if (isObject(response) || (isObject(request) && request.method !== undefined)) return false;
  return !(typeof fullUrl === 'string' && (fullUrl.startsWith('urn:uuid:') || fullUrl.startsWith('urn:oid:')));
}
