import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerToTell } from '../../../../gateway/disclosure/answers-to-tell.ts';
import {
  answerMessageId,
  answerReceipt,
  requestMessageId,
  requestReceipt,
} from '../../../../gateway/disclosure/receipts.ts';
import { onPage } from '../../../builders/a-page.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { aTask } from '../../../builders/a-task.ts';

const told = fc.record({
  number: fc.uuid(),
  version: fc.integer({ min: 1, max: 9 }),
  telling: fc.constantFrom('request', 'facts', 'stop', 'cancellation', 'error'),
  going: fc.constantFrom<readonly string[]>([], ['lettre-1|1'], ['lettre-1|2'], ['lettre-1|1', 'lettre-2|1']),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

const answer = ({ number, version, going }: Pick<Told, 'number' | 'version' | 'going'>): AnswerToTell => ({
  task: aTask(),
  number,
  centre: aCentre(),
  partner: aPartner(),
  referral: 'inbound-1',
  version,
  withheld: false,
  going,
  documents: [],
  decidedAt: new Date('2026-03-10T15:00:00Z'),
  restricted: false,
});

test('what tells the same has the same receipt and the same message id, by whichever way and however often it leaves', () => {
  fc.assert(
    fc.property(told, fc.constantFrom('system', 'web-page'), (one, how) => {
      const [sent, seen] = [
        requestReceipt(onPage(one), { reference: 'Task/7', at: '2026-03-10T12:00:00.000Z' }),
        requestReceipt(onPage(one), { at: '2026-03-11T12:00:00.000Z', how }),
      ];
      expect(seen.exchangeId).toBe(sent.exchangeId);
      expect(sent).toMatchObject({ stage: one.telling, version: one.version, reference: 'Task/7' });
    }),
  );
});

test('what tells anything else has another receipt and another message id, an answer too', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(told, { minLength: 2, maxLength: 6, selector: (it) => Object.values(it).join() }),
      (all) => {
        const at = '2026-03-10T12:00:00.000Z';
        const answers = [...new Map(all.map((it) => [`${it.number}${it.version}${it.going}`, answer(it)])).values()];
        const ids = [
          ...all.flatMap((it) => [requestMessageId(it), requestReceipt(onPage(it), { at }).exchangeId]),
          ...answers.flatMap((it) => [
            answerMessageId(it),
            answerMessageId(it, 'a question'),
            answerReceipt(it, { at }).exchangeId,
          ]),
        ];
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});
