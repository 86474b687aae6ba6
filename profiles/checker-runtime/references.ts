import { isObject, type Json } from './generated-checkers.ts';
import type { Walk } from './walk.ts';

const LOCAL = /^(?:https?:\/\/\S*\/)?([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;
const SEARCH = /^([A-Z][A-Za-z]+)\?(.*)$/s;
const QUERY = /^[\w:.-]+=[^&]*(?:&[\w:.-]+=[^&]*)*$/;
const WHITE = /\s/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\S/;

/** Every Reference: its form; a contained target is there; a stated type is that of the target. */
export function reference(value: Json, walk: Walk): void {
  const { reference: target, type } = value;
  if (typeof type === 'string' && !isTypeName(type, walk)) walk.report('referenceStatedType');
  if (typeof target !== 'string') return;
  if (!isWellFormed(target, walk)) walk.report('referenceFormat');
  else if (target.startsWith('#') && !leadsInside(target, walk)) {
    walk.invariant('ref-1', 'error', {
      fr: 'aucune ressource contenue n’a cet id ; ajoutez-la ou corrigez la référence.',
      en: 'no contained resource has this id; add it or correct the reference.',
    });
  }
  if (walk.bundle !== undefined && dangles(target, walk.bundle, walk)) walk.report('referenceOutside');
  if (typeof type !== 'string') return;
  const actual = targetType(target, walk);
  if (actual !== undefined && actual !== type) walk.report('referenceType');
}

/** The codes of http://hl7.org/fhir/resource-types. */
const isTypeName = (type: string, { generated }: Walk): boolean =>
  generated.resources.has(type) || type === 'Resource' || type === 'DomainResource';

function isWellFormed(target: string, { generated, bundle }: Walk): boolean {
  if (WHITE.test(target)) return false;
  const [, type = '', query = ''] = SEARCH.exec(target) ?? [];
  if (generated.resources.has(type))
    return QUERY.test(query) && (bundle === undefined || TO_BE_WRITTEN.has(bundle.type));
  // In a Bundle a relative reference is counted from fullUrl: it must be one.
  if (bundle === undefined || target.startsWith('#') || ABSOLUTE.test(target)) return true;
  const slashes = target.split('/').length - 1;
  return slashes === 1 || slashes === 3;
}

/** Bundles in which a search may stand for what it finds. */
const TO_BE_WRITTEN = new Set<unknown>(['transaction', 'batch']);

/** Whether it can lead only to an entry of the Bundle, and leads to none: nobody will find what it means. */
function dangles(target: string, bundle: Json, walk: Walk): boolean {
  const inside =
    target.startsWith('urn:') || (SENT_WHOLE.has(bundle.type) && !target.startsWith('#') && !ABSOLUTE.test(target));
  return inside && resolve(target, walk) === undefined;
}

/** Bundles that no server stands behind. */
const SENT_WHOLE = new Set<unknown>(['message', 'document']);

/** `#id` of a contained resource; `#` alone is, in a contained resource, the one around it. */
const leadsInside = (target: string, walk: Walk): boolean =>
  target === '#' ? walk.resource !== walk.root : contained(target, walk) !== undefined;

/** A Reference that must lead to one of `types`, as far as can be told without fetching it. */
export function referenceTo(value: Json, types: readonly string[], walk: Walk): void {
  const { reference: target, type } = value;
  const stated = typeof type === 'string' ? type.replace('http://hl7.org/fhir/StructureDefinition/', '') : undefined;
  const actual = typeof target === 'string' ? targetType(target, walk) : undefined;
  if (actual !== undefined && !types.includes(actual)) walk.report('referenceTarget', types.join(', '));
  else if (stated !== undefined && !types.includes(stated)) walk.report('referenceTarget', types.join(', '));
}

/** The type of what a reference leads to; undefined where it does not tell. */
export function targetType(target: string, walk: Walk): string | undefined {
  const found = resolve(target, walk);
  if (typeof found?.resourceType === 'string') return found.resourceType;
  const type = LOCAL.exec(target)?.[1] ?? SEARCH.exec(target)?.[1];
  return type !== undefined && walk.generated.resources.has(type) ? type : undefined;
}

/** The resource that a reference leads to, if it is at hand: contained, or in the same Bundle. */
export function resolve(target: string, walk: Walk): Json | undefined {
  if (target === '#') return walk.root;
  if (target.startsWith('#')) return contained(target, walk);
  if (walk.bundle === undefined || !Array.isArray(walk.bundle.entry)) return undefined;
  for (const entry of walk.bundle.entry) {
    if (isObject(entry) && isObject(entry.resource) && names(entry, entry.resource, target)) return entry.resource;
  }
  return undefined;
}

const names = ({ fullUrl }: Json, { resourceType, id }: Json, target: string): boolean =>
  fullUrl === target ||
  (typeof fullUrl === 'string' &&
    typeof id === 'string' &&
    target === `${resourceType}/${id}` &&
    fullUrl.endsWith(`/${target}`));

function contained(target: string, { root }: Walk): Json | undefined {
  const id = target.slice(1);
  const all: readonly unknown[] = Array.isArray(root.contained) ? root.contained : [];
  return all.filter(isObject).find((it) => it.id === id);
}
