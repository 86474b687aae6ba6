import type { Closer } from '../process/closer.ts';
import { type RefusalBook, type RefusalBookDeps, refusalBook } from './refusal-book.ts';

const LOOK_EVERY_MS = 5_000;

/** The book of this process; what it only counted is written once its minute has passed, and before the process ends. */
export function openRefusalBook({ closing, ...deps }: RefusalBookDeps & { readonly closing: Closer }): RefusalBook {
  const book = refusalBook(deps);
  const looking = setInterval(() => void book.tellMore(), LOOK_EVERY_MS);
  closing.add(async () => {
    clearInterval(looking);
    await book.tellMore('all');
  });
  return book;
}
