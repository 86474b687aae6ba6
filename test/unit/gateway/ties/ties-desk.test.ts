import { expect, test } from '@jest/globals';
import type { CentreReader } from '../../../../gateway/audit/reader.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Centre } from '../../../../gateway/registry.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { aConsent } from '../../../builders/a-consent.ts';
import { aCentre, TIED_WITH } from '../../../builders/a-registry.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { aCircle, circleEvent, eventOf } from '../../../builders/concept-events.ts';
import {
  OUR_PIVOT as A,
  aDesk,
  THEIR_PIVOT as B,
  circleAt,
  lets,
  OURS,
  THEIRS,
  VANIER,
  VERDUN,
} from '../../../builders/tied-centres.ts';

const answerOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof GatewayError ? [error.kind, error.message, error.issues] : error),
  );
const kindOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const answer = await answerOf(promise);
  return Array.isArray(answer) ? `${answer[0]}: ${answer[1]}` : answer;
};
const NOTHING = { ties: [], waiting: [] };

test('said by both, each reads that the child is also followed at the other and since when, and nothing else', async () => {
  const { desk, both, state } = await aDesk();
  const { code, ...waiting } = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  expect(waiting).toEqual({ centre: 'vanier', until: '2026-03-24T16:00:00.000Z' });
  expect(await both()).toEqual([{ ties: [], waiting: [waiting] }, NOTHING]);
  state.at += 60_000;
  const since = '2026-03-10T16:01:00.000Z';
  expect(
    await desk.confirm(B, { child: 'ch-9', other: 'verdun', code: code.toLowerCase().replaceAll('-', ' ') }),
  ).toEqual({
    centre: 'verdun',
    since,
  });
  expect(await both()).toEqual([
    { ties: [{ centre: 'vanier', since }], waiting: [] },
    { ties: [{ centre: 'verdun', since }], waiting: [] },
  ]);
  expect(await desk.read('vanier', 'enf-1')).toEqual(NOTHING);
});

test('until both have said so, the other centre’s register, and everything that it may ask, is as if nothing had been said', async () => {
  const { desk, entries } = await aDesk();
  await desk.say(A, { child: 'enf-1', other: 'vanier' });
  expect(entries().filter(({ source }) => source.site === 'vanier')).toEqual([]);
  const guess = '0000-0000-0000-0000';
  const said = await answerOf(desk.confirm(B, { child: 'ch-9', other: 'verdun', code: guess }));
  const quiet = await aDesk();
  expect(await answerOf(quiet.desk.confirm(B, { child: 'ch-9', other: 'verdun', code: guess }))).toEqual(said);
});

test('a wrong number of one’s own, an unknown code, one for another centre, one that has served or is over, and one that no longer counts, sound the same', async () => {
  const { desk, put, expiry, hashes } = await aDesk([
    ...OURS,
    ...THEIRS,
    circleAt('vanier', 'ch-8', 'c-8'),
    lets('vanier', 'ch-8', 'verdun', { id: 'cons-8' }),
  ]);
  const { code } = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  const asked = { child: 'ch-9', other: 'verdun', code };
  const unknown = await answerOf(desk.confirm(B, { ...asked, code: '0000-0000-0000-0000' }));
  expect(unknown).toMatchObject(['notFound', 'tie: unknown', [{}]]);
  for (const child of ['enf-1', 'personne', 'ch 9', ''])
    expect(await answerOf(desk.confirm(B, { ...asked, child }))).toEqual(unknown);
  // Its own people cannot say it in the other’s place.
  expect(await kindOf(desk.confirm(A, { child: 'enf-1', other: 'vanier', code }))).toBe('notFound: tie: unknown');
  await desk.confirm(B, asked);
  expect(await answerOf(desk.confirm(B, { ...asked, child: 'ch-8' }))).toEqual(unknown);
  expect(await kindOf(desk.confirm(B, asked))).toBe('done');

  const later = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  for (const [key, seconds] of expiry) if (seconds === 14 * 86_400) hashes.delete(key);
  expect(await answerOf(desk.confirm(B, { ...asked, code: later.code }))).toEqual(unknown);

  const last = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  await put(lets('verdun', 'enf-1', 'vanier', { version: 2, status: 'withdrawn', withdrawal: { at: '2026-03-10' } }));
  expect(await answerOf(desk.confirm(B, { ...asked, code: last.code }))).toEqual(unknown);
});

