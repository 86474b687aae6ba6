import type { BookShelf } from '../../gateway/disclosure/shown-book.ts';

/** Books in memory, as Redis keeps them; and `lose`, for what is left of them once Redis was lost. */
export function memoryShelf(): BookShelf & { lose(): void; readonly books: Map<string, Record<string, string>> } {
  const books = new Map<string, Record<string, string>>();
  return {
    books,
    lose: () => books.clear(),
    all: async (book) => ({ ...books.get(book) }),
    some: async (book, names) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const text = books.get(book)?.[name];
          return text === undefined ? [] : [[name, text]];
        }),
      ),
    change: async (book, edition, texts) => {
      if ((books.get(book)?.['.edition'] ?? '') !== edition) return false;
      books.set(book, { ...books.get(book), ...texts });
      return true;
    },
  };
}
