import { afterEach, expect, test } from '@jest/globals';
import { centreHtml } from '../../../../../gateway/doors/centre-page/centre-html.ts';
import { centrePages } from '../../../../../gateway/doors/centre-page/centre-pages.ts';
import { networkOf } from '../../../../../gateway/doors/centre-page/network.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { aCentre, aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';

let app: AnApp | undefined;
afterEach(() => app?.stop());

const page = (changes: Parameters<typeof aCentre>[0], language: 'fr' | 'en' = 'fr') =>
  centreHtml({ centre: aCentre(changes), network: [], language, at: '/centres' });

test('a page says what the registry says, in either language, and has no heading without its text', () => {
  const said = {
    mission: { fr: 'Ensemble.\n\nAvec eux.', en: 'Together.' },
    asks: { fr: '- Un\n- Deux', en: '- One' },
  };
  expect(page(said)).toContain('<h2>Qui nous sommes</h2><p>Ensemble.</p><p>Avec eux.</p>');
  expect(page(said)).toContain('<ul><li>Un</li><li>Deux</li></ul>');
  expect(page(said, 'en')).toContain('<h2>Who we are</h2><p>Together.</p>');
  expect(page(said)).not.toContain('Qui nous voyons');
});

test('what the registry says stays text', () => {
  const html = page({ mission: { fr: '<script>alert(1)</script>"&\'', en: 'x' } });
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;');
});

test('whom a centre works with is told by kind, each once, a few names of many', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name, kinds: ['food-aid', 'respite'] as const }));
  expect(
    networkOf([
      ...names.map(({ name }) => ({ name, kinds: ['food-aid' as const, 'respite' as const] })),
      { name: 'Z' },
    ]),
  ).toEqual([{ kind: 'food-aid', names: ['A', 'B', 'C', 'D'], others: 2 }]);
});

test('a page can be kept by anybody for ten minutes, and the record is not read for each of them', async () => {
  let reads = 0;
  const record = memoryRecord([]);
  const store = {
    ...record,
    search: async (...words: Parameters<typeof record.search>) => {
      reads += 1;
      return record.search(...words);
    },
  };
  app = await anApp({ '/centres': centrePages({ registry: aRegistry(), store, now: () => new Date() }) });
  const first = await app.call('GET', '/centres/verdun?lang=en');
  await app.call('GET', '/centres/verdun');
  expect([first.status, first.headers.get('cache-control'), first.headers.get('content-language'), reads]).toEqual([
    200,
    'public, max-age=600',
    'en',
    1,
  ]);
  expect((await app.call('GET', '/centres/nobody')).status).toBe(404);
});

test('while the record is away the page stands without its list', async () => {
  const away = {
    ...memoryRecord([]),
    search: async () => {
      throw new GatewayError('unavailable', 'away');
    },
  };
  app = await anApp({ '/centres': centrePages({ registry: aRegistry(), store: away, now: () => new Date() }) });
  const { status, text } = await app.call('GET', '/centres/verdun');
  expect([status, text.includes('514 555-0110')]).toEqual([200, true]);
});
