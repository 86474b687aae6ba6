import type { PivotTold } from '../../mappings/domain/findings-told.ts';
import { centreOf, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { isFindingTask, isOpenFinding, snoozed } from '../../mappings/watch/finding-task.ts';
import { findingsTold, type ToldScope } from '../../mappings/watch/findings-told.ts';
import { findingsWritten } from '../../mappings/watch/findings-written.ts';
import { GatewayError } from '../failures.ts';
import type { FhirStore } from '../record/fhir-store.ts';

export interface FindingsDesk {
  /** What asks for a person at a centre, as each pivot reads it. Throws `unavailable` while the record is away. */
  list(scope: ToldScope): Promise<readonly PivotTold[]>;
  /** The child whom an open finding of the centre is about. Throws `notFound`, also for another centre’s. */
  childOf(centre: string, id: string): Promise<string>;
  /** Puts one off until a day, for a reason; who does stands beside it. Throws `notFound`, `versionConflict`. */
  snooze(
    centre: string,
    id: string,
    until: string,
    why: { readonly reason: string; readonly by: string },
  ): Promise<void>;
}

const OPEN = 'requested,in-progress';

export function findingsDesk(store: Pick<FhirStore, 'pages' | 'read' | 'transaction'>, now: () => Date): FindingsDesk {
  const openOne = async (centre: string, id: string): Promise<fhir4.Task> => {
    const task = await store.read('Task', id);
    if (task === undefined || !isFindingTask(task) || !isOpenFinding(task) || !isOf(task, centre))
      throw new GatewayError('notFound', 'no such finding');
    return task;
  };
  return {
    async list(scope) {
      const tasks: fhir4.Task[] = [];
      for await (const page of store.pages('Task', { identifier: `${IDENTIFIERS.watch}|`, status: OPEN }))
        tasks.push(...page.filter(isFindingTask).filter((task) => isOf(task, scope.centre)));
      return findingsTold(tasks, scope);
    },

    async childOf(centre, id) {
      return (await openOne(centre, id)).for?.identifier?.value ?? '';
    },

    async snooze(centre, id, until, why) {
      const task = await openOne(centre, id);
      const at = now().toISOString();
      const put = { ...snoozed(task, until, { ...why, at }), id };
      await store.transaction(findingsWritten([put], { who: { display: why.by } }, at));
    },
  };
}

/** By the child whom it is about: each centre has its own record of a child. */
const isOf = (task: fhir4.Task, centre: string): boolean =>
  centreOf(task.for?.identifier?.system, IDENTIFIERS.child) === centre;
