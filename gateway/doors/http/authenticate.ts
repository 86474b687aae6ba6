import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../../access/caller.ts';
import { refused } from '../../access/refused.ts';
import { type Area, roleMay } from '../../access/roles.ts';
import type { VerifyToken } from '../../access/token-verifier.ts';
import { GatewayError } from '../../failures.ts';
import type { Partner, Registry } from '../../registry.ts';
import { holdsCertificate } from './client-certificate.ts';

export type { Caller } from '../../access/caller.ts';

export interface AuthenticateDeps {
  readonly verifyToken: VerifyToken;
}

/** Access tokens as bearers (RFC 6750), in the header alone. Who calls is then in `res.locals.caller`. Throws `unauthenticated`. */
export function authenticate({ verifyToken }: AuthenticateDeps): RequestHandler {
  return async (req, res, next) => {
    try {
      const caller = await verifyToken(tokenIn(req));
      if (!holdsCertificate(req, caller)) throw refused('certificate');
      res.locals.caller = caller;
    } catch (error) {
      if (error instanceof GatewayError && error.kind === 'unauthenticated')
        res.set('WWW-Authenticate', error.message.endsWith('absent') ? 'Bearer' : 'Bearer error="invalid_token"');
      throw error;
    }
    next();
  };
}

/** A token of the usual claims is under a kilobyte; Node itself bounds all headers together. */
const BEARER = /^Bearer ([\w-]{1,4096}\.[\w-]{1,4096}\.[\w-]{0,4096})$/i;

/** Throws `unauthenticated`: none, one in the address, several, or what is no signed token. */
function tokenIn(req: Request): string {
  if ('access_token' in req.query) throw refused('inAddress');
  const [header = '', ...others] = authorizationsIn(req);
  if (others.length > 0) throw refused('several');
  if (header === '') throw refused('absent');
  const [, token] = BEARER.exec(header) ?? [];
  if (token === undefined) throw refused('unreadable');
  return token;
}

/** Each `Authorization` header. Node keeps the first of several in silence: a proxy in front may have looked at another. */
export const authorizationsIn = ({ rawHeaders }: Pick<Request, 'rawHeaders'>): readonly string[] =>
  rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization');

/** Who calls; undefined before `authenticate`. */
export const callerOf = (res: Response): Caller | undefined => res.locals.caller;

/** The centre that calls. Throws `forbidden` for a partner. */
export function centreOf(res: Response): string {
  const caller = callerOf(res);
  if (caller?.kind !== 'centre') throw new GatewayError('forbidden', 'not a centre', { issues: [NOT_FOR_YOU] });
  return caller.id;
}

/** Whether a centre calls: where the same address answers centres and partners, each from what is theirs. */
export const isCentre = (res: Response): boolean => callerOf(res)?.kind === 'centre';

/** The partner that calls. Throws `forbidden` for a centre, and for a partner that has left the registry. */
export function partnerOf(res: Response, registry: Registry): Partner {
  const caller = callerOf(res);
  const partner = caller?.kind === 'partner' ? registry.partner(caller.id) : undefined;
  if (partner === undefined) throw new GatewayError('forbidden', 'not a partner', { issues: [NOT_FOR_YOU] });
  return partner;
}

/** Whoever operates the gateway, by the identifier in the token. Throws `forbidden` for everybody else. */
export function operatorOf(res: Response): string {
  const caller = callerOf(res);
  if (caller?.kind !== 'operator') throw new GatewayError('forbidden', 'not an operator', { issues: [NOT_FOR_YOU] });
  return caller.id;
}

/** Which centre's things the caller may be told of: its own, or all of them for an operator. Throws `forbidden` for a partner. */
export function sightOf(res: Response): { readonly centre?: string } {
  return callerOf(res)?.kind === 'operator' ? {} : { centre: centreOf(res) };
}

/** Whether the caller's role lets them read, or write, what an area is about; a program that names no role acts for its whole centre. */
export function roleLets(res: Response, area: Area, act: 'read' | 'write'): boolean {
  const role = callerOf(res)?.role;
  return role === undefined || roleMay(role, area, act);
}

const NOT_FOR_YOU = {
  severity: 'error',
  code: 'forbidden',
  expression: 'http.Authorization',
  text: { fr: 'Ce jeton ne donne pas accès à cette adresse.', en: 'This token does not give access to this address.' },
} as const;
