import { expect, test } from '@jest/globals';
import type { AnswerToTell } from '../../../../gateway/disclosure/answers-to-tell.ts';
import { collectedAnswers } from '../../../../gateway/disclosure/collected-answers.ts';
import type { DeliveryStatus } from '../../../../gateway/disclosure/deliveries.ts';
import { shownBook } from '../../../../gateway/disclosure/shown-book.ts';
import type { TravellingAnswer } from '../../../../mappings/dialects/dialect.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { aRevision } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy } from '../../../builders/a-task.ts';
import { anIntake } from '../../../builders/an-intake.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryShelf } from '../../../builders/memory-shelf.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const POLLER = aPartner({ id: 'clsc-releve', transport: 'fhir-poll' });
const THEIRS = { system: 'https://clsc.example/referral', value: 'r-7' };
const ACCEPTED: TravellingAnswer = {
  number: THEIRS,
  answer: {
    what: 'accepted',
    happenedAt: '2026-03-10T10:00:00-04:00',
    saidBy: 'Les Petits Renards',
    recordedBy: 'la coordonnatrice',
    channel: 'system',
  },
  state: 'accepted',
  letters: [],
};

function standing({
  answer = ACCEPTED,
  receipt,
}: {
  answer?: TravellingAnswer | null;
  receipt?: fhir4.Extension;
} = {}) {
  const disclosed: string[] = [];
  const notes: DeliveryStatus[] = [];
  const { intake, accepted } = anIntake();
  const task = aTask({
    status: 'accepted',
    owner: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } },
    requester: ownedBy('clsc-releve'),
    extension: [aRevision(2), ...(receipt === undefined ? [] : [receipt])],
  });
  const told: AnswerToTell = {
    task,
    number: NUMBER,
    centre: aCentre(),
    partner: POLLER,
    referral: 'inbound-1',
    child: 'enf-1',
    version: 2,
    withheld: false,
    going: [],
    documents: [],
    restricted: false,
    decidedAt: new Date('2026-03-10T15:00:00Z'),
    ...(answer !== null && { answer }),
  };
  const answers = collectedAnswers({
    store: memoryRecord([task]),
    answers: {
      readWithoutLetters: async (number, sender) => (number === NUMBER && sender === POLLER.id ? told : undefined),
      readAllWithoutLetters: async (numbers, sender) =>
        numbers.includes(NUMBER) && sender === POLLER.id ? [told] : [],
      disclose: async (_told, channel) => void disclosed.push(channel),
    },
    statuses: { note: async (_task, note) => void notes.push(note), of: async () => undefined },
    intake,
    book: shownBook({ shelf: memoryShelf(), now: () => new Date('2026-03-10T15:00:00Z') }),
    now: () => new Date('2026-03-10T15:00:00Z'),
  });
  return { answers, disclosed, notes, accepted };
}

test('a partner reads the centre’s answer under its own number, and each look is audited before it is shown', async () => {
  const { answers, disclosed } = standing();
  const shown = await answers.show(POLLER, NUMBER);
  expect(shown?.task).toMatchObject({ id: NUMBER, status: 'accepted', identifier: [THEIRS] });
  expect(disclosed).toEqual(['fhir-poll']);
  for (const hidden of ['inbound-1', 'enf-1', 'la coordonnatrice', 'psc-revision'])
    expect(JSON.stringify(shown?.task)).not.toContain(hidden);
});

test('the first look at an answer is its receipt, and the next one is none', async () => {
  const first = standing();
  await (await first.answers.show(POLLER, NUMBER))?.left();
  expect(first.accepted.map(({ event }) => event)).toMatchObject([
    { kind: 'dispatch', request: 'inbound-1', recipient: 'clsc-releve', version: 2, stage: 'answer' },
  ]);
  expect(first.notes).toMatchObject([{ state: 'sent', version: 2 }]);

  const known = standing({ receipt: aReceipt({ version: 2, stage: 'answer' }) });
  await (await known.answers.show(POLLER, NUMBER))?.left();
  expect(known.accepted).toEqual([]);
});

test('what another partner asked, what has no answer yet and what is unknown look alike, and nothing is audited', async () => {
  const { answers, disclosed } = standing();
  const silent = standing({ answer: null });
  expect([
    await answers.show(aPartner({ id: 'autre-releve', transport: 'fhir-poll' }), NUMBER),
    await answers.show(POLLER, 'inconnu'),
    await silent.answers.show(POLLER, NUMBER),
  ]).toEqual([undefined, undefined, undefined]);
  expect([disclosed, silent.disclosed]).toEqual([[], []]);
});
