import { afterEach, expect, test } from '@jest/globals';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import { legalReferralKnown } from '../../../../../gateway/disclosure/legal-referral-known.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { childRoutes } from '../../../../../gateway/doors/http/child-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import type { SearchParams } from '../../../../../gateway/record/fhir-store.ts';
import { loopReader } from '../../../../../gateway/record/loop-reader.ts';
import { timelineReader } from '../../../../../gateway/record/timeline-reader.ts';
import type { LaneEvent } from '../../../../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aPatient } from '../../../../builders/a-patient.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { circleEvent, referralEvent } from '../../../../builders/concept-events.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { syncBench } from '../../../../builders/sync-bench.ts';
import { consentTold, legalTold } from '../../../../builders/told-events.ts';

const check = conceptChecker();
let app: AnApp | undefined;
afterEach(async () => app?.stop());

const NOBODY_HOLDS = { standingOn: async () => () => false };

/** The door, on a record that holds one referral of Verdun’s. */
async function aDoor(
  centre = 'verdun',
  found: readonly fhir4.FhirResource[] = [],
  { more = [], person = {} }: { readonly more?: readonly LaneEvent[]; readonly person?: Partial<Caller> } = {},
) {
  const { record, put } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  for (const event of more) await put(event);
  const searches: SearchParams[] = [];
  const store = {
    ...memoryRecord(),
    search: async (type: string, params: SearchParams) => {
      searches.push(params);
      return type === 'Patient' ? found : record.search(type, params);
    },
  };
  const caller: Caller = { kind: 'centre', id: centre, ...person };
  const accesses: Access[] = [];
  app = await anApp(
    {
      '/v1/children': childRoutes({
        check: (body) => check('child-search', body),
        store,
        loops: loopReader({ store, statuses: { note: async () => undefined, of: async () => undefined } }),
        timelines: timelineReader({ store: record, registry: aRegistry() }),
        legalReferrals: legalReferralKnown({
          store: record,
          registry: aRegistry(),
          holds: NOBODY_HOLDS,
          now: () => new Date('2026-03-10T16:00:00Z'),
        }),
        body: jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 }),
      }),
    },
    { caller, audit: { access: async (one) => void accesses.push(one) } },
  );
  return { call: app.call, searches, accesses };
}

test('a child’s requests are listed with their loops', async () => {
  const { call } = await aDoor();
  const { status, body } = await call('GET', '/v1/children/enf-1/referrals');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    child: 'enf-1',
    referrals: [
      {
        id: 'ref-1',
        kind: 'service-referral',
        version: 1,
        loop: { state: 'requested' },
        deliveries: [{ recipient: 'clsc-verdun' }],
      },
    ],
  });
});

test('another centre sees none of them, by no spelling of the address', async () => {
  const { call } = await aDoor('vanier');
  expect((await call('GET', '/v1/children/enf-1/referrals')).body.referrals).toEqual([]);
  const both = encodeURIComponent(`x,${IDENTIFIERS.child('verdun')}|enf-1`);
  expect((await call('GET', `/v1/children/${both}/referrals`)).status).toBe(404);
});

test('a child is looked for in the caller’s centre only, with no character that a search would read', async () => {
  const { call, searches } = await aDoor('vanier', [aPatient()]);
  const { status, body } = await call('POST', '/v1/children/_search', {
    body: { name: 'Mai, $Nguyễn|x\\', birthDate: '2019-05' },
  });
  expect([status, body]).toEqual([200, { children: [] }]);
  expect(searches).toEqual([
    {
      'organization.identifier': `${IDENTIFIERS.centre}|vanier`,
      name: ['Mai\\,', '\\$Nguyễn\\|x\\\\'],
      birthdate: '2019-05',
    },
  ]);
});

