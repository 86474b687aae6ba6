import type { AnswerEvent, DispatchEvent } from '../../mappings/domain/lane-events.ts';

const about = {
  centre: 'verdun',
  child: 'enf-1',
  request: 'ref-1',
  recordedAt: '2026-03-10T16:00:00.000Z',
} as const;

/** What a coordinator writes down after a telephone call. */
export const anAnswerEvent = (
  answer: Partial<AnswerEvent['answer']> & Pick<AnswerEvent['answer'], 'what'>,
  changes: Partial<Omit<AnswerEvent, 'kind' | 'answer'>> = {},
): AnswerEvent => ({
  kind: 'answer',
  exchangeId: '00000000-0000-5000-8000-00000000000a',
  ...about,
  ...changes,
  answer: {
    happenedAt: '2026-03-10T10:30:00-05:00',
    saidBy: 'Mme Tremblay, CLSC',
    recordedBy: 'la coordonnatrice',
    channel: 'telephone',
    ...answer,
  },
});

/** A page that was faxed, unless it says otherwise. */
export const aDispatchEvent = (changes: Partial<Omit<DispatchEvent, 'kind'>> = {}): DispatchEvent => ({
  kind: 'dispatch',
  exchangeId: '00000000-0000-5000-8000-00000000000d',
  ...about,
  dispatch: { happenedAt: '2026-03-10T10:30:00-05:00', how: 'fax', recordedBy: 'la coordonnatrice' },
  ...changes,
});
