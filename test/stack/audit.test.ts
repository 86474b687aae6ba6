import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import type { Audit } from '../../gateway/audit/audit.ts';
import { BEGINNING, hashOf, type LinkedEntry, linkOf } from '../../gateway/audit/chain.ts';
import { entryIn, headIn } from '../../gateway/audit/chain-in-redis.ts';
import { openAudit } from '../../gateway/audit/open-audit.ts';
import { closer } from '../../gateway/process/closer.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { NO_REPLICAS } from '../../gateway/redis/replicas.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
const CENTRE = 'hochelaga';
let sandbox: StackSandbox;
let redis: Redis;
const closing = closer();
beforeAll(async () => {
  sandbox = await stackSandbox();
  redis = new Redis(sandbox.stack.redis.url);
  closing.add(() => redis.disconnect());
});
afterAll(async () => {
  await closing.close();
  await sandbox.stop();
});

/** A process of its own, as far as Redis can tell. */
const writer = (): Promise<Audit> =>
  openAudit({
    redis,
    replicas: NO_REPLICAS,
    store: fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 30_000 }),
    keptForSeconds: 600,
    log: pino({ level: 'silent' }),
    closing,
  });

const access = (child: string) => ({
  id: randomUUID(),
  centre: CENTRE,
  by: { of: { centre: CENTRE } },
  how: 'read' as const,
  kind: 'timeline',
  on: [],
  children: [child],
  at: new Date().toISOString(),
});

const eventsIn = (body: fhir4.Bundle<fhir4.FhirResource>): readonly fhir4.AuditEvent[] =>
  (body.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === 'AuditEvent' ? [resource] : []));

/** All that this sandbox’s chain has written, wherever each entry is now. */
async function chainOfSandbox(): Promise<readonly LinkedEntry[]> {
  const chain = headIn(await redis.get(redisKeys.auditHead))?.chain;
  const waiting = (await redis.xrange(redisKeys.auditStream, '-', '+')).flatMap(([, fields]) => entryIn(fields) ?? []);
  // By what no two have in common: pages of what is sorted by time overlap, and leave out; so does what begins later page by page.
  const since = new Date(Date.now() - 600_000).toISOString();
  const moved: LinkedEntry[] = [];
  for (let offset = 0; ; offset += 200) {
    const { body } = await sandbox.hapi(`AuditEvent?_sort=_id&_count=200&_offset=${offset}&date=ge${since}`);
    const found = eventsIn(body);
    for (const event of found) {
      const link = linkOf(event);
      if (link?.chain === chain && link !== undefined) moved.push({ link, event: { ...event, id: event.id ?? '' } });
    }
    if (found.length < 200) break;
  }
  const byPlace = new Map([...moved, ...waiting].map((it) => [it.link.n, it]));
  return [...byPlace.values()].sort((a, b) => a.link.n - b.link.n);
}

test('entries that four processes write at once stand in one chain, in Redis first and then in the record, each once', async () => {
  const child = id('chain');
  const writers = await Promise.all([writer(), writer(), writer(), writer()]);
  const each = Array.from({ length: 30 }, () => access(child));
  await Promise.all(writers.flatMap((audit) => each.map((one) => audit.access({ ...one, id: randomUUID() }))));
  await eventually(
    async () => redis.xlen(redisKeys.auditStream),
    (length) => length === 0,
  );
  const head = headIn(await redis.get(redisKeys.auditHead));
  // The workers go on: what they add meanwhile is not looked at.
  const entries = (await chainOfSandbox()).filter(({ link }) => link.n <= (head?.n ?? 0));
  expect(entries.at(-1)?.link).toMatchObject({ n: head?.n, hash: head?.hash });
  let previous = BEGINNING;
  for (const [nth, { link, event }] of entries.entries()) {
    expect(link).toMatchObject({ n: nth + 1, previous });
    expect(hashOf(link, event)).toBe(link.hash);
    previous = link.hash;
  }
  expect(entries.filter(({ event }) => JSON.stringify(event).includes(child))).toHaveLength(120);
});

test('a child’s circle is read only with an entry that says who read it', async () => {
  const [child, circle] = [id('child'), id('circle')];
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, child) });
  expect((await sandbox.call('GET', `/v1/care-circles/${circle}`)).status).toBe(200);
  const [event] = await eventually(
    async () => {
      const { body } = await sandbox.hapi(`AuditEvent?site=${CENTRE}&entity-name:exact=${child}`);
      return eventsIn(body);
    },
    (found) => found.length > 0,
  );
  expect(event).toMatchObject({
    action: 'R',
    agent: [{ who: { identifier: { value: CENTRE } } }, { who: { identifier: { value: CENTRE } } }],
    entity: [
      { what: { identifier: { value: circle } }, detail: [{ valueString: 'care-circle' }] },
      { what: { identifier: { value: child } } },
    ],
  });
});

test('what the audit cannot write is neither read nor disclosed: 503, and nothing of the child leaves', async () => {
  const [child, circle, referral] = [id('child-f'), id('circle-f'), id('ref-f')];
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, child) });
  const partner = sandbox.partners.get('clsc-hochelaga');
  const before = partner?.tasks().length ?? 0;
  // A head that is no text fails the script and touches nothing else of Redis.
  const head = await redis.get(redisKeys.auditHead);
  await redis.del(redisKeys.auditHead);
  await redis.lpush(redisKeys.auditHead, 'broken');
  try {
    const answer = await sandbox.call('GET', `/v1/care-circles/${circle}`);
    expect(answer.status).toBe(503);
    expect(JSON.stringify(answer.body)).toContain('Le registre des accès');
    expect(JSON.stringify(answer.body)).not.toContain(child);
    const body = aReferral(referral, child, {
      recipient: 'clsc-hochelaga',
      agreements: [anAgreement('clsc-hochelaga')],
    });
    expect((await sandbox.call('PUT', `/v1/service-referrals/${referral}`, { body })).status).toBe(201);
    const started = Date.now();
    await eventually(
      async () => Date.now() - started,
      (elapsed) => elapsed > 2_000,
    );
    expect(partner?.tasks()).toHaveLength(before);
  } finally {
    await redis.del(redisKeys.auditHead);
    if (head !== null) await redis.set(redisKeys.auditHead, head);
  }
  expect((await sandbox.call('GET', `/v1/care-circles/${circle}`)).status).toBe(200);
  await eventually(
    async () => partner?.tasks().length,
    (tasks) => tasks === before + 1,
  );
});
