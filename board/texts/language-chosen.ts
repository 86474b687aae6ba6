import type { Language } from './all-texts.ts';

/** `localStorage`, of which only a language is kept. */
export interface KeptHere {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEPT = 'passerelle.language';

/** What was chosen on this machine, else what the browser prefers of the two, French first. */
export function languageChosen(storage: KeptHere, preferred: readonly string[]): Language {
  const kept = storage.getItem(KEPT);
  if (kept === 'fr' || kept === 'en') return kept;
  const first = preferred.map((it) => it.slice(0, 2).toLowerCase()).find((it) => it === 'fr' || it === 'en');
  return first === 'en' ? 'en' : 'fr';
}

export const keepLanguage = (storage: KeptHere, language: Language): void => storage.setItem(KEPT, language);
