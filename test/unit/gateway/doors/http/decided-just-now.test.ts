import { afterEach, expect, test } from '@jest/globals';
import { aCollectingDoor, aTaskToCollect, numberOf } from '../../../../builders/a-collecting-door.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const READ = ['Task', 'ServiceRequest', 'Patient'].map((type) => `/fhir/${type}/${numberOf(1)}`);
const LIST = '/fhir/Task';

/** The gateway is paused after it has decided, this long and this often; what is acknowledged meanwhile bears on all. */
async function pausedDoor({ pauseMs, times = 1 }: { readonly pauseMs: number; readonly times?: number }) {
  let pauses = 0;
  let pass = (_ms: number): void => undefined;
  let isHeld = false;
  const door = await aCollectingDoor(
    [1, 2].flatMap((nth) => aTaskToCollect(nth)),
    {
      held: () => isHeld,
      onClock: (moments) => {
        pass = moments.pass;
      },
      onAudit: () => {
        if (pauses >= times) return;
        pauses += 1;
        pass(pauseMs);
        isHeld = times === 1;
      },
    },
  );
  app = door.app;
  return door.app;
}

test.each(READ)(
  '%s: a pause of more than five seconds after the decision sends nothing that was closed meanwhile',
  async (path) => {
    const { status, text } = await (await pausedDoor({ pauseMs: 5_001 })).call('GET', path);
    expect(status).toBe(404);
    expect(text).not.toContain('ServiceRequest');
  },
);

test('a list that was decided too long ago is decided again before it is sent', async () => {
  const { status, body } = await (await pausedDoor({ pauseMs: 5_001 })).call('GET', LIST);
  expect([status, body.entry]).toEqual([200, []]);
});

test.each([LIST, ...READ])('%s: up to five seconds after it was decided it may be sent', async (path) => {
  expect((await (await pausedDoor({ pauseMs: 2_500 })).call('GET', path)).status).toBe(200);
});

test.each([LIST, ...READ])(
  '%s: where deciding takes too long each time, whoever asks is to ask again, and nothing is sent',
  async (path) => {
    const { status, headers, body } = await (await pausedDoor({ pauseMs: 5_001, times: 9 })).call('GET', path);
    expect([status, body.resourceType]).toEqual([503, 'OperationOutcome']);
    expect(headers.get('retry-after')).not.toBeNull();
  },
);

test('with a record that takes six seconds for each question, no page of several is ever sent late', async () => {
  const door = await aCollectingDoor(
    [1, 2, 3, 4, 5, 6, 7].flatMap((nth) => aTaskToCollect(nth)),
    { searchMs: 6_000 },
  );
  app = door.app;
  expect((await app.call('GET', LIST)).status).toBe(503);
});
