/** Who calls, as the gateway tells them about themselves (`GET /v1/me`). */
export interface MeTold {
  readonly kind: 'centre' | 'operator';
  readonly centre?: {
    readonly id: string;
    readonly name: string;
    /** By whose clock days are told (IANA name). */
    readonly timeZone: string;
    /** The centres with which a child may be tied: each of the two has turned it on and names the other. */
    readonly mayTieWith?: readonly { readonly id: string; readonly name: string }[];
  };
  /** An identifier, never a name. */
  readonly professional?: string;
  readonly role?: string;
  /** Areas of the roles (docs/authorization.md): concepts and lists. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}
