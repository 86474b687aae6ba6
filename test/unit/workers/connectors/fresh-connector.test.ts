import { expect, test } from '@jest/globals';
import type { Message } from '../../../../mappings/dialects/dialect.ts';
import type { Connector } from '../../../../workers/connectors/connector.ts';
import { freshConnector } from '../../../../workers/connectors/fresh-connector.ts';
import { tracedConnectors } from '../../../../workers/connectors/traced-connectors.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

const MESSAGE: Message = { form: 'hl7v2', text: 'MSH' };
const DECIDED_AT = new Date('2026-03-10T15:00:00Z');

/** A channel on which a message waits so long for its turn, and what left over it. */
function aChannel(waitMs: number) {
  let nowMs = DECIDED_AT.getTime();
  const left: Message[] = [];
  const channel: Connector = {
    async send(message, _signal, mayLeave) {
      nowMs += waitMs;
      mayLeave?.();
      left.push(message);
      return { reference: 'taken' };
    },
  };
  const around = async <T>(_name: string, _about: object, run: () => Promise<T>): Promise<T> => run();
  const traced = tracedConnectors(new Map([['clsc-verdun', channel]]), aRegistry(), { around } as never);
  const connector = traced.get('clsc-verdun') as Connector;
  const fresh = freshConnector(connector, 'n-1', { decidedAt: DECIDED_AT }, () => new Date(nowMs));
  return { left, send: () => fresh.send(MESSAGE, new AbortController().signal) };
}

test('what waited for its turn longer than a decision holds does not leave, and is known not to have arrived', async () => {
  const { left, send } = aChannel(5_001);
  await expect(send()).rejects.toMatchObject({ kind: 'held', arrived: 'no' });
  expect(left).toEqual([]);
});

test('what waited no longer leaves', async () => {
  const { left, send } = aChannel(5_000);
  expect(await send()).toEqual({ reference: 'taken' });
  expect(left).toEqual([MESSAGE]);
});
