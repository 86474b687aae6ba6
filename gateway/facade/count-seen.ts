import type { FacadeType } from '../../profiles/facade-offer.ts';
import { GatewayError } from '../failures.ts';
import type { SearchParams } from '../record/fhir-store.ts';
import type { RecordEntry, RecordPages } from './record-pages.ts';
import { seenOf } from './seen-of.ts';

const A_PAGE = 200;
const PAGES_MAX = 50;
/** Of a document all but its file: what it names is enough to know whose it is. */
const ELEMENTS: Readonly<Partial<Record<FacadeType, string>>> = {
  DocumentReference:
    'identifier,masterIdentifier,extension,status,type,category,subject,author,authenticator,custodian,relatesTo,securityLabel,context',
};

/** How many of these were found, and not brought along, and are the centre's to see. */
export const matchesSeen = (entries: readonly RecordEntry[], centre: string, known: ReadonlySet<string>): number =>
  seenOf(entries, centre, known).filter(({ isIncluded }) => !isIncluded).length;

/**
 * How many match that the centre may see: the record would count what is dropped as well, and so tell of it. Each is looked at, a page at a time. Throws
 * GatewayError `malformed` where they are too many for that.
 */
export async function countSeen(
  pages: Pick<RecordPages, 'first' | 'next'>,
  type: FacadeType,
  { _include, _revinclude, _sort, ...params }: SearchParams,
  centre: string,
  known: ReadonlySet<string>,
): Promise<number> {
  const elements = ELEMENTS[type];
  const asked = { ...params, ...(elements !== undefined && { _elements: elements }) };
  let page = await pages.first(type, asked, { count: A_PAGE });
  let total = matchesSeen(page.entries, centre, known);
  for (let read = 1; page.next !== undefined; read += 1) {
    const next = read < PAGES_MAX ? await pages.next(page.next) : undefined;
    if (next === undefined) throw new GatewayError('malformed', 'too many to be counted', { issues: [TOO_MANY] });
    page = next;
    total += matchesSeen(page.entries, centre, known);
  }
  return total;
}

const TOO_MANY = {
  severity: 'error',
  code: 'too-costly',
  expression: 'http._total',
  text: {
    fr: 'Plus de dix mille : ils ne sont pas comptés. Précisez la recherche, ou demandez-la sans compte (_total=none).',
    en: 'More than ten thousand: they are not counted. Narrow the search, or ask for it without a count (_total=none).',
  },
} as const;
