import fc from 'fast-check';

/** `fc.record` of plain objects, as JSON gives them; members not in `requiredKeys` may be absent. */
export function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T>;
export function record<T, K extends keyof T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  constraints: { readonly requiredKeys: K[] },
): fc.Arbitrary<Partial<T> & Pick<T, K>>;
export function record<T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  constraints: { readonly requiredKeys?: (keyof T)[] } = {},
) {
  return fc.record(model, { ...constraints, noNullPrototype: true });
}
