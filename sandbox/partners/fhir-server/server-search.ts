import type { BusinessId } from '../journal.ts';
import { PartnerProblem } from '../problem.ts';
import { textsAt, valuesAt } from '../reading.ts';
import { bears, type Held, type ServerStore } from './server-store.ts';

const COUNT_DEFAULT = 50;
const COUNT_MAX = 200;

/** What a search gives: a page, its includes, and where the next page is. */
export interface SearchPage {
  readonly matches: readonly Held[];
  readonly included: readonly Held[];
  /** Query of the next page; absent on the last one. */
  readonly next?: string;
  readonly total: number;
}

type Matches = (resource: Held, wanted: string, store: ServerStore) => boolean;

/** Search parameters of R4 that this server knows, those that pollers of referrals use. */
const PARAMETERS: Readonly<Record<string, Matches>> = {
  _lastUpdated: ({ meta }, wanted) => isWithin(meta.lastUpdated, wanted),
  _id: ({ id }, wanted) => wanted.split(',').includes(id),
  identifier: (resource, wanted) => hasToken(resource, wanted),
  status: (resource, wanted) => wanted.split(',').some((status) => textsAt(resource, 'status').includes(status)),
  owner: (resource, wanted) => textsAt(resource, 'owner.reference').includes(wanted),
  'owner:Organization.identifier': (resource, wanted, store) =>
    textsAt(resource, 'owner.reference').some((reference) => {
      const [type = '', id = ''] = reference.split('/');
      const organization = type === 'Organization' ? store.read(type, id) : undefined;
      return organization !== undefined && hasToken(organization, wanted);
    }),
};

/** Asks for what is looked for, not which of it. */
const RESULT_PARAMETERS: ReadonlySet<string> = new Set(['_count', '_include', '_offset', '_sort', '_format']);

/** One page of a search, the resource changed longest ago first. Throws a 400 PartnerProblem for a parameter that is not known. */
export function searchPage(store: ServerStore, type: string, query: URLSearchParams): SearchPage {
  const unknown = [...query.keys()].find((name) => !Object.hasOwn(PARAMETERS, name) && !RESULT_PARAMETERS.has(name));
  if (unknown !== undefined)
    throw new PartnerProblem(
      400,
      { fr: `Paramètre inconnu : ${unknown}.`, en: `Unknown parameter: ${unknown}.` },
      unknown,
    );
  const found = store
    .all(type)
    .filter((resource) =>
      [...query].every(([name, wanted]) => PARAMETERS[name]?.(resource, wanted, store) ?? RESULT_PARAMETERS.has(name)),
    );
  const count = Math.min(whole(query.get('_count'), COUNT_DEFAULT), COUNT_MAX);
  const offset = whole(query.get('_offset'), 0);
  const matches = found.slice(offset, offset + count);
  const after = new URLSearchParams(query);
  after.set('_offset', `${offset + count}`);
  return {
    matches,
    included: includedBy(store, matches, query.getAll('_include')),
    total: found.length,
    ...(offset + count < found.length && { next: after.toString() }),
  };
}

const INCLUDES: Readonly<Record<string, string>> = {
  'Task:focus': 'focus.reference',
  'Task:patient': 'for.reference',
  'Task:requester': 'requester.reference',
  'Task:owner': 'owner.reference',
};

function includedBy(store: ServerStore, matches: readonly Held[], includes: readonly string[]): readonly Held[] {
  const references = new Set(
    includes.flatMap((include) => matches.flatMap((match) => textsAt(match, INCLUDES[include] ?? 'nothing'))),
  );
  return [...references].flatMap((reference) => {
    const [type = '', id = ''] = reference.split('/');
    return store.read(type, id) ?? [];
  });
}

/** `system|value`, `system|` for any number of that system, or a value of any system. */
function hasToken(resource: Held, token: string): boolean {
  const bar = token.indexOf('|');
  if (bar === -1) return textsAt(resource, 'identifier.value').includes(token);
  const wanted: BusinessId = { system: token.slice(0, bar), value: token.slice(bar + 1) };
  return wanted.value === ''
    ? valuesAt(resource, 'identifier').some((one) => textsAt(one, 'system')[0] === wanted.system)
    : bears(resource, wanted);
}

const COMPARED: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  ge: (one, other) => one >= other,
  gt: (one, other) => one > other,
  le: (one, other) => one <= other,
  lt: (one, other) => one < other,
};

function isWithin(lastUpdated: string, wanted: string): boolean {
  const compare = COMPARED[wanted.slice(0, 2)];
  const moment = Date.parse(wanted.slice(2));
  if (compare === undefined || Number.isNaN(moment))
    throw new PartnerProblem(
      400,
      {
        fr: '_lastUpdated : ge, gt, le ou lt, puis un instant.',
        en: '_lastUpdated: ge, gt, le or lt, then an instant.',
      },
      '_lastUpdated',
    );
  return compare(Date.parse(lastUpdated), moment);
}

const whole = (text: string | null, otherwise: number): number =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
