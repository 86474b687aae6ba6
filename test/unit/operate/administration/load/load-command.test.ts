import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { openJournal } from '../../../../../operate/administration/load/journal.ts';
import { judgeLines } from '../../../../../operate/administration/load/judge-lines.ts';
import { type LoadLine, readLines } from '../../../../../operate/administration/load/read-lines.ts';
import { type SentLine, sendLines } from '../../../../../operate/administration/load/send-lines.ts';
import type { GatewayAnswer } from '../../../../../operate/gateway-client.ts';
import { OperateProblem } from '../../../../../operate/gateway-client.ts';
import { operateCommand } from '../../../../../operate/operate-command.ts';
import { aServer } from '../../../../builders/a-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const CREATED: GatewayAnswer = { status: 201, body: {}, words: '' };
const lineOf = (index: number): LoadLine => ({
  line: index,
  child: `enf-${index % 7}`,
  faults: [],
  concept: 'contact',
  id: `c-${index}`,
  body: {},
  key: `load-${index}`,
});

/** A gateway that is gone from one call on, whether or not it took that call. */
function aGateway(goneAfter: number, taken: string[]) {
  let calls = 0;
  return {
    language: 'en' as const,
    url: 'http://gateway',
    read: () => undefined,
    call: async () => undefined,
    ask: async (_method: string, _path: string, options: { readonly headers?: Readonly<Record<string, string>> }) => {
      calls += 1;
      if (calls > goneAfter) throw new OperateProblem('gone');
      taken.push(options.headers?.['idempotency-key'] ?? '');
      return CREATED;
    },
  };
}

test('a load that was stopped anywhere goes on: what was answered is never sent again, all is sent in the end, each child in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 25 }), fc.array(fc.nat(9), { maxLength: 5 }), async (count, stops) => {
      const path = join(mkdtempSync(join(folder, 'run-')), 'journal');
      const lines = Array.from({ length: count }, (_, index) => lineOf(index));
      const taken: string[] = [];
      const told: SentLine[] = [];
      for (const stop of [...stops, Number.POSITIVE_INFINITY]) {
        // As a run that starts anew reads it.
        const journal = openJournal(path);
        const left = lines.filter(({ key = '' }) => !journal.has(key));
        const deps = { journal, tell: (sent: SentLine) => void told.push(sent), tooBusy: 'busy' };
        await sendLines({ ...deps, gateway: aGateway(stop, taken) }, left).catch(() => undefined);
      }
      expect([...taken].sort()).toEqual(lines.map(({ key = '' }) => key).sort());
      for (let child = 0; child < 7; child += 1) {
        const order = taken.map((key) => Number(key.slice('load-'.length))).filter((index) => index % 7 === child);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { numRuns: 40 },
  );
});

test('a journal whose last line was cut off is read without it, and is for its owner alone', () => {
  const path = join(folder, 'journal');
  openJournal(path).add('load-1', 1);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, '{"key":"load-2","li', { flag: 'a' });
  const again = openJournal(path);
  expect([again.has('load-1'), again.has('load-2')]).toEqual([true, false]);
  again.add('load-3', 3);
  expect(openJournal(path).has('load-3')).toBe(true);
});

test('what is said of a child whose circle was refused is not sent after it', async () => {
  const taken: string[] = [];
  const gateway = aGateway(99, taken);
  const refusing = { ...gateway, ask: async () => ({ status: 409, body: {}, words: 'other content' }) };
  const circle: LoadLine = { ...lineOf(1), concept: 'care-circle' };
  const told: SentLine[] = [];
  await sendLines(
    { gateway: refusing, journal: openJournal(join(folder, 'j')), tell: (it) => void told.push(it), tooBusy: '' },
    [circle, { ...lineOf(8) }, { ...lineOf(2) }],
  );
  expect(told.map(({ line, outcome }) => [line.line, outcome])).toEqual([
    [1, 'refused'],
    [2, 'refused'],
  ]);
});

const circleLine = (line: number, id: string, name: string, birthDate: string): LoadLine => ({
  ...lineOf(line),
  concept: 'care-circle',
  child: id,
  says: { id, name: { text: name }, birthDate },
});
const nobody = async () => ({ resembled: [], isTaken: false });

