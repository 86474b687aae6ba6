import { describe, expect, test } from '@jest/globals';
import { onRecord } from '../../../../gateway/audit/chain.ts';
import type { CentreReader } from '../../../../gateway/audit/reader.ts';
import { glassDesk } from '../../../../gateway/break-glass/glass-desk.ts';
import { openingsIn } from '../../../../gateway/break-glass/openings.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { holdsIn } from '../../../../gateway/lanes/holds.ts';
import { alertBook } from '../../../../gateway/operations/alerts.ts';
import { NO_REPLICAS } from '../../../../gateway/redis/replicas.ts';
import type { Centre } from '../../../../gateway/registry.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { registerEntryFrom } from '../../../../mappings/register/register-entry.ts';
import { registerLine } from '../../../../mappings/register/register-words.ts';
import { aCentre, SWITCHED_ON_FOR } from '../../../builders/a-registry.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { aCircle, circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

const HOUR_MS = 3_600_000;
const ON = aCentre({ breakGlass: SWITCHED_ON_FOR('accueil', 'infirmiere') });
const ASKED = { child: 'enf-1', reason: 'safety' } as const;
const patient = (centre: string, child: string): fhir4.Patient => ({
  resourceType: 'Patient',
  identifier: [{ system: IDENTIFIERS.child(centre), value: child }],
  name: [{ given: ['Nina'] }],
});
const person = (professional: string, role = 'reception', centre = 'verdun'): CentreReader => ({
  centre,
  reader: { of: { centre }, client: 'appli', professional, role },
});
const PROGRAM: CentreReader = { centre: 'verdun', reader: { of: { centre: 'verdun' }, client: 'appli' } };

/** A desk at one centre, with another whose child it must not tell of. */
function aDesk(centre: Centre = ON, { auditFails = false, record: more = [] as readonly fhir4.FhirResource[] } = {}) {
  const { log, text } = keptLog();
  const { redis } = memoryRedis();
  const { audit, chain, events } = memoryAudit();
  const record = memoryRecord([patient('verdun', 'enf-1'), patient('vanier', 'enf-9'), ...more]);
  const holds = holdsIn(redis);
  const state = { at: Date.parse('2026-11-26T15:00:00Z'), centre, asked: 0, ids: 0 };
  const now = () => new Date(state.at);
  const alerts = alertBook({ redis, holdMs: 0, now });
  const openings = openingsIn({ redis, replicas: NO_REPLICAS, keptForSeconds: 60 });
  const desk = glassDesk({
    store: {
      search: (type, params) => {
        state.asked += 1;
        return record.search(type, params);
      },
    },
    registry: {
      centre: (id) => (id === 'verdun' ? state.centre : aCentre({ id, breakGlass: ON.breakGlass ?? false })),
    },
    openings,
    holds,
    audit: {
      breakGlass: async (act) => {
        if (auditFails) throw new GatewayError('unavailable', 'no audit');
        await audit.breakGlass(act);
      },
    },
    alerts,
    lastsMs: HOUR_MS,
    newId: () => {
      state.ids += 1;
      return `00000000-0000-4000-8000-${String(state.ids).padStart(12, '0')}`;
    },
    now,
    log,
  });
  return { desk, told: text, alerts, openings, holds, chain, events, state };
}

const kindOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof GatewayError ? `${error.kind}: ${error.message}` : error),
  );

/** Who may not, where: whatever child they would name. */
const NOBODY: readonly (readonly [string, Centre, CentreReader])[] = [
  ['at a centre that says nothing of it', aCentre(), person('accueil')],
  ['at a centre that turned it off', aCentre({ breakGlass: false }), person('accueil')],
  ['for a professional who is not named', ON, person('pivot', 'pivot')],
  ['for the privacy officer, who is not named either', ON, person('rprp', 'privacy')],
  ['for a program alone', ON, PROGRAM],
];

