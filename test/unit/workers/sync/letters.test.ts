import { expect, test } from '@jest/globals';
import { lettersAlong } from '../../../../gateway/disclosure/letters-along.ts';
import { lettersTold } from '../../../../gateway/record/letters-told.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import type { Letter } from '../../../../mappings/domain/concepts.ts';
import type { LetterHeard } from '../../../../mappings/domain/lane-events.ts';
import { areLettersUntold, lettersWith } from '../../../../mappings/domain/letters-on-task.ts';
import { receiptOf } from '../../../../mappings/domain/receipt-on-task.ts';
import { isRequestUntold } from '../../../../mappings/domain/request-untold.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { aCircle, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { asked, inboundEvent, SENDER, settledAs } from '../../../builders/inbound-events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const REPORT: LetterHeard = {
  title: 'Rapport',
  happenedAt: '2026-03-09',
  contentType: 'text/plain',
  content: base64('Évaluée ; à revoir au printemps.'),
};

const aLetter = (changes: Partial<Letter> = {}, exchangeId?: string) =>
  eventOf(
    letterMapping,
    {
      id: 'lettre-1',
      version: 1,
      centre: 'verdun',
      happenedAt: '2026-03-02',
      child: { id: 'enf-1' },
      request: 'ref-1',
      recipient: 'clsc-verdun',
      title: 'Lettre de référence',
      contentType: 'text/plain',
      content: base64('Bonjour'),
      ...changes,
    },
    exchangeId === undefined ? {} : { exchangeId },
  );

/** A child with a circle and a referral that has left. */
async function aSentReferral() {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  await bench.put(aDispatchEvent({ version: 1, stage: 'request', going: [] }));
  const [task, documents] = [
    () => bench.record.ofType('Task')[0] as fhir4.Task,
    () => bench.record.ofType('DocumentReference'),
  ];
  const breaches = () => bench.record.resources().flatMap(breachesOf);
  return { ...bench, task, documents, breaches };
}

const STEPS = { inTwoSteps: false };

test('a letter is due at its recipient from the transaction that keeps it until a receipt names its version', async () => {
  const it = await aSentReferral();
  expect(isRequestUntold(it.task(), 1, 'request', STEPS)).toBe(false);
  await it.put(aLetter());
  expect(lettersWith(it.task())).toEqual(['lettre-1|1']);
  expect(isRequestUntold(it.task(), 1, 'request', STEPS)).toBe(true);
  expect(it.deliveries.at(-1)).toEqual({ task: it.task().identifier?.[0]?.value, partner: 'clsc-verdun' });

  await it.put(
    aDispatchEvent({
      exchangeId: '00000000-0000-5000-8000-0000000000d2',
      version: 1,
      stage: 'request',
      going: ['lettre-1|1'],
    }),
  );
  expect(isRequestUntold(it.task(), 1, 'request', STEPS)).toBe(false);
  await it.put(aLetter({ version: 2, title: 'Lettre corrigée' }));
  expect(lettersWith(it.task())).toEqual(['lettre-1|2']);
  expect(areLettersUntold(it.task())).toBe(true);
  expect(it.breaches()).toEqual([]);
});

test('a letter that was taken back goes with nothing; a revision of the request takes none away', async () => {
  const it = await aSentReferral();
  await it.put(aLetter());
  await it.put(referralEvent({ version: 2, reason: 'Autre chose' }));
  expect(lettersWith(it.task())).toEqual(['lettre-1|1']);
  await it.put(aLetter({ version: 2, status: 'entered-in-error' }));
  expect(lettersWith(it.task())).toEqual([]);
  expect(await lettersAlong(it.record, it.task(), 'verdun')).toEqual([]);
  expect(it.breaches()).toEqual([]);
});

test('that a letter was given stands on the receipt until a person told that it was taken back', async () => {
  const it = await aSentReferral();
  await it.put(aLetter());
  const receipt = (nth: number, going?: readonly string[]) =>
    it.put(
      aDispatchEvent({
        exchangeId: `00000000-0000-5000-8000-0000000000e${nth}`,
        ...(going !== undefined && { version: 1, stage: 'request', going }),
      }),
    );
  await receipt(1, ['lettre-1|1']);
  await it.put(aLetter({ version: 2, status: 'entered-in-error' }));
  await receipt(2, []);
  expect(receiptOf(it.task())?.letters).toEqual(['lettre-1|1']);
  await receipt(3);
  expect(receiptOf(it.task())?.letters).toEqual([]);
  expect(it.breaches()).toEqual([]);
});

test('before a mandate is accepted, and once a request is taken back, no letter is due', async () => {
  const it = await aSentReferral();
  await it.put(aLetter());
  expect(isRequestUntold(it.task(), 1, 'request', { inTwoSteps: true })).toBe(false);
  await it.put(referralEvent({ version: 2, status: 'revoked', statusReason: 'x' }));
  const told = aDispatchEvent({
    exchangeId: '00000000-0000-5000-8000-0000000000d3',
    version: 2,
    stage: 'cancellation',
    going: [],
  });
  await it.put(told);
  expect(isRequestUntold(it.task(), 2, 'cancellation', STEPS)).toBe(false);
});

test('with a request that has ended nothing leaves, and its sender is told so', async () => {
  const it = await aSentReferral();
  await it.put(anAnswerEvent({ what: 'declined', reason: 'full' }));
  const letter = aLetter();
  await it.put(letter);
  expect(it.outcomes.get(letter.exchangeId)?.issues).toMatchObject([{ severity: 'warning', expression: 'recipient' }]);
  expect(isRequestUntold(it.task(), 1, 'request', STEPS)).toBe(false);
});

