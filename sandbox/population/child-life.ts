import type { Act, Life } from './acts.ts';
import { askedFor, type Span } from './asked-for.ts';
import { centreActs } from './centre-acts.ts';
import type { Character } from './character.ts';
import { addDays, addWorkingDays, type Day, momentAt, workingDay } from './days.ts';
import { endingOf, reviewDays } from './ending.ts';
import { requestActs } from './request-acts.ts';
import type { Told } from './told.ts';

/** The whole story of a child at the centre: everything that was known by the day on which the stories stop. */
export function childLife(character: Character): Life {
  const { arrival, looseEnd, pivot, earlier } = character;
  const { chance, to } = character.told;
  const changes = chance.happens(0.1) ? workingDay(addDays(arrival, chance.whole(90, 400))) : undefined;
  const agreed = addWorkingDays(arrival, chance.whole(6, 14));
  const ending = looseEnd === undefined ? endingOf(character.told, arrival, agreed) : undefined;
  const last = ending?.day ?? to;
  const handOver = changes !== undefined && changes < last ? changes : undefined;
  const told: Told = {
    ...character.told,
    pivot: (day) => (handOver !== undefined && day < handOver ? earlier : pivot),
  };
  const span: Span = {
    agreed,
    reviews: reviewDays(told, agreed, last),
    last,
    ...(ending !== undefined && { ending }),
    ...(looseEnd !== undefined && { looseEnd }),
  };
  const { goals, requests } = askedFor(told, span);
  const centres = centreActs(character, told, { ...span, goals, handOver });
  const acts = [...centres, ...requests.flatMap((request) => requestActs(told, request))];
  return { id: told.child, centre: told.centre, acts: knownBy(acts, to) };
}

/** In the order in which it became known; what was not known yet when the stories stop is not told. */
function knownBy(acts: readonly Act[], to: Day): readonly Act[] {
  const stop = new Date(momentAt(to, '00:00')).toISOString();
  return acts
    .filter(({ knownAt }) => knownAt < stop)
    .toSorted((one, other) => (one.knownAt < other.knownAt ? -1 : one.knownAt > other.knownAt ? 1 : 0));
}
