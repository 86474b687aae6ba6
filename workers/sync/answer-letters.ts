import { letterIdentity } from '../../mappings/concepts/letter.ts';
import { letterFrom } from '../../mappings/concepts/letter-received.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import { type TypedIdentifier, tokenOf } from '../../mappings/domain/references.ts';
import type { Write } from './decision.ts';
import { lettersReceived, locatedIn } from './letters-received.ts';
import type { Present } from './present.ts';

/** The letters that a partner's answer brings, in the child's record beside it; none that is there already. */
export function answerLetters(event: AnswerEvent, { found }: Present): readonly Write[] {
  const came = cameWith(event);
  if (came === undefined) return [];
  return lettersReceived(event.letters ?? [], came, {
    isKnown: (letter) => found.has(tokenOf(letter)),
    locate: locatedIn(found),
  });
}

/** How the record would know them. */
export function letterIdentities(event: AnswerEvent): readonly TypedIdentifier[] {
  const came = cameWith(event);
  return came === undefined
    ? []
    : (event.letters ?? []).map((letter) => letterIdentity(event.centre, letterFrom(letter, came).id));
}

/** Only a partner's system brings letters: what a person received is a concept of its own. */
const cameWith = ({ centre, child, request, fromPartner, recordedAt }: AnswerEvent) =>
  fromPartner === undefined ? undefined : { centre, child: { id: child }, request, partner: fromPartner, recordedAt };
