import { BIRD } from './birds.ts';
import { everyForm } from './every-form.ts';

/** What left by one channel: where each bird sits that was heard, and those among them that may not leave, with all their places. */
export interface HeardIn {
  readonly heard: readonly string[];
  readonly leaks: readonly string[];
}

/** Listens to what left, in every form; `places`: from where something may leave, none where nothing may. */
export function leaksIn(
  bytes: string,
  birds: ReadonlyMap<string, readonly string[]>,
  places: readonly RegExp[] = [],
): HeardIn {
  const sitting = [...new Set(everyForm(bytes).match(BIRD) ?? [])].map((bird) => birds.get(bird) ?? ['nowhere']);
  const mayNot = sitting.filter((sits) => !sits.some((place) => places.some((it) => it.test(place))));
  return { heard: sitting.flat(), leaks: mayNot.map((sits) => sits.join(' = ')) };
}
