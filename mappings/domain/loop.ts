import { currentTask } from './current-task.ts';
import { ANSWER_MEANINGS, isReferralState, isTerminal, type ReferralState } from './referral-state.ts';

/** Where a request stands, told from the request and its Tasks. */
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

/**
 * The loop is closed when no Task is under way and it is written that child or parent was told how it ended; what the family itself
 * ended is closed at once (fhir.md §3). A refusal by the partner with nobody else asked leaves it open: somebody must propose another.
 */
export function loopOf(tasks: readonly fhir4.Task[], request: fhir4.ServiceRequest | undefined): Loop {
  const current = currentTask(tasks, request);
  if (current === undefined || !isReferralState(current.status))
    return { state: 'not-addressed', closed: false, why: 'not-addressed' };
  const { status: state } = current;
  const open = (why: Loop['why']): Loop => ({ state, closed: false, why });
  if (state === 'draft') return open('not-sent');
  if (!isTerminal(state)) return open('under-way');
  if (state === 'entered-in-error') return { state, closed: true, why: 'in-error' };
  if (endedByFamily(current)) return { state, closed: true, why: 'family-ended' };
  if (businessOf(current) === 'family-told') return { state, closed: true, why: 'family-told' };
  return open(state === 'rejected' ? 'declined-nothing-proposed' : 'family-not-told');
}

const businessOf = ({ businessStatus }: fhir4.Task): string | undefined => businessStatus?.coding?.[0]?.code;

/** A service that was given was not ended by the family, whatever reason came with it; a family need give no reason. */
const endedByFamily = (task: fhir4.Task): boolean =>
  task.status !== 'completed' &&
  (task.statusReason?.coding?.[0]?.code?.startsWith('family-') === true ||
    (task.status === 'cancelled' && businessOf(task) === ANSWER_MEANINGS['family-ended'].business));
