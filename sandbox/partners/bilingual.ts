/** The two languages of everything a person reads here; French comes first. */
export type Lang = 'fr' | 'en';

/** A text in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** True for a language that we speak; outside data comes in as `unknown`. */
export const isLang = (value: unknown): value is Lang => value === 'fr' || value === 'en';
