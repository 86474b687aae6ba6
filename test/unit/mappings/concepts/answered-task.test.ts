import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answeredTask } from '../../../../mappings/concepts/answered-task.ts';
import { lastWordExtension } from '../../../../mappings/domain/last-word.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { effectOf } from '../../../../mappings/domain/referral-effect.ts';
import { REFERRAL_STATES } from '../../../../mappings/domain/referral-state.ts';
import { ANSWER_MEANINGS } from '../../../../mappings/domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, becauseOf, saying } from '../../../builders/a-task.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { anyAnswers } from '../../../generators/answers.ts';

type What = keyof typeof ANSWER_MEANINGS;
const ANSWERS = Object.keys(ANSWER_MEANINGS) as What[];

/** The Task after each answer in turn. */
const after = (task: fhir4.Task, ...said: readonly Parameters<typeof anAnswerEvent>[0][]): fhir4.Task =>
  said.reduce((now, answer) => answeredTask(now, anAnswerEvent(answer)).task ?? now, task);

test.each(ANSWERS)('%s does to a Task in any state what the state machine says', (what) => {
  for (const status of REFERRAL_STATES) {
    // What was done before a cancellation is another rule, tested below.
    if (status === 'cancelled' && what === 'completed') continue;
    const { task, effect, issues } = answeredTask(aTask({ status }), anAnswerEvent({ what }));
    expect(effect).toEqual(
      effectOf(what, status, { accepted: ['accepted', 'in-progress', 'completed'].includes(status) }),
    );
    if (effect.kind === 'recorded-only') {
      // What has begun says when, also if we learn of it late.
      expect(task?.status ?? status).toBe(status);
      expect(issues).toMatchObject([{ severity: 'warning', expression: 'Answer.what' }]);
    } else {
      expect(issues).toEqual([]);
      expect(task?.status).toBe(effect.kind === 'moves' ? effect.to : status);
    }
  }
});

test('any answer leaves alone what the requester said, and everything that it does not speak of', () => {
  fc.assert(
    fc.property(anyAnswers(), fc.constantFrom(...REFERRAL_STATES), (answer, status) => {
      const before = aTask({ status, extension: [aReceipt()], priority: 'urgent' });
      const { task = before } = answeredTask(before, anAnswerEvent(answer));
      for (const part of ['id', 'identifier', 'groupIdentifier', 'focus', 'for', 'owner', 'requester'] as const)
        expect(task[part]).toEqual(before[part]);
      expect([task.priority, task.authoredOn, task.intent]).toEqual(['urgent', before.authoredOn, 'order']);
      expect(task.extension).toContainEqual(aReceipt());
    }),
    { numRuns: 300 },
  );
});

test('a priority given by the recipient takes the place of the one before, beside the receipt', () => {
  const task = after(
    aTask({ extension: [aReceipt()] }),
    { what: 'accepted', priority: 'P3' },
    { what: 'waitlisted', priority: 'P2' },
  );
  expect(task.extension).toContainEqual(aReceipt());
  expect(task.extension?.filter(({ url }) => url === EXTENSIONS.receiverPriority)).toEqual([
    { url: EXTENSIONS.receiverPriority, valueCode: 'P2' },
  ]);
});

test('a new appointment takes the place of the one before, and an outcome stands beside it', () => {
  const task = after(
    aTask(),
    { what: 'scheduled', appointmentAt: '2026-04-01T09:00:00-04:00' },
    { what: 'scheduled', appointmentAt: '2026-04-08T09:00:00-04:00' },
    { what: 'completed', outcome: 'Trois rencontres' },
  );
  const output = (code: string) => ({ coding: [{ system: CODE_SYSTEMS.referralOutput, code }] });
  expect(task.output).toEqual([
    { type: output('appointment'), valueDateTime: '2026-04-08T09:00:00-04:00' },
    { type: output('outcome'), valueString: 'Trois rencontres' },
  ]);
});

test('a decline says why in our code and in the words that were used', () => {
  const { statusReason } = after(aTask(), { what: 'declined', reason: 'full', words: 'Complet jusqu’en mars' });
  expect(statusReason).toMatchObject({ coding: [{ code: 'full' }], text: 'Complet jusqu’en mars' });
});

test('a decline with a code alone is told in words too', () => {
  expect(after(aTask(), { what: 'declined', reason: 'out-of-territory' }).statusReason?.text).toBe('Hors territoire');
});

