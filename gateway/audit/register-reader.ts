import type { Redis } from 'ioredis';
import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import type { HiddenRequests, RegisterEntry } from '../../mappings/domain/register-told.ts';
import { registerEntryFrom } from '../../mappings/register/register-entry.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import { childEntity } from './audit-parts.ts';
import { waitingIn } from './chain-in-redis.ts';
import { type HiddenRequestsDeps, hiddenAmong } from './hidden-requests.ts';

export interface RegisterAsked {
  readonly centre: string;
  /** The centre’s number of one child. */
  readonly child?: string;
  /** Days at the centre, both in. */
  readonly from?: string;
  readonly until?: string;
  readonly timeZone: string;
  /** Where the page before ended. */
  readonly after?: RegisterCursor;
  readonly limit: number;
}

/** The last line of a page: lines of one instant are in the order of their ids. */
export interface RegisterCursor {
  readonly at: string;
  readonly id: string;
}

export interface RegisterPage {
  readonly entries: readonly RegisterEntry[];
  /** Of a page that has more after it. */
  readonly last?: RegisterCursor;
}

export interface RegisterReader {
  /** One page, the most recent first; also what is not in the record yet. Throws GatewayError `unavailable`. */
  page(asked: RegisterAsked): Promise<RegisterPage>;
  /** Which of the requests that lines of a child’s register speak of the family, or a parent, may not learn of; `refused` by their numbers. Throws GatewayError `unavailable`. */
  hidden(
    entries: readonly RegisterEntry[],
    centre: string,
    child: string,
    refused: readonly string[],
  ): Promise<HiddenRequests>;
}

const PAGE = 200;
const DAY_MS = 86_400_000;

export function registerReader({
  store,
  redis,
  holds,
}: {
  readonly store: Pick<FhirStore, 'pages' | 'search'>;
  readonly redis: Redis;
  readonly holds: HiddenRequestsDeps['holds'];
}): RegisterReader {
  return {
    hidden: (entries, centre, child, refused) => hiddenAmong({ store, redis, holds }, entries, centre, child, refused),

    async page(asked) {
      // First what waits, then the record: what is moved in between is in both, and told once.
      const found = new Map<string, fhir4.AuditEvent>();
      for (const { event } of await waitingIn(redis)) if (isAskedFor(event, asked)) found.set(event.id, event);
      // One more than a page tells that there is a next one; lines of the cursor’s own instant may have been told already.
      let behind = 0;
      for await (const resources of store.pages('AuditEvent', searchParams(asked))) {
        for (const event of resources) {
          if (event.resourceType !== 'AuditEvent' || event.id === undefined || !isAskedFor(event, asked)) continue;
          found.set(event.id, event);
          behind += 1;
        }
        if (behind > asked.limit) break;
      }
      const sorted = [...found.values()].sort(mostRecentFirst);
      const shown = sorted.slice(0, asked.limit);
      const last = shown.at(-1);
      return {
        entries: shown.map((event) => registerEntryFrom(event, asked.centre)),
        ...(sorted.length > asked.limit && last?.id !== undefined && { last: { at: last.recorded, id: last.id } }),
      };
    },
  };
}

const searchParams = ({ centre, child, from, until, after, limit }: RegisterAsked) => ({
  site: centre,
  ...(child !== undefined && { 'entity-name:exact': identifierToken('', child).slice(1) }),
  // A day of the centre is none of the server’s: one more on each side.
  date: [
    ...(from === undefined ? [] : [`ge${nextDay(from, -1)}`]),
    ...(until === undefined ? [] : [`le${nextDay(until, 1)}`]),
    ...(after === undefined ? [] : [`le${after.at}`]),
  ],
  _sort: '-date,_id',
  _count: String(Math.min(PAGE, limit + 1)),
});

/** The server’s search finds more or less of these; what counts is decided here. */
function isAskedFor(event: fhir4.AuditEvent, { centre, child, from, until, after, timeZone }: RegisterAsked): boolean {
  const day = dayAt(new Date(event.recorded), timeZone);
  const { system, value } = childEntity(centre, child ?? '', []).what?.identifier ?? {};
  const isOfChild = event.entity?.some(
    ({ what }) => what?.identifier?.system === system && what?.identifier?.value === value,
  );
  return (
    event.source.site === centre &&
    (child === undefined || isOfChild === true) &&
    (from === undefined || day >= from) &&
    (until === undefined || day <= until) &&
    (after === undefined || isBehind(event, after))
  );
}

const nextDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const isBehind = ({ recorded, id = '' }: fhir4.AuditEvent, after: RegisterCursor): boolean => {
  const [own, cursor] = [Date.parse(recorded), Date.parse(after.at)];
  return own < cursor || (own === cursor && id > after.id);
};

const mostRecentFirst = (a: fhir4.AuditEvent, b: fhir4.AuditEvent): number =>
  Date.parse(b.recorded) - Date.parse(a.recorded) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
