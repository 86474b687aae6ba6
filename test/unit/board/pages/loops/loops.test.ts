import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actsFor, LOOP_ACTS } from '../../../../../board/pages/loops/loop-acts.ts';
import { filtersFrom, filtersText } from '../../../../../board/pages/loops/loop-filters.ts';
import { loopsTexts } from '../../../../../board/pages/loops/loops-texts.ts';
import {
  ANSWERS,
  type AnswerTyped,
  answerFrom,
  dayIn,
  instantAt,
  isEnough,
  NOTHING_TYPED,
  noteFrom,
} from '../../../../../board/pages/loops/said.ts';
import { WATCH_CODES } from '../../../../../mappings/watch/child-findings.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';

const check = conceptChecker({ now: () => new Date('2026-11-26T15:00:00Z') });
const noting = { by: 'hochelaga/pivot', now: new Date('2026-11-26T14:00:00Z'), timeZone: 'America/Toronto' };
const request = (status: string) => ({ status }) as never;

test('every rule of the watch has its name among the filters of open loops, and no other', () => {
  for (const language of ['fr', 'en'] as const)
    expect(Object.keys(loopsTexts[language].codes).sort()).toEqual([...WATCH_CODES].sort());
});

test('filters of open loops come back from the address as they went; what is none there is as if absent', () => {
  const filters = fc.record(
    {
      of: fc.constantFrom('mine' as const, 'centre' as const),
      urgency: fc.constantFrom('1' as const, '2' as const, '3' as const),
      code: fc.constantFrom(...WATCH_CODES),
    },
    { requiredKeys: ['of'] },
  );
  fc.assert(
    fc.property(filters, (it) => {
      expect(filtersFrom(new URLSearchParams(filtersText(it)))).toEqual(it);
    }),
  );
  expect(filtersFrom(new URLSearchParams('of=x&urgency=9&code=Rosalie%20Gagn%C3%A9&child=1'))).toEqual({ of: 'mine' });
});

test('the next act comes first, each act once, and every open loop can at least be put off', () => {
  for (const code of WATCH_CODES)
    for (const status of ['requested', 'accepted', 'on-hold', 'rejected', 'completed', undefined]) {
      const acts = actsFor({ code, ...(status !== undefined && { request: request(status) }) });
      expect(new Set(acts).size).toBe(acts.length);
      expect(acts).toContain('snooze');
      expect(acts.every((act) => LOOP_ACTS.includes(act))).toBe(true);
    }
  expect(actsFor({ code: 'silent', request: request('requested') })[0]).toBe('answer');
  expect(actsFor({ code: 'not-sent', request: request('requested') })[0]).toBe('sent');
  expect(actsFor({ code: 'correction-not-told', request: request('completed') })[0]).toBe('sent');
  expect(actsFor({ code: 'declined', request: request('rejected') })[0]).toBe('propose');
  expect(actsFor({ code: 'family-not-told', request: request('completed') })[0]).toBe('tellFamily');
  expect(actsFor({ code: 'need-open' })[0]).toBe('propose');
});

test('to a request that has ended nothing is answered, nobody is reminded of it, and it is not cancelled', () => {
  const acts = actsFor({ code: 'declined', request: request('rejected') });
  expect(acts.filter((act) => ['answer', 'remind', 'cancel', 'sent'].includes(act))).toEqual([]);
});

const typed: fc.Arbitrary<AnswerTyped> = fc.record({
  what: fc.constantFrom(...ANSWERS),
  saidBy: fc.constantFrom('Rosalie Gagné', ' Marc '),
  channel: fc.constantFrom('telephone', 'email', 'pigeon'),
  on: fc.constantFrom('', '2026-11-20'),
  reason: fc.constantFrom('full', 'duplicate'),
  priority: fc.constantFrom('', 'P2'),
  appointmentAt: fc.constantFrom('', '2026-12-05T09:30'),
  words: fc.constantFrom('Trois samedis', '  x  '),
});

test('whatever was typed before for another answer, what is sent is one that the gateway takes', () => {
  fc.assert(
    fc.property(typed, (it) => {
      const answer = answerFrom(it, 'clsc', noting);
      expect([answer?.what, check('answer', answer)]).toEqual([it.what, []]);
    }),
  );
});

test('an answer says what, who said it, why where it is a no, and how it came out where it is done', () => {
  expect(isEnough(NOTHING_TYPED)).toBe(false);
  const said = { ...NOTHING_TYPED, saidBy: 'Rosalie Gagné' };
  expect(isEnough({ ...said, what: 'accepted' })).toBe(true);
  expect(isEnough({ ...said, saidBy: '  ', what: 'accepted' })).toBe(false);
  expect(isEnough({ ...said, what: 'declined' })).toBe(false);
  expect(isEnough({ ...said, what: 'completed', words: ' ' })).toBe(false);
  expect(answerFrom({ ...said, what: 'declined' }, 'clsc', noting)).toBeUndefined();
});

test('an appointment is at the centre’s clock, in summer and in winter', () => {
  expect(instantAt('2026-12-05T09:30', 'America/Toronto')).toBe('2026-12-05T14:30:00.000Z');
  expect(instantAt('2026-07-05T09:30', 'America/Toronto')).toBe('2026-07-05T13:30:00.000Z');
  expect(instantAt('', 'America/Toronto')).toBeUndefined();
});

test('the day so many days on is the centre’s, also late in the evening and over the night of the clock change', () => {
  const evening = { now: new Date('2026-11-01T03:30:00Z'), timeZone: 'America/Toronto' };
  expect([0, 1, 2].map((days) => dayIn(days, evening))).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
});

test('a note about a request is one that the gateway takes', () => {
  const note = noteFrom(
    ' Relance faite. ',
    { centre: 'hochelaga', child: 'enf-1', request: 'r-1', recipient: 'clsc' },
    noting.now,
  );
  expect([check('request-note', note), note.words]).toEqual([[], 'Relance faite.']);
});
