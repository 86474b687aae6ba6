import { afterEach, expect, test } from '@jest/globals';
import type { Attempt } from '../../../../sandbox/partners/journal.ts';
import type { PartnerSandbox } from '../../../../sandbox/partners/partner-sandbox.ts';
import { FHIR_REST } from '../../../../sandbox/partners/protocols/fhir-rest.ts';
import type { Protocol, ReferralSent } from '../../../../sandbox/partners/protocols/protocol.ts';
import { aMessage } from './a-message.ts';
import { postMessage, startClsc } from './a-partner.ts';

const REFERRAL = {
  child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02' },
  what: 'Pédiatrie sociale',
} as const;

let partner: PartnerSandbox | undefined;
afterEach(async () => partner?.stop());

/** A partner whose referrals end as told, one after the other, and what it sent. */
async function referring(...attempts: readonly Attempt[]) {
  const sent: ReferralSent[] = [];
  const next = async (one: ReferralSent): Promise<Attempt> => {
    sent.push(one);
    return attempts[Math.min(sent.length, attempts.length) - 1] ?? { result: 'taken', status: 200 };
  };
  const protocol: Protocol = { ...FHIR_REST, referrals: () => ({ refer: next, cancel: next }) };
  partner = await startClsc({ protocol });
  return { partner, sent };
}

test('a referral gets a number of the partner’s own, and stands in its log with what became of it', async () => {
  const { partner, sent } = await referring({ result: 'taken', status: 202 });
  const numbers = [await partner.refer(REFERRAL), await partner.refer(REFERRAL)];
  expect(new Set(numbers).size).toBe(2);
  expect(sent.map(({ number }) => number.value)).toEqual(numbers);
  expect(partner.log().referred).toMatchObject([
    { number: { value: numbers[0] }, referral: REFERRAL, cancelled: false, attempt: { result: 'taken' } },
    { number: { value: numbers[1] }, cancelled: false },
  ]);
});

test('a gateway that is away is tried again; one that refuses is not, and the log keeps it', async () => {
  const away: Attempt = { result: 'not-delivered', willRetry: true, because: 'ECONNREFUSED' };
  const { partner, sent } = await referring(away, away, { result: 'refused', status: 422 });
  await expect(partner.refer(REFERRAL)).rejects.toMatchObject({ status: 422 });
  expect(sent).toHaveLength(3);
  expect(partner.log().referred).toMatchObject([{ attempt: { result: 'refused', status: 422 } }]);
});

test('a referral is taken back under its number, and only one that was made', async () => {
  const { partner, sent } = await referring({ result: 'taken', status: 200 });
  const number = await partner.refer(REFERRAL);
  await partner.cancelReferral(number);
  expect(sent.map((one) => one.number.value)).toEqual([number, number]);
  expect(partner.log().referred.map(({ cancelled }) => cancelled)).toEqual([false, true]);
  await expect(partner.cancelReferral('never')).rejects.toMatchObject({ status: 404 });
});

test('a partner whose protocol refers nobody says so', async () => {
  const { referrals: _referrals, ...silent } = FHIR_REST;
  partner = await startClsc({ protocol: silent });
  await expect(partner.refer(REFERRAL)).rejects.toMatchObject({ status: 501 });
});

test('a notification that is lost leaves the answer kept here, undelivered, and is not tried again', async () => {
  partner = await startClsc();

  await postMessage(partner, aMessage());
  partner.fault({ kind: 'notification-lost', times: 1 });
  const answered = await partner.answer('r-1', { act: 'accept' });
  expect(answered).toMatchObject({ result: 'not-delivered', attempts: [{ willRetry: false }] });
  expect(partner.tasks()[0]?.status).toBe('accepted');
  // The endpoint itself answers all the same.
  expect((await postMessage(partner, aMessage({ message: 'm-2' }))).status).toBe(200);
});
