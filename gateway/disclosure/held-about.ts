import { letterNamed, lettersWith } from '../../mappings/domain/letters-on-task.ts';
import type { HeldDisclosure } from '../lanes/holds.ts';
import type { Disclosable } from './disclosure.ts';

/** What a hold on a request at its recipient bears on. */
export const heldAbout = ({
  centre,
  childId,
  partner,
  requestId,
}: Pick<Disclosable, 'centre' | 'childId' | 'partner' | 'requestId'>): HeldDisclosure => ({
  centre: centre.id,
  child: childId,
  recipient: partner.id,
  request: requestId,
});

/** The same by what a Task itself names, before anything else is read; of no Task, what no hold bears on. */
export function heldByTask(task: fhir4.FhirResource | undefined): HeldDisclosure {
  const { requester, for: child, owner, groupIdentifier } = task?.resourceType === 'Task' ? task : NO_TASK;
  return {
    centre: requester?.identifier?.value ?? NOBODY,
    child: child?.identifier?.value ?? NOBODY,
    recipient: owner?.identifier?.value ?? NOBODY,
    request: groupIdentifier?.value ?? NOBODY,
    letters: task?.resourceType === 'Task' ? lettersWith(task).map((letter) => letterNamed(letter).number) : [],
  };
}

const NOBODY = 'none';
const NO_TASK: Partial<fhir4.Task> = {};

export const isSameHeld = (one: HeldDisclosure, other: HeldDisclosure): boolean =>
  one.centre === other.centre &&
  one.child === other.child &&
  one.recipient === other.recipient &&
  one.request === other.request;
