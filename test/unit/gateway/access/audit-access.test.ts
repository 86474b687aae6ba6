import { expect, test } from '@jest/globals';
import type { AccessSettings, TrustedIssuer } from '../../../../gateway/access/access-settings.ts';
import { auditAccess } from '../../../../gateway/access/audit-access.ts';
import { operatorActEvent } from '../../../../gateway/audit/operator-act-event.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const AT = '2026-03-10T12:00:00.000Z';
const ISSUER = 'https://connexion.exemple';
const issuer = (changes: Partial<TrustedIssuer> = {}): TrustedIssuer => ({
  issuer: ISSUER,
  keys: { url: new URL(`${ISSUER}/jwks`) },
  algorithms: ['ES256'],
  tokenTypes: ['at+jwt'],
  vouchesFor: { centres: ['verdun'], partners: [], operators: false },
  endpoints: {},
  ...changes,
});
const settings = (changes: Partial<AccessSettings> = {}): AccessSettings => ({
  audience: 'https://passerelle.exemple/',
  issuers: [issuer()],
  tokenLifeMaxSeconds: 3_600,
  listedOnly: [],
  clients: [],
  professionals: [],
  ...changes,
});
const julie = { id: 'pro-17', centre: 'verdun', roles: ['pivot'] } as const;
const clinic = { id: 'clinique', issuer: ISSUER, centre: 'verdun' };

const ID = '5f1d2c3b-4a59-5e68-8776-95a4b3c2d1e0';

/** Processes that share a Redis and an audit, each with a file of its own. */
function anInstallation() {
  const { redis } = memoryRedis();
  const acts: fhir4.AuditEvent[] = [];
  const state = { fails: false };
  const start = (file: { now: AccessSettings }) =>
    auditAccess({
      redis,
      settings: () => file.now,
      audit: {
        act: async (act) => {
          if (state.fails) throw new Error('no audit');
          acts.push(operatorActEvent(act, ID));
        },
      },
      now: () => new Date(AT),
    });
  /** What was written since it was last asked. */
  const told = () =>
    acts
      .splice(0)
      .flatMap(({ entity = [] }) => entity.map((it) => `${it.detail?.[0]?.valueString} ${it.what?.identifier?.value}`));
  return { start, told, acts, state };
}

test('who is added, changed or removed in the access file is in the audit by number, once, whichever process saw it', async () => {
  const { start, told, acts } = anInstallation();
  const file = { now: settings({ professionals: [julie] }) };
  const [one, other] = [start(file), start(file)];
  for (const look of [one, other, one]) await look();
  expect(told()).toEqual(['https://passerelle.exemple/', ISSUER, 'pro-17'].map((it) => `access-added ${it}`));

  file.now = settings({ professionals: [{ ...julie, suspendedFrom: '2026-03-10' }], clients: [clinic] });
  for (const look of [other, one, other]) await look();
  expect(acts[0]).toMatchObject({
    agent: [{ altId: 'access-file' }],
    recorded: AT,
    entity: [{ what: { identifier: { system: ISSUER, value: 'clinique' } } }],
  });
  expect(acts[1]).toMatchObject({
    entity: [{ what: { identifier: { system: IDENTIFIERS.professionalRole('verdun'), value: 'pro-17' } } }],
  });
  expect(acts.flatMap(breachesOf)).toEqual([]);
  expect(told()).toEqual(['access-added clinique', 'access-changed pro-17']);

  file.now = settings({ clients: [clinic] });
  await one();
  expect(told()).toEqual(['access-removed pro-17']);
});

test.each([
  [
    'other keys of a server',
    settings({ issuers: [issuer({ keys: { url: new URL('https://ailleurs.exemple/') } })] }),
    ISSUER,
  ],
  [
    'a server that may speak of more',
    settings({ issuers: [issuer({ vouchesFor: { centres: 'all', partners: [], operators: false } })] }),
    ISSUER,
  ],
  ['who must be listed', settings({ listedOnly: ['clients'] }), 'https://passerelle.exemple/'],
] as const)('%s is a change', async (_what, changed, value) => {
  const { start, told } = anInstallation();
  const file = { now: settings() };
  await start(file)();
  told();
  file.now = changed;
  // A process that was not there before, after a restart.
  await start(file)();
  expect(told()).toEqual([`access-changed ${value}`]);
});

test('what could not be written is written at the next look, and a file of many is written by the hundred', async () => {
  const { start, acts, state } = anInstallation();
  const professionals = Array.from({ length: 250 }, (_, nth) => ({ id: `pro-${nth}`, centre: 'verdun' }));
  const look = start({ now: settings({ professionals }) });
  state.fails = true;
  await expect(look()).rejects.toThrow('no audit');
  state.fails = false;
  await look();
  expect(acts.map(({ entity }) => entity?.length)).toEqual([100, 100, 52]);
});
