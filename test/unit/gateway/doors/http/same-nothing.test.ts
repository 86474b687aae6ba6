import { afterEach, expect, test } from '@jest/globals';
import { scopesIn } from '../../../../../gateway/access/scopes.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { exchangeRoutes } from '../../../../../gateway/doors/http/exchange-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { partnerTaskRoutes } from '../../../../../gateway/doors/http/partner-task-routes.ts';
import { taskCursors } from '../../../../../gateway/doors/http/task-cursor.ts';
import type { Exchange } from '../../../../../gateway/lanes/exchanges.ts';
import { sealWith } from '../../../../../gateway/lanes/sealing.ts';
import type { FhirStore } from '../../../../../gateway/record/fhir-store.ts';
import { type Registry, registryFrom } from '../../../../../gateway/registry.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { SCOPES } from '../../../../../sandbox/access/token-source.ts';
import { aMother, aPatient } from '../../../../builders/a-patient.ts';
import { aCentre, aPartner, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import {
  anAgreementWith,
  aRevision,
  aSafeContact,
  aServiceRequest,
  ofKind,
} from '../../../../builders/a-service-request.ts';
import { aTask, ownedBy } from '../../../../builders/a-task.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { collecting } from '../../../../builders/collecting.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';

const { endpoint: _endpoint, ...poller } = aPartner({ id: 'clsc-releve', transport: 'fhir-poll' });
const cursors = taskCursors({ seal: sealWith([{ id: 'k', key: Buffer.alloc(32, 7) }]), now: () => new Date() });

type CentreSays = Parameters<typeof aCentre>[0];
const registryOf = (centre: CentreSays, another: CentreSays): Registry =>
  registryFrom({
    centres: [aCentre(centre), aCentre({ ...another, id: 'vanier' })],
    partners: [poller, { ...poller, id: 'autre-releve' }, { ...poller, id: 'sa-vue-est-etroite', lens: 'community' }],
  });
const MORE = { partnerEverything: SWITCHED_ON, partnerHistory: SWITCHED_ON };
/** Whether the centre whose request it is lets a partner ask more of what it reads, or only another one does. */
const OFF = registryOf({}, MORE);
const ON = registryOf(MORE, {});
let app: AnApp | undefined;
afterEach(async () => app?.stop());

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const UNKNOWN = '00000000-0000-5000-8000-000000000009';
const AT = '2026-03-10T15:00:00Z';

/** The record, and every question that it was asked: its kind, and by what. */
function askedOf(resources: readonly fhir4.FhirResource[]) {
  const record = memoryRecord(resources);
  const questions: string[] = [];
  const store: FhirStore = {
    ...record,
    search: async (type, params) => {
      questions.push(`${type}?${Object.keys(params).sort().join('&')}`);
      return record.search(type, params);
    },
    read: async (type, id) => {
      questions.push(`${type}/`);
      return record.read(type, id);
    },
  };
  return { store, questions };
}

/** One request on record, and the door for partners as this one calls at it. */
async function partnersDoor(
  caller: string,
  request: Partial<fhir4.ServiceRequest>,
  task: Partial<fhir4.Task> = {},
  registry: Registry = ON,
) {
  const { store, questions } = askedOf([
    aTask({ owner: ownedBy('clsc-releve'), ...task }),
    aServiceRequest({ performer: [ownedBy('clsc-releve')], ...request }),
    aPatient(),
    aMother(),
  ]);
  const now = () => new Date(AT);
  const audit = { disclosure: async () => undefined, mayHaveLeft: async () => false };
  const holds = {
    bearOn: async () => {
      questions.push('holds');
      return false;
    },
  };
  const { collected, reads } = collecting({ store, registry, audit, holds, now }, cursors);
  const hearing = { hear: async () => ({ messageId: 'm', exchanges: [], issues: [] }) };
  const body = jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 });
  const routes = {
    '/fhir': reads,
    '/fhir/': partnerTaskRoutes({ check: () => [], registry, collected, hearing, body }),
  };
  await app?.stop();
  app = await anApp(routes, { caller: { kind: 'partner', id: caller, scopes: scopesIn(SCOPES.partner) } });
  return { call: app.call, questions };
}

const AGREED = (partner: string) => ({ extension: [aRevision(4), aSafeContact(), anAgreementWith(partner)] });

/** Everything that nothing may be seen of. */
const NOTHING: readonly (readonly [string, Parameters<typeof partnersDoor>, string])[] = [
  ['that nobody knows', ['clsc-releve', AGREED('clsc-releve')], UNKNOWN],
  ['that is another partner’s', ['autre-releve', AGREED('clsc-releve')], NUMBER],
  ['to which nobody agreed', ['clsc-releve', { extension: [aRevision(4), aSafeContact()] }], NUMBER],
  [
    'of which its lens shows nothing',
    ['clsc-releve', { ...AGREED('clsc-releve'), ...ofKind('legal-referral') }],
    NUMBER,
  ],
  [
    'that was restricted since',
    [
      'sa-vue-est-etroite',
      { ...AGREED('sa-vue-est-etroite'), meta: { security: [{ system: FOREIGN.confidentiality, code: 'R' }] } },
      { owner: ownedBy('sa-vue-est-etroite') },
    ],
    NUMBER,
  ],
];

/** What an answer says, but for when. */
const saidBy = ({ status, text, headers }: Awaited<ReturnType<AnApp['call']>>) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== 'date'),
});

