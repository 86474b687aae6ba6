import { present } from '../concepts/present.ts';
import { letterNamed } from '../domain/letters-on-task.ts';
import { receiptOf } from '../domain/receipt-on-task.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { labelsOf } from '../lenses/labels.ts';
import type { Disclosure } from './bases.ts';
import { informationIn } from './letter-information.ts';

/**
 * What showing a letter beside a request discloses: what it tells as well, under its own labels too. To a recipient that was never given it, nothing of it is under way: a
 * parent’s consent opens no new kind of information after the birthday (fhir.md §6).
 */
export function letterBeside(
  { underWaySince, ...disclosure }: Disclosure,
  letter: fhir4.DocumentReference,
  { task, centre }: { readonly task: fhir4.Task; readonly centre: string },
): Disclosure {
  const number = letter.identifier?.find(({ system }) => system === IDENTIFIERS.letter(centre))?.value;
  const wasGiven = receiptOf(task)?.letters.some((name) => letterNamed(name).number === number) === true;
  return present({
    ...disclosure,
    information: [...disclosure.information, ...informationIn(letter)],
    labels: [...new Set([...disclosure.labels, ...labelsOf(letter)])],
    underWaySince: wasGiven ? underWaySince : undefined,
  });
}
