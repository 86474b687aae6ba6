import { afterEach, expect, test } from '@jest/globals';
import { createFaultSwitch, faultFrom } from '../../../../sandbox/partners/faults.ts';
import type { PartnerSandbox } from '../../../../sandbox/partners/partner-sandbox.ts';
import { PartnerProblem } from '../../../../sandbox/partners/problem.ts';
import { aMessage } from './a-message.ts';
import { postMessage, startClsc } from './a-partner.ts';

let clsc: PartnerSandbox | undefined;
afterEach(() => clsc?.stop());

const started = async (): Promise<PartnerSandbox> => {
  clsc = await startClsc();
  return clsc;
};

/** Why a call failed: the code that fetch keeps in its cause, else the name of the error. */
const failureOf = (call: Promise<Response>): Promise<unknown> =>
  call.then(
    ({ status }) => status,
    (error: { name: string; cause?: { code?: string } }) => error.cause?.code ?? error.name,
  );

test('refuse: the connection is reset and nothing is kept', async () => {
  const partner = await started();
  partner.fault({ kind: 'refuse' });

  expect(await failureOf(postMessage(partner, aMessage()))).toBe('ECONNRESET');
  expect(partner.tasks()).toEqual([]);
});

test('hang: no answer comes, nothing is kept, and stopping the partner frees whoever waits', async () => {
  const partner = await started();
  partner.fault({ kind: 'hang' });

  const waiting = failureOf(postMessage(partner, aMessage(), { signal: AbortSignal.timeout(20_000) }));
  while (partner.log().turnedAway.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(partner.tasks()).toEqual([]);
  await partner.stop();

  expect(['UND_ERR_SOCKET', 'ECONNRESET']).toContain(await waiting);
});

test('error-500: an OperationOutcome, and nothing is kept', async () => {
  const partner = await started();
  partner.fault({ kind: 'error-500' });

  const response = await postMessage(partner, aMessage());

  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
  expect(partner.tasks()).toEqual([]);
});

test('slow: it is kept before the late answer comes', async () => {
  const partner = await started();
  partner.fault({ kind: 'slow', ms: 50 });

  const askedAt = performance.now();
  const response = await postMessage(partner, aMessage());

  expect(response.status).toBe(200);
  expect(performance.now() - askedAt).toBeGreaterThanOrEqual(45);
  expect(partner.tasks()).toHaveLength(1);
});

test('slow: a caller who gives up was served all the same', async () => {
  const partner = await started();
  partner.fault({ kind: 'slow', ms: 600_000 });
  const givingUp = new AbortController();

  const call = failureOf(postMessage(partner, aMessage(), { signal: givingUp.signal }));
  while (partner.tasks().length === 0) await new Promise((resolve) => setImmediate(resolve));
  givingUp.abort();

  expect(await call).toBe('AbortError');
  expect(partner.tasks()).toHaveLength(1);
});

test('drop-after-receiving: it is kept, the caller gets no answer, and the retry makes no second Task', async () => {
  const partner = await started();
  partner.fault({ kind: 'drop-after-receiving', times: 1 });

  expect(await failureOf(postMessage(partner, aMessage()))).toBe('UND_ERR_SOCKET');
  expect(partner.tasks()).toHaveLength(1);

  expect((await postMessage(partner, aMessage())).status).toBe(200);
  expect(partner.tasks()).toHaveLength(1);
});

test('a fault for two calls ends by itself after two', async () => {
  const partner = await started();
  partner.fault({ kind: 'error-500', times: 2 });

  const statuses = [];
  for (const message of ['m-1', 'm-2', 'm-3']) {
    statuses.push((await postMessage(partner, aMessage({ message }))).status);
  }

  expect(statuses).toEqual([500, 500, 200]);
});

test('a fault without a number of calls lasts until it is taken away', () => {
  const faults = createFaultSwitch();
  faults.set({ kind: 'hang' });
  expect([faults.take().kind, faults.take().kind]).toEqual(['hang', 'hang']);
  faults.set({ kind: 'none' });
  expect(faults.take().kind).toBe('none');
});

test('faults do not touch the control API', async () => {
  const partner = await started();
  partner.fault({ kind: 'refuse' });
  expect((await fetch(`${partner.url}/sandbox/tasks`)).status).toBe(200);
});

test('a fault is read from JSON and from a form', () => {
  expect(faultFrom({ kind: 'slow', ms: 10, times: 2 })).toEqual({ kind: 'slow', ms: 10, times: 2 });
  expect(faultFrom({ kind: 'slow', ms: '10', times: '' })).toEqual({ kind: 'slow', ms: 10 });
  expect(faultFrom({ kind: 'none', times: 3 })).toEqual({ kind: 'none' });
});

test.each([
  [undefined, 'kind'],
  [{ kind: 'toString' }, 'kind'],
  [{ kind: 'slow' }, 'ms'],
  [{ kind: 'slow', ms: -1 }, 'ms'],
  [{ kind: 'slow', ms: 600_001 }, 'ms'],
  [{ kind: 'hang', times: 0 }, 'times'],
  [{ kind: 'hang', times: 1.5 }, 'times'],
])('the fault %j is refused, naming the field', (body, field) => {
  expect(() => faultFrom(body)).toThrow(PartnerProblem);
  try {
    faultFrom(body);
  } catch (error) {
    expect(error).toHaveProperty('field', field);
  }
});
