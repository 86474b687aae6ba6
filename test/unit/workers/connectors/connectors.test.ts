import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '../../../../gateway/config.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { connectorsOf } from '../../../../workers/connectors/connectors.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { type AServer, aServer } from '../../../builders/a-server.ts';

const config = readConfig({
  SEALING_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
  CLSC_TOKEN: 'un-jeton-de-partenaire-assez-long',
  PARTNER_TIMEOUT_MS: '500',
});
const SIGNAL = new AbortController().signal;

const servers: AServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A partner whose server finds these Tasks; what it is asked is kept. */
async function whoFinds(found: readonly object[], { status = 200, readable = true } = {}) {
  const server = await aServer((res) =>
    res
      .writeHead(status, { 'content-type': 'application/fhir+json' })
      .end(
        JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: found.map((resource) => ({ resource })) }),
      ),
  );
  servers.push(server);
  const { id, ...partner } = aPartner({ endpoint: `${server.url}/fhir` });
  const registry = registryFrom({
    centres: [aCentre()],
    partners: [{ ...partner, id, ...(readable && { poll: { everySeconds: 60 } }) }],
  });
  const connector = connectorsOf(registry, { config }).get(id);
  return { asked: () => connector?.hasArrived?.('n-1', SIGNAL), connector, server };
}
const numbered = (system: string, value: string) => ({ resourceType: 'Task', identifier: [{ system, value }] });

test('a partner whose server is read is asked by our number, and only the Task of that number counts', async () => {
  const there = await whoFinds([numbered(IDENTIFIERS.task, 'n-1')]);
  expect(await there.asked()).toBe(true);
  expect(there.server.requests).toMatchObject([
    { method: 'GET', path: `/fhir/Task?${new URLSearchParams({ identifier: `${IDENTIFIERS.task}|n-1` })}` },
  ]);
  for (const found of [[], [numbered(IDENTIFIERS.task, 'n-2')], [numbered('urn:theirs', 'n-1')], [{}]])
    expect(await (await whoFinds(found)).asked()).toBe(false);
});

test('one that does not search this has said nothing, and one that is down is waited for', async () => {
  expect(await (await whoFinds([], { status: 501 })).asked()).toBe(false);
  await expect((await whoFinds([], { status: 503 })).asked()).rejects.toMatchObject({ kind: 'unavailable' });
});

test('of a partner whose server is not read nobody said that it can be asked', async () => {
  expect((await whoFinds([], { readable: false })).connector?.hasArrived).toBeUndefined();
});
