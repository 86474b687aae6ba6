import { expect } from '@jest/globals';
import { eventually, type StackSandbox } from './stack-sandbox.ts';

/** Puts a concept at a path of the API; on record when it returns, however slow the machine. */
export async function onRecord(sandbox: StackSandbox, path: string, body: unknown): Promise<void> {
  const { status, body: exchange, headers } = await sandbox.call('PUT', path, { body, headers: { prefer: 'wait=30' } });
  expect([path, status < 300, exchange.issue]).toEqual([path, true, undefined]);
  if (status !== 202) return;
  await eventually(
    () => sandbox.call('GET', headers.get('location') ?? ''),
    (it) => it.body.state === 'synced',
    120_000,
  );
}
