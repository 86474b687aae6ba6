import { expect, test } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import fc from 'fast-check';
import type { DeliveryStatus } from '../../../../gateway/disclosure/deliveries.ts';
import { FAILURES, type FailureKind, GatewayError } from '../../../../gateway/failures.ts';
import type { Queues } from '../../../../gateway/lanes/queues.ts';
import type { LetterReason } from '../../../../gateway/set-aside/dead-letter.ts';
import {
  backoffMs,
  type DeliveryTry,
  deliveryProcessor,
  enqueueDelivery,
  limiterOf,
} from '../../../../workers/deliver/delivery-worker.ts';
import { NO_PARTNER } from '../../../../workers/deliver/why-set-aside.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

const NOW = () => new Date('2026-03-10T12:00:00Z');
const JOB = { data: { task: 'n-1', partner: 'clsc-verdun' } };

interface Before {
  /** What was noted of it before. */
  readonly noted?: DeliveryStatus;
  /** After this moment it is too late. */
  readonly tooLateAfter?: string;
}

/** One delivery that ends in an error, or well. */
async function delivered(error?: unknown, job: DeliveryTry = JOB, aloneMs = 0, before: Before = {}) {
  const notes: DeliveryStatus[] = [];
  const setAside: LetterReason[] = [];
  const wentWell: string[] = [];
  const [held, tried, counted]: [number[], string[], string[]] = [[], [], []];
  const { log, text } = keptLog();
  const processor = deliveryProcessor(
    {
      circuit: { holdMs: () => aloneMs },
      hold: async (ms) => {
        held.push(ms);
        throw new Error('held');
      },
      onFailure: (_partner, why) => void counted.push(why),
      retry: { firstMs: 1, capMs: 60_000, triesMax: 9, ageMaxMs: 3_600_000 },
      deliver: async () => {
        tried.push(job.data.task);
        if (error !== undefined) throw error;
      },
      statuses: { note: async (_task, note) => void notes.push(note), of: async () => before.noted },
      comesTooLate: async (_job, nextMs) =>
        before.tooLateAfter !== undefined && nextMs > Date.parse(before.tooLateAfter),
      letters: {
        parkDelivery: async (_job, reason) => void setAside.push(reason),
        delivered: async (task) => void wentWell.push(task),
      },
      now: NOW,
      log,
    },
    'clsc-verdun',
  );
  const thrown = await processor(job).then(
    () => undefined,
    (it: unknown) => it,
  );
  return { notes, thrown, text, setAside, wentWell, held, tried, counted };
}

test('a delivery that a later release wrote is set aside with the way out, not half understood', async () => {
  const { tried, thrown, setAside } = await delivered(undefined, { data: { ...JOB.data, shape: 2 } });
  expect([tried, thrown]).toEqual([[], expect.any(UnrecoverableError)]);
  expect(setAside).toMatchObject([{ failure: 'newerRelease', issues: [{ code: 'not-supported' }] }]);
});

test('without a basis the job is not retried, and it is noted why', async () => {
  const { notes, thrown } = await delivered(new GatewayError('noBasis', 'withdrawn'));
  expect(thrown).toBeInstanceOf(UnrecoverableError);
  expect(notes).toEqual([{ state: 'no-basis', why: 'noBasis', at: '2026-03-10T12:00:00.000Z' }]);
});

