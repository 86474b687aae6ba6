import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/access/caller.ts';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { retentionRoutes } from '../../../../../gateway/doors/http/retention-routes.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import type { FileLooked } from '../../../../../gateway/retention/file-destroyer.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';

let app: AnApp;
afterEach(() => app?.stop());

const OFFICER: Caller = { kind: 'centre', id: 'verdun', role: 'privacy', professional: 'verdun/privacy' };
const OVER = { child: 'enf-1', why: 'retention-over', decision: 'PV-1' };
const ORDER = { child: 'enf-1', why: 'order', decision: 'ORD-7' };

async function opened(against: FileLooked['against'], caller: Caller = OFFICER, audit?: () => Promise<void>) {
  const noted: Access[] = [];
  const destroyed: string[] = [];
  const looked: FileLooked = { record: { Patient: 1 }, queue: {}, against, begun: false };
  const check = conceptChecker();
  app = await anApp(
    {
      '/v1/retention': retentionRoutes({
        destroyer: {
          look: async () => looked,
          destroy: async ({ owner }, note) => {
            await note();
            destroyed.push(owner.child ?? owner.motherFile);
            return { record: looked.record, queue: { lane: 2 } };
          },
        },
        store: memoryRecord(),
        redis: memoryRedis().redis,
        registry: aRegistry(),
        check: (it) => check('destruction', it),
        body: jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 }),
        now: () => new Date('2046-03-02T12:00:00Z'),
      }),
    },
    {
      caller,
      audit: {
        access: async (it) => {
          await audit?.();
          noted.push(it);
        },
      },
    },
  );
  const destroy = (body: object) => app.call('POST', '/v1/retention/destructions', { body });
  return { noted, destroyed, destroy };
}

test.each<readonly [string, Caller]>([
  ['a program of the centre', { kind: 'centre', id: 'verdun' }],
  ['a program that says the role and no person', { kind: 'centre', id: 'verdun', role: 'privacy' }],
  ['the pivot', { kind: 'centre', id: 'verdun', role: 'pivot', professional: 'p' }],
  ['whoever operates', { kind: 'operator', id: 'nuit', role: 'privacy', professional: 'p' }],
  ['a partner', { kind: 'partner', id: 'clsc-verdun', role: 'privacy', professional: 'p' }],
])('%s does not destroy, nor looks at what would be destroyed', async (_who, caller) => {
  const { destroy, destroyed, noted } = await opened([], caller);
  expect((await destroy({ ...ORDER, really: true })).status).toBe(403);
  expect((await destroy(ORDER)).status).toBe(403);
  expect([destroyed, noted]).toEqual([[], []]);
});

test('without «really» nothing is destroyed, and that somebody looked is noted', async () => {
  const { destroy, destroyed, noted } = await opened([]);
  expect((await destroy(OVER)).body).toMatchObject({ dryRun: true, refused: false, record: { Patient: 1 } });
  expect(destroyed).toEqual([]);
  expect(noted).toMatchObject([{ kind: 'retention', how: 'search-type', children: ['enf-1'] }]);
});

test('what stands against it refuses it by name; forced with a reason it is done, and the register says that it was forced', async () => {
  const { destroy, destroyed, noted } = await opened(['loop-open', 'not-due']);
  const refused = await destroy({ ...ORDER, really: true });
  expect([refused.status, refused.body.issue.length]).toEqual([409, 2]);
  expect(destroyed).toEqual([]);
  expect((await destroy({ ...OVER, really: true, force: true })).status).toBe(422);
  expect((await destroy({ ...ORDER, really: true, force: true })).status).toBe(200);
  expect(destroyed).toEqual(['enf-1']);
  expect(noted).toMatchObject([{ kind: 'file', how: 'delete', children: ['enf-1'], why: 'order ORD-7 force' }]);
});

test('another person’s file that names this one cannot be forced past', async () => {
  const { destroy, destroyed } = await opened(['mother-file']);
  expect((await destroy({ ...ORDER, really: true, force: true })).status).toBe(409);
  expect(destroyed).toEqual([]);
});

test('the file of an expectant mother is destroyed under its own number; one file at a time', async () => {
  const { destroy, destroyed, noted } = await opened([]);
  const { child: _child, ...hers } = { ...OVER, motherFile: 'dossier-1', really: true };
  for (const body of [
    { ...hers, child: 'enf-1' },
    { ...hers, motherFile: undefined },
  ])
    expect((await destroy(body)).status).toBe(422);
  expect((await destroy(hers)).status).toBe(200);
  expect(destroyed).toEqual(['dossier-1']);
  const identifier = { system: IDENTIFIERS.motherFile('verdun'), value: 'dossier-1' };
  expect(noted).toMatchObject([
    { kind: 'mother-file', how: 'delete', children: [], on: [{ type: 'Patient', identifier }] },
  ]);
});

test('what the register cannot hold is not destroyed', async () => {
  const { destroy, destroyed } = await opened([], OFFICER, async () => {
    throw new GatewayError('unavailable', 'no audit');
  });
  expect((await destroy({ ...OVER, really: true })).status).toBe(503);
  expect(destroyed).toEqual([]);
});

test('a name cannot stand where the number of the decision does', async () => {
  const { destroy } = await opened([]);
  expect((await destroy({ ...OVER, decision: 'Mme Tremblay le demande' })).status).toBe(422);
});
