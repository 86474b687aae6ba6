/** What a validator says of a resource: whether there is anything at error level, and what. */
export interface Verdict {
  /** `none`: it broke down over the resource, which says nothing of the resource. */
  readonly says: 'valid' | 'invalid' | 'none';
  readonly errors: readonly Finding[];
  /** Anything below error level that says that a rule was not looked at. */
  readonly notChecked: readonly Finding[];
}

export interface Finding {
  /** Which rule: ours by its name, HAPI's by its message id. */
  readonly rule: string;
  readonly expression: string;
  readonly text: string;
}

export type Validator = (resource: unknown) => Promise<Verdict>;
