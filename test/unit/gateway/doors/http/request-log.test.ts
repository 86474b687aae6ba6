import { afterEach, expect, test } from '@jest/globals';
import { requestLog } from '../../../../../gateway/doors/http/request-log.ts';
import { FAILURES, type FailureKind, GatewayError } from '../../../../../gateway/failures.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { keptLog } from '../../../../builders/quiet-log.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

/** What the request log writes of a request that fails so, as one object a line. */
async function lineAbout(error: unknown): Promise<{ readonly level: number; readonly err?: object }> {
  const { log, text } = keptLog();
  app = await anApp({
    '/': requestLog(log, (url) => url.split('?')[0] ?? ''),
    '/v1/fails': () => {
      throw error;
    },
  });
  await app.call('GET', '/v1/fails?name=Mai');
  await app.stop();
  expect(text()).not.toContain('Mai');
  return JSON.parse(text());
}

const KINDS = Object.keys(FAILURES) as FailureKind[];
const OURS = KINDS.filter((kind) => FAILURES[kind].status >= 500);

test.each(OURS)('of a failure that is ours, its line tells the true kind: %s', async (kind) => {
  expect(await lineAbout(new GatewayError(kind, 'x'))).toMatchObject({ level: 50, err: { kind } });
});

test('of an error that nobody foresaw it tells that it is internal, and no word of it', async () => {
  expect((await lineAbout(new TypeError('Mai Nguyễn'))).err).toEqual({ kind: 'internal' });
});

test.each(KINDS.filter((kind) => !OURS.includes(kind)))(
  '%s is the caller’s: a warning without an error',
  async (kind) => {
    const line = await lineAbout(new GatewayError(kind, 'x'));
    expect([line.level, line.err]).toEqual([40, undefined]);
  },
);
