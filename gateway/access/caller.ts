import type { Role } from './roles.ts';
import type { Scope } from './scopes.ts';

/** By which program somebody calls, what it may, and for whom where a person acts. */
interface Acting {
  /** `client_id` of the access token. */
  readonly client?: string;
  readonly scopes?: readonly Scope[];
  /** Who acts at the centre: an identifier, never a name. */
  readonly professional?: string;
  readonly role?: Role;
  /** SHA-256 of the certificate that the token is bound to (RFC 8705): from whoever does not hold it the token counts for nothing. */
  readonly certificate?: string;
}

/** Who calls: a clinic app of one centre, a partner's system, or somebody who operates the gateway and sees no content. */
export type Caller = Acting &
  (
    | { readonly kind: 'centre'; readonly id: string }
    | { readonly kind: 'partner'; readonly id: string }
    | { readonly kind: 'operator'; readonly id: string }
  );
