import { isList, object } from './children.ts';
import { type Check, isObject, type Json, type KnownExtension } from './generated-checkers.ts';
import { isAbsoluteUri } from './primitives.ts';
import { ALONE, type Walk } from './walk.ts';

/**
 * The extensions of `container`: each by its own definition where we have it, else by its form only. `form` is the check of the
 * type Extension.
 */
export function extensions(
  values: unknown,
  name: 'extension' | 'modifierExtension',
  container: unknown,
  form: Check,
  walk: Walk,
): void {
  if (!isList(values, name, walk)) return;
  for (let i = 0; i < values.length; i += 1) {
    if (walk.enter(name, i)) extension(values[i], name, container, form, walk);
    walk.leave();
  }
}

/** One extension, the walk being at it. */
export function extension(
  value: unknown,
  name: 'extension' | 'modifierExtension',
  container: unknown,
  form: Check,
  walk: Walk,
): void {
  if (!object(value, walk)) return;
  const { url } = value;
  // An extension beside the url explains nothing: without it nobody knows what this is.
  if (url === undefined && value._url !== undefined) walk.report('min', '1', 'url');
  const known = typeof url === 'string' ? walk.generated.extensions.get(url) : undefined;
  if (known === undefined) {
    form(value, walk);
    unknown(url, name, container, walk);
    return;
  }
  if (known.modifier !== (name === 'modifierExtension')) {
    walk.report('extensionModifier', known.modifier ? 'modifierExtension' : 'extension');
  }
  if (known.contexts !== undefined && !mayStandOn(known.contexts, container, walk)) {
    walk.report('extensionContext', [...known.contexts].join(', '));
  }
  known.check(value, walk);
}

function unknown(url: unknown, name: string, container: unknown, walk: Walk): void {
  if (typeof url !== 'string') return;
  if (!isAbsoluteUri(url)) {
    // A part of an extension that we do not know has a name of its own.
    if (!isExtension(container, walk)) walk.report('extensionUrl', '', 'url', ALONE);
  } else if (name === 'modifierExtension') walk.report('unknownModifier');
  else walk.report('unknownExtension');
}

/** By its type: the request of a Bundle's entry has a url too. */
const isExtension = (container: unknown, walk: Walk): container is Json =>
  isObject(container) && walk.types[walk.depth - 1] === 'Extension';

/** The element around may be told of by its type, by its name in the type around it, or by its path in the resource. */
function mayStandOn(contexts: ReadonlySet<string>, container: unknown, walk: Walk): boolean {
  const type = walk.types[walk.depth - 1] ?? '';
  if (contexts.has(type)) return true;
  if (isExtension(container, walk) && contexts.has(String(container.url))) return true;
  const path = walk.elementPath();
  const names = [type, `${walk.types[walk.depth - 2]}.${walk.nameAbove(1)}`, path.slice(0, path.lastIndexOf('.'))];
  return names.some((it) => contexts.has(it) || inherits(contexts, it, walk));
}

/** `Patient.contact` may be told of as `DomainResource.contact`, and `Patient` as `Resource`. */
function inherits(contexts: ReadonlySet<string>, path: string, walk: Walk): boolean {
  const dot = path.indexOf('.');
  const rest = dot === -1 ? '' : path.slice(dot);
  let type = dot === -1 ? path : path.slice(0, dot);
  for (;;) {
    const parent = walk.generated.parentTypes.get(type);
    if (parent === undefined) return false;
    if (contexts.has(parent + rest)) return true;
    type = parent;
  }
}

/** Registers what is known of one extension; without contexts it may stand anywhere. */
export const knownExtension = (check: Check, modifier: boolean, contexts?: readonly string[]): KnownExtension => ({
  check,
  modifier,
  contexts: contexts === undefined ? undefined : new Set(contexts),
});
