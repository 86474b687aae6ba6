/** Every literal reference in a tree. */
export const literalReferences = (node: unknown): readonly string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([name, value]) =>
        name === 'reference' && typeof value === 'string' ? [value] : literalReferences(value),
      )
    : [];
