import type { RequestHandler } from 'express';
import { mayUse } from '../../../access/needs.ts';
import type { VerifyToken } from '../../../access/token-verifier.ts';
import { GatewayError } from '../../../failures.ts';
import { authorizationsIn } from '../authenticate.ts';
import { holdsCertificate } from '../client-certificate.ts';

/**
 * For a person with a browser: HTTP Basic, any name, and as password an access token of whoever operates (`passerelle/operate.r`); a `Bearer`
 * works too. No token in an address, no session, nobody else: centres and partners are refused like strangers. Throws `unauthenticated`.
 */
export function boardAccess(verifyToken: VerifyToken): RequestHandler {
  return async (req, res, next) => {
    const [header = '', ...others] = authorizationsIn(req);
    const token = others.length === 0 ? tokenIn(header) : undefined;
    const caller = token === undefined ? undefined : await verifyToken(token).catch(strangerIfRefused);
    if (caller === undefined || !mayUse(caller, { operator: 'r' }) || !holdsCertificate(req, caller)) {
      res.set({ 'WWW-Authenticate': 'Basic realm="Passerelle", charset="UTF-8"', 'Cache-Control': 'no-store' });
      throw new GatewayError('unauthenticated', 'no operator’s token', { issues: [NO_TOKEN] });
    }
    res.locals.caller = caller;
    next();
  };
}

function strangerIfRefused(error: unknown): undefined {
  if (error instanceof GatewayError && error.kind === 'unauthenticated') return undefined;
  throw error;
}

function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', given = ''] = /^(Basic|Bearer) ([\x21-\x7e]{1,12000})$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return given;
  if (scheme === '') return undefined;
  const pair = Buffer.from(given, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

const NO_TOKEN = {
  severity: 'error',
  code: 'invalid',
  expression: 'http.Authorization',
  text: {
    fr: 'Cette page est pour qui exploite la passerelle : en mot de passe, un jeton d’accès avec passerelle/operate.r.',
    en: 'This page is for those who run the gateway: as password, an access token with passerelle/operate.r.',
  },
} as const;