describe('nothing opens', () => {
  test.each(NOBODY)('%s: nothing of any child is looked at, and nobody is told', async (_who, centre, caller) => {
    const { desk, events, alerts, state } = aDesk(centre);
    expect(() => desk.mayOpen(caller)).toThrow(GatewayError);
    expect(await kindOf(desk.open(caller, ASKED))).toMatch(/^forbidden/);
    expect([state.asked, events(), await alerts.open(), await desk.waiting('verdun')]).toEqual([0, [], [], []]);
  });

  test('of a child who is unknown and of another centre’s, which sound the same', async () => {
    const { desk, events } = aDesk();
    const unknown = await kindOf(desk.open(person('accueil'), { ...ASKED, child: 'enf-2' }));
    expect(unknown).toBe('notFound: no such child');
    for (const child of ['enf-9', 'enf 9', 'enf-1,enf-9', ''])
      expect(await kindOf(desk.open(person('accueil'), { ...ASKED, child }))).toMatch(/^notFound/);
    expect(events()).toEqual([]);
  });

  test('that the audit cannot hold', async () => {
    const { desk, alerts } = aDesk(ON, { auditFails: true });
    expect(await kindOf(desk.open(person('accueil'), ASKED))).toBe('unavailable: no audit');
    expect([await desk.waiting('verdun'), await alerts.open()]).toEqual([[], []]);
  });
});

test('opened, it is in the audit by numbers and codes with the purpose BTG, told at once, and waits for a second person', async () => {
  const { desk, alerts, chain } = aDesk();
  const opening = await desk.open(person('accueil'), ASKED);
  expect(opening).toMatchObject({ by: 'accueil', child: 'enf-1', until: '2026-11-26T16:00:00.000Z' });
  expect(await alerts.open()).toMatchObject([{ alert: 'emergency-access', of: 'verdun' }]);
  expect(await desk.waiting('verdun')).toEqual([opening]);
  expect(await desk.waiting('vanier')).toEqual([]);

  const signed = await desk.sign(person('pivot', 'pivot'), opening.id, 'justified');
  expect(signed.signed).toMatchObject({ by: 'pivot', verdict: 'justified' });
  expect(await desk.waiting('verdun')).toEqual([]);
  const entries = chain.entries.map(onRecord);
  expect(entries.map((it) => [it.subtype?.[0]?.code, breachesOf(it)])).toEqual([
    ['110127', []],
    ['110138', []],
  ]);
  for (const entry of entries) expect(entry.purposeOfEvent?.[0]?.coding?.[0]?.code).toBe('BTG');
  const words = { timeZone: 'America/Toronto', centreName: 'Le centre', partnerName: String };
  const lines = entries.map((it) => registerLine(registerEntryFrom(it, 'verdun'), { ...words, language: 'en' }));
  expect(lines[0]).toContain('opened emergency access to the file (The child’s safety is in danger now)');
  expect(lines[1]).toContain('signed off an emergency access to the file (It was justified)');
});

test('a second opening is told as the first, while that one waits to be signed off', async () => {
  const { desk, told } = aDesk();
  await desk.open(person('accueil'), ASKED);
  await desk.open(person('accueil'), ASKED);
  expect([...told().matchAll(/"alert":"(\w+)","kind":"emergency-access","of":"verdun"/g)].map(([, it]) => it)).toEqual([
    'opened',
    'again',
  ]);
});

test('only whoever opened it reads what it opens, at their centre, while the switch names them, until its hour is over', async () => {
  const { desk, state } = aDesk();
  const accueil = person('accueil');
  const { id } = await desk.open(accueil, ASKED);
  expect((await desk.look(accueil, id)).seen.child).toEqual({ id: 'enf-1', name: { given: ['Nina'] } });

  const nobodys = await kindOf(desk.look(accueil, '00000000-0000-4000-8000-999999999999'));
  for (const other of [person('infirmiere'), person('accueil', 'reception', 'vanier'), PROGRAM])
    expect(await kindOf(desk.look(other, id))).toBe(nobodys);

  for (const centre of [aCentre(), aCentre({ breakGlass: SWITCHED_ON_FOR('infirmiere') })]) {
    state.centre = centre;
    expect(await kindOf(desk.look(accueil, id))).toMatch(/^forbidden/);
  }
  state.centre = ON;
  state.at += HOUR_MS - 1;
  expect(await kindOf(desk.look(accueil, id))).toBe('done');
  state.at += 1;
  expect(await kindOf(desk.look(accueil, id))).toBe('forbidden: emergency access: expired');
  expect(await desk.waiting('verdun')).toHaveLength(1);
});

