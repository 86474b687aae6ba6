import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { PartnerSandbox } from '../../sandbox/partners/partner-sandbox.ts';
import { auditInRecord } from './audit-since.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { type Answer, eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
const PLATFORM = 'plateforme-sociale';
const CLSC = 'clsc-hochelaga';
const ELSEWHERE = 'clsc-olivier-guimond';
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    WATCH_EVERY_MS: '1000',
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
  });
});
afterAll(() => sandbox?.stop());

const partner = (name: string): PartnerSandbox => {
  const found = sandbox.partners.get(name);
  if (found === undefined) throw new Error(`nobody stands in for ${name}`);
  return found;
};
const referralTo = (recipient: string, changes: object = {}) =>
  aReferral(id(recipient), id(`child-${recipient}`), { recipient, agreements: [anAgreement(recipient)], ...changes });
const put = (recipient: string, changes: object = {}) =>
  sandbox.call('PUT', `/v1/service-referrals/${id(recipient)}`, { body: referralTo(recipient, changes) });
const told = (recipient: string) => sandbox.call('GET', `/v1/service-referrals/${id(recipient)}`);
const loopIs =
  (state: string) =>
  ({ body }: Answer): boolean =>
    body.record?.loop.state === state;
const deliveryIs =
  (state: string) =>
  ({ body }: Answer): boolean =>
    body.record?.deliveries[0]?.state === state;

async function asked(recipient: string): Promise<string> {
  const circle = id(`circle-${recipient}`);
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, id(`child-${recipient}`)) });
  const answer = await put(recipient);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** Redis is empty and every connection to it was cut, as after its disk was lost. */
async function loseRedis(): Promise<void> {
  const redis = new Redis(sandbox.stack.redis.url);
  await redis.flushall();
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  redis.disconnect();
}

test('Redis lost with its disk: what is in the record is delivered once, answers given meanwhile are heard, exchanges are told', async () => {
  const platform = partner(PLATFORM);
  await asked(PLATFORM);
  await eventually(() => told(PLATFORM), deliveryIs('sent'));
  const number = (await told(PLATFORM)).body.record.deliveries[0].task;
  // In the record, and its partner does not take it.
  partner(CLSC).fault({ kind: 'error-500' });
  const exchange = await asked(CLSC);
  // Kept there, and nobody here knows.
  partner(ELSEWHERE).fault({ kind: 'drop-after-receiving' });
  await asked(ELSEWHERE);
  await eventually(() => told(CLSC), deliveryIs('failing'));
  await eventually(
    async () => partner(ELSEWHERE).tasks().length,
    (kept) => kept === 1,
  );
  partner(ELSEWHERE).fault({ kind: 'refuse' });
  // That something may have left is told by the audit: of what is not in the record yet nothing is promised.
  await auditInRecord(sandbox);

  await loseRedis();
  platform.fault({ kind: 'notification-lost' });
  await platform.answer(number, { act: 'complete', outcome: 'Six paniers' });
  await put(ELSEWHERE, { version: 2, status: 'revoked', statusReason: 'La famille a changé d’idée' });
  for (const name of [CLSC, ELSEWHERE]) partner(name).fault({ kind: 'none' });

  await eventually(() => told(CLSC), deliveryIs('sent'));
  expect(partner(CLSC).tasks()).toHaveLength(1);
  expect(partner(CLSC).log().received).toHaveLength(1);
  await eventually(() => told(PLATFORM), loopIs('completed'));
  await eventually(
    async () => partner(ELSEWHERE).tasks()[0]?.status,
    (status) => status === 'cancelled',
  );
  const exchangeNow = await sandbox.call('GET', `/v1/exchanges/${exchange}`);
  expect([exchangeNow.status, exchangeNow.body.state, exchangeNow.body.identifier]).toEqual([200, 'synced', id(CLSC)]);
});
