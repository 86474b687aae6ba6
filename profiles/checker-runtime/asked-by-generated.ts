import { type CodeSet, isMemberOf } from './codes.ts';
import { isObject, type Json } from './generated-checkers.ts';
import { isAbsoluteUri } from './primitives.ts';
import { resolve } from './references.ts';
import { Walk } from './walk.ts';

/** Names of the children of an object, and the types of each of its choices; none where a profile has no use for it. */
type Known = readonly [names: readonly string[], choices: Readonly<Record<string, string>>];

/** A property that no definition has here: perhaps a choice of a type that is not allowed. */
export function unknownKey(key: string, [names, choices]: Known, walk: Walk): void {
  const name = key.startsWith('_') ? key.slice(1) : key;
  for (const [choice, types] of Object.entries(choices)) {
    if (name.startsWith(choice) && /^[A-Z][A-Za-z0-9]*$/.test(name.slice(choice.length))) {
      if (types === '') walk.report('max', '0', choice);
      else walk.misshapen('choiceType', types, choice);
      return;
    }
  }
  walk.unknownElement(key, [...names, ...Object.keys(choices)]);
}

/** A part of an extension that we know, under a name that it does not have. */
export function unknownPart(value: unknown, names: string, walk: Walk): void {
  if (isObject(value) && typeof value.url === 'string' && !isAbsoluteUri(value.url))
    walk.report('extensionUnknownPart', names);
}

/** A bound string or uri of which we do not hold all codes. */
export function boundCode(value: unknown, set: CodeSet, walk: Walk): void {
  const held = [...set.bySystem.keys(), ...set.open];
  if (!held.some((system) => isMemberOf(set, system, value))) walk.report('binding', set.url);
}

/** FHIRPath’s memberOf, for slices: a code, a Coding, or a CodeableConcept. */
export function isMember(value: unknown, set: CodeSet): boolean {
  if (typeof value === 'string') return [...set.bySystem.keys()].some((system) => isMemberOf(set, system, value));
  if (!isObject(value)) return false;
  if (Array.isArray(value.coding)) return value.coding.some((it) => isMember(it, set));
  return isMemberOf(set, value.system, value.code);
}

/** Compares a primitive with a limit of the same type: negative, 0, positive. */
export function compared(value: unknown, limit: unknown): number {
  if (value === limit) return 0;
  if (typeof value === 'number' && typeof limit === 'number') return value - limit;
  return String(value) < String(limit) ? -1 : 1;
}

/** Whether a value is of a type, as far as JSON tells: a resource says so, a primitive by its kind. */
export function isOfType(value: unknown, type: string): boolean {
  if (isObject(value)) return value.resourceType === undefined ? /^[A-Z]/.test(type) : value.resourceType === type;
  if (typeof value === 'boolean') return type === 'boolean';
  if (typeof value === 'number') return type === 'decimal' || /^(?:integer|unsignedInt|positiveInt)$/.test(type);
  return typeof value === 'string' && /^[a-z]/.test(type);
}

/** What a Reference leads to, if it is at hand. */
export const resolved = (value: unknown, walk: Walk): Json | undefined =>
  isObject(value) && typeof value.reference === 'string' ? resolve(value.reference, walk) : undefined;

/** Whether a resource conforms to one of these profiles. */
export function conformsToAny(value: unknown, profiles: readonly string[], { generated }: Walk): boolean {
  if (!isObject(value)) return false;
  return profiles.some((url) => {
    const type = url.replace('http://hl7.org/fhir/StructureDefinition/', '');
    const profile = generated.profiles.get(url) ?? { check: generated.resources.get(type), type };
    if (profile.check === undefined || profile.type !== value.resourceType) return false;
    const walk = new Walk(generated);
    walk.enter(profile.type, -1);
    walk.resource = value;
    walk.root = value;
    profile.check(value, walk);
    return !walk.issues.some(({ severity }) => severity === 'error');
  });
}

export { isObject };
