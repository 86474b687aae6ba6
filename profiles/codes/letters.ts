import type { Bilingual } from '../codes.ts';

/** What sort of document a letter is: LOINC codes that R4 itself lists for DocumentReference.type (c80-doc-typecodes), with LOINC’s words. */
export const LETTER_KINDS = {
  letter: { loinc: '51852-2', display: 'Letter', fr: 'Lettre', en: 'Letter' },
  'referral-note': { loinc: '57133-1', display: 'Referral note', fr: 'Lettre de référence', en: 'Referral letter' },
  'consult-note': {
    loinc: '11488-4',
    display: 'Consult note',
    fr: 'Rapport de consultation',
    en: 'Consultation report',
  },
  'progress-note': {
    loinc: '11506-3',
    display: 'Provider-unspecified Progress note',
    fr: 'Note d’évolution',
    en: 'Progress note',
  },
  'episode-summary': {
    loinc: '34133-9',
    display: 'Summary of episode note',
    fr: 'Bilan de fin de suivi',
    en: 'Summary of the episode',
  },
  'discharge-summary': {
    loinc: '18842-5',
    display: 'Discharge summary',
    fr: 'Résumé de congé',
    en: 'Discharge summary',
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly loinc: string; readonly display: string }>>;

/**
 * Kinds of file that a letter may be: a page, a scan, a plain text. What can carry programs or fields of its own is not among them: HTML, RTF
 * (objects inside), XML and CDA (coverage, race and the like in their headers, which nobody would see).
 */
export const LETTER_CONTENT_TYPES = {
  'application/pdf': { fr: 'PDF', en: 'PDF' },
  'text/plain': { fr: 'texte en UTF-8', en: 'text in UTF-8' },
  'image/jpeg': { fr: 'image JPEG', en: 'JPEG image' },
  'image/png': { fr: 'image PNG', en: 'PNG image' },
  'image/tiff': { fr: 'image TIFF', en: 'TIFF image' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type LetterContentType = keyof typeof LETTER_CONTENT_TYPES;