test('the reason of a pause does not outlive it', () => {
  const paused = after(aTask(), { what: 'awaiting-information', reason: 'family-not-now', words: 'Après les fêtes' });
  expect(paused.statusReason?.text).toBe('Après les fêtes');
  const done = after(paused, { what: 'started' }, { what: 'completed' });
  expect(done.statusReason).toBeUndefined();
  expect(loopOf([done], aServiceRequest())).toMatchObject({ closed: false, why: 'family-not-told' });
});

test('what only says more keeps the reason that stands', () => {
  const declined = after(aTask(), { what: 'declined', reason: 'full' });
  expect(after(declined, { what: 'family-told', words: 'Par téléphone' }).statusReason).toEqual(declined.statusReason);
});

test('the service runs from its first start to its end, and telling the family later moves neither', () => {
  const task = after(
    aTask(),
    { what: 'started', happenedAt: '2026-03-10T09:00:00-04:00' },
    { what: 'awaiting-information', happenedAt: '2026-03-20T09:00:00-04:00' },
    { what: 'started', happenedAt: '2026-04-10T09:00:00-04:00' },
    { what: 'completed', happenedAt: '2026-05-10T09:00:00-04:00' },
    { what: 'family-told', happenedAt: '2026-05-20T09:00:00-04:00' },
  );
  expect(task.executionPeriod).toEqual({ start: '2026-03-10T09:00:00-04:00', end: '2026-05-10T09:00:00-04:00' });
});

test('a start in the day that is said to end on that day is written so that FHIR can compare both, with what was said', () => {
  const { executionPeriod } = after(
    aTask(),
    { what: 'started', happenedAt: '2026-03-10T09:00:00-04:00' },
    { what: 'completed', happenedAt: '2026-03-10' },
  );
  expect(executionPeriod).toMatchObject({ start: '2026-03-10', end: '2026-03-10' });
  expect(executionPeriod?._start?.extension?.[0]?.valueDateTime).toBe('2026-03-10T09:00:00-04:00');
});

const cancelled = (changes: Partial<fhir4.Task> = {}): fhir4.Task =>
  aTask({
    status: 'cancelled',
    statusReason: becauseOf('withdrawn'),
    lastModified: '2026-03-09T18:00:00.000Z',
    ...changes,
  });
const told = (at: string): Partial<fhir4.Task> => ({ extension: [aReceipt({ stage: 'cancellation', at })] });

test.each<readonly [string, string, Partial<fhir4.Task>, boolean]>([
  ['before the cancellation left us', '2026-03-09T12:00:00-05:00', told('2026-03-10T14:00:00Z'), true],
  ['before the cancellation reached the owner', '2026-03-10T08:00:00-05:00', told('2026-03-10T14:00:00Z'), true],
  ['after the cancellation reached the owner', '2026-03-10T09:30:00-05:00', told('2026-03-10T14:00:00Z'), false],
  ['on the very day, at no known hour', '2026-03-10', told('2026-03-10T14:00:00Z'), false],
  ['the day before a day of which only the date is known', '2026-03-09', told('2026-03-10'), true],
  ['while the owner has the request and was not told', '2026-03-12T08:00:00-05:00', { extension: [aReceipt()] }, true],
  ['before the cancellation of which nobody was told', '2026-03-09T12:00:00-05:00', {}, true],
  ['after the cancellation of which nobody was told', '2026-03-09T14:00:00-05:00', {}, true],
  [
    'after the owner had stopped, as it was asked to',
    '2026-03-09T14:00:00-05:00',
    {
      extension: [
        aReceipt({ stage: 'stop' }),
        lastWordExtension({
          what: 'cancelled',
          at: '2026-03-09T13:00:00-05:00',
          how: 'system',
          accepted: true,
          begun: false,
        }),
      ],
    },
    false,
  ],
])('a completion that happened %s: at %s', (_when, happenedAt, changes, counts) => {
  const { task, effect } = answeredTask(cancelled(changes), anAnswerEvent({ what: 'completed', happenedAt }));
  if (!counts) expect([task, effect]).toMatchObject([undefined, { kind: 'recorded-only', why: 'terminal' }]);
  else expect([task?.status, task?.statusReason]).toEqual(['completed', undefined]);
});

test('telling the family of a cancellation does not make a later completion count', () => {
  const ended = cancelled(told('2026-03-10T14:00:00Z'));
  const familyTold = { ...after(ended, { what: 'family-told' }), lastModified: '2026-03-20T14:00:00Z' };
  expect(after(familyTold, { what: 'completed', happenedAt: '2026-03-15T09:00:00-04:00' })).toBe(familyTold);
});

