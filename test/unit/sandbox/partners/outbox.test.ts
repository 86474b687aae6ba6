import { expect, test } from '@jest/globals';
import type { Attempt } from '../../../../sandbox/partners/journal.ts';
import { createOutbox } from '../../../../sandbox/partners/outbox.ts';

const TAKEN: Attempt = { result: 'taken', status: 200 };
const REFUSED: Attempt = { result: 'refused', status: 422 };
const AWAY: Attempt = { result: 'not-delivered', willRetry: true, because: 'ECONNREFUSED' };

const factOf = (answerId: string, value = 'r-1') => ({
  answerId,
  task: { system: 's', value },
  resource: { resourceType: 'Task', status: 'accepted', intent: 'order', description: answerId } as fhir4.Task,
});

const outboxWith = (attempts: readonly Attempt[], retryWaitsMs: readonly number[] = [1, 1]) => {
  const tried: [string, Attempt][] = [];
  const sent: (string | undefined)[] = [];
  const outbox = createOutbox({
    send: async ({ description }) => {
      sent.push(description);
      return attempts[sent.length - 1] ?? AWAY;
    },
    retryWaitsMs,
    attempted: (answerId, attempt) => tried.push([answerId, attempt]),
  });
  return { outbox, tried, sent };
};

test('what the gateway takes is sent once', async () => {
  const { outbox, tried } = outboxWith([TAKEN]);
  await outbox.post(factOf('a'));
  expect(tried).toEqual([['a', TAKEN]]);
});

test('what the gateway refuses is not sent again', async () => {
  const { outbox, sent } = outboxWith([REFUSED, TAKEN]);
  await outbox.post(factOf('a'));
  expect(sent).toEqual(['a']);
});

test('what did not arrive is sent again until it does', async () => {
  const { outbox, tried } = outboxWith([AWAY, AWAY, TAKEN]);
  await outbox.post(factOf('a'));
  expect(tried.map(([, attempt]) => attempt)).toEqual([AWAY, AWAY, TAKEN]);
});

test('the retries come to an end, and the last says so', async () => {
  const { outbox, tried } = outboxWith([]);
  await outbox.post(factOf('a'));
  expect(tried.map(([, attempt]) => attempt)).toEqual([AWAY, AWAY, { ...AWAY, willRetry: false }]);
});

test('a later answer about the same Task does not overtake one that is being retried; another Task does', async () => {
  const { outbox, sent } = outboxWith([AWAY, TAKEN, TAKEN, TAKEN], [20]);
  await Promise.all([outbox.post(factOf('first')), outbox.post(factOf('second')), outbox.post(factOf('other', 'r-2'))]);
  expect(sent).toEqual(['first', 'other', 'first', 'second']);
});

test('stopping gives up a long wait, and says that it was given up', async () => {
  const { outbox, tried } = outboxWith([], [600_000]);
  const posted = outbox.post(factOf('a'));
  await new Promise((resolve) => setImmediate(resolve));
  await outbox.stop();
  await posted;
  expect(tried.at(-1)).toEqual([
    'a',
    { result: 'not-delivered', willRetry: false, because: 'the partner was stopped' },
  ]);
});
