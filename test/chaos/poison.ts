import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Queues } from '../../gateway/lanes/queues.ts';
import { aPlan } from '../stack/concept-examples.ts';
import type { Client } from './client.ts';
import type { PoisonSent } from './history.ts';
import type { World } from './topology.ts';

export interface PoisonDeps {
  readonly world: Pick<World, 'gatewayUrl' | 'centreToken' | 'proxies'>;
  /** Straight to Redis. */
  readonly queues: Queues;
  readonly client: Client;
  /** Whether events that name what never comes are sent too: they are set aside only after `BESIDE_MAX_MS`. */
  readonly orphans: () => boolean;
}

const ANSWER_WITHIN_MS = 8_000;

/** Poisons every lane and every door once; remembers what it sent. */
export function poisoner({ world, queues, client, orphans }: PoisonDeps): {
  readonly send: () => Promise<void>;
  readonly sent: () => readonly PoisonSent[];
} {
  const sent: PoisonSent[] = [];
  let orphan = 0;

  const unreadableJob = async (lane: number): Promise<void> => {
    const exchange = randomUUID();
    // Sealed by nobody's key: it stands between good events of its lane.
    const job = { exchangeId: exchange, sealed: `gone.${Buffer.from(exchange).toString('base64url')}` };
    await queues.lane(lane).add('event', job, { jobId: exchange, attempts: 1, removeOnComplete: { count: 5_000 } });
    sent.push({ what: 'unreadable-job', exchange });
  };

  const malformedBody = async (): Promise<void> => {
    const response = await fetch(`${world.gatewayUrl}/v1/care-circles/poison`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await world.centreToken()}`, 'content-type': 'application/json' },
      body: `{"id":"poison","version":1,"child":{"id":"${'['.repeat(200)}`,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch(() => undefined);
    // Without an answer nothing was taken either.
    if (response !== undefined)
      sent.push({ what: 'malformed-body', refused: response.status >= 400 && response.status < 500 });
  };

  const garbageOverMllp = async (): Promise<void> => {
    const socket = connect({ host: '127.0.0.1', port: world.proxies.doors[1]?.port ?? 0 });
    socket.on('error', () => undefined);
    socket.end(
      Buffer.concat([
        Buffer.from([0x0b]),
        Buffer.from('MSH|^~\\&|poison\rXXX|'),
        Buffer.from([0x1c, 0x0d, 0xff, 0x0b]),
      ]),
    );
    const answered: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => answered.push(chunk));
    await once(socket, 'close', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => undefined);
    socket.destroy();
    const acknowledgement = Buffer.concat(answered).toString('latin1');
    sent.push({ what: 'garbage-over-mllp', refused: !/\rMSA\|(AA|CA)\|/.test(acknowledgement) });
  };

  const orphanPlan = async (): Promise<void> => {
    orphan += 1;
    const [id, child] = [`orphan-plan-${orphan}`, `orphan-child-${orphan}`];
    const body = aPlan(id, child, { circle: `orphan-circle-${orphan}` });
    const sending = { concept: 'action-plan', id, child, version: 1, body } as const;
    await client.sendOnce(sending, true);
  };

  return {
    sent: () => sent,
    async send() {
      for (let lane = 0; lane < queues.laneCount; lane += 1) await unreadableJob(lane);
      await Promise.all([malformedBody(), garbageOverMllp(), ...(orphans() ? [orphanPlan()] : [])]);
    },
  };
}
