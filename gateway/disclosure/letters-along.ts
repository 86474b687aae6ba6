import { lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Issue } from '../../profiles/issue.ts';
import type { FhirStore } from '../record/fhir-store.ts';

/**
 * The letters of a centre that go along with one of its Tasks, files and all: those that the Task names, in the version that it names, about this
 * Task and this child, in the Task’s order. Nothing is read where none goes along.
 */
export async function lettersAlong(
  store: Pick<FhirStore, 'search'>,
  task: fhir4.Task,
  centre: string,
): Promise<readonly fhir4.DocumentReference[]> {
  const wanted = lettersWith(task);
  if (wanted.length === 0) return [];
  const system = IDENTIFIERS.letter(centre);
  const found = await store.search('DocumentReference', { related: `Task/${task.id}` });
  const named = new Map(
    found.flatMap((it) => {
      if (it.resourceType !== 'DocumentReference' || it.status !== 'current') return [];
      const number = it.identifier?.find((one) => one.system === system)?.value;
      const name: string = `${number}|${revisionOf(it).version}`;
      return isAboutSame(it.subject, task.for) ? [[name, it] as const] : [];
    }),
  );
  return wanted.flatMap((name) => named.get(name) ?? []);
}

/** A letter about another child never goes along, whatever it names. */
const isAboutSame = (subject: fhir4.Reference | undefined, child: fhir4.Reference | undefined): boolean =>
  subject?.identifier?.value !== undefined &&
  subject.identifier.system === child?.identifier?.system &&
  subject.identifier.value === child?.identifier?.value;

/** A letter does not pass the recipient's lens, or its channel: told as whatever a dialect could not carry. */
export const LETTER_STAYS: Issue = {
  severity: 'warning',
  code: 'not-supported',
  expression: 'DocumentReference',
  text: {
    fr: 'La lettre n’est pas partie ; remettez-la autrement.',
    en: 'The letter did not leave; hand it over in another way.',
  },
};
