import { afterEach, expect, test } from '@jest/globals';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import { changeRoutes } from '../../../../../gateway/doors/http/change-routes.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { type Change, changeFeed } from '../../../../../gateway/lanes/changes.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const change = (identifier: string, changes: Partial<Change> = {}): Change => ({
  exchange: `x-${identifier}`,
  concept: 'care-circle',
  identifier,
  change: 'revised',
  at: '2026-03-10T12:00:00Z',
  ...changes,
});

/** The door, on a feed that tells these. */
async function aDoor(told: readonly Change[], write?: () => Promise<void>) {
  const feed = changeFeed(memoryRedis().redis);
  for (const one of told) await feed.tell('verdun', one);
  const noted: Access[] = [];
  const access = async (it: Access) => {
    await write?.();
    noted.push(it);
  };
  app = await anApp(
    { '/v1/changes': changeRoutes(feed) },
    { caller: { kind: 'centre', id: 'verdun' }, audit: { access } },
  );
  return { call: app.call, noted };
}

test('a page of changes stands in the register as one entry, with each child of whom it tells once', async () => {
  const { call, noted } = await aDoor([
    change('a', { child: 'enf-1' }),
    change('b', { child: 'enf-2' }),
    change('c', { child: 'enf-1', concept: 'contact' }),
    change('d', { child: 'enf-3' }),
  ]);
  const first = await call('GET', '/v1/changes?limit=3');
  expect(first.body.changes.map(({ child }: Change) => child)).toEqual(['enf-1', 'enf-2', 'enf-1']);
  await call('GET', `/v1/changes?since=${first.body.next}`);
  expect(noted).toMatchObject([
    { kind: 'changes', how: 'search-type', centre: 'verdun', children: ['enf-1', 'enf-2'], on: [] },
    { kind: 'changes', children: ['enf-3'] },
  ]);
});

test('what names no child is noted by its own number; the directory is nobody’s', async () => {
  const { call, noted } = await aDoor([
    change('m-1', { concept: 'mother-file' }),
    change('in-1', { concept: 'inbound-referral' }),
    change('in-1', { concept: 'inbound-referral', change: 'accepted' }),
    change('biblio', { concept: 'resource' }),
  ]);
  await call('GET', '/v1/changes');
  expect(noted.map(({ on, children }) => ({ on, children }))).toEqual([
    {
      on: [
        { type: 'Patient', identifier: { system: IDENTIFIERS.motherFile('verdun'), value: 'm-1' } },
        { type: 'ServiceRequest', identifier: { system: IDENTIFIERS.request('verdun'), value: 'in-1' } },
      ],
      children: [],
    },
  ]);
});

test('with nothing new nothing is noted, and what cannot be noted is not told', async () => {
  const quiet = await aDoor([]);
  expect((await quiet.call('GET', '/v1/changes')).body).toEqual({ changes: [], next: '0' });
  expect(quiet.noted).toEqual([]);
  await app?.stop();
  const { call } = await aDoor([change('a', { child: 'enf-1' })], async () => {
    throw new GatewayError('unavailable', 'no audit');
  });
  const { status, text } = await call('GET', '/v1/changes');
  expect(status).toBe(503);
  expect(text).not.toContain('enf-1');
});
