import { expect, test } from '@jest/globals';
import type { Access } from '../../../../gateway/audit/access-event.ts';
import { onRecord } from '../../../../gateway/audit/chain.ts';
import type { Disclosure } from '../../../../gateway/audit/disclosure-event.ts';
import type { OperatorAct } from '../../../../gateway/audit/operator-act-event.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { hasHoles } from '../../../builders/valid-transaction.ts';

const DISCLOSURE: Disclosure = {
  id: '00000000-0000-5000-8000-0000000000a1',
  centre: 'verdun',
  recipient: 'clsc-verdun',
  child: 'enf-1',
  request: 'Task/task-1',
  letters: ['DocumentReference/letter-1'],
  kind: 'service-referral',
  channel: 'fhir-rest',
  restricted: true,
  lens: 'public-network',
  basis: 'agreement 2026-03-01',
  at: '2026-03-10T12:00:00.000Z',
};

test('a disclosure is an AuditEvent: who gave what to whom, when, on which basis, through which lens', async () => {
  const { audit, chain } = memoryAudit();
  await audit.disclosure(DISCLOSURE);
  const [event] = chain.entries.map(onRecord);
  expect(event).toMatchObject({
    recorded: DISCLOSURE.at,
    outcome: '0',
    purposeOfEvent: [{ text: DISCLOSURE.basis }],
    agent: [
      { requestor: true, who: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } } },
      { requestor: false, who: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } },
    ],
    source: { site: 'verdun' },
    entity: [
      {
        what: { reference: 'Task/task-1' },
        name: DISCLOSURE.id,
        securityLabel: [{ code: 'R' }],
        detail: [{ type: 'lens', valueString: 'public-network' }, {}, {}],
      },
      { what: { reference: 'DocumentReference/letter-1' } },
      { what: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } } },
    ],
  });
  expect(hasHoles(event)).toBe(false);
  expect(event && breachesOf(event)).toEqual([]);
});

test('an attempt made again is one entry, also both at once; what may have left is known from before it leaves', async () => {
  const { audit, events } = memoryAudit();
  expect(await audit.mayHaveLeft('Task/task-1')).toBe(false);
  const again = { ...DISCLOSURE, at: '2026-03-10T12:00:05.000Z' };
  await Promise.all([audit.disclosure(DISCLOSURE), audit.disclosure(again)]);
  await audit.disclosure(again);
  expect(events()).toHaveLength(1);
  expect(await audit.mayHaveLeft('Task/task-1')).toBe(true);
  expect(await audit.mayHaveLeft('Task/task-1', DISCLOSURE.id)).toBe(true);
  expect(await audit.mayHaveLeft('Task/task-1', '00000000-0000-5000-8000-0000000000a9')).toBe(false);
  expect(await audit.mayHaveLeft('Task/task-2')).toBe(false);
});

const ACT: OperatorAct = {
  what: 'replay',
  by: { operator: 'nuit' },
  on: [{ identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:00000000-0000-5000-8000-0000000000a3' } }],
  at: '2026-03-10T12:00:00.000Z',
};

test.each([
  [ACT, 'E', 'operation', { altId: 'nuit', requestor: true }],
  [
    { ...ACT, what: 'state-known', by: { centre: 'verdun' } },
    'E',
    'operation',
    { who: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } }, requestor: true },
  ],
] as const)('an act of those who operate is an AuditEvent: who did what to which', async (act, action, code, agent) => {
  const { audit, chain } = memoryAudit();
  await audit.act(act);
  const [event] = chain.entries.map(onRecord);
  expect(event).toMatchObject({
    action,
    subtype: [{ code }],
    recorded: act.at,
    agent: [agent],
    entity: [{ what: act.on[0], detail: [{ type: 'act', valueString: act.what }] }],
  });
  expect(hasHoles(event)).toBe(false);
  expect(event && breachesOf(event)).toEqual([]);
});

test('two acts of one person in one millisecond are two entries, under two ids', async () => {
  const { audit, events } = memoryAudit();
  const other = {
    ...ACT,
    on: [{ identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:00000000-0000-5000-8000-0000000000a6' } }],
  };
  await Promise.all([audit.act(ACT), audit.act(other), audit.act(ACT)]);
  expect(new Set(events().map(({ id }) => id)).size).toBe(3);
});

const ACTS: readonly OperatorAct['what'][] = [
  'replay',
  'close',
  'pause',
  'resume',
  'switch-on',
  'switch-off',
  'switch-stands',
  'access-added',
  'access-changed',
  'access-removed',
  'tell-webhook',
  'tell-mail',
  'state-known',
];

test.each(ACTS)('the act « %s » keeps to the profile of what is written down of those who operate', async (what) => {
  const { audit, chain } = memoryAudit();
  await audit.act({ ...ACT, what });
  expect(chain.entries.map(onRecord).map((event) => breachesOf(event))).toEqual([[]]);
});

const ACCESS: Access = {
  id: '00000000-0000-5000-8000-0000000000a4',
  centre: 'verdun',
  by: { of: { centre: 'verdun' }, client: 'dossier-clinique', professional: 'ts-julie', role: 'social-worker' },
  how: 'read',
  kind: 'care-circle',
  on: [{ type: 'CareTeam', identifier: { system: IDENTIFIERS.careCircle('verdun'), value: 'cercle-1' } }],
  children: ['enf-1'],
  at: '2026-03-10T12:00:00.000Z',
};

test.each<readonly [string, Access, object]>([
  [
    'a person through a system of the centre',
    ACCESS,
    {
      action: 'R',
      agent: [
        { altId: 'dossier-clinique', requestor: false },
        { who: { identifier: { value: 'verdun' } } },
        { who: { identifier: { value: 'ts-julie' } }, role: [{ text: 'social-worker' }], requestor: true },
      ],
      entity: [{ what: ACCESS.on[0] }, { what: { identifier: { value: 'enf-1' } } }],
    },
  ],
  [
    'a search that found nobody',
    { ...ACCESS, by: { of: { centre: 'verdun' } }, how: 'search-type', kind: 'child-search', on: [], children: [] },
    { action: 'E', agent: [{ requestor: true }, {}], entity: [{ what: { identifier: { value: 'verdun' } } }] },
  ],
  [
    'a partner’s system',
    { ...ACCESS, by: { of: { partner: 'clsc-verdun' } } },
    { agent: [{ who: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } }, {}] },
  ],
])('an access is an AuditEvent: %s', async (_who, access, expected) => {
  const { audit, chain } = memoryAudit();
  await audit.access(access);
  const [event] = chain.entries.map(onRecord);
  expect(event).toMatchObject(expected);
  expect(event?.recorded).toBe(access.at);
  expect(hasHoles(event)).toBe(false);
  expect(event && breachesOf(event)).toEqual([]);
});
