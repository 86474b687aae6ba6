/** Texts by their keys, in groups where that reads better. Plurals end in `_one`, `_many`, `_other`, and are asked with `count`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The same keys. English has no plural of its own for millions (`_many`). */
type SameKeys<T> = {
  readonly [K in keyof T as K extends `${string}_many` ? never : K]: T[K] extends string ? string : SameKeys<T[K]>;
};

/** The texts of a page in both languages: French first, and English with every key of it, or tsc says which is missing. */
export const inBoth = <const F extends TextTree>(texts: { readonly fr: F; readonly en: SameKeys<F> }) => texts;
