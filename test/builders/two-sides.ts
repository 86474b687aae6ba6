import { v5 as uuidFrom } from 'uuid';
import { deliveryTries } from '../../gateway/disclosure/delivery-tries.ts';
import { disclosures } from '../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { AnswerSaid } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { deliverRequest } from '../../workers/deliver/deliver-request.ts';
import { sendOnce } from '../../workers/deliver/send-once.ts';
import { aRegistry } from './a-registry.ts';
import { agreedTo, circleEvent, referralEvent } from './concept-events.ts';
import { anAnswerEvent } from './events.ts';
import { memoryRedis } from './memory-redis.ts';
import { quietLog } from './quiet-log.ts';
import { type SyncBench, syncBench } from './sync-bench.ts';

/** What leaves for the owner, as it hears it. */
export type Told = 'request' | 'stop' | 'cancelled' | 'entered-in-error';

/** Our side of one request, real from the lane to the message, over a record in memory; the owner is whoever the test plays. */
export interface OurSide {
  readonly task: () => fhir4.Task;
  /** Steps that the last trace implies. */
  readonly implied: () => readonly string[];
  /** What was told about the last answer. */
  readonly issues: () => readonly Issue[];
  answer(
    what: AnswerSaid['what'],
    at: Date,
    from: 'system' | 'person',
    message: string,
    stands?: AnswerSaid['stands'],
  ): Promise<void>;
  /** Revises the request. */
  revise(change: 'revoked' | 'revoked-without-agreement' | 'entered-in-error' | 'reason'): Promise<void>;
  /** Runs the delivery; `lost` before it reaches the owner, or the owner's receipt on its way back. */
  send(lost: 'no' | 'message' | 'receipt', hears: (told: Told) => void): Promise<void>;
}

const PARTNER = 'clsc-verdun';
const EXCHANGES = '5d0b7c0a-1f52-5f0e-8a55-6b1c9e0f7a31';

export async function ourSide(now: () => Date): Promise<OurSide> {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent({}, { recordedAt: now().toISOString() }));
  let version = 1;
  let last = '';
  const task = () => bench.record.ofType('Task')[0] as fhir4.Task;
  const deliver = deliveryOn(bench, now);

  return {
    task,
    implied: () =>
      (bench.record.ofType('Provenance').find(({ id }) => id === last)?.activity?.coding ?? []).flatMap(
        ({ system, code }) => (system?.endsWith('/implied-step') ? [code ?? ''] : []),
      ),
    issues: () => bench.outcomes.get(last)?.issues ?? [],
    async answer(what, at, from, message, stands) {
      last = uuidFrom(message, EXCHANGES);
      const channel = from === 'system' ? 'system' : 'telephone';
      await bench.put(
        anAnswerEvent(
          {
            what,
            happenedAt: at.toISOString(),
            channel,
            saidBy: PARTNER,
            ...(stands !== undefined && { stands }),
          } as never,
          {
            exchangeId: last,
            recordedAt: now().toISOString(),
            ...(from === 'system' && { fromPartner: PARTNER }),
          },
        ),
      );
    },
    async revise(change) {
      version += 1;
      const event = referralEvent({ version, ...changeOf(change, version) }, { recordedAt: now().toISOString() });
      last = event.exchangeId;
      await bench.put(event);
    },
    send: (lost, hears) => deliver(task().identifier?.[0]?.value ?? '', lost, hears),
  };
}

function changeOf(change: Parameters<OurSide['revise']>[0], version: number): Parameters<typeof referralEvent>[0] {
  switch (change) {
    case 'revoked':
      return { status: 'revoked' };
    case 'revoked-without-agreement':
      return { status: 'revoked', agreements: [agreedTo('hopital')] };
    case 'entered-in-error':
      return { status: 'entered-in-error' };
    case 'reason':
      return { reason: `Raison ${version}` };
  }
}

const REGISTRY = aRegistry();
const LOG = quietLog();

/** The real delivery, with a channel that the test can break. */
function deliveryOn(bench: SyncBench, now: () => Date) {
  const remembered = new Set<string>();
  const memory = memoryRedis();
  return async (number: string, lost: 'no' | 'message' | 'receipt', hears: (told: Told) => void): Promise<void> => {
    const deliver = deliverRequest({
      disclosures: disclosures({
        holds: { bearOn: async () => false },
        store: bench.record,
        registry: REGISTRY,
        audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
        now,
      }),
      statuses: { note: async () => undefined, of: async () => undefined },
      connector: () => ({
        async send(message) {
          if (lost === 'message') throw new GatewayError('unavailable', 'lost');
          if (message.form === 'fhir') hears(toldIn(message.bundle));
          if (lost === 'receipt') throw new GatewayError('unavailable', 'lost');
          return { reference: 'HTTP 200' };
        },
      }),
      byPage: async () => false,
      sendOnce: sendOnce(deliveryTries(memory.redis, 60)),
      hear: async () => undefined,
      prepareTask: async ({ number: known }) => void remembered.add(known),
      mayHaveArrived: async ({ number: known }) => remembered.has(known),
      receipt: async (event) => void (await bench.put(event)),
      now,
      log: LOG,
    });
    await deliver({ task: number, partner: PARTNER }, new AbortController().signal).catch((error: unknown) => {
      if (!(error instanceof GatewayError) || lost === 'no') throw error;
    });
  };
}

/** As a partner reads it: by the Task alone. */
function toldIn({ entry = [] }: fhir4.Bundle<fhir4.FhirResource>): Told {
  const task = entry.map(({ resource }) => resource).find((it) => it?.resourceType === 'Task');
  if (task?.resourceType !== 'Task') throw new Error('a message without a Task');
  if (task.code?.coding?.[0]?.code === 'abort') return 'stop';
  if (task.status === 'cancelled' || task.status === 'entered-in-error') return task.status;
  if (task.identifier?.[0]?.system !== IDENTIFIERS.task) throw new Error('a request without its number');
  return 'request';
}
