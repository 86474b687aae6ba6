import type { FacadeType } from '../../profiles/facade-offer.ts';
import { isFacadeType } from '../../profiles/facade-offer.ts';
import { GatewayError } from '../failures.ts';
import type { Seal } from '../lanes/sealing.ts';
import { shortLivedSeal } from '../lanes/short-lived-seal.ts';

/** Where a list goes on: sealed, so that it says nothing and nobody makes one, and good for its caller and a short while only. */
export interface PageCursor {
  readonly what: 'search' | 'history' | 'everything';
  readonly type: FacadeType;
  /** Under which the record knows the pages that follow, the next one first. */
  readonly names: readonly string[];
  readonly elements?: readonly string[];
  /** What was seen to be the caller’s own, to which traces on later pages point. */
  readonly known?: readonly string[];
}

export interface PageCursors {
  write(cursor: PageCursor, centre: string): string;
  /** Throws GatewayError `malformed` for anything but a cursor that was written for this caller a short while ago. */
  read(text: string, centre: string, what: PageCursor['what'], type: FacadeType): PageCursor;
}

export function pageCursors(deps: { readonly seal: Seal; readonly now: () => Date }): PageCursors {
  const cursors = shortLivedSeal<PageCursor>({ ...deps, use: 'facade-page', isOne: isPageCursor });
  return {
    write: (cursor, centre) => cursors.seal(cursor, centre),

    read(text, centre, what, type) {
      const cursor = cursors.open(text, centre);
      if (cursor?.what !== what || cursor.type !== type) throw pageGone();
      return cursor;
    },
  };
}

const isPageCursor = (value: unknown): value is PageCursor =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  isFacadeType(value.type);

export const pageGone = (): GatewayError =>
  new GatewayError('malformed', 'a page that is no more', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'http._page',
        text: {
          fr: '_page : cette page n’existe plus. Recommencez la recherche.',
          en: '_page: this page is no more. Search again.',
        },
      },
    ],
  });
