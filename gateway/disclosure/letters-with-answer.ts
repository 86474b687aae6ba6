import { present } from '../../mappings/concepts/present.ts';
import { basesOnRecord } from '../../mappings/consent/bases-on-record.ts';
import { informationIn, mayGoWithAnswer } from '../../mappings/consent/letter-information.ts';
import { letterNamed, lettersWith } from '../../mappings/domain/letters-on-task.ts';
import { labelsOf, labelsOnRequest } from '../../mappings/lenses/labels.ts';
import type { Lens } from '../../mappings/lenses/lenses.ts';
import { lettersPassing, passLetters } from '../../mappings/lenses/narrow.ts';
import { isClosedElsewhere } from '../access/other-provinces.ts';
import { GatewayError } from '../failures.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { type Centre, isInHealthCare, type Partner } from '../registry.ts';
import { lettersAlong } from './letters-along.ts';

export interface LettersWithAnswerDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly holds: Pick<Holds, 'bearOn'>;
  readonly now: () => Date;
}

interface Answered {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly centre: Centre;
  /** Who asked. */
  readonly partner: Partner;
  /** Through which it sees them. */
  readonly lens: Pick<Lens, 'labels'>;
}

/**
 * Of the letters that go with an answer, files and all, those that their labels, those of the child’s file and what the family said of this partner let
 * leave. Nothing is read where there are none. Throws GatewayError `held` while something that was acknowledged, and may close it, is not in the record.
 */
export async function lettersWithAnswer(
  { store, holds, now }: LettersWithAnswerDeps,
  { task, request, centre, partner, lens }: Answered,
): Promise<readonly fhir4.DocumentReference[]> {
  const [, id = ''] = task.for?.reference?.split('/') ?? [];
  const letters = lettersWith(task).map((letter) => letterNamed(letter).number);
  if (letters.length === 0 || id === '') return [];
  const number = (it: fhir4.Identifier | undefined): string => it?.value ?? '';
  const about = { child: number(task.for?.identifier), request: number(task.groupIdentifier), letters };
  // Before the letters and the consents are read, as for a request (disclosure.ts).
  if (await holds.bearOn({ centre: centre.id, recipient: partner.id, ...about }))
    throw new GatewayError('held', 'a letter with an answer is held until the record has what was acknowledged');
  const along = await lettersAlong(store, task, centre.id);
  if (along.length === 0) return [];
  const found = await store.search('Patient', { _id: id, _revinclude: ['Consent:patient', 'RelatedPerson:patient'] });
  const child = found.find((it) => it.resourceType === 'Patient');
  // A label on the file bears on whatever is shown of the child (fhir.md §6); the partner’s own request shows them nothing back.
  if (child === undefined || !passLetters(lens, labelsOf(child))) return [];
  const bases = basesOnRecord({
    centre: centre.id,
    request,
    consents: found.filter((it) => it.resourceType === 'Consent'),
    people: found.filter((it) => it.resourceType === 'RelatedPerson'),
  });
  return lettersPassing(lens, along).filter((letter) =>
    mayGoWithAnswer(
      centre.regime,
      bases,
      present({
        recipient: partner.id,
        unassessedElsewhere: isClosedElsewhere(centre, partner),
        inHealthCare: isInHealthCare(partner),
        information: informationIn(letter),
        labels: [...new Set([...labelsOnRequest(request, task, child), ...labelsOf(letter)])],
        birthDate: child.birthDate,
        timeZone: centre.timeZone,
      }),
      now(),
    ),
  );
}
