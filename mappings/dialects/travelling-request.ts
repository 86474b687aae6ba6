import { IDENTIFIERS } from '../domain/systems.ts';
import type { RequestSeen } from '../lenses/look-through.ts';
import type { TravellingRequest } from './dialect.ts';

const TASK_DATA = ['intent', 'code', 'authoredOn', 'lastModified', 'priority', 'status'] as const;

/** Of a Task, what travels with a request in any dialect: no reference, no business of ours. */
export const taskElements = (task: fhir4.Task): fhir4.Task => ({
  resourceType: 'Task',
  status: task.status,
  intent: 'order',
  ...Object.fromEntries(TASK_DATA.flatMap((name) => (task[name] === undefined ? [] : [[name, task[name]]]))),
});

/** What leaves of a request of ours, after its lens: what every dialect is given to write. */
export const travellingRequest = (
  task: fhir4.Task,
  { number, request, child }: RequestSeen,
  letters: readonly fhir4.DocumentReference[],
): TravellingRequest => ({
  number: { system: IDENTIFIERS.task, value: number },
  task: taskElements(task),
  request,
  ...(child !== undefined && { child }),
  letters,
});
