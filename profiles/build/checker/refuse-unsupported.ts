import { type ElementNode, isList, typesOf } from './element-node.ts';
import { isPrimitive } from './emit-primitive.ts';

/**
 * Throws where a definition of ours asks for something that the emitted check would pass over in silence: whoever writes the
 * profile learns it at build time.
 */
export function refuseUnsupported(node: ElementNode): void {
  const { definition, slices, children, sliceName } = node;
  const found = [
    sliceName?.includes('/') === true ? 'a slice of a slice' : undefined,
    slices.length > 0 && !node.choice && typesOf(node).some(isPrimitive) ? 'slices of a primitive' : undefined,
    slices.length > 0 && typesOf(node).includes('Resource') ? 'slices of resources' : undefined,
    slices.length > 0 && !node.choice && !isList(node) ? 'slices of what does not repeat' : undefined,
    node.choice && slices.some((it) => (it.definition.min ?? 0) > 0) && typesOf(node).length > 1
      ? 'a required type among others'
      : undefined,
    definition.slicing?.ordered === true ? 'slices in order' : undefined,
    definition.type?.some(({ aggregation }) => aggregation !== undefined) === true
      ? 'aggregation of references'
      : undefined,
    hasComplexLimit(definition) ? 'a limit that is no simple value' : undefined,
    children.length > 0 && node.choice && typesOf(node).length > 1 ? 'elements below several types' : undefined,
  ].find((it) => it !== undefined);
  if (found !== undefined) throw new Error(`${definition.id}: ${found} cannot be checked yet (profiles/build/checker)`);
  for (const it of [...children, ...slices]) refuseUnsupported(it);
}

const hasComplexLimit = (definition: fhir4.ElementDefinition): boolean =>
  Object.entries(definition).some(([key, value]) => /^(?:min|max)Value[A-Z]/.test(key) && typeof value === 'object');
