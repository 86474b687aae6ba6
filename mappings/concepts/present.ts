/** The members of `T` that may be undefined become optional. */
type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the members that are undefined: what was not said stays unsaid, in JSON as in memory. */
export function present<
  V extends string | number | boolean | object | undefined,
  T extends Readonly<Record<string, V>>,
>(members: T): Present<T>;
export function present(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The list, or undefined if it is empty: FHIR and our schemas know no empty list. */
export function several<T>(list: readonly T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list];
}
