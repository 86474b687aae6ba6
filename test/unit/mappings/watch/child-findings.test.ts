import { describe, expect, test } from '@jest/globals';
import { givenThrough } from '../../../../gateway/disclosure/given-through.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { dateOf, dayOf } from '../../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../../mappings/ledger/local-day.ts';
import { childFindings } from '../../../../mappings/watch/child-findings.ts';
import type { PartnerDelays } from '../../../../mappings/watch/watch-scope.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import {
  answerTold,
  appointmentTold,
  circleTold,
  consentTold,
  leftTold,
  letterTold,
  planTold,
  referralTold,
} from '../../../builders/told-events.ts';
import { toldAndGiven } from '../../../builders/told-record.ts';
import { SITUATIONS } from '../ledger/told-situations.ts';

/** What asks for a person on a day, by what was known that evening. */
async function foundOn(
  acts: readonly LaneEvent[],
  on: string,
  delays: Partial<PartnerDelays> = {},
): Promise<readonly string[]> {
  const known = acts.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= on);
  const { file, letters, earlier } = await toldAndGiven(known);
  const found = childFindings([...file, ...letters], {
    centre: 'verdun',
    localDay: localDayIn('America/Toronto'),
    today: dayOf(on),
    province: 'QC',
    delaysOf: () => ({ isSchool: false, ...delays }),
    given: { ...givenThrough(aRegistry()), earlier },
  });
  return found.map(({ code, since }) => `${code} ${dateOf(since)}`).sort();
}

describe.each(SITUATIONS)('$told.en', ({ acts, watch }) => {
  test.each(Object.entries(watch))('on %s asks for what a person would see', async (on, found) => {
    expect(await foundOn(acts, on)).toEqual(found);
  });

  test('asks for the same when it arrives the other way round', async () => {
    const [on = ''] = Object.keys(watch).slice(-1);
    const versions = acts.filter((act) => act.kind === 'concept');
    const others = acts.filter((act) => act.kind !== 'concept').reverse();
    expect(await foundOn([...others, ...versions], on)).toEqual(watch[on]);
  });
});

const BORN = { id: 'enf-1', name: { text: 'Mai' } };
const circle = (birthDate: string, more = {}) =>
  circleTold({ on: '2026-01-05' }, { child: { ...BORN, birthDate }, ...more });
const referral = referralTold({ on: '2026-01-06' }, { id: 'ortho' });
const sent = leftTold({ on: '2026-01-06' }, 'ortho');
const accepted = answerTold({ on: '2026-01-08' }, 'ortho', 'accepted');

test('what the family agreed to and has not left is shown after one working day, and no longer once it has', async () => {
  const acts = [circle('2021-05-04'), referral, leftTold({ on: '2026-01-12' }, 'ortho')];
  expect(await foundOn(acts, '2026-01-07')).toEqual([]);
  expect(await foundOn(acts, '2026-01-08')).toEqual(['not-sent 2026-01-08']);
  expect(await foundOn(acts, '2026-01-12')).toEqual([]);
});

test('a correction that has not reached who was given the error is shown after one working day, and no longer once somebody told it', async () => {
  const revised = referralTold({ on: '2026-01-09' }, { id: 'ortho', version: 2, reason: 'Peu de mots à deux ans' });
  const acts = [circle('2021-05-04'), referral, sent, accepted, revised, leftTold({ on: '2026-01-14' }, 'ortho')];
  // Friday; one working day is Monday.
  expect(await foundOn(acts, '2026-01-12')).toEqual([]);
  expect(await foundOn(acts, '2026-01-13')).toEqual(['not-sent 2026-01-13']);
  expect(await foundOn(acts, '2026-01-14')).toEqual([]);
  // Whoever ended it, or was told that nothing is asked any more, is not called again.
  const ended = referralTold({ on: '2026-01-09' }, { id: 'ortho', version: 2, status: 'completed' });
  expect(await foundOn([circle('2021-05-04'), referral, sent, accepted, ended], '2026-01-13')).toEqual([]);
});