test('a status that we do not use is not guessed at', () => {
  const { task, effect, issues } = answeredTask(aTask({ status: 'ready' }), anAnswerEvent({ what: 'accepted' }));
  expect([task, effect.kind, issues.length]).toEqual([undefined, 'recorded-only', 1]);
});

const EARLIER = '2026-03-09T09:00:00-04:00';
const LATER = '2026-03-12T09:00:00-04:00';
const SYSTEM = { channel: 'system' } as const;
const bySystem = { fromPartner: 'clsc-verdun' } as const;
const systemSays = (task: fhir4.Task, answer: Parameters<typeof anAnswerEvent>[0]) =>
  answeredTask(task, anAnswerEvent({ ...SYSTEM, ...answer }, bySystem));

test('an acceptance of yesterday that arrives after the start changes no state, and the facts that are missing are kept', () => {
  const started = after(aTask(), { what: 'started' });
  const { task, effect, issues } = answeredTask(
    started,
    anAnswerEvent({ what: 'accepted', happenedAt: EARLIER, priority: 'P2', appointmentAt: '2026-04-01' }),
  );
  expect(effect).toMatchObject({ kind: 'recorded-only', why: 'backward' });
  expect(issues).toMatchObject([{ severity: 'warning' }]);
  expect([task?.status, task?.businessStatus]).toEqual(['in-progress', started.businessStatus]);
  expect(task?.extension).toContainEqual({ url: EXTENSIONS.receiverPriority, valueCode: 'P2' });
  expect(task?.output).toMatchObject([{ valueDateTime: '2026-04-01' }]);
});

test('what arrives late replaces no fact that stands', () => {
  const scheduled = after(aTask(), { what: 'scheduled', priority: 'P1', appointmentAt: '2026-04-08' });
  const late = answeredTask(
    scheduled,
    anAnswerEvent({ what: 'scheduled', happenedAt: EARLIER, priority: 'P3', appointmentAt: '2026-04-01' }),
  );
  expect(late).toMatchObject({ effect: { kind: 'recorded-only', why: 'out-of-order' } });
  expect(late.task).toBeUndefined();
});

test('a pause of yesterday does not pause what has begun since, and what has begun yesterday does not end the pause of today', () => {
  const started = after(aTask(), { what: 'started' });
  expect(after(started, { what: 'awaiting-information', happenedAt: EARLIER }).status).toBe('in-progress');
  const paused = after(aTask(), { what: 'awaiting-information' });
  const late = after(paused, { what: 'started', happenedAt: EARLIER });
  expect([late.status, late.executionPeriod]).toEqual(['on-hold', { start: EARLIER }]);
});

test('a priority that comes with an acceptance told again is kept', () => {
  const task = after(aTask(), { what: 'accepted' }, { what: 'accepted', happenedAt: LATER, priority: 'P3' });
  expect(task.extension).toContainEqual({ url: EXTENSIONS.receiverPriority, valueCode: 'P3' });
});

test('what is missing may be another thing the second time', () => {
  const asked = after(aTask(), { what: 'awaiting-information', words: 'La langue ?' });
  expect(after(asked, { what: 'awaiting-information', happenedAt: LATER, words: 'L’école ?' }).statusReason?.text).toBe(
    'L’école ?',
  );
});

test('what a system says again, of the same moment and with nothing new, is an echo', () => {
  for (const what of ['accepted', 'scheduled', 'awaiting-information', 'declined', 'completed'] as const) {
    const said = { what, appointmentAt: '2026-04-01', words: 'Le 1er avril' } as const;
    const { task = aTask() } = systemSays(aTask(), said);
    expect([what, systemSays(task, said)]).toMatchObject([what, { echo: true, issues: [], contradicts: false }]);
    expect([what, systemSays(task, { ...said, happenedAt: LATER }).echo]).toEqual([what, false]);
    expect([what, systemSays(task, { ...said, priority: 'P1' }).echo]).toEqual([what, false]);
    // A person who writes it down twice means it twice.
    expect([what, answeredTask(task, anAnswerEvent(said)).echo]).toEqual([what, false]);
  }
});

test('our own cancellation that comes back is an echo', () => {
  expect(systemSays(cancelled(), { what: 'cancelled' })).toMatchObject({ echo: true, issues: [] });
});

