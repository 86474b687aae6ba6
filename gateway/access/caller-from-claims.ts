import type { JWTPayload } from 'jose';
import type { Registry } from '../registry.ts';
import type { Vouching } from './access-settings.ts';
import type { Caller } from './caller.ts';
import { refused } from './refused.ts';
import { isRole } from './roles.ts';
import { scopesIn } from './scopes.ts';

/** The claims that are ours (docs/authorization.md); the others are those of RFC 9068. Exactly one of the first three says who calls. */
export const CLAIMS = {
  centre: 'passerelle_centre',
  partner: 'passerelle_partner',
  operator: 'passerelle_operator',
  professional: 'passerelle_professional',
  role: 'passerelle_role',
} as const;

const TEXT = /^[\w.:@/+-]{1,128}$/;

/** Who calls, from claims whose signature holds. Throws `unauthenticated` where they do not say it, or the issuer may not. */
export function callerFromClaims(claims: JWTPayload, vouching: Vouching, registry: Registry): Caller {
  const text = (name: string): string | undefined => textIn(claims[name]);
  const client = text('client_id');
  const { scope } = claims;
  if (client === undefined || (scope !== undefined && typeof scope !== 'string')) throw refused('claims');

  const [centre, partner, operator] = [text(CLAIMS.centre), text(CLAIMS.partner), text(CLAIMS.operator)];
  const named = [centre, partner, operator].filter((it) => it !== undefined);
  if (named.length !== 1) throw refused('claims');
  const [professional, role] = [text(CLAIMS.professional), text(CLAIMS.role)];
  if (role !== undefined && !isRole(role)) throw refused('claims');
  const certificate = certificateIn(claims.cnf);
  const acting = {
    client,
    scopes: scopesIn(scope ?? ''),
    ...(professional !== undefined && { professional }),
    ...(role !== undefined && { role }),
    ...(certificate !== undefined && { certificate }),
  };

  if (centre !== undefined && speaksFor(vouching.centres, centre) && registry.centre(centre) !== undefined)
    return { kind: 'centre', id: centre, ...acting };
  const known = partner === undefined ? undefined : registry.partner(partner);
  if (partner !== undefined && speaksFor(vouching.partners, partner) && known !== undefined) {
    if (known.certificateBound === true && certificate === undefined) throw refused('unbound');
    return { kind: 'partner', id: partner, ...acting };
  }
  if (operator !== undefined && vouching.operators) return { kind: 'operator', id: operator, ...acting };
  throw refused('vouching');
}

/** Claims become log lines and audit entries: what is no plain identifier is refused, not cleaned. */
function textIn(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !TEXT.test(value)) throw refused('claims');
  return value;
}

/** To which certificate a token is bound; bound to something else that we do not verify, it is no bearer token (RFC 7800 §3.1). */
function certificateIn(cnf: unknown): string | undefined {
  if (cnf === undefined) return undefined;
  const [bound, ...others] = typeof cnf === 'object' && cnf !== null ? Object.entries(cnf) : [];
  const [name, thumbprint] = bound ?? [];
  if (name !== 'x5t#S256' || others.length > 0 || typeof thumbprint !== 'string' || !THUMBPRINT.test(thumbprint))
    throw refused('claims');
  return thumbprint;
}

const THUMBPRINT = /^[\w-]{43}$/;

const speaksFor = (whom: readonly string[] | 'all', id: string): boolean => whom === 'all' || whom.includes(id);
