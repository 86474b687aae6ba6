import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { GatewayError } from '../../../failures.ts';

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * For a person with a browser: HTTP Basic, any name, and as password a token of `ADMIN_TOKENS`; a `Bearer` works too. No token in an address,
 * no session, nobody else: centres and partners are refused like strangers. Throws `unauthenticated`.
 */
export function boardAccess(adminTokens: ReadonlyMap<string, string>): RequestHandler {
  const operators = new Map([...adminTokens].map(([token, name]) => [digest(token), name]));
  return (req, res, next) => {
    const token = tokenIn(req.get('authorization') ?? '');
    const operator = token === undefined ? undefined : operators.get(digest(token));
    if (operator === undefined) {
      res.set({ 'WWW-Authenticate': 'Basic realm="Passerelle", charset="UTF-8"', 'Cache-Control': 'no-store' });
      throw new GatewayError('unauthenticated', 'no operator’s token', { issues: [NO_TOKEN] });
    }
    res.locals.caller = { kind: 'operator', id: operator };
    next();
  };
}

function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', given = ''] = /^(Basic|Bearer) ([\x21-\x7e]{1,1024})$/i.exec(authorization) ?? [];
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
    fr: 'Cette page est pour qui exploite la passerelle : en mot de passe, un jeton de ADMIN_TOKENS.',
    en: 'This page is for those who run the gateway: as password, a token of ADMIN_TOKENS.',
  },
} as const;
