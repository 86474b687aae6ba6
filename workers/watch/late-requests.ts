import type { DeliveryStatuses } from '../../gateway/disclosure/deliveries.ts';
import { stepsOf } from '../../gateway/disclosure/disclosable-on-record.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { isAsked, isReferralTask, isTakenBack, partnerIn, taskNumberOf } from '../../mappings/domain/current-task.ts';
import { ownDateOf } from '../../mappings/domain/own-date.ts';
import { isRequestUntold, tellingOf } from '../../mappings/domain/request-untold.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { whySetAside } from '../deliver/why-set-aside.ts';

export interface LateRequestsDeps {
  readonly store: Pick<FhirStore, 'pages'>;
  readonly registry: Pick<Registry, 'partner'>;
  readonly statuses: Pick<DeliveryStatuses, 'note'>;
  readonly letters: Pick<DeadLetters, 'list' | 'parkDelivery'>;
  /** How long before its own date a person must know that it has not left. */
  readonly marginMs: number;
  /** How long a delivery may wait for its next try. */
  readonly waitMaxMs: number;
  /** What was written less long ago is on its way. */
  readonly graceMs: number;
  readonly now: () => Date;
}

const LOOK_BACK_MS = 7 * 86_400_000;

/**
 * Looks for requests whose own date comes before they may have left, whatever holds them — a pause, a queue, a rate, a partner that is left
 * alone — and shows them to a person at once: telephone, it has not left. Tries go on. What a person carries anyway is theirs already. Gives
 * how many were shown. Throws GatewayError while the record is away.
 */
export function lateRequests(deps: LateRequestsDeps): (signal?: AbortSignal) => Promise<number> {
  const { store, statuses, letters, marginMs, waitMaxMs, now } = deps;
  return async (signal) => {
    const at = now();
    const latest = at.getTime() + waitMaxMs + marginMs;
    const setAside = new Set((await letters.list({ kind: 'delivery' })).map(({ task }) => task));
    let shown = 0;
    for await (const page of store.pages('ServiceRequest', {
      status: 'active',
      occurrence: [`ge${new Date(at.getTime() - LOOK_BACK_MS).toISOString()}`, `le${new Date(latest).toISOString()}`],
      _revinclude: 'Task:focus',
    }))
      for (const { task, partner, version } of waitingIn(page, latest, at, deps)) {
        signal?.throwIfAborted();
        if (setAside.has(task)) continue;
        const moment = at.toISOString();
        await letters.parkDelivery(
          { task, partner },
          { failure: 'notInTime', issues: [whySetAside('notInTime')], at: moment },
        );
        await statuses.note(task, { state: 'telephone', version, why: 'notInTime', at: moment });
        shown += 1;
      }
    return shown;
  };
}

interface Waiting {
  readonly task: string;
  readonly partner: string;
  readonly version: number;
}

function waitingIn(
  page: readonly fhir4.FhirResource[],
  latest: number,
  at: Date,
  { registry, graceMs }: LateRequestsDeps,
): readonly Waiting[] {
  const requests = new Map(
    page.filter((it) => it.resourceType === 'ServiceRequest').map((it) => [`ServiceRequest/${it.id}`, it]),
  );
  return page.filter(isReferralTask).flatMap((task): readonly Waiting[] => {
    const request = requests.get(task.focus?.reference ?? '');
    const partner = registry.partner(partnerIn(task.owner) ?? '');
    const number = taskNumberOf(task);
    if (request === undefined || partner === undefined || partner.transport === 'paper' || number === undefined)
      return [];
    const { version } = revisionOf(request);
    const isFresh = Date.parse(task.meta?.lastUpdated ?? '') > at.getTime() - graceMs;
    const steps = stepsOf(partner);
    const untold = isAsked(task) && !isTakenBack(task) && isRequestUntold(task, version, tellingOf(task, steps), steps);
    const ownDate = ownDateOf(request, task);
    return untold && !isFresh && ownDate !== undefined && ownDate < latest
      ? [{ task: number, partner: partner.id, version }]
      : [];
  });
}