test('a letter about another child than its request is refused, and nothing of it is kept', async () => {
  const it = await aSentReferral();
  await it.put(eventOfAnother());
  const letter = aLetter({ child: { id: 'enf-2' } });
  expect(await it.put(letter)).toBe('refused');
  expect(it.outcomes.get(letter.exchangeId)?.issues).toMatchObject([{ severity: 'error', expression: 'child' }]);
  expect(it.documents()).toEqual([]);
  expect(lettersWith(it.task())).toEqual([]);
});

const eventOfAnother = () =>
  circleEvent({ id: 'cercle-2', child: { ...aCircle().child, id: 'enf-2', name: { given: ['An'] } } });

test('what comes with a partner’s answer is kept beside it, once however often it comes, and is told without its file', async () => {
  const it = await aSentReferral();
  const answer = (exchangeId: string, changes = {}) =>
    anAnswerEvent(
      { what: 'completed', channel: 'system', recordedBy: 'clsc-verdun' },
      { exchangeId, fromPartner: 'clsc-verdun', letters: [REPORT], ...changes },
    );
  for (const nth of [1, 1, 2]) await it.put(answer(`00000000-0000-5000-8000-0000000000a${nth}`));
  expect(it.task().status).toBe('completed');
  const [kept, ...others] = it.documents();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    description: 'Rapport',
    subject: { reference: `Patient/${it.record.ofType('Patient')[0]?.id}` },
    author: [{ identifier: { value: 'clsc-verdun' } }],
    content: [{ attachment: { data: REPORT.content } }],
  });
  expect(it.breaches()).toEqual([]);
  const [request] = it.record.ofType('ServiceRequest') as [fhir4.ServiceRequest];
  const told = await lettersTold(it.record, request, [it.task()]);
  expect(told).toMatchObject([{ title: 'Rapport', date: '2026-03-09', from: 'clsc-verdun' }]);
  expect(JSON.stringify(told)).not.toContain(REPORT.content.slice(0, 8));
  // What one partner sent goes along with nothing.
  expect(lettersWith(it.task())).toEqual([]);
});

test('an answer that says nothing new may still bring a letter', async () => {
  const it = await aSentReferral();
  const said = { what: 'accepted', channel: 'system', recordedBy: 'clsc-verdun' } as const;
  await it.put(anAnswerEvent(said, { fromPartner: 'clsc-verdun' }));
  await it.put(
    anAnswerEvent(said, {
      exchangeId: '00000000-0000-5000-8000-0000000000a9',
      fromPartner: 'clsc-verdun',
      letters: [REPORT],
    }),
  );
  expect(it.documents()).toHaveLength(1);
  expect(it.breaches()).toEqual([]);
});

test('a letter of an inbound referral is put aside with it, and is the child’s once a person has said which child it is', async () => {
  const it = syncBench(memoryRecord());
  const first = asked('ref-1', { childSaid: { birthDate: '2018-01-12' } });
  await it.put({ ...first, said: { ...first.said, letters: [REPORT] } as never });
  await it.put(inboundEvent('ref-1', { what: 'letters', letters: [REPORT, { ...REPORT, content: base64('Suite') }] }));
  const documents = () => it.record.ofType('DocumentReference');
  expect(documents().map(({ subject, content }) => [subject, content[0]?.attachment.data])).toEqual([
    [undefined, REPORT.content],
    [undefined, base64('Suite')],
  ]);

  await it.put(circleEvent());
  expect(await it.put(settledAs('ref-1', { child: 'enf-1' }))).toBe('synced');
  for (const { subject, author } of documents()) {
    expect(subject?.identifier?.value).toBe('enf-1');
    expect(author).toMatchObject([{ identifier: { value: SENDER } }]);
  }
  expect(it.record.resources().flatMap(breachesOf)).toEqual([]);
});

test('of a referral that is let go before anybody recognized the child, no letter is left', async () => {
  for (const letGo of [
    settledAs('ref-1', { notForUs: 'out-of-territory' }),
    inboundEvent('ref-1', { what: 'taken-back', state: 'cancelled' }),
  ]) {
    const it = syncBench(memoryRecord());
    const first = asked('ref-1', { childSaid: { birthDate: '2018-01-12' } });
    await it.put({ ...first, said: { ...first.said, letters: [REPORT] } as never });
    expect(await it.put(letGo)).toBe('synced');
    const [letter] = it.record.ofType('DocumentReference');
    expect(letter).toMatchObject({
      status: 'entered-in-error',
      content: [{ attachment: { contentType: 'text/plain' } }],
    });
    expect(JSON.stringify(letter)).not.toMatch(new RegExp(`${REPORT.content}|Rapport`));
    expect(it.record.resources().flatMap(breachesOf)).toEqual([]);
  }
});

test('the centre’s own letter goes with its answer to whoever asked', async () => {
  const it = syncBench(memoryRecord());
  await it.put(circleEvent());
  await it.put(asked('ref-1', { childSaid: { birthDate: '2018-01-12' } }));
  await it.put(settledAs('ref-1', { child: 'enf-1' }));
  await it.put(aLetter({ recipient: SENDER }));
  const task = () => it.record.ofType('Task')[0] as fhir4.Task;
  expect(lettersWith(task())).toEqual(['lettre-1|1']);
  expect(it.deliveries).toEqual([]);
  await it.put(anAnswerEvent({ what: 'accepted' }, { exchangeId: '00000000-0000-5000-8000-0000000000b1' }));
  expect(it.deliveries.at(-1)).toMatchObject({ partner: SENDER, about: 'answer' });
  expect((await lettersAlong(it.record, task(), 'verdun')).map(({ description }) => description)).toEqual([
    'Lettre de référence',
  ]);
  expect(receiptOf(task())).toBeUndefined();
});
