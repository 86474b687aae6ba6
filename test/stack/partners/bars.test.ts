import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { eventually, ownMark, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** A sender of BaRS-like messages refers a child to a centre and takes that back: there is no Task in what it sends, and no way back to it. */
const BARS = 'bars-sender';
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const bars = (): PartnerSandbox => {
  const found = sandbox.partners.get(BARS);
  if (found === undefined) throw new Error(`nobody stands in for ${BARS}`);
  return found;
};
const aReferral = (mark: string) => ({
  child: { given: 'Emeka', family: `Obi${mark}`, birthDate: '2019-04-02', sex: 'male' as const },
  what: `Social pediatrics ${mark}`,
  reason: 'Alone at recess',
  note: `Ask for aunt ${mark}`,
  askedBy: 'Nurse Roy',
  centre: 'carrefour-vanier',
});
const call = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, path, { centre: 'carrefour-vanier', ...(body !== undefined && { body }) });

const listed = async (mark: string) =>
  (await call('GET', '/v1/inbound-referrals')).body.referrals.find(({ what }: { what?: string }) =>
    what?.includes(mark),
  );

/** A referral as the centre's list has it, once it is there. */
async function referred(mark: string) {
  const number = await bars().refer(aReferral(mark));
  const found = await eventually(
    () => listed(mark),
    (one) => one !== undefined,
  );
  return { number, id: found.id as string };
}

/** Where somebody like this child is known, a person says who it is. */
async function settled(id: string): Promise<void> {
  const { body } = await call('GET', '/v1/matches');
  if (!body.matches.some((one: { id: string }) => one.id === id)) return;
  const said = await call('POST', `/v1/matches/${id}`, { newChild: true, decidedBy: 'la coordonnatrice' });
  expect(said.status).toBeLessThan(300);
}

test('a referral is taken in and answered by the centre; the answer is for a person to tell', async () => {
  const mark = ownMark();
  const { id } = await referred(mark);
  await settled(id);
  const { body } = await eventually(
    () => call('GET', `/v1/inbound-referrals/${id}`),
    ({ status, body: it }) => status === 200 && it.child !== undefined,
  );
  expect(body).toMatchObject({ sender: BARS, reason: 'Alone at recess', askedBy: { name: 'Nurse Roy' } });

  const answered = await call('POST', `/v1/inbound-referrals/${id}/answers`, {
    what: 'accepted',
    happenedAt: '2026-11-22T01:00:00-05:00',
    saidBy: 'Dre Tremblay',
    recordedBy: 'la coordonnatrice',
  });
  expect(answered.status).toBeLessThan(300);
  await eventually(
    () => call('GET', `/v1/inbound-referrals/${id}`),
    ({ body: it }) => JSON.stringify(it.record).includes('to-tell'),
  );
  expect(bars().log().received).toEqual([]);
});

test('what must never be kept is nowhere afterwards; words wait for a person to read them', async () => {
  const mark = ownMark();
  const { id } = await referred(mark);
  const { body } = await call('GET', '/v1/words');
  const waiting = body.words.filter(({ request }: { request: string }) => request === id);
  expect(waiting).toMatchObject([{ where: 'ServiceRequest.note', words: `Ask for aunt ${mark}` }]);
  const kept = await sandbox.hapi(`ServiceRequest?identifier=${id}&_include=ServiceRequest:subject`);
  expect(JSON.stringify(kept.body)).toContain(`Obi${mark}`);
  expect(JSON.stringify(kept.body)).not.toMatch(/must not be kept|EthnicCategory/);
  for (const secret of ['must not be kept', `Obi${mark}`, `aunt ${mark}`])
    expect(sandbox.logged()).not.toContain(secret);
});

test('a referral that is taken back has ended', async () => {
  const mark = ownMark();
  const { number } = await referred(mark);
  await bars().cancelReferral(number);
  await eventually(
    () => listed(mark),
    ({ stage }) => stage === 'ended',
  );
});
