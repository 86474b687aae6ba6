import type { FacadeType } from '../../profiles/facade-offer.ts';
import { isFacadeType } from '../../profiles/facade-offer.ts';
import { GatewayError } from '../failures.ts';
import type { Seal } from '../lanes/sealing.ts';

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

const GOOD_FOR_MS = 15 * 60_000;
const LENGTH_MAX = 4_000;

interface Written extends PageCursor {
  readonly use: typeof USE;
  readonly centre: string;
  readonly until: number;
}

/** What else is sealed with the same key is no cursor. */
const USE = 'facade-page';

export function pageCursors({ seal, now }: { readonly seal: Seal; readonly now: () => Date }): PageCursors {
  return {
    write: (cursor, centre) =>
      seal.seal({ ...cursor, use: USE, centre, until: now().getTime() + GOOD_FOR_MS } satisfies Written),

    read(text, centre, what, type) {
      const written = text.length > LENGTH_MAX ? undefined : opened(seal, text);
      const isGood =
        written !== undefined &&
        written.until > now().getTime() &&
        written.what === what &&
        written.type === type &&
        written.centre === centre;
      if (!isGood) throw pageGone();
      return written;
    },
  };
}

function opened(seal: Seal, text: string): Written | undefined {
  try {
    const value = seal.open(text);
    return isWritten(value) ? value : undefined;
  } catch {
    // Altered, or sealed under a key that went: a page that is no more, whichever.
    return undefined;
  }
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' &&
  value !== null &&
  'use' in value &&
  value.use === USE &&
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
