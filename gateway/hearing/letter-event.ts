import { letterMapping } from '../../mappings/concepts/letter.ts';
import { letterFrom } from '../../mappings/concepts/letter-received.ts';
import type { ConceptEvent, LetterHeard } from '../../mappings/domain/lane-events.ts';
import { conceptEventOf } from '../doors/http/concept-event.ts';
import type { TaskFacts } from '../record/request-finder.ts';
import type { Partner, Registry } from '../registry.ts';

/** A letter that came about a request of ours, without an answer: a concept like any other, the same letter again the same event. */
export const letterEvent = (
  { registry, now, ...facts }: TaskFacts & { readonly registry: Registry; readonly now: () => Date },
  letter: LetterHeard,
): ConceptEvent =>
  conceptEventOf(
    { mapping: letterMapping, registry, now },
    letterFrom(letter, { ...facts, child: { id: facts.child } }),
    {},
  );

/** Where a message has its nth letter, in the words of its language. */
export const letterPlaceIn =
  (dialect: Partner['dialect']) =>
  (nth: number): string =>
    dialect === 'hl7v2' ? 'OBX-5' : `DocumentReference[${nth}]`;
