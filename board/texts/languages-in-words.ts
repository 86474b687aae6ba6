import type { Language } from './all-texts.ts';

/** « français, vietnamien », from their tags; a tag that is none stands as it is. */
export function languagesInWords(tags: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([`${language}-CA`], { type: 'language' });
  const called = tags.map((tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // No tag of a language (RangeError): somebody wrote something else.
      return tag;
    }
  });
  return called.join(', ');
}
