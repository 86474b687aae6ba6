import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { correctionCommands } from '../../../operate/correction-commands.ts';
import type { CommandDeps } from '../../../operate/dead-letter-commands.ts';
import type { CallOptions } from '../../../operate/gateway-client.ts';
import { incidentCommands } from '../../../operate/incidents/incident-commands.ts';
import { retentionCommands } from '../../../operate/retention-commands.ts';
import { conceptChecker } from '../../../profiles/check-concept.ts';

interface Asked extends CallOptions {
  readonly method: string;
  readonly path: string;
}

/** One command against a gateway that answers these, in turn. */
async function run(
  commands: (deps: CommandDeps) => Command,
  words: readonly string[],
  answers: readonly unknown[],
  language: 'fr' | 'en' = 'en',
) {
  const said: string[] = [];
  const asked: Asked[] = [];
  const left = [...answers];
  const client = () => ({
    language,
    url: 'http://gateway',
    call: async (method: string, path: string, options: CallOptions) => {
      asked.push({ method, path, ...options });
      return left.shift();
    },
    ask: () => Promise.reject(new Error('not asked here')),
    read: () => Promise.reject(new Error('not read here')),
  });
  await commands({ client, say: (line) => void said.push(line) }).parseAsync([...words], { from: 'user' });
  return { said, asked };
}

const DRY = { record: { Patient: 1, Task: 2 }, queue: {}, against: [], refused: false, begun: false, agesOut: ['a'] };

test('a file is only looked at until --do is said, by the privacy officer’s own token', async () => {
  const words = ['destroy', 'enf-1', '--why', 'order', '--decision', 'ORD-7'];
  const dry = await run(retentionCommands, words, [DRY]);
  expect(dry.asked).toMatchObject([
    { method: 'POST', token: 'CENTRE_TOKEN', body: { child: 'enf-1', why: 'order', decision: 'ORD-7' } },
  ]);
  expect(dry.asked[0]?.body).not.toHaveProperty('really');
  expect(dry.asked[0]?.path).not.toContain('enf-1');
  expect(dry.said).toEqual(
    expect.arrayContaining(['HAPI: Patient 1, Task 2', 'A dry run: nothing was done. Add --do.']),
  );
  const done = await run(retentionCommands, [...words, '--force', '--do'], [DRY], 'fr');
  expect(done.asked[0]?.body).toMatchObject({ force: true, really: true });
  expect(done.said.at(-1)).toBe('Détruit, et inscrit au registre.');
});

test('a destruction without a reason and the number of its decision is not even asked for', async () => {
  const command = retentionCommands({
    client: () => {
      throw new Error('asked');
    },
    say: () => undefined,
  });
  const destroy = command.commands.find((it) => it.name() === 'destroy');
  expect(destroy?.options.filter(({ mandatory }) => mandatory).map(({ long }) => long)).toEqual([
    '--why',
    '--decision',
  ]);
});

test('what is due is listed with its rule, and that no lawyer has confirmed it', async () => {
  const listed = {
    term: { years: 10, afterMajority: 10, rule: 'a rule', confirmed: false },
    files: [
      { child: 'enf-1', lastEntry: '2020-01-01', due: '2030-01-01' },
      { child: 'enf-2', lastEntry: '2021-01-01' },
    ],
    due: 2,
    all: 9,
    destroyed: 1,
  };
  const { said } = await run(retentionCommands, ['list'], [listed]);
  expect(said).toEqual([
    'Years kept: 10 ; 18 + 10 (a rule – nobody at the centre has said it yet – no lawyer has confirmed it)',
    'enf-1  2020-01-01  2030-01-01',
    'enf-2  2021-01-01  birth date not known',
    'Shown: 2/2. Files of the centre: 9. Destroyed already: 1.',
  ]);
});

test('whom a person must tell of a correction stands out', async () => {
  const entries = [
    { text: 'Tell the CLSC', toldBy: 'person' },
    { text: 'leaves by itself', toldBy: 'gateway' },
    { text: 'has what stands', toldBy: 'nobody' },
  ];
  const { said, asked } = await run(correctionCommands, ['enf-1'], [{ entries, toTell: 1 }]);
  expect(said).toEqual(['! Tell the CLSC', '→ leaves by itself', '– has what stands', 'For a person to tell: 1.']);
  expect(asked[0]?.path).not.toContain('enf-1');
});

