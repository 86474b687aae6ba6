import { expect, test } from '@jest/globals';
import type { AnswerToTell } from '../../../../gateway/disclosure/answers-to-tell.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { deliverAnswer } from '../../../../workers/deliver/deliver-answer.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { aRevision } from '../../../builders/a-service-request.ts';
import { aTask, ownedBy } from '../../../builders/a-task.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const BEGUN = Date.parse('2026-03-10T15:00:00Z');

/** An answer on its way to who asked, and a sender that is paused at one moment, this long. */
function anAnswer({ pauseMs, pausedAfter }: { readonly pauseMs: number; readonly pausedAfter: 'audit' | 'try' }) {
  let clock = BEGUN;
  const sent: string[] = [];
  const receipts: unknown[] = [];
  const partner = aPartner();
  const task = aTask({
    status: 'accepted',
    owner: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } },
    requester: ownedBy(partner.id),
    extension: [aRevision(2)],
  });
  const told: AnswerToTell = {
    task,
    number: NUMBER,
    centre: aCentre(),
    partner,
    referral: 'inbound-1',
    version: 2,
    withheld: false,
    going: [],
    documents: [],
    restricted: false,
    decidedAt: new Date(BEGUN),
    answer: {
      number: { value: 'r-7' },
      answer: {
        what: 'accepted',
        happenedAt: '2026-03-10T10:00:00-04:00',
        saidBy: 'Les Petits Renards',
        recordedBy: 'la coordonnatrice',
        channel: 'system',
      },
      state: 'accepted',
      letters: [],
    },
  };
  const run = deliverAnswer({
    answers: {
      read: async () => told,
      disclose: async () => {
        if (pausedAfter === 'audit') clock += pauseMs;
      },
    },
    statuses: { note: async () => undefined, of: async () => undefined },
    connector: () => ({
      send: async () => {
        sent.push(NUMBER);
        return { reference: 'message-1' };
      },
    }),
    sendOnce: async ({ write, connector }, signal) => {
      const { message, lost } = await write();
      if (pausedAfter === 'try') clock += pauseMs;
      return { ...(await connector.send(message, signal)), lost };
    },
    hear: async () => undefined,
    receipt: async (event) => void receipts.push(event),
    now: () => new Date(clock),
    log: quietLog(),
  });
  return {
    run: () => run({ task: NUMBER, partner: partner.id, asked: 'm-1' }, new AbortController().signal),
    sent,
    receipts,
  };
}

test.each(['audit', 'try'] as const)(
  'an answer whose sender is paused after the %s, for more than five seconds since it was decided, does not leave, and is tried again',
  async (pausedAfter) => {
    const { run, sent, receipts } = anAnswer({ pauseMs: 5_001, pausedAfter });
    await expect(run()).rejects.toMatchObject({ kind: 'held', arrived: 'no' });
    expect([sent, receipts]).toEqual([[], []]);
  },
);

test.each(['audit', 'try'] as const)(
  'up to five seconds after it was decided it may leave (%s)',
  async (pausedAfter) => {
    const { run, sent } = anAnswer({ pauseMs: 5_000, pausedAfter });
    await run();
    expect(sent).toHaveLength(1);
  },
);
