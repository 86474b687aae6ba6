import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response, Router } from 'express';
import type { AccessSettings, TrustedIssuer } from '../../access/access-settings.ts';
import { GatewayError } from '../../failures.ts';

export interface BoardPagesDeps {
  readonly access: () => AccessSettings;
  /** Where the built board stands; `npm run board` puts it there. */
  readonly folder?: string;
}

const BUILT = fileURLToPath(new URL('../../../dist/board/', import.meta.url));
const NONCE_PLACE = /__NONCE__/g;
/** All that a person of the centre may be given; the role closes what is not theirs. */
const SCOPE = 'openid user/*.cruds';

/**
 * The board, mounted at `/board`: files that say nothing of anybody, so they are public; whatever they show is asked of the API with the
 * token of whoever signs in. Any address below it that is no file is a page of the board, drawn in the browser.
 */
export function boardPages({ access, folder = BUILT }: BoardPagesDeps): Router {
  const routes = Router();

  routes.get('/settings.json', (_req, res) => {
    const settings = signInSettings(access());
    if (settings === undefined) throw new GatewayError('notFound', 'no issuer has a board');
    res.set('Cache-Control', 'no-store').json(settings);
  });
  // Their names change with their content.
  routes.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  routes.get('/assets/{*file}', () => {
    throw new GatewayError('notFound', 'no such file of the board');
  });
  routes.get('/{*page}', boardPage(folder, access));

  return routes;
}

function boardPage(folder: string, access: BoardPagesDeps['access']): RequestHandler {
  return async (_req, res) => {
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch((cause: unknown) => {
      throw new GatewayError('notFound', 'the board is not built', { cause, issues: [NOT_BUILT] });
    });
    const nonce = randomBytes(16).toString('base64url');
    keptStrict(res, nonce, boardIssuer(access()));
    res.type('html').send(html.replace(NONCE_PLACE, nonce));
  };
}

/**
 * Nothing inline but what carries this answer's nonce, nothing from elsewhere; besides us, only the authorization server is asked (its keys,
 * its tokens).
 */
function keptStrict(res: Response, nonce: string, issuer: TrustedIssuer | undefined): void {
  const asked = [...new Set([issuer?.issuer, issuer?.endpoints.token].flatMap((it) => it ?? []).map(originOf))];
  res.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src ${["'self'", ...asked].join(' ')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
}

const originOf = (address: string): string => new URL(address).origin;

const boardIssuer = ({ issuers }: AccessSettings): TrustedIssuer | undefined =>
  issuers.find(({ board }) => board !== undefined);

/** Where the board signs people in: the first issuer that names a client for it. */
function signInSettings(settings: AccessSettings) {
  const issuer = boardIssuer(settings);
  if (issuer?.board === undefined) return undefined;
  const { client, scope = SCOPE } = issuer.board;
  return { issuer: issuer.issuer, client, scope, audience: settings.audience };
}

const NOT_BUILT = {
  severity: 'error',
  code: 'not-found',
  text: {
    fr: 'Le tableau n’est pas construit ici : « npm run board ».',
    en: 'The board is not built here: "npm run board".',
  },
} as const;
