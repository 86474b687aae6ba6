import { isWithdrawn } from './current-task.ts';
import { lastWordOf } from './last-word.ts';
import { areLettersUntold } from './letters-on-task.ts';
import { receiptOf } from './receipt-on-task.ts';
import { revisionOf } from './revision-on-record.ts';

/**
 * Whether the centre has answered an inbound referral and its sender does not know that answer yet, or has not had a letter that goes with it. Who took the request back is told nothing
 * more, but that accepted work has stopped.
 */
export function isAnswerUntold(task: fhir4.Task): boolean {
  const { version } = revisionOf(task);
  const matters = !isWithdrawn(task) || (task.status === 'cancelled' && lastWordOf(task)?.what === 'cancelled');
  return version > 0 && matters && (receiptOf(task)?.version !== version || areLettersUntold(task));
}
