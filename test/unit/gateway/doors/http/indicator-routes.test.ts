import { afterEach, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { publishedIndicators } from '../../../../../gateway/continuity/published-indicators.ts';
import { indicatorRoutes } from '../../../../../gateway/doors/http/indicator-routes.ts';
import { registryFrom } from '../../../../../gateway/registry.ts';
import { INDICATORS } from '../../../../../mappings/indicators/indicators.ts';
import { quarterNamed } from '../../../../../mappings/indicators/quarter.ts';
import type { Unit } from '../../../../../mappings/indicators/unit.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { publishQuarter } from '../../../../../workers/indicators/publish-quarter.ts';
import { aCentre, aPartner, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const units = (row: Unit['row'], count: number, partner: string): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({
    counted: 'completions',
    child: `${row}-${nth}`,
    row,
    partner,
    amounts: { days: nth },
  }));
const UNITS = [...units('clsc', 9, 'clsc-verdun'), ...units('sippe', 7, 'sippe'), ...units('hospital', 2, 'hopital')];

async function aDoor(centre: Parameters<typeof aCentre>[0] = {}) {
  const record = memoryRecord();
  for (const name of ['2026-Q2', '2026-Q3']) {
    const quarter = quarterNamed(name);
    if (quarter === undefined) throw new Error(name);
    await publishQuarter(record, UNITS, { centre: 'verdun', quarter, now: '2026-10-31T06:00:00.000Z' }, ['partner']);
  }
  const noted: string[] = [];
  const registry = registryFrom({ centres: [aCentre(centre)], partners: [aPartner()] });
  app = await anApp(
    {
      '/v1/indicators': indicatorRoutes({ indicators: publishedIndicators(record, registry), registry }),
    },
    {
      caller: { kind: 'centre', id: 'verdun' },
      audit: { access: async ({ kind }) => void noted.push(kind) },
    },
  );
  return { ...app, noted };
}

test('every published quarter is told, the most recent first, in the reader’s language, and noted', async () => {
  const { call, noted } = await aDoor();
  const { status, body } = await call('GET', '/v1/indicators?lang=en');
  expect(status).toBe(200);
  expect(body.quarters.map(({ period, from, to }: Record<string, string>) => [period, from, to])).toEqual([
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
  ]);
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  for (const list of [body.definitions, body.quarters[0].indicators])
    expect(names(list)).toEqual(INDICATORS.map(({ name }) => name));
  expect(noted).toEqual(['indicators']);
});

test('a filter leaves out what is published anyhow, and shows nothing that is not', async () => {
  const { call } = await aDoor();
  const query = 'period=2026-Q2&programme=hospital&indicator=days-to-completion';
  const { body } = await call('GET', `/v1/indicators?lang=fr&${query}`);
  const { definitions, quarters } = body;
  expect(definitions).toMatchObject([{ name: 'days-to-completion', unit: 'jours', byProgramme: true }]);
  expect(quarters.map(({ period }: { period: string }) => period)).toEqual(['2026-Q2']);
  const [{ indicators }] = quarters;
  expect(indicators).toMatchObject([
    {
      name: 'days-to-completion',
      total: { suppressed: false, counted: 18 },
      programmes: [{ programme: 'hospital', title: 'Hôpital', suppressed: true }],
    },
  ]);
  expect(Object.keys(indicators[0].programmes[0]).sort()).toEqual(['programme', 'suppressed', 'title']);
});

test.each([
  ['period=2026', 'http.period'],
  ['period=2026-Q9', 'http.period'],
  ['programme=orthophonie', 'http.programme'],
  ['indicator=best-worker', 'http.indicator'],
  ['child=enf-1', 'http.query'],
  ['partner=clsc-verdun', 'http.query'],
])('%s is refused, by its name', async (query, expression) => {
  const { call } = await aDoor();
  const { status, body } = await call('GET', `/v1/indicators?${query}`);
  expect([status, body.issue[0].expression]).toEqual([400, [expression]]);
});

test('in FHIR: every definition, and every report, valid as R4 and our profiles have them', async () => {
  const { call } = await aDoor();
  const errorsOf = (resource: unknown) => checkResource(resource).filter(({ severity }) => severity === 'error');
  const measures = (await call('GET', '/v1/indicators/measures')).body;
  expect(measures.entry).toHaveLength(INDICATORS.length);
  expect(errorsOf(measures)).toEqual([]);
  const reports = (await call('GET', '/v1/indicators/reports?period=2026-Q3')).body;
  expect(reports.entry).toHaveLength(INDICATORS.length);
  expect(errorsOf(reports)).toEqual([]);
});

test('as CSV only where the privacy officer turned it on; else 403, which says who may', async () => {
  const off = await aDoor();
  const refused = await off.call('GET', '/v1/indicators/table');
  expect(refused.status).toBe(403);
  expect(refused.text).toMatch(/csvExport: \{ by/);
  expect(off.noted).toEqual([]);
  await off.stop();

  const { call } = await aDoor({ csvExport: SWITCHED_ON });
  const { status, text, headers } = await call('GET', '/v1/indicators/table?period=2026-Q3&lang=fr');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  const lines: readonly Record<string, string>[] = parse(text, { columns: true });
  const rows = lines.filter(({ indicateur }) => indicateur === 'days-to-completion');
  expect(rows.map((row) => [row.programme, row.masqué, row.comptés, row.valeur])).toEqual([
    ['', '0', '18', '3'],
    ['clsc', '0', '9', '4'],
    ['sippe', '1', '', ''],
    ['hospital', '1', '', ''],
  ]);
});

test('by partner only where it is on now, by name and never by number: in JSON, as CSV and in FHIR', async () => {
  const off = await aDoor({ csvExport: SWITCHED_ON });
  for (const path of ['', '/reports', '/table', '?lang=en'])
    expect((await off.call('GET', `/v1/indicators${path}`)).text).not.toMatch(/clsc-verdun|Autres|Others|"strata"/);
  await off.stop();

  const { call } = await aDoor({ csvExport: SWITCHED_ON, indicatorsByPartner: SWITCHED_ON });
  const { body } = await call('GET', '/v1/indicators?lang=en&indicator=days-to-completion&period=2026-Q3');
  expect(body.definitions).toMatchObject([{ strata: 'partner' }]);
  expect(body.quarters[0].indicators[0].strata).toEqual({
    by: 'partner',
    rows: [
      { name: 'clsc-verdun', title: 'Verdun CLSC', suppressed: false, counted: 9, value: 4 },
      { title: 'Others, or not said', suppressed: false, counted: 9, value: 2 },
    ],
  });
  const { text } = await call('GET', '/v1/indicators/table?period=2026-Q3&lang=fr&indicator=days-to-completion');
  const lines: readonly Record<string, string>[] = parse(text, { columns: true });
  expect(lines.map((row) => [row.programme, row.partenaire, row.secteur, row.comptés])).toEqual([
    ['', '', '', '18'],
    ['clsc', '', '', '9'],
    ['sippe', '', '', ''],
    ['hospital', '', '', ''],
    ['', 'clsc-verdun', '', '9'],
    ['', 'Autres, ou non dit', '', '9'],
  ]);
  const reports = (await call('GET', '/v1/indicators/reports?period=2026-Q3')).body;
  expect(checkResource(reports).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(JSON.stringify(reports)).toContain('clsc-verdun');
  // A programme is cut no further.
  const { text: one } = await call('GET', '/v1/indicators?programme=clsc');
  expect(one).not.toContain('clsc-verdun');
});
