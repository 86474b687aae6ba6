import { isObject, type Json } from './generated-checkers.ts';
import { DEPTH_MAX, type Walk } from './walk.ts';

/** Each contained resource has an id, and something in the resource leads to it, or it leads to the resource around it (dom-3). */
export function containedRules(value: Json, walk: Walk): void {
  const all: readonly unknown[] = Array.isArray(value.contained) ? value.contained : [];
  const own = references({ ...value, contained: undefined });
  const found = all.map((it) => ({ id: isObject(it) ? it.id : undefined, refs: references(it) }));
  const leadsFrom = new Map<unknown, ReadonlySet<string>[]>();
  for (const { id, refs } of found) {
    const same = leadsFrom.get(id);
    if (same === undefined) leadsFrom.set(id, [refs]);
    else same.push(refs);
  }
  const reached = new Set<unknown>();
  const open: ReadonlySet<string>[] = [own, ...found.flatMap(({ refs }) => (refs.has('#') ? [refs] : []))];
  for (let refs = open.pop(); refs !== undefined; refs = open.pop()) {
    for (const id of [...refs].map((ref) => ref.slice(1))) {
      if (reached.has(id) || !leadsFrom.has(id)) continue;
      reached.add(id);
      for (const below of leadsFrom.get(id) ?? []) open.push(below);
    }
  }
  for (const [index, { id, refs }] of found.entries()) {
    if (id === undefined) walk.report('containedId', '', 'contained', index);
    if (!reached.has(id) && !refs.has('#')) {
      if (walk.enter('contained', index)) {
        walk.invariant('dom-3', 'error', {
          fr: 'rien dans la ressource ne mène à cette ressource contenue ; ajoutez la référence ou enlevez la ressource.',
          en: 'nothing in the resource leads to this contained resource; add the reference or remove the resource.',
        });
      }
      walk.leave();
    }
  }
}

/** Every text that leads inside: `#id`, or `#` for the resource around. What lies too deep is told elsewhere. */
function references(value: unknown, found: Set<string> = new Set(), depth = 0): Set<string> {
  if (typeof value === 'string') {
    if (value.startsWith('#')) found.add(value);
  } else if (typeof value === 'object' && value !== null && depth < DEPTH_MAX) {
    for (const child of Object.values(value)) references(child, found, depth + 1);
  }
  return found;
}
