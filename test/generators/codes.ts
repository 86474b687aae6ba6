/** The codes of a table, as a list that is known not to be empty. */
export function codesOf<T extends object>(table: T): [Extract<keyof T, string>, ...Extract<keyof T, string>[]] {
  return Object.keys(table) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
}
