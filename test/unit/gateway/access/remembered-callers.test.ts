import { expect, test } from '@jest/globals';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import type { Caller } from '../../../../gateway/access/caller.ts';
import { rememberedCallers } from '../../../../gateway/access/remembered-callers.ts';
import { tokenVerifier } from '../../../../gateway/access/token-verifier.ts';
import { localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

const CALLER: Caller = { kind: 'centre', id: 'verdun' };
const SECOND_MS = 1_000;

function aMemory() {
  let at = 0;
  return {
    ...rememberedCallers(() => at),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

test('a token is known again for a minute, and not after it has ended', () => {
  const { find, remember, pass } = aMemory();
  remember('long', CALLER, 300 * SECOND_MS);
  remember('short', CALLER, 10 * SECOND_MS);
  expect([find('long'), find('short'), find('other')]).toEqual([CALLER, CALLER, undefined]);
  pass(10 * SECOND_MS);
  expect([find('long'), find('short')]).toEqual([CALLER, undefined]);
  pass(50 * SECOND_MS);
  expect(find('long')).toBeUndefined();
});

test('however many tokens come, memory has a bound, and the last are known', () => {
  const { find, remember } = aMemory();
  const names = Array.from({ length: 10_000 }, (_, n) => `t${n}`);
  for (const name of names) remember(name, CALLER, 300 * SECOND_MS);
  expect(names.filter((name) => find(name) !== undefined).length).toBeLessThanOrEqual(2_000);
  expect(find('t9999')).toBe(CALLER);
});

test('a token that was taken a moment ago is refused as soon as it has expired, and one that differs in a letter at once', async () => {
  const issuer = await localIssuer();
  try {
    let at = Date.now();
    const access = readAccess(issuer.settings.ACCESS_PATH);
    const verify = tokenVerifier({ access, registry: aRegistry(), now: () => new Date(at) });
    const token = await issuer.sign({ ...issuer.claims({ centre: 'verdun' }), exp: Math.floor(at / SECOND_MS) + 20 });
    expect(await verify(token)).toMatchObject({ id: 'verdun' });
    expect(await verify(token)).toMatchObject({ id: 'verdun' });
    const other = token.endsWith('A') ? 'B' : 'A';
    await expect(verify(`${token.slice(0, -10)}${other}${token.slice(-9)}`)).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    at += 51 * SECOND_MS;
    await expect(verify(token)).rejects.toMatchObject({ kind: 'unauthenticated' });
  } finally {
    await issuer.stop();
  }
});
