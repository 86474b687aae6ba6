import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTerminal, type ReferralState } from '../../../../mappings/domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { agreedTo, circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { expectValidTransaction } from '../../../builders/valid-transaction.ts';
import { anyAnswers } from '../../../generators/answers.ts';
import { textAllows } from '../../mappings/domain/legal-moves.ts';

/** A child with a circle and a referral that a CLSC was asked. */
async function aReferralOnRecord() {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  let exchanges = 0;
  const answer = (said: Parameters<typeof anAnswerEvent>[0], changes: Parameters<typeof anAnswerEvent>[1] = {}) => {
    exchanges += 1;
    const exchangeId = `00000000-0000-5000-8000-${String(exchanges).padStart(12, '0')}`;
    return { exchangeId, state: bench.put(anAnswerEvent(said, { exchangeId, ...changes })) };
  };
  const traces = () =>
    bench.record
      .ofType('Provenance')
      .filter(({ activity }) => activity?.coding?.[0]?.system === CODE_SYSTEMS.referralAct);
  return { ...bench, answer, traces, task: () => bench.record.ofType('Task')[0] as fhir4.Task };
}

test('any answer that can be written down is recorded once, with both its times, who said it and who wrote it', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswers(), async ({ recipient: _recipient, ...said }) => {
      const { answer, traces, record, changes } = await aReferralOnRecord();
      const { exchangeId, state } = answer(said);
      expect(await state).toBe('synced');
      const { entry = [] } = record.committed.at(-1) ?? {};
      expectValidTransaction({ resourceType: 'Bundle', type: 'transaction', entry: entry.slice(1) });
      expect(entry[0]?.resource?.resourceType).toBe('Basic');
      expect(traces()).toMatchObject([
        {
          id: exchangeId,
          occurredDateTime: said.happenedAt,
          recorded: '2026-03-10T16:00:00.000Z',
          extension: [{ url: EXTENSIONS.answerChannel, valueCode: said.channel ?? 'telephone' }],
          agent: [{ who: { display: said.saidBy } }, { who: { display: said.recordedBy } }],
        },
      ]);
      expect(changes.at(-1)).toMatchObject({ identifier: 'ref-1', change: said.what });
      expect(record.ofType('Observation')).toHaveLength(said.ratings?.length ?? 0);
    }),
    { numRuns: 30 },
  );
});

test('any sequence of answers only makes legal moves, and each answer twice is as once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswers(), { maxLength: 8 }), async (said) => {
      const { answer, task, put, record } = await aReferralOnRecord();
      for (const { recipient: _recipient, ...one } of said) {
        const from = task().status as ReferralState;
        const { exchangeId, state } = answer(one);
        await state;
        const to = task().status as ReferralState;
        const legal =
          from === to ||
          textAllows(from, to, 'owner', { beforeCancellation: true }) ||
          textAllows(from, to, 'requester');
        expect([from, to, legal]).toEqual([from, to, true]);
        if (isTerminal(from) && from !== to) expect(['completed', 'entered-in-error']).toContain(to);
        const before = JSON.stringify(record.resources());
        expect(await put(anAnswerEvent(one, { exchangeId }))).toBe('synced');
        expect(JSON.stringify(record.resources())).toBe(before);
      }
    }),
    { numRuns: 25 },
  );
});

test('an answer that comes before its request waits for it', async () => {
  const bench = syncBench();
  expect(await bench.put(anAnswerEvent({ what: 'accepted' }))).toBe('waiting');
  expect([...bench.waiting.values()]).toEqual([[`ServiceRequest ${IDENTIFIERS.request('verdun')}|ref-1`]]);
});

test('what cannot count is recorded with a warning, and the Task stays byte for byte', async () => {
  const { answer, task, traces, outcomes } = await aReferralOnRecord();
  await answer({ what: 'declined' }).state;
  const before = JSON.stringify(task());
  const late = answer({ what: 'accepted' });
  expect(await late.state).toBe('synced');
  expect(JSON.stringify(task())).toBe(before);
  expect(outcomes.get(late.exchangeId)).toMatchObject({
    created: true,
    issues: [{ severity: 'warning', expression: 'Answer.what' }],
  });
  expect(traces().map(({ activity }) => activity?.coding?.[0]?.code)).toEqual(['declined', 'accepted']);
});

test('one answer when all is done records the steps that it implies, without dates', async () => {
  const { answer, traces } = await aReferralOnRecord();
  await answer({ what: 'completed' }).state;
  expect(traces()[0]?.activity?.coding).toEqual([
    { system: CODE_SYSTEMS.referralAct, code: 'completed' },
    { system: CODE_SYSTEMS.impliedStep, code: 'accepted' },
    { system: CODE_SYSTEMS.impliedStep, code: 'in-progress' },
  ]);
});

