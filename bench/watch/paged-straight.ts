import type { Asked } from '../../workers/findings/rule-reads.ts';
import { severalAtOnce } from '../../workers/findings/several-at-once.ts';

/** As large as the gateway asks for. */
const PAGE_SIZE = 200;
const FRESH = { 'cache-control': 'no-cache', 'accept-encoding': 'identity' };

export interface Paged {
  readonly pages: number;
  readonly resources: number;
}

/** Pages through searches at HAPI itself, so many at a time, and looks at nothing but where the next page is. Throws where HAPI fails. */
export async function pagedStraight(hapiUrl: string, asked: readonly Asked[], atOnce: number): Promise<Paged> {
  const paged = { pages: 0, resources: 0 };
  await severalAtOnce(asked, atOnce, async ({ type, params }) => {
    const form = new URLSearchParams({ _count: String(PAGE_SIZE), ...flat(params) });
    let text = await textOf(`${hapiUrl}/${type}/_search`, {
      method: 'POST',
      headers: { ...FRESH, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    for (;;) {
      paged.pages += 1;
      paged.resources += text.split('"fullUrl"').length - 1;
      const next = nextIn(text);
      if (next === undefined) return;
      text = await textOf(`${hapiUrl}${new URL(next).search}`, { headers: FRESH });
    }
  });
  return paged;
}

const flat = (params: Asked['params']): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value].flat().join(',')]));

async function textOf(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`HAPI answered ${response.status}`);
  return text;
}

/** The links stand before the entries. */
const nextIn = (text: string): string | undefined => {
  const links = text.slice(0, text.indexOf('"entry"') === -1 ? text.length : text.indexOf('"entry"'));
  return /"relation"\s*:\s*"next"\s*,\s*"url"\s*:\s*"([^"]+)"/.exec(links)?.[1];
};