test('each side needs its own consent, which names the other centre: what is said to a partner, to its own staff or to a third centre opens nothing', async () => {
  const { recipient: _recipient, ...inside } = aConsent({ purpose: 'coordination', information: ['identity'] });
  const others = [
    [],
    [eventOf(consentMapping, inside)],
    [
      eventOf(
        consentMapping,
        aConsent({ purpose: 'coordination', information: ['identity'], recipient: 'clsc-verdun' }),
      ),
    ],
    [lets('verdun', 'enf-1', 'hochelaga')],
    [lets('verdun', 'enf-1', 'vanier', { decision: 'refuse' })],
    [lets('verdun', 'enf-1', 'vanier', { by: { kind: 'child' } })],
    [lets('verdun', 'enf-1', 'vanier', { period: { end: '2026-03-09' } })],
    [...OURS.slice(1), lets('verdun', 'enf-1', 'vanier', { id: 'non', decision: 'refuse' })],
  ];
  for (const consents of others) {
    const { desk, entries } = await aDesk([circleAt('verdun', 'enf-1', 'c-1'), ...consents, ...THEIRS]);
    expect(await kindOf(desk.say(A, { child: 'enf-1', other: 'vanier' }))).toMatch(/^noBasis: tie: /);
    expect(entries()).toEqual([]);
  }
  const { desk, both } = await aDesk([...OURS, circleAt('vanier', 'ch-9', 'c-9')]);
  const { code } = await desk.say(A, { child: 'enf-1', other: 'vanier' });
  const own = await answerOf(desk.confirm(B, { child: 'ch-9', other: 'verdun', code }));
  expect(own).toMatchObject(['noBasis', 'tie: no-basis', [{}]]);
  // Whatever the code: it is said of its own record alone.
  expect(await answerOf(desk.confirm(B, { child: 'ch-9', other: 'verdun', code: '0000-0000-0000-0000' }))).toEqual(own);
  expect((await both())[1]).toEqual(NOTHING);
});

test.each<readonly [string, readonly Centre[]]>([
  ['our switch goes off', [aCentre(), VANIER]],
  ['theirs goes off', [VERDUN, aCentre({ id: 'vanier' })]],
  ['they are gone from the registry', [VERDUN]],
  ['they no longer name us', [VERDUN, aCentre({ id: 'vanier', centreTies: TIED_WITH('hochelaga') })]],
  ['they decide under the law of another province', [VERDUN, { ...VANIER, regime: 'on-phipa' }]],
])('once %s nothing is said, and the tie ends for good, for both', async (_what, centres) => {
  const { desk, both, tied, state, lines } = await aDesk();
  await tied();
  state.centres = centres;
  expect(await kindOf(desk.say(A, { child: 'enf-1', other: 'vanier' }))).toMatch(/^(forbidden|noBasis)/);
  expect(await both()).toEqual([NOTHING, NOTHING]);
  state.centres = [VERDUN, VANIER];
  expect(await both()).toEqual([NOTHING, NOTHING]);
  for (const centre of ['verdun', 'vanier'])
    expect(lines(centre).at(-1)).toBe('Operation (passerelle) read the tie with another centre, which ends.');
});

test.each([
  ['ours', [aCentre(), VANIER]],
  ['theirs', [VERDUN, aCentre({ id: 'vanier' })]],
  ['theirs, with the whole centre,', [VERDUN]],
] as const)(
  'a switch that was turned off and on again as it was, %s, brings back neither a tie nor a code, though nobody read meanwhile',
  async (_whose, centres) => {
    const { desk, both, tied, state, namings } = await aDesk();
    await tied();
    const { code } = await desk.say(A, { child: 'enf-1', other: 'vanier' });
    for (const standing of [centres, [VERDUN, VANIER]]) {
      state.at += 60_000;
      state.centres = standing;
      await namings.notice();
    }
    expect(await kindOf(desk.confirm(B, { child: 'ch-9', other: 'verdun', code }))).toBe('notFound: tie: unknown');
    expect(await both()).toEqual([NOTHING, NOTHING]);
    state.at += 60_000;
    await tied();
    await namings.notice();
    expect(await both()).toMatchObject([{ ties: [{ centre: 'vanier' }] }, { ties: [{ centre: 'verdun' }] }]);
  },
);

test('another centre that is named too, or another who decided so, ends no tie', async () => {
  const { both, tied, state, namings } = await aDesk();
  await tied();
  state.at += 60_000;
  state.centres = [
    aCentre({ centreTies: { ...TIED_WITH('vanier', 'hochelaga'), by: 'Une autre' } }),
    VANIER,
    aCentre({ id: 'hochelaga' }),
  ];
  await namings.notice();
  expect(await both()).toMatchObject([{ ties: [{ centre: 'vanier' }] }, { ties: [{ centre: 'verdun' }] }]);
});

