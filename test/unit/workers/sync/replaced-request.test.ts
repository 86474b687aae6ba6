import { expect, test } from '@jest/globals';
import { agreedTo, circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const EXCHANGE = '00000000-0000-5000-8000-00000000000';

/** A child with a referral, and what is answered to it. */
async function aReferral(...said: readonly Parameters<typeof anAnswerEvent>[0][]) {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  let nth = 0;
  for (const answer of said) {
    nth += 1;
    await bench.put(anAnswerEvent(answer, { exchangeId: `${EXCHANGE}${nth}` }));
  }
  const refusal = async (event: ReturnType<typeof referralEvent>): Promise<string | undefined> => {
    const state = await bench.put(event);
    if (state !== 'refused') return undefined;
    const { failure, issues = [] } = bench.outcomes.get(event.exchangeId) ?? {};
    expect([failure, issues.map(({ expression }) => expression)]).toEqual(['invalidInput', ['replaces']]);
    return issues[0]?.text.en;
  };
  return { ...bench, refusal };
}
const next = (changes: Parameters<typeof referralEvent>[0] = {}) =>
  referralEvent({
    id: 'ref-2',
    replaces: 'ref-1',
    recipient: 'hopital',
    agreements: [agreedTo('hopital')],
    ...changes,
  });

test('a request that has ended is resumed by a new one, which points to it', async () => {
  for (const what of ['declined', 'completed', 'failed', 'family-ended', 'entered-in-error'] as const) {
    const { put, record } = await aReferral({ what });
    expect([what, await put(next())]).toEqual([what, 'synced']);
    const [old, resumed] = record.ofType('ServiceRequest');
    expect(resumed?.replaces).toMatchObject([
      { reference: `ServiceRequest/${old?.id}`, identifier: { value: 'ref-1' } },
    ]);
    expect(record.ofType('Task').at(-1)?.status).toBe('requested');
  }
});

test.each([
  ['one that nobody has answered', []],
  ['one that is under way', [{ what: 'accepted' }]],
  ['one that is paused', [{ what: 'awaiting-information' }]],
] as const)('%s is not replaced: it is revised or withdrawn', async (_what, said) => {
  const { refusal } = await aReferral(...said);
  expect(await refusal(next())).toContain('has not ended');
});

test('one that was asked to stop has not ended before its owner has answered', async () => {
  const { put, refusal } = await aReferral({ what: 'accepted' });
  await put(referralEvent({ version: 2, status: 'revoked' }));
  expect(await refusal(next())).toContain('has not ended');
  await put(anAnswerEvent({ what: 'cancelled' }, { exchangeId: `${EXCHANGE}9` }));
  expect(await refusal(next({ version: 2 }))).toBeUndefined();
});

test('one that never left has ended once it was taken back', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  const unagreed = { recipient: 'hopital', agreements: [agreedTo('clsc-verdun')] };
  await bench.put(referralEvent(unagreed));
  expect(await bench.put(next())).toBe('refused');
  await bench.put(referralEvent({ ...unagreed, version: 2, status: 'revoked' }));
  expect(await bench.put(next({ version: 2 }))).toBe('synced');
});

test('a request is replaced once; one entered in error has replaced nothing', async () => {
  const { put, refusal } = await aReferral({ what: 'declined' });
  await put(next());
  expect(await refusal(next({ id: 'ref-3' }))).toContain('already replaced');
  await put(next({ version: 2, status: 'entered-in-error' }));
  expect(await refusal(next({ id: 'ref-3', version: 2 }))).toBeUndefined();
});

test('the thread goes on in the new request only; the old one may still be closed', async () => {
  const { put, refusal } = await aReferral({ what: 'declined' });
  await put(next());
  expect(
    await refusal(referralEvent({ version: 2, recipient: 'hopital', agreements: [agreedTo('hopital')] })),
  ).toContain('go on in that one');
  expect(await refusal(referralEvent({ version: 3, status: 'completed' }))).toBeUndefined();
});

test('another child’s request is not replaced', async () => {
  const { put, refusal } = await aReferral({ what: 'declined' });
  await put(circleEvent({ id: 'cercle-2', child: { id: 'enf-2', name: { text: 'Zoé' } } }));
  expect(
    await refusal(next({ child: { id: 'enf-2' }, agreements: [{ ...agreedTo('hopital'), by: { kind: 'child' } }] })),
  ).toContain('another child');
});

test('what a request replaces is said when it is made: no request comes to replace one that came after it', async () => {
  const { put, refusal } = await aReferral({ what: 'declined' });
  await put(referralEvent({ id: 'ref-0', version: 1 }));
  expect(await refusal(referralEvent({ id: 'ref-0', version: 2, replaces: 'ref-1' }))).toContain('when it is made');
  expect(await refusal(referralEvent({ id: 'ref-7', replaces: 'ref-7' }))).toContain('does not replace itself');
});

test('a revision that says again what it replaces changes nothing of that', async () => {
  const { put, record } = await aReferral({ what: 'declined' });
  await put(next());
  expect(await put(next({ version: 2, reason: 'La famille insiste' }))).toBe('synced');
  expect(record.ofType('ServiceRequest')[1]?.replaces).toHaveLength(1);
});

test('a request that replaces one that is not there yet waits for it', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  expect(await bench.put(next())).toBe('waiting');
});
