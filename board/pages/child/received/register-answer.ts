/** What `POST /v1/register/_search` gives: `Register` in profiles/schemas/lists.schema.json, to which a test holds the examples. */

export interface RegisterLine {
  readonly id: string;
  readonly at: string;
  /** In words, in the language asked for: when, who, what, to whom, on which basis. */
  readonly text: string;
  readonly act: 'read' | 'searched' | 'disclosed' | 'lookedAt' | 'destroyed';
  readonly by: {
    readonly kind: 'centre' | 'partner' | 'operator';
    readonly id: string;
    readonly client?: string;
    readonly professional?: string;
  };
  readonly recipient?: string;
  readonly what: string;
  readonly children: readonly string[];
  readonly letters: number;
  readonly restricted: boolean;
}

export interface RegisterPage {
  readonly language: 'fr' | 'en';
  readonly entries: readonly RegisterLine[];
  /** Of a page that has more after it. */
  readonly next?: string;
}
