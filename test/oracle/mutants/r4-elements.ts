import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { R4_PACKAGE } from '../../../profiles/build/places.ts';

/** What R4 says of one member of an object. */
export interface R4Element {
  /** As the definition writes it: `Observation.value[x]`. */
  readonly path: string;
  readonly type: string;
  /** Where its own members are defined: `Quantity`, `Patient.contact`. */
  readonly membersAt: string;
  readonly repeats: boolean;
  /** Of `valueString`, `value`. */
  readonly stem?: string;
  /** What else a choice may be. */
  readonly otherTypes: readonly string[];
  /** Types of resource that a Reference may be to. */
  readonly targets: readonly string[];
}

export type R4Members = ReadonlyMap<string, R4Element>;

interface Snapshot {
  readonly snapshot?: { readonly element: readonly fhir4.ElementDefinition[] };
}

/** Reads R4's own definitions as they are asked for: the members that an object defined at `path` may have, by their JSON names. */
export function r4Elements(folder = R4_PACKAGE): (path: string) => R4Members {
  const known = new Map<string, ReadonlyMap<string, R4Members>>();
  return (path) => {
    const [type = ''] = path.split('.');
    const members = known.get(type) ?? membersByPath(elementsOf(folder, type));
    known.set(type, members);
    return members.get(path) ?? new Map();
  };
}

function elementsOf(folder: string, type: string): readonly fhir4.ElementDefinition[] {
  if (!/^[A-Za-z]+$/.test(type)) return [];
  try {
    const definition: Snapshot = JSON.parse(readFileSync(join(folder, `StructureDefinition-${type}.json`), 'utf8'));
    return definition.snapshot?.element ?? [];
  } catch {
    return [];
  }
}

function membersByPath(elements: readonly fhir4.ElementDefinition[]): ReadonlyMap<string, R4Members> {
  const members = new Map<string, Map<string, R4Element>>();
  for (const element of elements.slice(1)) {
    const cut = element.path.lastIndexOf('.');
    const [parent, name] = [element.path.slice(0, cut), element.path.slice(cut + 1)];
    const within = members.get(parent) ?? new Map<string, R4Element>();
    members.set(parent, within);
    for (const [jsonName, member] of alternatives(name, element)) within.set(jsonName, member);
  }
  return members;
}

function alternatives(name: string, element: fhir4.ElementDefinition): readonly (readonly [string, R4Element])[] {
  const { path, max, contentReference, type: types = [] } = element;
  const repeats = max !== '0' && max !== '1';
  if (contentReference !== undefined) {
    const membersAt = contentReference.replace(/^.*#/, '');
    return [[name, { path, type: 'BackboneElement', membersAt, repeats, otherTypes: [], targets: [] }]];
  }
  const codes = types.map(codeOf);
  const [stem, isChoice] = name.endsWith('[x]') ? [name.slice(0, -3), true] : [name, false];
  return types.map((type): readonly [string, R4Element] => {
    const code = codeOf(type);
    const inline = code === 'BackboneElement' || code === 'Element';
    return [
      isChoice ? `${stem}${code.charAt(0).toUpperCase()}${code.slice(1)}` : name,
      {
        path,
        type: code,
        membersAt: inline ? path : code,
        repeats,
        otherTypes: isChoice ? codes.filter((other) => other !== code) : [],
        targets: (type.targetProfile ?? []).map((url) => url.split('/').at(-1) ?? ''),
        ...(isChoice ? { stem } : {}),
      },
    ];
  });
}

/** The `id` of a resource or an element is said to be a string of FHIRPath. */
const codeOf = ({ code }: fhir4.ElementDefinitionType): string =>
  code.startsWith('http://hl7.org/fhirpath/System.') ? code.slice(code.lastIndexOf('.') + 1).toLowerCase() : code;