test.each([
  [
    'our child’s side',
    lets('verdun', 'enf-1', 'vanier', { version: 2, status: 'withdrawn', withdrawal: { at: '2026-03-10' } }),
  ],
  ['theirs', lets('vanier', 'ch-9', 'verdun', { version: 2, status: 'withdrawn', withdrawal: { at: '2026-03-10' } })],
  ['our child’s side, by a refusal', lets('verdun', 'enf-1', 'vanier', { id: 'non', decision: 'refuse' })],
  ['a label on our file', circleEvent({ id: 'c-1', version: 2, child: { ...aCircle().child, labels: ['violence'] } })],
])(
  '%s takes it back: neither centre reads it from the acknowledgement, and for good once the record has it',
  async (_who, event) => {
    const { both, tied, holds, put, desk } = await aDesk();
    await tied();
    await holds.place(event);
    expect(await both()).toEqual([NOTHING, NOTHING]);
    expect(
      await desk.say(A, { child: 'enf-1', other: 'vanier' }).then(
        () => 'said',
        () => 'kept',
      ),
    ).toBe(event.centre === 'verdun' ? 'kept' : 'said');
    await put(event);
    await holds.lift(event, 2);
    expect((await both()).map(({ ties }) => ties)).toEqual([[], []]);
  },
);

test('a consent that comes later makes another tie, and brings back none that nobody had read meanwhile', async () => {
  const { both, tied, put, state } = await aDesk();
  await tied();
  await put(lets('verdun', 'enf-1', 'vanier', { version: 2, status: 'withdrawn', withdrawal: { at: '2026-03-10' } }));
  await put(lets('verdun', 'enf-1', 'vanier', { id: 'encore', happenedAt: '2026-03-12' }));
  state.at += 5 * 86_400_000;
  expect(await both()).toEqual([NOTHING, NOTHING]);
});

test('either centre ends it for both by a person, and each register says so in what it may know', async () => {
  const { desk, both, tied, lines, entries } = await aDesk();
  await tied();
  const program: CentreReader = { centre: 'vanier', reader: { of: { centre: 'vanier' }, client: 'appli' } };
  for (const act of [
    desk.say(program, { child: 'ch-9', other: 'verdun' }),
    desk.end(program, { child: 'ch-9', other: 'verdun' }),
  ])
    expect(await kindOf(act)).toBe('forbidden: tie: nobody');
  for (const [child, other] of [
    ['enf-1', 'verdun'],
    ['ch-9', 'hochelaga'],
    ['personne', 'verdun'],
  ] as const)
    expect(await kindOf(desk.end(B, { child, other }))).toBe('notFound: tie: unknown');
  await desk.end(B, { child: 'ch-9', other: 'verdun' });
  expect(await both()).toEqual([NOTHING, NOTHING]);
  expect(lines('verdun')).toEqual([
    'verdun (pivot, appli) read the tie with another centre that this person proposes.',
    'Operation (passerelle) read the tie with another centre, now said by both.',
    'Operation (passerelle) read the tie with another centre, which ends.',
  ]);
  expect(lines('vanier')).toEqual([
    'vanier (coordo, appli) read the tie with another centre, now said by both.',
    'vanier (coordo, appli) read the tie with another centre, which ends.',
  ]);
  for (const entry of entries()) {
    expect(breachesOf(entry)).toEqual([]);
    const [own, others] = entry.source.site === 'verdun' ? ['enf-1', 'ch-9'] : ['ch-9', 'enf-1'];
    expect(JSON.stringify(entry)).toContain(own);
    expect(JSON.stringify(entry)).not.toContain(others);
    if (entry.source.site === 'verdun') expect(JSON.stringify(entry)).not.toContain('coordo');
  }
});

test('what the audit cannot hold is not said', async () => {
  const { desk, both } = await aDesk([...OURS, ...THEIRS], { auditFails: true });
  expect(await kindOf(desk.say(A, { child: 'enf-1', other: 'vanier' }))).toBe('unavailable: no audit');
  expect(await both()).toEqual([NOTHING, NOTHING]);
});

test('nothing that a tie writes is in the record, and nothing in the record changes by it', async () => {
  const { tied, record, desk } = await aDesk();
  const before = JSON.stringify(record.resources());
  await tied();
  await desk.read('vanier', 'ch-9');
  expect(JSON.stringify(record.resources())).toBe(before);
});