test('what is found is told by the centre’s own id, name and birth date, and nothing else', async () => {
  const { call } = await aDoor('verdun', [aPatient()]);
  expect(
    (await call('POST', '/v1/children/_search', { body: { card: { kind: 'nam', number: 'NGUM19552312' } } })).body,
  ).toEqual({
    children: [{ id: 'enf-1', name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2019-05-23' }],
  });
});

test('a search for everybody is refused', async () => {
  const { call, searches } = await aDoor();
  expect((await call('POST', '/v1/children/_search', { body: {} })).status).toBe(422);
  expect(searches).toEqual([]);
});

test('a child’s course tells clinical staff nothing of a legal referral, not even how much is left out', async () => {
  const more = [legalTold({ on: '2026-03-05' }, { id: 'droit' })];
  const course = async (role: Caller['role']) => {
    await app?.stop();
    const person = { professional: 'marc', ...(role !== undefined && { role }) };
    const { call } = await aDoor('verdun', [], { more, person });
    return (await call('GET', '/v1/children/enf-1/timeline')).body;
  };
  const concepts = (body: { entries: readonly { concept: string }[] }) => body.entries.map(({ concept }) => concept);
  expect(concepts(await course('pivot'))).toEqual(['care-circle', 'service-referral', 'legal-referral']);
  const clinical = await course('clinical');
  expect([concepts(clinical), clinical.earlier]).toEqual([['care-circle', 'service-referral'], 0]);
});

test('whoever goes through children’s numbers is in the audit, also where a centre has no request by that number: then without the number', async () => {
  for (const [centre, children] of [
    ['verdun', ['enf-1']],
    ['vanier', []],
  ] as const) {
    await app?.stop();
    const { call, accesses } = await aDoor(centre);
    await call('GET', '/v1/children/enf-1/referrals');
    expect(accesses).toMatchObject([{ centre, how: 'search-type', kind: 'referrals', children }]);
  }
});

/** What somebody in a role is given of the child’s requests and course, to the byte. */
async function told(role: NonNullable<Caller['role']>, more: readonly LaneEvent[]): Promise<readonly string[]> {
  await app?.stop();
  const { call } = await aDoor('verdun', [], { more, person: { professional: 'marc', role } });
  const answers = await Promise.all(['referrals', 'timeline'].map((list) => call('GET', `/v1/children/enf-1/${list}`)));
  return answers.map(({ status, text }) => `${status} ${text}`);
}
const LETS_IT_BE_KNOWN = { purpose: 'rights-support', information: ['legal-referral-exists'] } as const;
const letsItBeKnown = (version: number, changes: object = {}): LaneEvent =>
  consentTold({ on: '2026-03-04' }, { id: 'savoir', version, ...LETS_IT_BE_KNOWN, ...changes });
const WITHDRAWN = { status: 'withdrawn', withdrawal: { at: '2026-03-05' } } as const;

test('clinical staff are told that there is a legal referral, and nothing else of it, only as long as the child’s side lets them', async () => {
  const without = await told('clinical', []);
  const legal = legalTold({ on: '2026-03-05' }, { id: 'droit', reason: 'Le logis', mandate: 'mediation' });
  // With none, with nobody’s word, with a no, and once it was taken back: the same to the byte.
  for (const more of [
    [letsItBeKnown(1)],
    [legal],
    [legal, letsItBeKnown(1, { decision: 'refuse' })],
    [legal, letsItBeKnown(1), letsItBeKnown(2, WITHDRAWN)],
  ])
    expect(await told('clinical', more)).toEqual(without);
  const known = await told('clinical', [legal, letsItBeKnown(1)]);
  expect(known).toEqual(without.map((text) => text.replace(/}$/, ',"legalReferral":"exists"}')));
});

test('whoever sees legal referrals by their role, or no request at all, is told nothing beside', async () => {
  const legal = legalTold({ on: '2026-03-05' }, { id: 'droit' });
  for (const role of ['pivot', 'legal', 'reception', 'privacy'] as const)
    expect([role, (await told(role, [legal, letsItBeKnown(1)])).join().includes('"legalReferral"')]).toEqual([
      role,
      false,
    ]);
});

test('a child’s course is told in order, in the language of the address or of the caller', async () => {
  const { call } = await aDoor();
  const french = await call('GET', '/v1/children/enf-1/timeline');
  expect([french.status, french.headers.get('content-language')]).toEqual([200, 'fr']);
  expect(french.body).toMatchObject({
    child: 'enf-1',
    language: 'fr',
    earlier: 0,
    entries: [{ concept: 'care-circle' }, { text: 'Référence au réseau public\u00a0: Orthophonie → CLSC de Verdun' }],
  });
  const { body } = await call('GET', '/v1/children/enf-1/timeline?lang=en&limit=1');
  expect(body).toMatchObject({
    language: 'en',
    earlier: 1,
    entries: [{ text: 'Public-network referral: Speech therapy → Verdun CLSC' }],
  });
});

test.each(['0', '1001', 'x', '1.5'])('a limit of %s is refused with its bounds', async (limit) => {
  const { call } = await aDoor();
  const { status, body } = await call('GET', `/v1/children/enf-1/timeline?limit=${limit}`);
  expect([status, body.issue[0].expression]).toEqual([400, ['http.limit']]);
});

test('the course of a child whom the centre does not know is 404', async () => {
  const { call } = await aDoor('vanier');
  expect((await call('GET', '/v1/children/enf-1/timeline')).status).toBe(404);
});

test('what can be no child’s number is not looked for and not said back: 404 for its requests and its course', async () => {
  const { call, searches } = await aDoor();
  for (const id of ['a'.repeat(65), 'NGUM20550412', 'enf-1%20', 'enf-1,enf-2'])
    for (const list of ['referrals', 'timeline']) {
      const { status, body } = await call('GET', `/v1/children/${id}/${list}`);
      expect([id, list, status, body.resourceType]).toEqual([id, list, 404, 'OperationOutcome']);
    }
  expect(searches).toEqual([]);
});
