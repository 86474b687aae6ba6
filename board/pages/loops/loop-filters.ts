/** What of the open loops is shown; it stands in the address, so nothing in it names anybody. */
export interface LoopFilters {
  readonly of: 'mine' | 'centre';
  readonly urgency?: '1' | '2' | '3';
  readonly code?: string;
}

export const URGENCIES = ['1', '2', '3'] as const;
/** How each is called in the texts. */
export const URGENCY_NAMES = { 1: 'today', 2: 'week', 3: 'ahead' } as const;
const CODE = /^[a-z-]{1,40}$/;

/** From the address; what is none of ours there is as if it were absent. */
export function filtersFrom(search: URLSearchParams): LoopFilters {
  const urgency = URGENCIES.find((it) => it === search.get('urgency'));
  const code = search.get('code') ?? '';
  return {
    of: search.get('of') === 'centre' ? 'centre' : 'mine',
    ...(urgency !== undefined && { urgency }),
    ...(CODE.test(code) && { code }),
  };
}

/** For the address of the page, and for that of the API. */
export function filtersText({ of, urgency, code }: LoopFilters): string {
  const search = new URLSearchParams({
    ...(of === 'centre' && { of }),
    ...(urgency !== undefined && { urgency }),
    ...(code !== undefined && { code }),
  });
  return search.toString();
}