const TYPES = ['Task', 'ServiceRequest', 'Patient', 'DocumentReference'] as const;
const VERSIONS = TYPES.flatMap((type) => [`${type}/NUMBER/_history`, `${type}/NUMBER/_history/0123456789abcdef`]);
const EVERYTHING = 'Patient/NUMBER/$everything';

test.each([...TYPES.map((type) => `${type}/NUMBER`), ...VERSIONS, EVERYTHING])(
  'a partner that asks for %s hears the same, after the same questions to the record, whether it is unknown, another’s, or hidden',
  async (path) => {
    const heard = [];
    for (const [what, standing, number] of NOTHING) {
      const { call, questions } = await partnersDoor(...standing);
      heard.push({ what, ...saidBy(await call('GET', `/fhir/${path.replace('NUMBER', number)}`)), questions });
    }
    const [first, ...others] = heard;
    expect(first?.status).toBe(404);
    for (const other of others) expect(other).toEqual({ ...first, what: other.what });
  },
);

test.each([...VERSIONS, EVERYTHING])(
  'a partner that asks for %s where the centre has that off hears of what it may read the same as of what is unknown, after the same questions to the record',
  async (path) => {
    const heard = [];
    for (const [number, registry] of [
      [UNKNOWN, ON],
      [UNKNOWN, OFF],
      [NUMBER, OFF],
    ] as const) {
      const { call, questions } = await partnersDoor('clsc-releve', AGREED('clsc-releve'), {}, registry);
      heard.push({ ...saidBy(await call('GET', `/fhir/${path.replace('NUMBER', number)}`)), questions });
    }
    const [first, ...others] = heard;
    expect(first?.status).toBe(404);
    for (const other of others) expect(other).toEqual(first);
  },
);

test('a version that does not stand is told as an unknown number is', async () => {
  for (const type of ['Task', 'ServiceRequest', 'Patient'] as const) {
    const { call } = await partnersDoor('clsc-releve', AGREED('clsc-releve'));
    const asked = (number: string) => call('GET', `/fhir/${type}/${number}/_history/1`);
    expect(saidBy(await asked(NUMBER))).toEqual(saidBy(await asked(UNKNOWN)));
  }
});

test('a partner that writes about a Task which is unknown, another’s or hidden hears the same', async () => {
  const heard = [];
  for (const [what, standing, number] of NOTHING) {
    const { call } = await partnersDoor(...standing);
    const body = { resourceType: 'Task', id: number, status: 'accepted', intent: 'order' };
    heard.push({ what, ...saidBy(await call('PUT', `/fhir/Task/${number}`, { body })) });
  }
  const [first, ...others] = heard;
  expect(first?.status).toBe(404);
  for (const other of others) expect(other).toEqual({ ...first, what: other.what });
});

test('what may be seen is: the door is not shut to everybody', async () => {
  const { call } = await partnersDoor('clsc-releve', AGREED('clsc-releve'));
  for (const path of [`Task/${NUMBER}`, `Task/${NUMBER}/_history`, `Patient/${NUMBER}/$everything`])
    expect([path, (await call('GET', `/fhir/${path}`)).status]).toEqual([path, 200]);
});

/** The exchanges door, for one centre, over what Redis still has and what only the record has. */
async function exchangesDoor(centre: string) {
  const verduns: Exchange = {
    id: NUMBER,
    centre: 'verdun',
    kind: 'concept',
    concept: 'care-circle',
    identifier: 'cercle-1',
    state: 'synced',
    acceptedAt: AT,
  };
  const circle: fhir4.CareTeam = {
    resourceType: 'CareTeam',
    id: 'circle-1',
    identifier: [{ system: IDENTIFIERS.careCircle('verdun'), value: 'cercle-1' }],
  };
  const trace: fhir4.Provenance = {
    resourceType: 'Provenance',
    id: FORGOTTEN,
    recorded: AT,
    target: [{ reference: 'CareTeam/circle-1' }],
    activity: { coding: [{ code: 'CREATE' }] },
    agent: [],
  };
  const { store, questions } = askedOf([circle, trace]);
  const find = async (id: string) => (id === NUMBER ? verduns : undefined);
  const loops = { read: async () => ({ deliveries: [] }) };
  const caller: Caller = { kind: 'centre', id: centre };
  await app?.stop();
  app = await anApp(
    { '/v1/exchanges': exchangeRoutes({ exchanges: { find } as never, loops: loops as never, store }) },
    { caller },
  );
  return { call: app.call, questions };
}
const FORGOTTEN = 'a1b2c3d4-0000-5000-8000-000000000002';

test('a centre that asks for an exchange hears the same, after the same questions to the record, whether it is unknown or another’s', async () => {
  const heard = [];
  for (const id of [UNKNOWN, NUMBER, FORGOTTEN]) {
    const { call, questions } = await exchangesDoor('vanier');
    heard.push({ ...saidBy(await call('GET', `/v1/exchanges/${id}`)), questions });
  }
  const [first, ...others] = heard;
  expect(first?.status).toBe(404);
  for (const other of others) expect(other).toEqual(first);
  for (const id of [NUMBER, FORGOTTEN]) {
    const { call } = await exchangesDoor('verdun');
    expect((await call('GET', `/v1/exchanges/${id}`)).body).toMatchObject({ identifier: 'cercle-1', state: 'synced' });
  }
});