describe('what was corrected after its recipient was given it', () => {
  const lettered = [circle('2021-05-04'), referral, letterTold({ on: '2026-01-06' }, { id: 'lettre' }), sent, accepted];
  const corrected = letterTold({ on: '2026-01-09' }, { id: 'lettre', version: 2, title: 'Lettre corrigée' });
  const again = (on: string) => leftTold({ on }, 'ortho');

  test('a letter is shown after one working day, and no longer once it is written down that the new one left', async () => {
    const acts = [...lettered, corrected, again('2026-01-14')];
    // Friday; one working day is Monday.
    expect(await foundOn(acts, '2026-01-12')).toEqual([]);
    expect(await foundOn(acts, '2026-01-13')).toEqual(['correction-not-told 2026-01-13']);
    expect(await foundOn(acts, '2026-01-14')).toEqual([]);
  });

  test('a letter that was taken back is shown until somebody told it, also after a newer version of the request left', async () => {
    const takenBack = letterTold({ on: '2026-01-09' }, { id: 'lettre', version: 2, status: 'entered-in-error' });
    const left = again('2026-01-12');
    const bySystem = left.kind === 'dispatch' ? { ...left, version: 1, going: [] } : left;
    expect(await foundOn([...lettered, takenBack], '2026-01-13')).toEqual(['correction-not-told 2026-01-13']);
    expect(await foundOn([...lettered, takenBack, bySystem], '2026-01-13')).toEqual(['correction-not-told 2026-01-13']);
    expect(await foundOn([...lettered, takenBack, again('2026-01-13')], '2026-01-13')).toEqual([]);
  });

  test('a letter that leaves by itself is not shown once it has', async () => {
    const left = again('2026-01-09');
    const bySystem = left.kind === 'dispatch' ? { ...left, version: 1, going: ['lettre|2'] } : left;
    expect(await foundOn([...lettered, corrected, bySystem], '2026-01-13')).toEqual([]);
  });

  test('a date of birth is shown until it was told, and who is around the child is not', async () => {
    const moved = { version: 2, members: [] } as const;
    const revised = (birthDate: string, on = '2026-01-09') =>
      circleTold({ on }, { child: { ...BORN, birthDate }, ...moved });
    expect(await foundOn([...lettered, revised('2021-05-04')], '2026-01-13')).toEqual([]);
    const acts = [...lettered, revised('2021-05-14'), again('2026-01-14')];
    expect(await foundOn(acts, '2026-01-12')).toEqual([]);
    expect(await foundOn(acts, '2026-01-13')).toEqual(['correction-not-told 2026-01-13']);
    expect(await foundOn(acts, '2026-01-14')).toEqual([]);
  });

  test('of a request that has ended it is shown where it was given in the six months before, and not of one that was taken back', async () => {
    const ended = [...lettered, answerTold({ on: '2026-01-08' }, 'ortho', 'failed')];
    const told = answerTold({ on: '2026-01-09' }, 'ortho', 'family-told');
    const late = (on: string) => letterTold({ on }, { id: 'lettre', version: 2, title: 'Corrigée' });
    const found = async (acts: readonly LaneEvent[], on: string) =>
      (await foundOn(acts, on)).filter((it) => it.startsWith('correction'));
    expect(await found([...ended, told, late('2026-07-08')], '2026-07-20')).toEqual(['correction-not-told 2026-07-10']);
    expect(await found([...ended, told, late('2026-07-09')], '2026-07-20')).toEqual([]);
    expect(await found([...lettered, late('2026-07-09')], '2026-07-20')).toEqual(['correction-not-told 2026-07-11']);
    const revoked = referralTold({ on: '2026-01-12' }, { id: 'ortho', version: 2, status: 'entered-in-error' });
    expect(await found([...lettered, corrected, revoked], '2026-01-20')).toEqual([]);
  });
});

test('the delay agreed with a partner counts, and for a school the days on which it is closed do not', async () => {
  const acts = [
    circle('2021-05-04'),
    referralTold({ on: '2026-06-19' }, { id: 'ortho' }),
    leftTold({ on: '2026-06-19' }, 'ortho'),
  ];
  // Friday 19 June: Monday and Tuesday; the 24th is a holiday, then schools are closed.
  expect(await foundOn(acts, '2026-06-26', { answerWorkingDays: 3 })).toEqual(['silent 2026-06-26']);
  expect(await foundOn(acts, '2026-09-01', { answerWorkingDays: 3, isSchool: true })).toEqual([]);
  expect(await foundOn(acts, '2026-09-02', { answerWorkingDays: 3, isSchool: true })).toEqual(['silent 2026-09-02']);
});

