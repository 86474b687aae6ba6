import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Connector } from '../../../../workers/connectors/connector.ts';
import { circuit } from '../../../../workers/deliver/circuit.ts';

const MESSAGE = { form: 'fhir', bundle: { resourceType: 'Bundle', type: 'transaction' } } as const;
const OPEN_MS = 60;

/** A channel that fails as told, behind a circuit that opens after three. */
function bench() {
  let failure: GatewayError | undefined;
  let sent = 0;
  const changes: (number | 'answers')[] = [];
  const it = circuit({
    partner: 'clsc-verdun',
    failuresMax: 3,
    openMs: OPEN_MS,
    openMaxMs: 4 * OPEN_MS,
    now: Date.now,
    onChange: (openForMs) => void changes.push(openForMs ?? 'answers'),
  });
  const connector: Connector = {
    send: async () => {
      sent += 1;
      if (failure !== undefined) throw failure;
      return { reference: 'HTTP 200' };
    },
  };
  const guarded = it.guard(connector);
  const send = (): Promise<string> =>
    guarded.send(MESSAGE, new AbortController().signal).then(
      ({ reference }) => reference,
      (error: unknown) => (error instanceof GatewayError ? error.kind : 'other'),
    );
  const untilFree = async (): Promise<void> => {
    while (it.holdMs() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    it,
    send,
    changes,
    untilFree,
    sent: () => sent,
    fail: (kind?: 'unavailable' | 'partnerRefused') => {
      failure = kind && new GatewayError(kind, 'x');
    },
  };
}

test('a partner that does not answer is left alone, and one delivery tries afterwards', async () => {
  const { it, send, fail, sent, changes, untilFree } = bench();
  fail('unavailable');
  expect([await send(), await send(), it.holdMs()]).toEqual(['unavailable', 'unavailable', 0]);
  await send();
  expect(it.holdMs()).toBeGreaterThan(0);
  expect([await send(), sent(), changes]).toEqual(['unavailable', 3, [OPEN_MS]]);

  await untilFree();
  fail();
  expect([await send(), sent(), it.holdMs(), changes]).toEqual(['HTTP 200', 4, 0, [OPEN_MS, 'answers']]);
});

test('a try that fails leaves it alone again as long', async () => {
  const { it, send, fail, sent, untilFree } = bench();
  fail('unavailable');
  for (let tries = 0; tries < 3; tries += 1) await send();
  await untilFree();
  await send();
  expect(sent()).toBe(4);
  expect(it.holdMs()).toBeGreaterThan(0);
});

test('a refusal is an answer: it opens nothing', async () => {
  const { it, send, fail, sent } = bench();
  fail('partnerRefused');
  for (let tries = 0; tries < 9; tries += 1) expect(await send()).toBe('partnerRefused');
  expect([it.holdMs(), sent()]).toEqual([0, 9]);
});

test('while the partner stays away it is left alone twice as long each time, up to a limit; once it answered it starts afresh', async () => {
  const { send, fail, changes, untilFree } = bench();
  fail('unavailable');
  for (let tries = 0; tries < 3; tries += 1) await send();
  for (let tries = 0; tries < 3; tries += 1) {
    await untilFree();
    await send();
  }
  expect(changes).toEqual([OPEN_MS, 2 * OPEN_MS, 4 * OPEN_MS, 4 * OPEN_MS]);
  await untilFree();
  fail();
  await send();
  fail('unavailable');
  for (let tries = 0; tries < 3; tries += 1) await send();
  expect(changes.slice(4)).toEqual(['answers', OPEN_MS]);
});