test('an incident’s form counts what the whole register of the period knows, and names nobody', async () => {
  const line = (id: string, changes: object = {}) => ({
    id,
    act: 'read',
    what: 'care-circle',
    by: { kind: 'centre', id: 'verdun', professional: 'p-1' },
    children: ['enf-1'],
    ...changes,
  });
  const pages = [
    { entries: [line('a'), line('b', { children: ['enf-2'] })], next: 'cursor' },
    { entries: [line('c'), line('d', { by: { kind: 'centre', id: 'verdun', professional: 'p-2' } })] },
  ];
  const { said, asked } = await run(incidentCommands, ['form', '--from', '2026-11-01', '--person', 'p-1'], pages);
  expect(asked.map(({ path }) => path)).toEqual([
    '/v1/register?from=2026-11-01&limit=500',
    '/v1/register?from=2026-11-01&after=cursor&limit=500',
  ]);
  const form = said.join('\n');
  expect(form).toContain('| children named by these entries | 2 |');
  expect(form).toContain('| what was read or disclosed in it | read care-circle (3) |');
  expect(form).toContain('AuditEvent/a, AuditEvent/b, AuditEvent/c |');
  expect(form).not.toContain('enf-');
});

const LINE = {
  version: 2,
  writtenAt: '2026-11-05T12:00:00.000Z',
  keptUntil: '2031-11-04',
  incident: {
    id: 'INC-1',
    happenedFrom: '2026-11',
    happenedAbout: true,
    knownOn: '2026-11-04',
    information: 'Safe contact',
    circumstances: 'A page to the wrong | fax',
    people: 2,
    seriousRisk: true,
    riskBecause: 'The mother can be reached by it',
    measures: 'The page was destroyed',
  },
};

test('the register is listed without a word of what happened, and says who is still to be notified', async () => {
  const told = { ...LINE, incident: { ...LINE.incident, id: 'INC-2', notices: [{ to: 'people', on: '2026-11-04' }] } };
  const { said } = await run(incidentCommands, ['list'], [{ incidents: [LINE, told], unreadable: ['INC-0'] }]);
  expect(said).toEqual([
    'INC-1  v2  2026-11-04  2 person(s)  serious risk  TO BE NOTIFIED  open',
    'INC-2  v2  2026-11-04  2 person(s)  serious risk  notices: 1  open',
    '! INC-0  sealed under a key that the gateway does not have',
    'Incidents in the register: 3.',
  ]);
});

test.each(['fr', 'en'] as const)('an incident is printed in the order of the regulation (%s)', async (language) => {
  const { said } = await run(incidentCommands, ['show', 'INC-1'], [LINE], language);
  const page = said.join('\n');
  const order = ['1. ', '2. ', '3. ', '4. ', '5. ', '6. ', '7. ', '8. '].map((nth) => page.indexOf(`| ${nth}`));
  expect(order.every((at, nth) => at > (order[nth - 1] ?? 0))).toBe(true);
  expect(page).toContain('A page to the wrong \\| fax |');
  expect(page).toContain('2031-11-04');
});

test('an incident is written from a file, revised and closed from the version that was read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const file = join(folder, 'incident.yaml');
  const { said: template } = await run(incidentCommands, ['template'], []);
  writeFileSync(file, template.join('\n'));
  const added = await run(incidentCommands, ['add', file], [LINE]);
  // What the template holds is what the gateway takes, whatever is written in its place.
  const body = added.asked[0]?.body;
  expect(
    conceptChecker({ now: () => new Date('2026-12-01') })('incident', body).filter(
      ({ severity }) => severity === 'error',
    ),
  ).toEqual([]);
  expect([added.asked[0]?.method, added.asked[0]?.path, added.asked[0]?.headers]).toEqual([
    'PUT',
    '/v1/incidents/INC-2026-1',
    undefined,
  ]);
  const revised = await run(incidentCommands, ['add', file, '--revise'], [LINE, LINE]);
  expect(revised.asked.map(({ headers }) => headers)).toEqual([undefined, { 'if-match': 'W/"2"' }]);
  const words = ['close', 'INC-1', '--on', '2026-11-10', '--by', 'privacy officer'];
  const closed = await run(incidentCommands, words, [LINE, LINE]);
  expect(closed.asked[1]).toMatchObject({
    method: 'PUT',
    body: { ...LINE.incident, closedOn: '2026-11-10', closedBy: 'privacy officer' },
    headers: { 'if-match': 'W/"2"' },
  });
});

test('a file that cannot be read, or that gives no number, is told by its name and nothing of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const file = join(folder, 'incident.yaml');
  await expect(run(incidentCommands, ['add', file], [])).rejects.toThrow(file);
  writeFileSync(file, 'circumstances: "Nina');
  await expect(run(incidentCommands, ['add', file], [])).rejects.toThrow(/^(?!.*Nina)/s);
  writeFileSync(file, 'circumstances: Nina');
  await expect(run(incidentCommands, ['add', file], [])).rejects.toThrow('INC-2026-3');
});
