import { expect, test } from '@jest/globals';
import { closer } from '../../../../gateway/process/closer.ts';

test('what was opened last is closed first, one after the other', async () => {
  const closed: string[] = [];
  const { add, close } = closer();
  add(async () => {
    closed.push('first');
  });
  add(async () => {
    await Promise.resolve();
    closed.push('second');
  });
  add(() => closed.push('third'));
  await close();
  expect(closed).toEqual(['third', 'second', 'first']);
});

test('a step that fails stops no other, and every failure is told at the end', async () => {
  const closed: string[] = [];
  const { add, close } = closer();
  add(() => closed.push('still'));
  add(() => {
    throw new Error('one');
  });
  add(async () => {
    throw new Error('two');
  });
  const error = await close().catch((it: unknown) => it);
  expect(closed).toEqual(['still']);
  expect(error).toBeInstanceOf(AggregateError);
  expect((error as AggregateError).errors.map(String)).toEqual(['Error: two', 'Error: one']);
});

test('closing twice, also at once, closes once and waits for the same end', async () => {
  let closed = 0;
  const { add, close } = closer();
  add(async () => {
    await Promise.resolve();
    closed += 1;
  });
  await Promise.all([close(), close()]);
  await close();
  expect(closed).toBe(1);
});

test('what is opened while it closes is closed too', async () => {
  const closed: string[] = [];
  const { add, close } = closer();
  add(() => {
    add(() => closed.push('late'));
    closed.push('first');
  });
  await close();
  expect(closed).toEqual(['first', 'late']);
});

test('nothing to close closes', async () => {
  await expect(closer().close()).resolves.toBeUndefined();
});

test('a step that hangs does not keep the others from closing, and is told', async () => {
  const closed: string[] = [];
  const closing = closer({ withinMs: 50 });
  closing.add(() => closed.push('first opened'));
  closing.add(() => new Promise(() => undefined));
  closing.add(() => closed.push('last opened'));
  await expect(closing.close()).rejects.toThrow('some parts did not close');
  expect(closed).toEqual(['last opened', 'first opened']);
});
