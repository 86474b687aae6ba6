import { expect, test } from '@jest/globals';
import { renewedToken } from '../../../operate/renewed-token.ts';

const LIFE_SECONDS = 300;

function aClock() {
  let at = 0;
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { token: `t${asked}`, lifeSeconds: LIFE_SECONDS };
  };
  return {
    token: renewedToken(ask, () => at),
    pass: (seconds: number) => {
      at += seconds * 1_000;
    },
    asked: () => asked,
  };
}

test('a token is used for half its life, then another is asked for', async () => {
  const { token, pass, asked } = aClock();
  expect([await token(), await token()]).toEqual(['t1', 't1']);
  pass(LIFE_SECONDS / 2 - 1);
  expect(await token()).toBe('t1');
  pass(1);
  expect([await token(), await token(), asked()]).toEqual(['t2', 't2', 2]);
});

test('many who ask at once are given one', async () => {
  const { token, asked } = aClock();
  expect(new Set(await Promise.all(Array.from({ length: 20 }, token)))).toEqual(new Set(['t1']));
  expect(asked()).toBe(1);
});

test('after a failure the next one asks again', async () => {
  let fails = true;
  const token = renewedToken(async () => {
    if (fails) throw new Error('away');
    return { token: 't', lifeSeconds: LIFE_SECONDS };
  });
  await expect(token()).rejects.toThrow('away');
  fails = false;
  expect(await token()).toBe('t');
});