test('why the recipient may not have it is told to whoever reads what was set aside; what a family said is not', async () => {
  const noBasis = (expression: string) =>
    new GatewayError('noBasis', 'x', {
      issues: [{ severity: 'error', code: 'business-rule', expression, text: { fr: 'pourquoi', en: 'why' } }],
    });
  expect((await delivered(noBasis('recipient'))).setAside).toMatchObject([{ issues: [{ text: { en: 'why' } }] }]);
  expect(JSON.stringify((await delivered(noBasis('agreements'))).setAside)).not.toMatch(/pourquoi|why"/);
});

test.each(Object.keys(FAILURES) as FailureKind[])('%s is tried again exactly when its row says so', async (kind) => {
  const error = new GatewayError(kind, 'x');
  const { notes, thrown } = await delivered(error);
  const { retry } = FAILURES[kind];
  if (retry) expect(thrown).toBe(error);
  else expect(thrown).toBeInstanceOf(UnrecoverableError);
  const own: Partial<Record<FailureKind, string>> = { noBasis: 'no-basis', inDoubt: 'in-doubt' };
  expect(notes).toMatchObject([{ why: kind, state: own[kind] ?? (retry ? 'failing' : 'refused') }]);
});

test('an error that is not ours is not retried, and none of its words are noted, logged or kept on the job', async () => {
  const { notes, thrown, text } = await delivered(new TypeError('Mai Nguyễn n’a pas de nom'));
  expect(thrown).toBeInstanceOf(UnrecoverableError);
  expect(notes).toMatchObject([{ state: 'refused', why: 'internal' }]);
  for (const told of [JSON.stringify(notes), text(), String(thrown)]) expect(told).not.toContain('Nguyễn');
});

test('a delivery under which Redis goes away is tried again, and nobody is asked to telephone for it', async () => {
  const error = new Error('Command aborted due to connection close');
  const { notes, thrown, setAside } = await delivered(error);
  expect([thrown, setAside]).toEqual([error, []]);
  expect(notes).toMatchObject([{ state: 'failing', why: 'unavailable' }]);
});

test('a delivery that went well notes nothing of its own, and is set aside no more', async () => {
  expect(await delivered()).toMatchObject({ notes: [], thrown: undefined, setAside: [], wentWell: ['n-1'] });
});

test.each(Object.keys(FAILURES) as FailureKind[])(
  '%s is set aside at once when it is final, and only after the last try when it is not',
  async (kind) => {
    const error = new GatewayError(kind, 'x');
    const { retry } = FAILURES[kind];
    const tries = async (attemptsMade: number) =>
      (await delivered(error, { ...JOB, attemptsMade, opts: { attempts: 3 } })).setAside.map(({ failure }) => failure);
    expect([await tries(0), await tries(1), await tries(2)]).toEqual(
      retry ? [[], [], [kind]] : [[kind], [kind], [kind]],
    );
  },
);

test('why it was set aside is said in both languages, in words of ours', async () => {
  const { setAside } = await delivered(new GatewayError('partnerRefused', 'Mai Nguyễn n’existe pas'));
  expect(setAside[0]?.issues[0]?.text.fr).toContain('Téléphonez-lui');
  expect(setAside[0]?.issues[0]?.text.en).toContain('Telephone');
  expect(JSON.stringify(setAside)).not.toContain('Nguyễn');
});

test('the wait grows, never past the cap, and never the same for all', () => {
  const retry = { firstMs: 2_000, capMs: 3_600_000 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (tries, drawn) => {
        const wait = backoffMs(retry, () => drawn, tries);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(retry.capMs, retry.firstMs * 2 ** tries));
      },
    ),
  );
  expect([1, 2, 3, 20].map((tries) => backoffMs(retry, () => 1, tries))).toEqual([4_000, 8_000, 16_000, 3_600_000]);
});

test('one delivery of a Task is pending at a time, and one that comes while it runs is run once more', async () => {
  const added: unknown[] = [];
  const queues = {
    delivery: (partner: string) => ({ add: async (...job: unknown[]) => void added.push(partner, ...job) }),
  };
  await enqueueDelivery({
    queues: queues as unknown as Queues,
    registry: aRegistry(),
    retry: { triesMax: 7 },
    letters: { parkDelivery: async () => Promise.reject(new Error('set aside')) },
    now: NOW,
  })(JOB.data);
  expect(added).toEqual([
    'clsc-verdun',
    'deliver',
    { ...JOB.data, shape: 1 },
    expect.objectContaining({ deduplication: { id: 'n-1', keepLastIfActive: true }, attempts: 7 }),
  ]);
});

test('what is for a partner who has left the registry is set aside with a reason, and stops nothing that is queued after it', async () => {
  const setAside: [string, LetterReason][] = [];
  const enqueue = enqueueDelivery({
    queues: {} as Queues,
    registry: aRegistry(),
    retry: { triesMax: 7 },
    letters: { parkDelivery: async ({ task }, reason) => void setAside.push([task, reason]) },
    now: NOW,
  });
  await enqueue({ task: 'n-2', partner: 'clsc-gone' });
  expect(setAside).toEqual([['n-2', { failure: 'notFound', issues: [NO_PARTNER], at: '2026-03-10T12:00:00.000Z' }]]);
});

const QUEUED_AT = Date.parse('2026-03-10T11:59:00Z');
const LONG_AGO = Date.parse('2026-03-10T10:30:00Z');
const away = (retryAfterMs?: number) =>
  new GatewayError('unavailable', 'x', retryAfterMs === undefined ? {} : { retryAfterMs });