test('a second person signs it off, never whoever opened it nor a program; the first word stands, and one that is not justified closes at once', async () => {
  const { desk, events } = aDesk();
  const { id } = await desk.open(person('accueil'), ASKED);
  expect(await kindOf(desk.sign(person('accueil', 'pivot'), id, 'justified'))).toBe('forbidden: emergency access: own');
  const { role: _role, ...noRole } = person('pivot').reader;
  for (const nobody of [PROGRAM, { centre: 'verdun', reader: noRole }])
    expect(await kindOf(desk.sign(nobody, id, 'justified'))).toBe('forbidden: emergency access: nobody');
  expect(await kindOf(desk.sign(person('pivot', 'pivot', 'vanier'), id, 'justified'))).toMatch(/^notFound/);
  expect(events()).toHaveLength(1);

  const pivot = person('pivot', 'pivot');
  const signed = await desk.sign(pivot, id, 'unjustified');
  expect(await kindOf(desk.look(person('accueil'), id))).toBe('forbidden: emergency access: ended');
  expect(await desk.sign(pivot, id, 'unjustified')).toEqual(signed);
  expect(await kindOf(desk.sign(pivot, id, 'justified'))).toBe('versionConflict: emergency access: signed');
  expect(await kindOf(desk.sign(person('rprp', 'privacy'), id, 'unjustified'))).toMatch(/^versionConflict/);
  expect(events()).toHaveLength(2);
});

/** A request for the child as the record has it, which tells whom one may call. */
const SAFE = { through: 'person', person: 'Lan', means: 'telephone', number: '514 555-0177' } as const;
const requestOnRecord = (): fhir4.FhirResource =>
  referralEvent({ safeContact: SAFE }).bundle.entry?.flatMap(({ resource }) =>
    resource?.resourceType === 'ServiceRequest' ? { ...resource, subject: { reference: 'Patient/1' } } : [],
  )[0] ?? patient('verdun', 'none');

test.each([
  [
    'a label on the whole file',
    circleEvent({ version: 2, child: { ...aCircle().child, labels: ['violence'] } }),
    { id: 'enf-1' },
  ],
  ['a label on the request', referralEvent({ version: 2, labels: ['whereabouts'] }), undefined],
  ['a request that is taken back', referralEvent({ version: 2, status: 'revoked' }), undefined],
  ['a request that may say another contact', referralEvent({ version: 2 }), undefined],
])(
  '%s counts from its acknowledgement: what it bears on is closed before the record has it, also while it is open',
  async (_what, event, child) => {
    const { desk, holds } = aDesk(ON, { record: [requestOnRecord()] });
    const { id } = await desk.open(person('accueil'), ASKED);
    const before = (await desk.look(person('accueil'), id)).seen;
    expect(before.safeContacts.map(({ contact }) => contact)).toEqual([SAFE]);
    await holds.place(event);
    const { seen } = await desk.look(person('accueil'), id);
    expect([seen.safeContacts, seen.child]).toEqual([[], child ?? before.child]);
    await holds.lift(event);
    expect((await desk.look(person('accueil'), id)).seen).toEqual(before);
  },
);

test('a clock that is set right during the hour closes what was opened under the wrong one, whichever way', async () => {
  const { desk, state } = aDesk();
  const { id } = await desk.open(person('accueil'), ASKED);
  // Two clocks of one centre are never quite the same.
  state.at -= 30_000;
  expect(await kindOf(desk.look(person('accueil'), id))).toBe('done');
  state.at -= 3 * HOUR_MS;
  expect(await kindOf(desk.look(person('accueil'), id))).toBe('forbidden: emergency access: expired');
  state.at += 5 * HOUR_MS;
  expect(await kindOf(desk.look(person('accueil'), id))).toBe('forbidden: emergency access: expired');
});

test('what is signed by two at once is signed by one, and what a process left half done is off the list', async () => {
  const { desk, openings, state } = aDesk();
  const opening = await desk.open(person('accueil'), ASKED);
  const both = await Promise.all([
    kindOf(desk.sign(person('pivot', 'pivot'), opening.id, 'justified')),
    kindOf(desk.sign(person('rprp', 'privacy'), opening.id, 'unjustified')),
  ]);
  expect(both.filter((it) => it === 'done')).toHaveLength(1);
  state.at += 1;
  await openings.keep(opening);
  expect(await desk.waiting('verdun')).toEqual([]);
});