test('a child who resembles an earlier one is held back, with what is said of them, until a person says that they differ', async () => {
  const lines = [
    circleLine(1, 'enf-a', 'Zoé Roy', '2020-06-18'),
    circleLine(2, 'enf-b', 'ZOE ROY', '2020-06-18'),
    circleLine(3, 'enf-c', 'Léo Roy', '2020-06-18'),
    { ...lineOf(4), child: 'enf-b' },
  ];
  const judge = (distinct: readonly string[]) =>
    judgeLines(lines, { centre: 'verdun', isLoaded: () => false, distinct: new Set(distinct), inGateway: nobody });
  const judged = await judge([]);
  expect(judged.map(({ state }) => state)).toEqual(['ready', 'resembles', 'ready', 'follows']);
  expect(judged[1]?.resembled).toMatchObject([{ child: 'enf-a', line: 1 }]);
  expect((await judge(['enf-b'])).map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
});

test('a child under whose identifier the gateway knows somebody else is wrong, whatever a person says; one that it holds under another is held back', async () => {
  const [a, b] = [circleLine(1, 'enf-a', 'Zoé Roy', '2020'), circleLine(2, 'enf-b', 'Léo Côté', '2019')];
  const judged = await judgeLines([a, b], {
    centre: 'verdun',
    isLoaded: () => false,
    distinct: new Set(['enf-a']),
    inGateway: async (line) =>
      line === a
        ? { resembled: [], isTaken: true }
        : { resembled: [{ child: 'enf-z', because: ['same-name'] }], isTaken: false },
  });
  expect(judged.map(({ state }) => state)).toEqual(['faulty', 'resembles']);
});

test('a dry run says line, local id and rule; its report is for its owner alone; of names, dates and cards the console says nothing', async () => {
  const file = join(folder, 'children.csv');
  writeFileSync(
    file,
    'enfant;depuis;nom complet;naissance;nam\nenf-a;2024-01-01;Zébulon Roy;2020-06-18;ROYZ20061812\nenf-b;2024-01-01;Zébulon Roy;2020-06-18;\nenf-c;2024-01-01;Ondine;2020-13-45;\n',
  );
  const said: string[] = [];
  const command = operateCommand({ env: {}, say: (line) => void said.push(line) });
  const words = ['--lang', 'fr', 'load', file, '--centre', 'verdun', '--offline'];
  await expect(command.parseAsync(words, { from: 'user' })).rejects.toMatchObject({ exitCode: 3 });
  const text = said.join('\n');
  expect(text).toMatch(/ligne 3 {2}enf-b {2}ressemble à enf-a \(ligne 2\)/);
  expect(text).toMatch(/ligne 4 {2}enf-c {2}child\.birthDate : /);
  expect(text).toMatch(/Lignes : 3\. Prêtes : 1\..*Fautives : 1\. Doubles possibles : 1/);
  for (const datum of ['Zébulon', 'Roy', '2020-06-18', 'ROYZ', 'Ondine', '2020-13']) expect(text).not.toContain(datum);
  const report = `${file}.report.ndjson`;
  expect(statSync(report).mode & 0o777).toBe(0o600);
  const rows = readFileSync(report, 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row).state)).toEqual(['ready', 'resembles', 'faulty']);
  expect(existsSync(`${file}.loaded.ndjson`)).toBe(false);
});

test('a file whose name does not say its form is refused, and a table that another program wrote is told how to be saved', async () => {
  const run = (file: string) =>
    operateCommand({ env: {}, say: () => undefined }).parseAsync(
      ['--lang', 'en', 'load', file, '--centre', 'verdun', '--offline'],
      {
        from: 'user',
      },
    );
  const [latin, other] = [join(folder, 'latin.csv'), join(folder, 'children.xlsx')];
  writeFileSync(latin, Buffer.from('enfant;prénom\n', 'latin1'));
  writeFileSync(other, 'x');
  await expect(run(latin)).rejects.toThrow(/UTF-8/);
  await expect(run(other)).rejects.toThrow(/\.csv/);
});

test('the same lines read from a file are sent under the same keys, whatever else the file holds', () => {
  const deps = { centre: 'verdun', check: () => [], language: 'en' as const };
  const row = JSON.stringify({ id: 'c-1', child: { id: 'enf-a' }, happenedAt: '2024-01-01' });
  const [alone] = readLines(row, false, deps);
  const [, second] = readLines(`{"id":"c-0"}\n${row}\n`, false, deps);
  expect(second?.key).toBe(alone?.key);
});

test('a load looks for children in bodies, never in addresses, waits for a gateway that is busy, and sends what resembles nobody', async () => {
  const known = {
    resourceType: 'Patient',
    identifier: [{ system: IDENTIFIERS.child('verdun'), value: 'enf-z' }],
    name: [{ family: 'Côté', given: ['Léo'] }],
    birthDate: '2019-02-03',
  };
  let busy = 2;
  const gateway = await aServer((res, { method, body }) => {
    busy -= 1;
    if (busy >= 0) return res.writeHead(429, { 'retry-after': '0' }).end('{}');
    const isLeo = body.includes('cote') || body.includes('2019-02-03');
    const bundle = { resourceType: 'Bundle', type: 'searchset', entry: isLeo ? [{ resource: known }] : [] };
    return res
      .writeHead(method === 'PUT' ? 201 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(bundle));
  });
  const file = join(folder, 'children.csv');
  writeFileSync(
    file,
    'child,since,given,family,birth date\nenf-a,2024-01-01,Léo,Côté,2019-02-03\nenf-b,2024-01-01,Ondine,Roy,2020-06-18\n',
  );
  const said: string[] = [];
  const env = { GATEWAY_URL: gateway.url, CENTRE_TOKEN: 'x' };
  const command = operateCommand({ env, say: (line) => void said.push(line) });
  await expect(
    command.parseAsync(['--lang', 'en', 'load', file, '--centre', 'verdun', '--per-second', '500', '--for-real'], {
      from: 'user',
    }),
  ).rejects.toMatchObject({ exitCode: 3 });
  await gateway.stop();
  expect(said.join('\n')).toMatch(/line 2 {2}enf-a {2}resembles enf-z \(already at the gateway\)/);
  expect(said.join('\n')).toMatch(/Loaded: 1\./);
  expect(gateway.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    '/v1/care-circles/cercle-enf-b',
  ]);
  expect(gateway.requests.map(({ path }) => decodeURIComponent(path)).join('\n')).not.toMatch(
    /Léo|cote|Ondine|2019|2020|Roy/i,
  );
  expect(gateway.requests.map(({ body }) => body).join('\n')).not.toMatch(/organization/);
});
