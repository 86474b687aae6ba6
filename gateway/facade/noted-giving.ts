import type { Response } from 'express';
import type { ChildrenShown } from './children-shown.ts';
import { childrenNamed, type FacadeAccess, type NoteAccess } from './note-access.ts';
import { placeOf } from './seen-of.ts';

export interface Giving<T> {
  readonly access: Omit<FacadeAccess, 'children'>;
  /** The one resource that is asked for by its id (`Type/id`) … */
  readonly itself?: string | undefined;
  /** … or the child of whom something is asked for (`Patient/id`). */
  readonly child?: string | undefined;
  readonly look: () => Promise<T>;
  /** What of it is about to be given; undefined where the answer is that nothing is there. */
  readonly given: (found: T) => readonly fhir4.FhirResource[] | undefined;
}

/** What was fetched, once the audit has an entry for each child whom it names. Throws what `look` throws, and `unavailable` where the audit cannot be written. */
export type NotedGiving = <T>(reader: string, giving: Giving<T>, res: Response) => Promise<T>;

export interface NotedGivingDeps {
  readonly noteAccess: NoteAccess;
  readonly shown: ChildrenShown;
}

/**
 * An entry has to be on disk before anything leaves, not before it is fetched. Whoever is asked for by an id under which this same reader was
 * shown them a short while ago is foreseen: that entry is written while the record still looks, and both are waited for. Whoever else is named
 * in what it gives has theirs afterwards. So an entry may name a child who was asked for and, gone since, was not given.
 */
export function notedGiving({ noteAccess, shown }: NotedGivingDeps): NotedGiving {
  return async (reader, { access, itself, child, look, given }, res) => {
    const note = (children: readonly string[]): Promise<void> => noteAccess({ ...access, children }, res);
    const place = itself ?? child;
    const foreseen = place === undefined ? undefined : shown.at(reader, place);
    const early = foreseen && note(foreseen);
    // Its failure is heard below, unless the record fails first.
    early?.catch(() => undefined);

    const found = await look().catch((error: unknown) => {
      if (place !== undefined) shown.forget(reader, place);
      throw error;
    });
    const resources = given(found);
    if (itself !== undefined && !resources?.length) shown.forget(reader, itself);
    if (resources === undefined) return found;

    const about = resources.map((it) => ({ at: placeOf(it), children: childrenNamed([it], access.centre) }));
    const named = new Set(about.flatMap(({ children }) => children));
    const unforeseen = [...named].filter((one) => foreseen?.includes(one) !== true);
    const late = early === undefined || unforeseen.length > 0 ? note(unforeseen) : undefined;
    await Promise.all([early, late]);
    for (const { at, children } of about) shown.remember(reader, at, children);
    return found;
  };
}
