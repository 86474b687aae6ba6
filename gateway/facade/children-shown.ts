import { shortMemory } from '../process/short-memory.ts';

/** Whom what somebody was shown a short while ago was about: a resource by its place in the record (`Type/id`), children by the centre’s numbers. */
export interface ChildrenShown {
  at(reader: string, place: string): readonly string[] | undefined;
  remember(reader: string, place: string, children: readonly string[]): void;
  forget(reader: string, place: string): void;
}

const REMEMBERED_MS = 60 * 60_000;
const PLACES_MAX = 20_000;

/** Ids only, in this process only, and for each reader apart: what one was shown says nothing about what another may see. */
export function childrenShown(now: () => Date): ChildrenShown {
  const time = (): number => now().getTime();
  const kept = shortMemory<readonly string[]>({ most: PLACES_MAX, now: time });
  const name = (reader: string, place: string): string => `${reader}\n${place}`;
  return {
    at: (reader, place) => kept.find(name(reader, place)),
    remember: (reader, place, children) => kept.keep(name(reader, place), children, time() + REMEMBERED_MS),
    forget: (reader, place) => kept.forget(name(reader, place)),
  };
}
