/** One element of a snapshot, with what lies below it and the slices of it. */
export interface ElementNode {
  readonly definition: fhir4.ElementDefinition;
  /** As in JSON, without `[x]`. */
  readonly name: string;
  /** Written with its type in its name: value[x]. */
  readonly choice: boolean;
  readonly children: ElementNode[];
  readonly slices: ElementNode[];
  readonly sliceName: string | undefined;
}

/** `Patient.name:legal.given` → [['Patient'], ['name', 'legal'], ['given']]. A reslice is `name:legal/short`. */
const steps = (id: string): readonly (readonly string[])[] =>
  splitOutsideBrackets(id).map((step) => step.split(/:(.*)/s, 2));

/** Slice names may hold dots in brackets only in theory; ids are split at every dot. */
const splitOutsideBrackets = (id: string): readonly string[] => id.split('.');

/** The tree of a snapshot. */
export function elementTree(structure: fhir4.StructureDefinition): ElementNode {
  const [first, ...others] = structure.snapshot?.element ?? [];
  if (first === undefined) throw new Error(`${structure.url} has no snapshot`);
  const root = nodeOf(first, undefined);
  const byId = new Map<string, ElementNode>([[first.id ?? first.path, root]]);
  for (const definition of others) {
    const id = definition.id ?? definition.path;
    const last = steps(id).at(-1);
    const sliceName = last?.[1];
    const node = nodeOf(definition, sliceName);
    byId.set(id, node);
    const parentId = id.slice(0, id.lastIndexOf('.'));
    if (sliceName === undefined) parent(byId, parentId, id).children.push(node);
    else parent(byId, id.slice(0, id.lastIndexOf(':')), id).slices.push(node);
  }
  return root;
}

function parent(byId: ReadonlyMap<string, ElementNode>, id: string, childId: string): ElementNode {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no element ${id}, above ${childId}`);
  return found;
}

function nodeOf(definition: fhir4.ElementDefinition, sliceName: string | undefined): ElementNode {
  const last = definition.path.slice(definition.path.lastIndexOf('.') + 1);
  const choice = last.endsWith('[x]');
  return { definition, name: choice ? last.slice(0, -3) : last, choice, children: [], slices: [], sliceName };
}

/** The FHIR code of a type reference; the package writes ids and primitive values as FHIRPath system types. */
export function typeCode(type: fhir4.ElementDefinitionType): string {
  const fhirType = type.extension?.find(({ url }) => url.endsWith('structuredefinition-fhir-type'));
  return (
    fhirType?.valueUrl ?? fhirType?.valueUri ?? type.code.replace('http://hl7.org/fhirpath/System.String', 'string')
  );
}

export const typesOf = (node: ElementNode): readonly string[] => (node.definition.type ?? []).map(typeCode);

/** May stand more than once in JSON, whatever a profile says: an array. */
export const isList = ({ definition }: ElementNode): boolean =>
  (definition.base?.max ?? definition.max) !== '1' && (definition.base?.max ?? definition.max) !== '0';

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The property of a choice element in JSON: `value` of type `dateTime` → `valueDateTime`. */
export const choiceProperty = (name: string, type: string): string => `${name}${capitalized(type)}`;
