import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../../sandbox/partners/acts.ts';
import { anAnswer } from './concept-examples.ts';
import { type Announced, type PageBench, pageBench, SECRETS } from './page-bench.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
let bench: PageBench;
beforeAll(async () => {
  sandbox = await stackSandbox({ PAGE_CORRECTABLE_MS: '3000', DELIVERY_FIRST_RETRY_MS: '100' });
  bench = pageBench(sandbox, id);
});
afterAll(() => sandbox.stop());

/** Answers as a person does on the page, and waits until the answer is where the request stands. */
async function said({ number, deliveryWhen }: Announced, answer: Answer, wanted: Readonly<Record<string, string>>) {
  expect((await bench.maison.answer(number, answer)).result).toBe('taken');
  return deliveryWhen((it) => Object.entries(wanted).every(([name, value]) => it[name] === value));
}

test('an answer on the page goes the way of every other, after its time, with who said it and by which channel', async () => {
  const request = await bench.announced('way');
  const logged = await bench.maison.answer(request.number, { act: 'accept', by: 'Rosalie' });
  expect([logged.result, (await request.deliveryWhen(() => true)).status]).toEqual(['taken', 'requested']);
  await request.deliveryWhen(({ status }) => status === 'accepted');
  expect((await bench.actsOf('way')).map(({ what, channel, saidBy }) => [what, channel, saidBy])).toEqual([
    ['dispatched', 'web-page', expect.anything()],
    ['accepted', 'web-page', 'Rosalie'],
  ]);
});

test('a whole life by the page: more is asked and brought, then accepted, dated, missed, begun and done', async () => {
  const request = await bench.announced('life');
  await said(request, { act: 'ask-for-more', text: 'Quelle langue à la maison ?' }, { status: 'on-hold' });
  await bench.linksAfter(() => bench.prescribe('life', { version: 2, what: 'Un groupe en vietnamien' }));
  await said(request, { act: 'accept' }, { status: 'accepted' });
  const appointmentAt = '2026-12-05T09:30:00-05:00';
  await said(request, { act: 'schedule', at: appointmentAt }, { businessStatus: 'scheduled', appointmentAt });
  await said(request, { act: 'no-show' }, { businessStatus: 'no-show', status: 'accepted' });
  await said(request, { act: 'start' }, { status: 'in-progress' });
  await said(request, { act: 'complete', outcome: 'Trois samedis' }, { status: 'completed', outcome: 'Trois samedis' });
  const known = bench.maison.tasks().find(({ identifier }) => identifier.value === request.number);
  expect(known?.status).toBe('completed');
});

test('only the last answer is applied when it was corrected, and none when it was taken back', async () => {
  const corrected = await bench.announced('corrected');
  const { session } = await bench.opened(corrected.link);
  await bench.post('answers', { what: 'accepted', saidBy: 'Rosalie' }, session);
  const declined = { what: 'declined', reason: 'full', words: 'Pas avant mars' };
  const { body } = await bench.post('answers', { ...declined, saidBy: 'Rosalie' }, session);
  expect(body.pending).toMatchObject(declined);

  const takenBack = await bench.announced('taken-back');
  const again = (await bench.opened(takenBack.link)).session;
  await bench.post('answers', { what: 'accepted', saidBy: 'Rosalie' }, again);
  expect((await bench.post('answers/withdrawal', undefined, again)).status).toBe(200);

  await corrected.deliveryWhen(({ status }) => status === 'rejected');
  expect((await bench.actsOf('corrected')).map(({ what }) => what)).toEqual(['dispatched', 'declined']);
  // An answer that was given later is applied: had this one still stood, it would be too.
  await said(await bench.announced('taken-back-other'), { act: 'accept' }, { status: 'accepted' });
  expect((await takenBack.deliveryWhen(() => true)).status).toBe('requested');
});

test('when the loop ends, the session closes and the link opens nothing', async () => {
  const request = await bench.announced('done');
  const { session } = await bench.opened(request.link);
  await bench.post('answers', { what: 'completed', outcome: 'Trois samedis', saidBy: 'Rosalie' }, session);
  await request.deliveryWhen(({ status }) => status === 'completed');
  expect((await bench.post('request', undefined, session)).status).toBe(403);
  await bench.expectNothing(request.link);
});

/** What comes by mail when this happens. */
async function mailAfter(act: () => Promise<unknown>) {
  const before = bench.maison.mails().length;
  await act();
  const mails = await eventually(
    async () => bench.maison.mails(),
    ({ length }) => length > before,
  );
  return mails.at(-1);
}

test('when the request is withdrawn, the link opens nothing, and the partner is told that and nothing else', async () => {
  const { link } = await bench.announced('gone');
  const mail = await mailAfter(() =>
    sandbox.call('POST', `/v1/referrals/${id('gone')}/answers`, {
      body: anAnswer('family-ended', { reason: 'family-not-wanted' }),
    }),
  );
  expect(mail?.subject).toBe('Une demande est retirée');
  for (const secret of SECRETS) expect(mail?.text).not.toContain(secret);
  await bench.expectNothing(link);
});

test('accepted work that is asked to stop is said to be withdrawn, and the page is closed to it', async () => {
  const request = await bench.announced('stopped');
  await said(request, { act: 'accept' }, { status: 'accepted' });
  const mail = await mailAfter(() => bench.prescribe('stopped', { version: 2, status: 'revoked' }));
  expect(mail?.subject).toBe('Une demande est retirée');
  const stopped = await request.deliveryWhen(({ businessStatus }) => businessStatus === 'cancel-requested');
  expect(stopped.status).toBe('accepted');
  await bench.expectNothing(request.link);
});