test('without a priority the partner’s usual delay says what is late, unless a date is set', async () => {
  const acts = [circle('2021-05-04'), referral, sent, accepted];
  expect(await foundOn(acts, '2026-01-28', { firstServiceDays: 20 })).toEqual([]);
  expect(await foundOn(acts, '2026-01-29', { firstServiceDays: 20 })).toEqual(['late 2026-01-29']);
  const dated = [...acts, answerTold({ on: '2026-01-20' }, 'ortho', 'scheduled', { appointmentAt: '2026-03-02' })];
  expect(await foundOn(dated, '2026-01-29', { firstServiceDays: 20 })).toEqual([]);
  expect(await foundOn(acts, '2026-12-01')).toEqual([]);
});

test('a pause without a date is shown after five working days', async () => {
  const acts = [
    circle('2021-05-04'),
    referral,
    sent,
    answerTold({ on: '2026-01-08' }, 'ortho', 'awaiting-information'),
  ];
  expect(await foundOn(acts, '2026-01-15')).toEqual([]);
  expect(await foundOn(acts, '2026-01-16')).toEqual(['on-hold 2026-01-16']);
});

test('a system that says otherwise than a person wrote down is shown until somebody has asked', async () => {
  const contradiction = answerTold({ on: '2026-01-12' }, 'ortho', 'declined', { channel: 'system' });
  const acts = [
    circle('2021-05-04'),
    referral,
    sent,
    accepted,
    contradiction.kind === 'answer' ? { ...contradiction, fromPartner: 'clsc-verdun' } : contradiction,
  ];
  expect(await foundOn(acts, '2026-01-12')).toContain('contradictory 2026-01-12');
  const asked = [...acts, answerTold({ on: '2026-01-13' }, 'ortho', 'family-told')];
  expect((await foundOn(asked, '2026-01-13')).filter((it) => it.startsWith('contradictory'))).toEqual([]);
});

describe('an appointment to which somebody was to go along', () => {
  const going = (answer: 'accepted' | 'declined') =>
    appointmentTold(
      { on: '2026-01-08' },
      {
        id: 'rdv',
        start: '2026-02-12T09:00:00-05:00',
        request: 'ortho',
        accompaniedBy: [{ who: { kind: 'member', id: 'maman' }, answer }],
      },
    );

  test('is shown two days ahead where nobody said yes, until its day has passed', async () => {
    const acts = [circle('2021-05-04'), referral, sent, accepted, going('declined')];
    expect(await foundOn(acts, '2026-02-09')).toEqual([]);
    expect(await foundOn(acts, '2026-02-10')).toEqual(['nobody-along 2026-02-10']);
    expect(await foundOn(acts, '2026-02-13')).toEqual([]);
  });

  test('is not shown where somebody did', async () => {
    expect(await foundOn([circle('2021-05-04'), referral, sent, accepted, going('accepted')], '2026-02-11')).toEqual(
      [],
    );
  });
});

test('a consent that ends is shown thirty days ahead, while a request is under way with its recipient', async () => {
  const acts = [
    circle('2021-05-04'),
    consentTold(
      { on: '2026-01-05' },
      { id: 'cons', recipient: 'clsc-verdun', period: { start: '2026-01-05', end: '2026-06-30' } },
    ),
    referral,
    sent,
    accepted,
  ];
  expect(await foundOn(acts, '2026-05-30')).toEqual([]);
  expect(await foundOn(acts, '2026-05-31')).toEqual(['basis-ends 2026-05-31']);
  expect(await foundOn([...acts, answerTold({ on: '2026-05-20' }, 'ortho', 'failed')], '2026-05-27')).toEqual([]);
});

