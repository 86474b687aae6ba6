import { isObject, type Json } from './generated-checkers.ts';
import type { Walk } from './walk.ts';

const LOCAL = /^(?:https?:\/\/\S*\/)?([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;
const SEARCH = /^([A-Z][A-Za-z]+)\?(.*)$/s;
const QUERY = /^[\w:.-]+=[^&]*(?:&[\w:.-]+=[^&]*)*$/;
const WHITE = /\s/;

/** Every Reference: its form; a contained target is there; a stated type is that of the target. */
export function reference(value: Json, walk: Walk): void {
  const { reference: target, type } = value;
  if (typeof target !== 'string') return;
  if (WHITE.test(target)) walk.report('referenceFormat');
  else if (target.startsWith('#') && target !== '#' && contained(target, walk) === undefined) {
    walk.invariant('ref-1', 'error', {
      fr: 'aucune ressource contenue n’a cet id ; ajoutez-la ou corrigez la référence.',
      en: 'no contained resource has this id; add it or correct the reference.',
    });
  } else {
    const search = SEARCH.exec(target);
    if (
      search !== null &&
      search[1] !== undefined &&
      walk.generated.resources.has(search[1]) &&
      !QUERY.test(search[2] ?? '')
    ) {
      walk.report('referenceFormat');
    }
  }
  if (typeof type !== 'string') return;
  const actual = targetType(target, walk);
  if (actual !== undefined && actual !== type) walk.report('referenceType');
}

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
