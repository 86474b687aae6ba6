import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Caller } from '../../access/caller.ts';

/**
 * Whether a call comes with the certificate that its token is bound to (RFC 8705 §3); true for a token that is bound to none. TLS ends at the
 * proxy in front, which says by `Client-Cert` (RFC 9440) which certificate its client has proved to hold: it is believed of those proxies
 * alone that the settings name, and they must take away what a client sends under that name.
 */
export function holdsCertificate(req: Request, { certificate }: Caller): boolean {
  if (certificate === undefined) return true;
  const isProxy: (address: string, hop: number) => boolean = req.app.get('trust proxy fn');
  if (!isProxy(req.socket.remoteAddress ?? '', 0)) return false;
  const given = req.rawHeaders.filter(
    (_, at) => req.rawHeaders[at - 1]?.toLowerCase() === 'client-cert' && at % 2 === 1,
  );
  const [, der] = BYTES.exec(given.length === 1 ? (given[0] ?? '') : '') ?? [];
  return (
    der !== undefined && createHash('sha256').update(Buffer.from(der, 'base64')).digest('base64url') === certificate
  );
}

/** A byte sequence of RFC 8941: base64 between colons. */
const BYTES = /^:([A-Za-z0-9+/]{1,12000}={0,2}):$/;