test('a decline asks a person to propose another, and sends nothing to anybody', async () => {
  const { answer, outcomes, deliveries } = await aReferralOnRecord();
  const before = deliveries.length;
  const declined = answer({ what: 'declined', reason: 'out-of-territory' });
  await declined.state;
  expect(outcomes.get(declined.exchangeId)?.issues).toMatchObject([
    { severity: 'warning', text: { fr: expect.stringContaining('Proposez') } },
  ]);
  expect(deliveries).toHaveLength(before);
});

test('what a partner’s system says is told as said on its behalf', async () => {
  const { answer, traces } = await aReferralOnRecord();
  await answer(
    { what: 'accepted', channel: 'system', saidBy: 'M. Roy', recordedBy: 'clsc-verdun' },
    { fromPartner: 'clsc-verdun' },
  ).state;
  expect(traces()[0]).toMatchObject({
    extension: [{ valueCode: 'system' }],
    agent: [
      { who: { display: 'M. Roy' }, onBehalfOf: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } },
      {},
    ],
    target: [{ type: 'Task', identifier: { system: IDENTIFIERS.task } }],
  });
});

test('a late answer of a partner whose Task was cancelled does not touch the other’s', async () => {
  const { answer, put, record } = await aReferralOnRecord();
  await put(aDispatchEvent({ version: 1 }));
  await put(referralEvent({ version: 2, recipient: 'hopital', agreements: [agreedTo('hopital')] }));
  await answer({ what: 'accepted' }, { fromPartner: 'clsc-verdun' }).state;
  expect(record.ofType('Task').map(({ status }) => status)).toEqual(['cancelled', 'requested']);
});

test('a recipient who was never asked is refused, and nothing is written', async () => {
  const { answer, outcomes, record } = await aReferralOnRecord();
  const before = record.committed.length;
  const wrong = answer({ what: 'accepted', recipient: 'hopital' });
  expect(await wrong.state).toBe('refused');
  expect(outcomes.get(wrong.exchangeId)).toMatchObject({
    failure: 'invalidInput',
    issues: [{ expression: 'recipient' }],
  });
  expect(record.committed).toHaveLength(before);
});

test('ratings after are Observations on the request, by whom they were given, also by a professional nobody knew', async () => {
  const { answer, record } = await aReferralOnRecord();
  await answer({
    what: 'completed',
    ratings: [
      { factor: 'belonging', rating: 4, by: { kind: 'member', id: 'maman' }, words: 'Il a des amis' },
      { factor: 'belonging', rating: 3, by: { kind: 'professional', id: 'pro-9', name: 'M. Roy' } },
      { factor: 'belonging', rating: 5, by: { kind: 'child' } },
    ],
  }).state;
  const [request] = record.ofType('ServiceRequest');
  const [mother] = record.ofType('RelatedPerson');
  const [role] = record.ofType('PractitionerRole');
  const [child] = record.ofType('Patient');
  expect(
    record
      .ofType('Observation')
      .map(({ basedOn, performer, subject }) => [
        basedOn?.[0]?.reference,
        performer?.[0]?.reference,
        subject?.reference,
      ]),
  ).toEqual(
    [mother, role, child].map((rater) => [
      `ServiceRequest/${request?.id}`,
      `${rater?.resourceType}/${rater?.id}`,
      `Patient/${child?.id}`,
    ]),
  );
  expect(record.ofType('Practitioner')).toMatchObject([{ name: [{ text: 'M. Roy' }] }]);
  expect(record.ofType('Organization').filter(({ identifier }) => identifier?.[0]?.value === 'verdun')).toHaveLength(1);
});

test('the trace of an answer names its Task and its ratings, each by its identifier too', async () => {
  const { answer, traces, record } = await aReferralOnRecord();
  await answer({ what: 'completed', ratings: [{ factor: 'belonging', rating: 4 }] }).state;
  const [task, rating] = [record.ofType('Task')[0], record.ofType('Observation')[0]];
  expect(traces()[0]?.target).toEqual([
    { reference: `Task/${task?.id}`, type: 'Task', identifier: task?.identifier?.[0] },
    { reference: `Observation/${rating?.id}`, type: 'Observation', identifier: rating?.identifier?.[0] },
  ]);
});

test('a lawyer’s acceptance calls for a delivery, so that the facts may go', async () => {
  const { answer, deliveries, task } = await aReferralOnRecord();
  const before = deliveries.length;
  await answer({ what: 'accepted' }).state;
  expect(deliveries.slice(before)).toEqual([{ task: task().identifier?.[0]?.value, partner: 'clsc-verdun' }]);
});
