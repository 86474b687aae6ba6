import { afterEach, expect, test } from '@jest/globals';
import { aCollectingDoor, aTaskToCollect, numberOf } from '../../../../builders/a-collecting-door.ts';
import { SWITCHED_ON } from '../../../../builders/a-registry.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const LIST = '/fhir/Task?_include=Task:focus&_include=Task:patient';

async function listed(centre: Parameters<typeof aCollectingDoor>[1]) {
  const door = await aCollectingDoor(aTaskToCollect(1), centre);
  app = door.app;
  const { status, body } = await app.call('GET', LIST);
  const types: readonly string[] = body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.resourceType);
  return { ...door, status, types };
}

test('while a centre has it off, its Tasks come alone, and nothing has left; the request and the child are read by their number', async () => {
  const { app: door, status, types, accepted } = await listed({});
  expect([status, types, accepted]).toEqual([200, ['Task'], []]);
  for (const type of ['ServiceRequest', 'Patient'])
    expect((await door.call('GET', `/fhir/${type}/${numberOf(1)}`)).status).toBe(200);
  expect(accepted).toHaveLength(1);
});

test('where its privacy officer turned it on, the request and the child come along, and the request has left', async () => {
  const { types, accepted } = await listed({ centre: { partnerIncludes: SWITCHED_ON } });
  expect(types).toEqual(['Task', 'ServiceRequest', 'Patient']);
  expect(accepted).toHaveLength(1);
});
