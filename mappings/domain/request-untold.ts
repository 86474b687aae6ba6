import { isAsked, isTakenBack, isWithdrawn, takingBack } from './current-task.ts';
import { areLettersUntold } from './letters-on-task.ts';
import { receiptOf } from './receipt-on-task.ts';

/** How much of a request its recipient may be shown now. */
export type Stage = 'request' | 'facts' | 'cancellation';

const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'in-progress', 'completed']);

/** `inTwoSteps`: the facts are shown only once the recipient has accepted (fhir.md §2, legal referral). */
export function stageOf(task: fhir4.Task, { inTwoSteps }: { readonly inTwoSteps: boolean }): Stage {
  if (takingBack(task) !== undefined || task.status === 'cancelled') return 'cancellation';
  if (!inTwoSteps) return 'request';
  // A pause does not say whether the mandate had been accepted; that the facts were given does.
  const paused = task.status === 'on-hold' && receiptOf(task)?.stage === 'facts';
  return paused || ACCEPTED.has(task.status) ? 'facts' : 'request';
}

/** What its recipient is to be told now, in the word of the receipt: of a cancellation, whether it asks to stop, cancels, or was an error. */
export const tellingOf = (task: fhir4.Task, steps: { readonly inTwoSteps: boolean }): string =>
  takingBack(task) ?? stageOf(task, steps);

/** Whether there is something to tell the recipient of a request that no receipt says it has: this version, at this stage, or a letter. */
export function isRequestUntold(
  task: fhir4.Task,
  version: number,
  telling: string,
  steps: { readonly inTwoSteps: boolean },
): boolean {
  const last = receiptOf(task);
  // That it is taken back is told once: which version it had says nothing to anybody any more.
  const isTold = last?.stage === telling && (last.version === version || isTakenBack(task));
  return (isAsked(task) || isWithdrawn(task)) && (!isTold || (lettersGoWith(telling, steps) && areLettersUntold(task)));
}

/** Letters go with the whole request: not with what is shown before a mandate is accepted, nor with what takes a request back. */
export const lettersGoWith = (telling: string, { inTwoSteps }: { readonly inTwoSteps: boolean }): boolean =>
  telling === (inTwoSteps ? 'facts' : 'request');