test('while its partner is left alone nothing is sent, no try is used up, and the queue holds as long', async () => {
  const { held, tried, notes, setAside } = await delivered(undefined, { ...JOB, timestamp: QUEUED_AT }, 12_000);
  expect([held, tried, notes, setAside]).toEqual([[12_000], [], [], []]);
});

test('a partner that asks to be left alone is, up to the longest wait, and no try is used up', async () => {
  const asked = async (ms: number) => (await delivered(away(ms), { ...JOB, timestamp: QUEUED_AT })).held;
  expect([await asked(20_000), await asked(9_000_000), await asked(0)]).toEqual([[20_000], [60_000], [100]]);
});

test('past its age a delivery is set aside for a person, also while its partner is left alone, and is not sent', async () => {
  for (const [error, aloneMs, sent] of [
    [away(), 0, 1],
    [away(5_000), 0, 1],
    [undefined, 12_000, 0],
  ] as const) {
    const { setAside, held, tried, thrown } = await delivered(error, { ...JOB, timestamp: LONG_AGO }, aloneMs);
    expect(setAside).toMatchObject([{ failure: 'unavailable' }]);
    expect([held, tried.length, thrown instanceof UnrecoverableError]).toEqual([[], sent, true]);
  }
});

test('a delivery that was accepted late in its life is still sent when its partner answers', async () => {
  expect(await delivered(undefined, { ...JOB, timestamp: LONG_AGO })).toMatchObject({ tried: ['n-1'], setAside: [] });
});

test('each try that failed is counted by its kind', async () => {
  expect((await delivered(away())).counted).toEqual(['unavailable']);
  expect((await delivered()).counted).toEqual([]);
});

test('whatever rate the registry gives, it is held over every minute, and a minute’s worth never leaves at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6_000 }), (perMinute) => {
      const { max, duration } = limiterOf({ rate: { perMinute } });
      expect((max * 60_000) / duration).toBeLessThanOrEqual(perMinute);
      expect((max * 60_000) / duration).toBeGreaterThan(0.9 * perMinute);
      expect(max).toBeLessThanOrEqual(Math.max(1, perMinute / 60));
    }),
  );
});

const LAST_MINUTE = '2026-03-10T12:00:20.000Z';

test('what would be tried again too late for its own date is shown to a person at once, and tried on', async () => {
  const error = away();
  const job = { ...JOB, attemptsMade: 14, opts: { attempts: 150 } };
  const { thrown, notes, setAside } = await delivered(error, job, 0, { tooLateAfter: LAST_MINUTE });
  expect(thrown).toBe(error);
  expect(notes).toMatchObject([{ state: 'telephone', why: 'notInTime' }]);
  expect(setAside.map(({ failure }) => failure)).toEqual(['notInTime']);
  expect(setAside[0]?.issues[0]?.text.fr).toMatch(/^Téléphonez : la demande n’est pas partie/);
  expect(setAside[0]?.issues[0]?.text.en).toMatch(/^Telephone: the request has not left/);
});

test('as long as the next try comes in time nobody is disturbed, whichever wait is drawn', async () => {
  const inTime = await delivered(away(), { ...JOB, attemptsMade: 2, opts: { attempts: 150 } }, 0, {
    tooLateAfter: LAST_MINUTE,
  });
  expect([inTime.setAside, inTime.notes.map(({ state }) => state)]).toEqual([[], ['failing']]);
});

test('a partner that asks to be left alone until after it is too late is waited for, and a person told', async () => {
  const { held, setAside } = await delivered(away(30_000), { ...JOB, timestamp: QUEUED_AT }, 0, {
    tooLateAfter: LAST_MINUTE,
  });
  expect([held, setAside.map(({ failure }) => failure)]).toEqual([[30_000], ['notInTime']]);
});

test('a person is told once, however often it fails after that, and of its last failure', async () => {
  const before = { tooLateAfter: LAST_MINUTE, noted: { state: 'telephone', at: LAST_MINUTE } } as const;
  const again = await delivered(away(), { ...JOB, attemptsMade: 15, opts: { attempts: 150 } }, 0, before);
  expect([again.setAside, again.notes.map(({ state }) => state)]).toEqual([[], ['telephone']]);
  const last = await delivered(away(), { ...JOB, attemptsMade: 149, opts: { attempts: 150 } }, 0, before);
  expect(last.setAside.map(({ failure }) => failure)).toEqual(['unavailable']);
});
