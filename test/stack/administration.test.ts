import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { OperateProblem } from '../../operate/gateway-client.ts';
import { operateCommand } from '../../operate/operate-command.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { untied, withinProvince } from '../builders/within-province.ts';
import { eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

// A centre of its own: nobody else's children resemble those that are loaded here, and all its circles are this file's.
const CENTRE = `centre-${ownMark()}`;
const id = ownIds();
const [LEAVER, NEXT] = [id('leaver'), id('next')];
const SINCE = '2024-03-01';
const GOOD = 25;
const nameOf = (index: number): string => String.fromCharCode(97 + index);
const childOf = (index: number): string => id(`enfant-${nameOf(index)}`);
/** Nobody shares a word of a name or a birth date with anybody. */
const rowOf = (index: number): string =>
  [
    childOf(index),
    SINCE,
    `Prenom${nameOf(index)}`,
    `Famille${nameOf(index)}`,
    `2019-03-${String(index + 1).padStart(2, '0')}`,
  ].join(';');

let folder: string;
let file: string;
let registry: string;
let issuer: LocalIssuer;
let sandbox: StackSandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  [file, registry] = [join(folder, 'enfants.csv'), join(folder, 'registry.yaml')];
  const plan = parse(await readFile(SANDBOX_REGISTRY, 'utf8'));
  const centre = plan.centres.find((it: { readonly id: string }) => it.id === 'hochelaga');
  const clsc = plan.partners.find((it: { readonly id: string }) => it.id === 'clsc-verdun');
  const { proposes: _proposes, ...partner } = clsc;
  await writeFile(
    registry,
    stringify({
      centres: withinProvince([{ ...untied(centre), id: CENTRE }]),
      partners: [{ ...partner, id: `clsc-${CENTRE}` }],
    }),
  );
  const pivot = `;${LEAVER};Dre d’Arcy`;
  const rows = [
    ...Array.from({ length: GOOD }, (_, index) => rowOf(index) + pivot),
    // The same person twice, under another identifier: once by another spelling, once among those of the gateway too.
    rowOf(0)
      .replace(childOf(0), childOf(24 + 1))
      .replace('Prenoma', 'PRÉNOMA') + pivot,
    rowOf(1).replace(childOf(1), id('double')) + pivot,
    `${id('sans-date')};;Ana;Roy;2020-01-01${pivot}`,
    `${id('mauvaise-date')};${SINCE};Bea;Roy;2020-02-31${pivot}`,
    `${id('cases')};${SINCE};Cleo`,
  ];
  await writeFile(file, ['enfant;depuis;prénoms;nom;naissance;pivot;nom du pivot', ...rows, ''].join('\n'));
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { registryPath: registry, tokens: async () => issuer });
});
afterAll(async () => {
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a command says, and the exit code with which it ends. */
async function operate(...words: readonly string[]): Promise<{ readonly said: string; readonly code: number }> {
  const said: string[] = [];
  const command = operateCommand({
    env: {
      GATEWAY_URL: sandbox.gatewayUrl,
      CENTRE_TOKEN: await issuer.token({ centre: CENTRE }),
      ACCESS_PATH: issuer.settings.ACCESS_PATH,
      REGISTRY_PATH: registry,
    },
    say: (line) => void said.push(line),
  });
  try {
    await command.parseAsync(['--lang', 'en', ...words], { from: 'user' });
    return { said: said.join('\n'), code: 0 };
  } catch (error) {
    if (!(error instanceof OperateProblem)) throw error;
    return { said: [...said, error.message].join('\n'), code: error.exitCode };
  }
}

const load = (...more: readonly string[]) => operate('load', file, '--centre', CENTRE, '--per-second', '200', ...more);
/** Every resource of the centre's children in HAPI, with its version: whatever is written again shows. */
async function versions(): Promise<readonly string[]> {
  const lists = await Promise.all(
    ['CareTeam?identifier=', 'Patient?identifier='].map((query, index) => {
      const system = index === 0 ? IDENTIFIERS.careCircle(CENTRE) : IDENTIFIERS.child(CENTRE);
      return sandbox.hapi(`${query}${encodeURIComponent(`${system}|`)}&_count=200`);
    }),
  );
  return lists.flatMap(({ body }) =>
    (body.entry ?? []).map(({ resource }: { resource: fhir4.Patient }) => `${resource.id}/${resource.meta?.versionId}`),
  );
}

test('of thirty children, what is wrong and whom somebody resembles is told before anything is sent', async () => {
  const { said, code } = await load();
  expect(said).toMatch(/Lines: 30\. Ready: 25\. Loaded already: 0\. Faulty: 3\. Potential duplicates: 2\./);
  expect(said).toMatch(/line 27 .* resembles .* \(line 2\): Same birth date, Same name/);
  expect(code).toBe(3);
  expect(await versions()).toEqual([]);
});

test('loaded for real they are in the record with the date that the file gives; loading again, with what was noted or without, changes nothing', async () => {
  const { said, code } = await load('--for-real');
  expect(said).toMatch(/Loaded: 25\. Accepted, not in the record yet: 0\. Refused: 0\./);
  expect(code).toBe(3);
  const loaded = await versions();
  expect(loaded).toHaveLength(2 * GOOD);
  const { body } = await sandbox.call('GET', `/v1/care-circles/cercle-${childOf(3)}`, { centre: CENTRE });
  expect(body).toMatchObject({ happenedAt: SINCE, pivot: LEAVER, child: { id: childOf(3), birthDate: '2019-03-04' } });

  expect((await load('--for-real')).said).toMatch(/Loaded already: 25\./);
  await rm(`${file}.loaded.ndjson`);
  const again = await load('--for-real');
  expect(again.said).toMatch(/Ready: 25\..*Potential duplicates: 2\./);
  expect(again.said).toMatch(/already at the gateway/);
  expect(await versions()).toEqual(loaded);
});

test('a professional leaves: every child has the next pivot, their token is refused, and nothing is done twice', async () => {
  const token = await issuer.sign({
    ...issuer.claims({ centre: CENTRE }),
    [CLAIMS.professional]: LEAVER,
    [CLAIMS.role]: 'pivot',
  });
  const asLeaver = () =>
    request('GET', `${sandbox.gatewayUrl}/v1/care-circles/cercle-${childOf(0)}`, undefined, {
      authorization: `Bearer ${token}`,
    });
  expect((await asLeaver()).status).toBe(200);
  const leave = ['professional', 'leave', LEAVER, '--centre', CENTRE, '--from', '2025-06-01'];

  const alone = await operate(...leave);
  expect(alone.code).toBe(3);
  expect(alone.said).toMatch(/Children: 25, of whom 25 without anybody/);
  expect((await asLeaver()).status).toBe(200);

  const done = await operate(...leave, '--to', NEXT, '--to-name', 'Léa Roy', '--for-real');
  expect({ code: done.code, said: done.said.split('\n').at(-1) }).toEqual({
    code: 0,
    said: 'Children: 25, of whom 0 without anybody to take over.',
  });
  for (let index = 0; index < GOOD; index += 1) {
    const { body } = await sandbox.call('GET', `/v1/care-circles/cercle-${childOf(index)}`, { centre: CENTRE });
    expect(body).toMatchObject({
      version: 2,
      pivot: NEXT,
      happenedAt: '2025-06-01',
      members: [
        { id: LEAVER, period: { end: '2025-06-01' } },
        { id: NEXT, name: 'Léa Roy', period: { start: '2025-06-01' } },
      ],
    });
  }
  const team = (
    await sandbox.call('GET', `/v1/care-circles/cercle-${childOf(0)}`, { centre: CENTRE })
  ).body.record.fhir.find(({ reference }: { readonly reference: string }) => reference.startsWith('CareTeam/'));
  const traces = await sandbox.hapi(`Provenance?target=${team.reference}`);
  const happened = traces.body.entry.map(({ resource }: { resource: fhir4.Provenance }) => resource.occurredDateTime);
  expect([...happened].sort()).toEqual([SINCE, '2025-06-01']);

  expect(await eventually(asLeaver, ({ status }) => status === 401)).toMatchObject({ status: 401 });
  expect(await operate(...leave, '--to', NEXT, '--for-real')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Children: 0, of whom 0'),
  });
});
