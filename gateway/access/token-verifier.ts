import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { GatewayError } from '../failures.ts';
import type { Registry } from '../registry.ts';
import type { AccessSettings, TrustedIssuer } from './access-settings.ts';
import { asListed } from './as-listed.ts';
import type { Caller } from './caller.ts';
import { callerFromClaims } from './caller-from-claims.ts';
import { type Refusal, refused } from './refused.ts';
import { rememberedCallers } from './remembered-callers.ts';

/** Who presents an access token. Throws `unauthenticated` with the reason, or `unavailable` when the issuer's keys cannot be had. */
export type VerifyToken = (token: string) => Promise<Caller>;

export interface TokenVerifierDeps {
  readonly access: AccessSettings;
  readonly registry: Registry;
  readonly now: () => Date;
}

/** Clocks differ by this much, not more. */
const SKEW_SECONDS = 30;
const KEYS_TIMEOUT_MS = 5_000;
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_KEPT_MS = 10 * 60_000;
/** What RFC 9068 requires of an access token, beside `iss` and `aud`; `sub` may be the client itself. */
const REQUIRED = ['exp', 'iat', 'jti', 'sub', 'client_id'];

/**
 * Access tokens as JWTs (RFC 9068) of configured issuers: issuer, audience, an asymmetric algorithm, times and life. Keys come only from
 * where the settings say: what a token's header names (`jku`, `jwk`, `x5u`) is never followed. A token may come often within its short life;
 * that an assertion comes once is for the server that takes it.
 */
export function tokenVerifier({ access, registry, now }: TokenVerifierDeps): VerifyToken {
  const issuers = new Map(access.issuers.map((row) => [row.issuer, { row, keySet: keySetOf(row) }]));
  const remembered = rememberedCallers(() => now().getTime());
  const listed = asListed(access, registry, now);
  return async (token) => {
    const named = issuerIn(token);
    const known = remembered.find(token);
    // Whoever was suspended since is refused at once.
    if (known !== undefined) return listed(known, named);
    const issuer = issuers.get(named);
    if (issuer === undefined) throw refused('issuer');
    const { row, keySet } = issuer;
    const { payload, protectedHeader } = await jwtVerify(token, keySet, {
      issuer: row.issuer,
      audience: access.audience,
      algorithms: [...row.algorithms],
      clockTolerance: SKEW_SECONDS,
      currentDate: now(),
      requiredClaims: REQUIRED,
      maxTokenAge: access.tokenLifeMaxSeconds,
    }).catch((error: unknown) => {
      throw refusalFrom(error);
    });
    if (!row.tokenTypes.includes(typeIn(protectedHeader.typ))) throw refused('type');
    if (lifeOf(payload) > access.tokenLifeMaxSeconds) throw refused('life');
    const caller = callerFromClaims(payload, row.vouchesFor, registry);
    remembered.remember(token, caller, (payload.exp ?? 0) * 1_000);
    return listed(caller, named);
  };
}

const keySetOf = ({ keys }: TrustedIssuer) =>
  'set' in keys
    ? createLocalJWKSet(keys.set)
    : createRemoteJWKSet(keys.url, {
        timeoutDuration: KEYS_TIMEOUT_MS,
        cooldownDuration: KEYS_COOLDOWN_MS,
        cacheMaxAge: KEYS_KEPT_MS,
      });

/** Only to know whose keys to take: what it says counts once its signature holds. */
function issuerIn(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw refused('unreadable');
  }
}

/** `application/at+jwt` and `at+jwt` are the same (RFC 7515 §4.1.9). */
const typeIn = (typ: string | undefined): string => (typ ?? '').toLowerCase().replace(/^application\//, '');

const lifeOf = ({ exp = Number.POSITIVE_INFINITY, iat = 0 }: JWTPayload): number => exp - iat;

function refusalFrom(error: unknown): GatewayError {
  if (error instanceof errors.JWTExpired) return refused('expired', error);
  if (error instanceof errors.JWTClaimValidationFailed) return refused(CLAIMS[error.claim] ?? 'claims', error);
  const isOfKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  if (isOfKeys || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC')
    return new GatewayError('unavailable', 'the keys of an issuer cannot be had', { cause: error });
  return refused('signature', error);
}

const CLAIMS: Readonly<Record<string, Refusal>> = { aud: 'audience', iss: 'issuer', nbf: 'early', iat: 'early' };
