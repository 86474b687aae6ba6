import { isIPv4, isIPv6 } from 'node:net';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import { refusalIn } from '../../access/refused.ts';
import type { RefusalBook, Refused } from '../../audit/refusal-book.ts';
import { type FailureKind, GatewayError } from '../../failures.ts';
import { routeTemplates } from '../../tracing/route-templates.ts';
import { callerOf } from './authenticate.ts';
import { readerIn } from './note-access.ts';
import type { RouteDescription } from './openapi-route-description.ts';

/** Notes what is about to be refused to whoever calls. Never throws. */
export type NoteRefusal = (error: unknown, req: Request, res: Response) => Promise<void>;

/**
 * What of failures is a refusal: no token that holds (401), not enough of one (403), and to whom a token names also 404. What is unknown and
 * what is another's are written in the same way, so that the time of the answer does not tell them apart; which of both it was is not
 * written either.
 */
export function noteRefusalIn(book: Pick<RefusalBook, 'note'>, routes: readonly RouteDescription[]): NoteRefusal {
  const templateOf = routeTemplates(routes.map(({ path }) => path));
  return async (error, req, res) => {
    const caller = callerOf(res);
    const why = whyOf(error, caller !== undefined);
    if (why === undefined) return;
    const path = req.originalUrl.split('?')[0] ?? '';
    const network = networkOf(req.ip ?? '');
    const refused: Refused = {
      why,
      ...(UNREAD.has(why) && { unread: true }),
      route: `${methodIn(req)} ${templateOf(path) ?? 'other'}`,
      ...present({
        by: caller !== undefined ? readerIn(caller) : network === undefined ? undefined : { network },
        on: UUID.exec(`${path}|${req.query.identifier}`)?.[0],
      }),
    };
    await book.note(refused);
  };
}

/** Before the answer is given. */
export const refusalNoted =
  (note: NoteRefusal): ErrorRequestHandler =>
  async (error, req, res, next) => {
    if (!res.headersSent) await note(error, req, res);
    next(error);
  };

function whyOf(error: unknown, isKnown: boolean): string | undefined {
  if (!(error instanceof GatewayError)) return undefined;
  if (error.kind === 'unauthenticated') return refusalIn(error) ?? error.kind;
  if (error.kind === 'forbidden' || error.kind === 'noBasis') return error.kind;
  return isKnown && (error.kind === 'notFound' || UNREAD.has(error.kind)) ? error.kind : undefined;
}

const UNREAD: ReadonlySet<string> = new Set<FailureKind>([
  'malformed',
  'unsupportedMediaType',
  'tooLarge',
  'invalidInput',
]);

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodIn = ({ method }: Request): string => (METHODS.has(method) ? method : 'other');

/** An id that we or the caller made: of all that may stand in an address it alone can be no name, card or telephone. */
const UUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/;

/** The network of an address: it tells where to look in the proxy’s log, and is nobody’s own. */
function networkOf(address: string): string | undefined {
  const mapped = address.replace(/^::ffff:/i, '');
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(address)) return undefined;
  const full = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = full.split('::');
  const heads = head === '' ? [] : head.split(':');
  const tails = tail === '' ? [] : tail.split(':');
  const groups = full.includes('::')
    ? [...heads, ...Array(8 - heads.length - tails.length).fill('0'), ...tails]
    : heads;
  return `${groups.slice(0, 3).join(':')}::/48`;
}
