/** Fields by which one concept names another, or the child. */
const NAMES_ANOTHER = new Set(['id', 'plan', 'circle', 'request', 'appointment', 'meeting']);

/** The concept with identifiers that no other file has. */
export const withOwnIds = <C extends object>(concept: C, own: (id: string) => string): C =>
  Object.fromEntries(
    Object.entries(concept).map(([field, value]) => {
      if (field === 'child') return [field, { ...value, id: own(value.id) }];
      if (field === 'children')
        return [field, value.map((it: { readonly child: string }) => ({ ...it, child: own(it.child) }))];
      return [field, NAMES_ANOTHER.has(field) ? own(String(value)) : value];
    }),
  ) as C;