test('the same moment in another offset is the same moment', () => {
  const { task = aTask() } = systemSays(aTask(), { what: 'accepted', happenedAt: '2026-03-10T10:30:00-05:00' });
  expect(systemSays(task, { what: 'accepted', happenedAt: '2026-03-10T15:30:00Z' }).echo).toBe(true);
});

test.each([
  ['accepted', 'declined', 'rejected'],
  ['declined', 'accepted', 'rejected'],
  ['completed', 'failed', 'completed'],
  ['declined', 'completed', 'rejected'],
] as const)(
  '%s by telephone, then %s by the system: both stand, it is %s, and the difference is a finding',
  (one, other, state) => {
    const told = after(aTask(), { what: one });
    const { task = told, contradicts, issues } = systemSays(told, { what: other, happenedAt: LATER });
    expect([task.status, contradicts]).toEqual([state, true]);
    expect(issues.at(-1)).toMatchObject({ severity: 'warning', code: 'conflict' });
  },
);

test.each([
  ['a system that goes on', 'accepted', 'started', LATER],
  ['a system that catches up with what was told', 'completed', 'accepted', EARLIER],
  ['a receipt that comes late', 'accepted', 'acknowledged', LATER],
] as const)('%s contradicts nobody', (_what, one, other, happenedAt) => {
  expect(systemSays(after(aTask(), { what: one }), { what: other, happenedAt }).contradicts).toBe(false);
});

test('a person who corrects what a person wrote, or a system what it said, contradicts nobody', () => {
  expect(
    answeredTask(after(aTask(), { what: 'accepted' }), anAnswerEvent({ what: 'declined', happenedAt: LATER }))
      .contradicts,
  ).toBe(false);
  const { task = aTask() } = systemSays(aTask(), { what: 'accepted' });
  expect(systemSays(task, { what: 'declined', happenedAt: LATER }).contradicts).toBe(false);
});

const asked = (changes: Partial<fhir4.Task> = {}): fhir4.Task => ({
  ...after(aTask({ extension: [aReceipt()] }), { what: 'accepted' }),
  businessStatus: saying('cancel-requested'),
  statusReason: becauseOf('withdrawn', 'Trouvé plus près'),
  ...changes,
});

test('while accepted work is asked to stop everybody sees that, whatever else its owner says; its end says how it ended', () => {
  const scheduled = after(asked(), { what: 'scheduled', happenedAt: LATER, appointmentAt: '2026-04-01' });
  expect(scheduled).toMatchObject({ status: 'accepted', businessStatus: saying('cancel-requested') });
  expect(scheduled.statusReason?.text).toBe('Trouvé plus près');
  const done = after(scheduled, { what: 'completed', happenedAt: LATER });
  expect([done.status, done.businessStatus?.coding?.[0]?.code, done.statusReason]).toEqual([
    'completed',
    'completed',
    undefined,
  ]);
  const stopped = after(scheduled, { what: 'cancelled', happenedAt: LATER });
  expect([stopped.status, stopped.businessStatus?.coding?.[0]?.code]).toEqual(['cancelled', 'cancelled']);
  expect(stopped.statusReason).toMatchObject({ coding: [{ code: 'withdrawn' }], text: 'Trouvé plus près' });
  expect(loopOf([stopped], aServiceRequest())).toMatchObject({ closed: false, why: 'family-not-told' });
});

test('who stops without being asked to has not ended the request: a person calls', () => {
  const accepted = after(aTask(), { what: 'accepted' });
  expect(systemSays(accepted, { what: 'cancelled' })).toMatchObject({
    effect: { kind: 'recorded-only', why: 'not-asked' },
    issues: [{ text: { fr: expect.stringContaining('Appelez') } }],
  });
});

test('after a pause before the acceptance it is received again; after one that followed it, it is not', () => {
  const paused = after(aTask(), { what: 'awaiting-information' });
  expect(after(paused, { what: 'acknowledged', happenedAt: LATER }).status).toBe('received');
  const pausedLater = after(aTask(), { what: 'accepted' }, { what: 'awaiting-information' });
  expect(after(pausedLater, { what: 'acknowledged', happenedAt: LATER }).status).toBe('on-hold');
});

test('that it was passed on says nothing of where it stands', () => {
  const accepted = after(aTask(), { what: 'scheduled', appointmentAt: '2026-04-01' });
  const passed = after(accepted, { what: 'passed-on', passedOn: { to: 'Banque alimentaire', status: 'completed' } });
  expect({ ...passed, lastModified: undefined }).toEqual({ ...accepted, lastModified: undefined });
});
