import { isReferralState, isTerminal, type ReferralState } from './referral-state.ts';

/** Where a request stands, told from its Tasks alone. */
export interface Loop {
  readonly state: ReferralState | 'not-addressed';
  /** Nothing is left for anybody to do. */
  readonly closed: boolean;
  readonly why:
    | 'family-told'
    | 'family-ended'
    | 'under-way'
    | 'family-not-told'
    | 'not-sent'
    | 'not-addressed'
    | 'declined-nothing-proposed'
    | 'in-error';
}

interface TaskFacts {
  readonly status: ReferralState;
  readonly business?: string;
  readonly reason?: string;
  readonly authoredOn: string;
}

const factsOf = (task: fhir4.Task): TaskFacts | undefined => {
  if (!isReferralState(task.status)) return undefined;
  const business = task.businessStatus?.coding?.[0]?.code;
  const reason = task.statusReason?.coding?.[0]?.code;
  return {
    status: task.status,
    authoredOn: task.authoredOn ?? '',
    ...(business !== undefined && { business }),
    ...(reason !== undefined && { reason }),
  };
};

/**
 * The loop is closed when no Task is under way and it is written that child or parent was told how it ended; what the family itself
 * ended is closed at once (fhir.md §3). A refusal by the partner with nobody else asked leaves it open: somebody must propose another.
 */
export function loopOf(tasks: readonly fhir4.Task[]): Loop {
  const facts = tasks.flatMap((task) => factsOf(task) ?? []).sort((a, b) => (a.authoredOn < b.authoredOn ? -1 : 1));
  const underWay = facts.filter(({ status }) => !isTerminal(status));
  const current = underWay.at(-1) ?? facts.at(-1);
  if (current === undefined) return { state: 'not-addressed', closed: false, why: 'not-addressed' };
  const { status, business, reason } = current;
  const open = (why: Loop['why']): Loop => ({ state: status, closed: false, why });
  if (status === 'draft') return open('not-sent');
  if (!isTerminal(status)) return open('under-way');
  if (status === 'entered-in-error') return { state: status, closed: true, why: 'in-error' };
  if (reason?.startsWith('family-')) return { state: status, closed: true, why: 'family-ended' };
  if (business === 'family-told') return { state: status, closed: true, why: 'family-told' };
  return open(status === 'rejected' ? 'declined-nothing-proposed' : 'family-not-told');
}
