import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { GatewayError } from '../../failures.ts';
import type { Partner, Registry } from '../../registry.ts';

/** Who calls: a clinic app of one centre, a partner's system, or somebody who operates the gateway and sees no content. */
export type Caller =
  | { readonly kind: 'centre'; readonly id: string }
  | { readonly kind: 'partner'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string };

export interface AuthenticateDeps {
  readonly centreTokens: ReadonlyMap<string, string>;
  readonly partnerTokens: ReadonlyMap<string, string>;
  /** Without any nobody operates. */
  readonly adminTokens?: ReadonlyMap<string, string>;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Bearer tokens from the environment, deny by default. Tokens are compared by their digest, so that time tells nothing of them. */
export function authenticate({
  centreTokens,
  partnerTokens,
  adminTokens = new Map(),
}: AuthenticateDeps): RequestHandler {
  const callers = new Map<string, Caller>([
    ...[...centreTokens].map(([token, id]) => [digest(token), { kind: 'centre', id }] as const),
    ...[...partnerTokens].map(([token, id]) => [digest(token), { kind: 'partner', id }] as const),
    ...[...adminTokens].map(([token, id]) => [digest(token), { kind: 'operator', id }] as const),
  ]);

  return (req, res, next) => {
    const [, token] = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(req.get('authorization') ?? '') ?? [];
    const caller = token === undefined ? undefined : callers.get(digest(token));
    if (caller === undefined) {
      res.set('WWW-Authenticate', 'Bearer');
      throw new GatewayError('unauthenticated', 'no valid token', { issues: [NO_TOKEN] });
    }
    res.locals.caller = caller;
    next();
  };
}

const callerOf = (res: Response): Caller | undefined => res.locals.caller;

/** The centre that calls. Throws `forbidden` for a partner. */
export function centreOf(res: Response): string {
  const caller = callerOf(res);
  if (caller?.kind !== 'centre') throw new GatewayError('forbidden', 'not a centre', { issues: [NOT_FOR_YOU] });
  return caller.id;
}

/** The partner that calls. Throws `forbidden` for a centre, and for a partner that has left the registry. */
export function partnerOf(res: Response, registry: Registry): Partner {
  const caller = callerOf(res);
  const partner = caller?.kind === 'partner' ? registry.partner(caller.id) : undefined;
  if (partner === undefined) throw new GatewayError('forbidden', 'not a partner', { issues: [NOT_FOR_YOU] });
  return partner;
}

/** Whoever operates the gateway: the name of the token. Throws `forbidden` for everybody else. */
export function operatorOf(res: Response): string {
  const caller = callerOf(res);
  if (caller?.kind !== 'operator') throw new GatewayError('forbidden', 'not an operator', { issues: [NOT_FOR_YOU] });
  return caller.id;
}

/** Which centre's things the caller may be told of: its own, or all of them for an operator. Throws `forbidden` for a partner. */
export function sightOf(res: Response): { readonly centre?: string } {
  return callerOf(res)?.kind === 'operator' ? {} : { centre: centreOf(res) };
}

const NO_TOKEN = {
  severity: 'error',
  code: 'invalid',
  expression: 'http.Authorization',
  text: {
    fr: 'Jeton absent ou inconnu. Envoyez l’en-tête « Authorization: Bearer … » avec le jeton de votre centre.',
    en: 'Token missing or unknown. Send the header "Authorization: Bearer …" with your centre’s token.',
  },
} as const;

const NOT_FOR_YOU = {
  severity: 'error',
  code: 'invalid',
  expression: 'http.Authorization',
  text: { fr: 'Ce jeton ne donne pas accès à cette adresse.', en: 'This token does not give access to this address.' },
} as const;
