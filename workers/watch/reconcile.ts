import type { Logger } from 'pino';
import { stepsOf } from '../../gateway/disclosure/disclosable-on-record.ts';
import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import { deliveryLetterId } from '../../gateway/set-aside/dead-letter.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import { partnerIn, senderOf, takingBack, taskNumberOf } from '../../mappings/domain/current-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { isRequestUntold, tellingOf } from '../../mappings/domain/request-untold.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { ReconcileMemory } from './reconcile-memory.ts';

export interface ReconcileDeps {
  readonly store: Pick<FhirStore, 'pages'>;
  readonly registry: Pick<Registry, 'partner'>;
  readonly deliver: (job: DeliveryJob) => Promise<void>;
  /** Whether it waits or is being made already. */
  readonly isPending: (job: DeliveryJob) => Promise<boolean>;
  readonly letters: Pick<DeadLetters, 'list' | 'find' | 'delivered'>;
  readonly memory: ReconcileMemory;
  /** How long what changed last may be all that is compared; after that everything is. */
  readonly wholeEveryMs: number;
  readonly now: () => Date;
  readonly log: Logger;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** HAPI's clock is not ours, and what was being written when it was last looked at may show only now. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** What ended longer ago and was never told is for nobody any more. */
const ENDED_LOOK_BACK_MS = 30 * DAY_MS;

const OPEN = 'requested,received,accepted,in-progress,on-hold';
const ENDED = 'completed,rejected,failed,cancelled,entered-in-error';
const OURS = { identifier: `${IDENTIFIERS.task}|`, _include: 'Task:focus' };

/**
 * Compares what the record holds with what partners were told, and queues what they were not: requests that never left, newer versions,
 * requests to stop, cancellations, the centre's answers. What is queued twice is sent once. Only what changed since the last look, or, once
 * in a while and when Redis has forgotten when that was, all that is open. What was set aside waits for a person, or for a newer version; it
 * is taken off once the record says that it was told. Gives how many were queued. Throws GatewayError while the record is away, and
 * the signal's reason where it is told to stop: the next look begins where this one did.
 */
export function reconciler(deps: ReconcileDeps): (signal?: AbortSignal) => Promise<number> {
  const { store, letters, memory, deliver, wholeEveryMs, now, log } = deps;
  return async (signal) => {
    const at = now();
    const { last, whole } = await memory.looks();
    const isWhole = last === undefined || whole === undefined || at.getTime() - Date.parse(whole) >= wholeEveryMs;
    const setAside = new Set((await letters.list({ kind: 'delivery' })).map(({ task }) => task));
    let queued = 0;
    for (const search of isWhole ? everything(at) : [changedSince(last)])
      for await (const page of store.pages('Task', search))
        for (const { job, due } of toldIn(page, deps)) {
          signal?.throwIfAborted();
          if (due && !setAside.has(job.task) && (await isOrphan(job, deps))) {
            await deliver(job);
            queued += 1;
          }
          if (!due && setAside.has(job.task)) await letters.delivered(job.task);
        }
    await memory.looked(at.toISOString(), isWhole);
    if (isWhole || queued > 0) log.info({ queued, whole: isWhole }, 'reconciled');
    return queued;
  };
}

/** Nobody makes it, and nobody gave it up: in this order, since what is given up is set aside before it ends. */
const isOrphan = async (job: DeliveryJob, { isPending, letters }: ReconcileDeps): Promise<boolean> =>
  !(await isPending(job)) && (await letters.find(deliveryLetterId(job.task))) === undefined;

const changedSince = (last: string): SearchParams => ({
  ...OURS,
  _lastUpdated: `ge${new Date(Date.parse(last) - OVERLAP_MS).toISOString()}`,
});

const everything = (at: Date): readonly SearchParams[] => [
  { ...OURS, status: OPEN },
  { ...OURS, status: ENDED, _lastUpdated: `ge${new Date(at.getTime() - ENDED_LOOK_BACK_MS).toISOString()}` },
];

interface Told {
  readonly job: DeliveryJob;
  readonly due: boolean;
}

/** Of each Task, whether the partner at its other end knows all that it is to know. */
function toldIn(page: readonly fhir4.FhirResource[], { registry }: ReconcileDeps): readonly Told[] {
  const requests = new Map(
    page.filter((it) => it.resourceType === 'ServiceRequest').map((it) => [`ServiceRequest/${it.id}`, it]),
  );
  return page.flatMap((task): readonly Told[] => {
    if (task.resourceType !== 'Task' || task.partOf !== undefined) return [];
    const number = taskNumberOf(task);
    const sender = senderOf(task);
    if (number === undefined) return [];
    if (sender !== undefined)
      return [{ job: { task: number, partner: sender, about: 'answer' }, due: isAnswerUntold(task) }];
    const partner = partnerIn(task.owner);
    const request = requests.get(task.focus?.reference ?? '');
    if (partner === undefined || request === undefined) return [];
    const known = registry.partner(partner);
    const steps = known === undefined ? { inTwoSteps: false } : stepsOf(known);
    // Of who has left the registry nobody knows how much it may be shown: what it was shown is enough.
    const telling = known === undefined ? (takingBack(task) ?? receiptOf(task)?.stage ?? '') : tellingOf(task, steps);
    const due = isRequestUntold(task, revisionOf(request).version, telling, steps);
    return [{ job: { task: number, partner }, due }];
  });
}
