import type { Request, RequestHandler } from 'express';
import { PartnerProblem } from './problem.ts';

const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Guards what has no password. From this machine only (`fromAnywhere` lifts that, for a container whose port is
 * published on the loopback), and never from another site's page: a browser sends such requests too.
 */
export function localOnly({ fromAnywhere }: { readonly fromAnywhere: boolean }): RequestHandler {
  return (req, _res, next) => {
    if (!fromAnywhere && !isLocal(req)) throw FORBIDDEN();
    if (!['GET', 'HEAD'].includes(req.method) && isCrossSite(req)) throw FORBIDDEN();
    next();
  };
}

/** The name asked for counts as much as the address: a foreign name may have been pointed at this machine. */
const isLocal = (req: Request): boolean =>
  LOOPBACK_ADDRESSES.has(req.socket.remoteAddress ?? '') &&
  LOOPBACK_NAMES.has((req.get('host') ?? '').replace(/:\d+$/, ''));

const isCrossSite = (req: Request): boolean => {
  const origin = req.get('origin');
  return origin !== undefined && origin !== `http://${req.get('host')}`;
};

const FORBIDDEN = () =>
  new PartnerProblem(403, {
    fr: 'Le bac à sable ne se commande que de cette machine.',
    en: 'The sandbox is controlled from this machine only.',
  });
