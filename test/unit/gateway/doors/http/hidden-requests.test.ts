import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { exchangeRoutes } from '../../../../../gateway/doors/http/exchange-routes.ts';
import { inboundRoutes } from '../../../../../gateway/doors/http/inbound-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { wordsRoutes } from '../../../../../gateway/doors/http/words-routes.ts';
import type { WordsWaiting } from '../../../../../gateway/hearing/words-desk.ts';
import type { Exchange } from '../../../../../gateway/lanes/exchanges.ts';
import { inboundReader } from '../../../../../gateway/record/inbound-reader.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { memoryWords } from '../../../../builders/a-hearing.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { aServiceRequest, ofKind } from '../../../../builders/a-service-request.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const AT = '2026-03-10T15:00:00Z';
const LEGAL = 'jur-1';
const SERVICE = 'ref-1';
const CLINICAL: Caller = { kind: 'centre', id: 'verdun', role: 'clinical', professional: 'inf-1' };
const PIVOT: Caller = { ...CLINICAL, role: 'pivot' };

const words = (id: string, request: string): WordsWaiting => ({
  id,
  centre: 'verdun',
  from: 'clsc-verdun',
  request,
  where: 'Task.note',
  words: `mots sur ${request}`,
  heardAt: AT,
});

const exchange = (id: string, identifier: string): Exchange => ({
  id,
  centre: 'verdun',
  kind: 'concept',
  concept: 'service-referral',
  identifier,
  state: 'refused',
  acceptedAt: AT,
});

/** A centre with a legal referral and one to a CLSC, words about both, and an exchange about each number. */
async function theDoor(caller: Caller) {
  const numbered = (value: string) => ({ id: value, identifier: [{ system: IDENTIFIERS.request('verdun'), value }] });
  const store = memoryRecord([
    aServiceRequest({ ...numbered(LEGAL), ...ofKind('legal-referral') }),
    aServiceRequest(numbered(SERVICE)),
  ]);
  const { intake, accepted } = anIntake();
  const desk = memoryWords();
  await desk.keepWaiting([words('w-legal', LEGAL), words('w-service', SERVICE)]);
  const settled = { ...desk, decidedOf: async () => ({ decision: 'dropped', request: LEGAL }) as const };
  const known = [exchange('x-legal', LEGAL), exchange('x-service', SERVICE)];
  const loops = { read: async () => ({ deliveries: [{ state: 'sent' }] }) };
  const deps = {
    check: () => [],
    intake,
    store,
    finder: { childOf: async () => 'enf-1' } as never,
    registry: aRegistry(),
    body: jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 }),
    now: () => new Date(AT),
    log: quietLog(),
  };
  await app?.stop();
  app = await anApp(
    {
      '/v1/words': wordsRoutes({ ...deps, words: desk }),
      '/v1/settled': wordsRoutes({ ...deps, words: settled }),
      '/v1/inbound-referrals': inboundRoutes({
        ...deps,
        reader: undefined as never,
        inboundReader: inboundReader({ store, loops: loops as never }),
      }),
      '/v1/exchanges': exchangeRoutes({
        exchanges: { find: async (id: string) => known.find((one) => one.id === id) } as never,
        loops: loops as never,
        store,
      }),
    },
    { caller },
  );
  return { call: app.call, accepted, desk };
}

test('words about a request that is not for the caller are in no list of theirs, and cannot be settled, as if they were not there', async () => {
  const { call, desk } = await theDoor(CLINICAL);
  const { body } = await call('GET', '/v1/words');
  expect([body.words.map(({ id }: { id: string }) => id), body.more]).toEqual([['w-service'], false]);
  const drop = { body: { drop: true, decidedBy: 'x' } };
  const unknown = await call('POST', '/v1/words/w-rien', drop);
  const hidden = await call('POST', '/v1/words/w-legal', drop);
  const decided = await call('POST', '/v1/settled/w-rien', drop);
  expect([unknown.status, hidden.status, hidden.text, decided.text]).toEqual([404, 404, unknown.text, unknown.text]);
  expect(desk.all.map(({ id }) => id)).toEqual(['w-legal', 'w-service']);
  expect((await call('POST', '/v1/words/w-service', drop)).status).toBe(200);

  const pivots = await theDoor(PIVOT);
  expect((await pivots.call('GET', '/v1/words')).body.words).toHaveLength(2);
  expect((await pivots.call('POST', '/v1/words/w-legal', drop)).status).toBe(200);
  expect((await pivots.call('POST', '/v1/settled/w-rien', drop)).status).toBe(200);
});

test('a request of the centre’s own is answered by no address of what partners ask', async () => {
  const { call, accepted } = await theDoor(CLINICAL);
  const answers = [LEGAL, SERVICE, 'rien-1'].map((number) => `/v1/inbound-referrals/${number}/answers`);
  const heard = await Promise.all(answers.map((path) => call('POST', path, { body: { what: 'accepted' } })));
  expect(heard.map(({ status, text }) => [status, text])).toEqual(heard.map(() => [404, heard[2]?.text]));
  expect(accepted).toEqual([]);
});

test('an exchange tells the loop of its number only where the request that has it is for the caller', async () => {
  const { call } = await theDoor(CLINICAL);
  expect((await call('GET', '/v1/exchanges/x-legal')).body).not.toHaveProperty('deliveries');
  expect((await call('GET', '/v1/exchanges/x-service')).body).toHaveProperty('deliveries');
  const pivots = await theDoor(PIVOT);
  expect((await pivots.call('GET', '/v1/exchanges/x-legal')).body).toHaveProperty('deliveries');
});