describe('ages come ahead of time', () => {
  const consent = consentTold({ on: '2026-01-05' }, { id: 'cons', recipient: 'orchestre' });

  test('the young person is met from ninety days before 14, and on the day itself it is theirs', async () => {
    const acts = [circle('2012-06-15'), consent];
    expect(await foundOn(acts, '2026-03-16')).toEqual([]);
    expect(await foundOn(acts, '2026-03-17')).toEqual(['meet-young-person 2026-03-17']);
    expect(await foundOn(acts, '2026-06-15')).toEqual([]);
  });

  test('SIPPE ends at school entry, four months ahead', async () => {
    const acts = [
      circle('2021-05-04'),
      referralTold({ on: '2026-01-06' }, { id: 'sippe', programme: 'sippe' }),
      leftTold({ on: '2026-01-06' }, 'sippe'),
      answerTold({ on: '2026-01-08' }, 'sippe', 'started'),
    ];
    expect(await foundOn(acts, '2026-05-03')).toEqual([]);
    expect(await foundOn(acts, '2026-05-04')).toEqual(['sippe-ends 2026-05-04']);
  });

  test('the centre ends at 18, half a year ahead, where a need is still there', async () => {
    const goal = { id: 'parler', words: 'Parler', status: 'active', agreedOn: '2026-01-05' } as const;
    const plan = planTold({ on: '2026-01-06' }, { id: 'plan', goals: [goal] });
    const found = await foundOn([circle('2008-07-15'), plan], '2026-01-16');
    expect(found).toEqual(['centre-ends 2026-01-16']);
    expect(await foundOn([circle('2008-07-15'), plan], '2026-07-15')).toEqual([]);
  });
});

test('what an agreement taken back has ended is no finding, unless whoever wrote it down may not know of it: then somebody else tells the family', async () => {
  const takenBack = consentTold(
    { on: '2026-03-13' },
    { id: 'non', recipient: 'clsc-verdun', decision: 'refuse', information: ['identity', 'safe-contact', 'request'] },
  );
  const asked = [circle('2021-05-04'), referralTold({ on: '2026-03-03' }, { id: 'ortho' })];
  const acts = [
    ...asked,
    leftTold({ on: '2026-03-03' }, 'ortho'),
    answerTold({ on: '2026-03-05' }, 'ortho', 'accepted'),
  ];
  expect(await foundOn([...acts, takenBack], '2026-04-10')).toEqual([]);
  if (takenBack.kind !== 'concept') throw new Error('a consent is a concept');
  const byWhomItIsHidden: LaneEvent = { ...takenBack, hides: ['service-referral'] };
  const told = answerTold({ on: '2026-03-24' }, 'ortho', 'family-told');
  expect(await foundOn([...acts, byWhomItIsHidden], '2026-03-20')).toEqual([]);
  expect(await foundOn([...acts, byWhomItIsHidden], '2026-03-21')).toEqual(['family-not-told 2026-03-21']);
  expect(await foundOn([...acts, byWhomItIsHidden, told], '2026-03-24')).toEqual([]);
});

test('what a label has ended is no finding either, since its answer named it, unless whoever put it may not know of it', async () => {
  const labelled = circleTold(
    { on: '2026-03-13' },
    { version: 2, child: { ...BORN, birthDate: '2021-05-04', labels: ['very-restricted'] } },
  );
  const acts = [
    circle('2021-05-04'),
    referralTold({ on: '2026-03-03' }, { id: 'orchestre', recipient: 'orchestre' }),
    leftTold({ on: '2026-03-03' }, 'orchestre', 'orchestre'),
  ];
  expect(await foundOn([...acts, labelled], '2026-04-10')).toEqual([]);
  if (labelled.kind !== 'concept') throw new Error('a circle is a concept');
  const byWhomItIsHidden: LaneEvent = { ...labelled, hides: ['service-referral'] };
  const told = answerTold({ on: '2026-03-24' }, 'orchestre', 'family-told');
  expect(await foundOn([...acts, byWhomItIsHidden], '2026-03-20')).toEqual([]);
  expect(await foundOn([...acts, byWhomItIsHidden], '2026-03-21')).toEqual(['family-not-told 2026-03-21']);
  expect(await foundOn([...acts, byWhomItIsHidden, told], '2026-03-24')).toEqual([]);
});
