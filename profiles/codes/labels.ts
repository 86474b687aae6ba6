import type { Bilingual } from '../codes.ts';

/** Where a label stands in FHIR: v3-Confidentiality or the sensitivities of v3-ActCode, none that was not read there. */
interface LabelInFhir extends Bilingual {
  readonly in: 'confidentiality' | 'actCode';
  readonly code: string;
}

/**
 * What a centre may put on a request, a letter or a child’s file so that less of it is shown (fhir.md §6), in the centre’s words and in FHIR’s
 * codes. Most say nothing of why; one that does is for the centre’s own staff, and no lens shows it.
 */
export const LABELS = {
  restricted: { in: 'confidentiality', code: 'R', fr: 'Accès restreint', en: 'Restricted access' },
  'very-restricted': { in: 'confidentiality', code: 'V', fr: 'Accès très restreint', en: 'Very restricted access' },
  'asked-alone': {
    in: 'actCode',
    code: 'ADOL',
    fr: 'Demandé par le jeune seul',
    en: 'Asked by the young person alone',
  },
  'family-asked': { in: 'actCode', code: 'PRS', fr: 'À la demande de la famille', en: 'As the family asks' },
  violence: { in: 'actCode', code: 'VIO', fr: 'Violence', en: 'Violence' },
  'domestic-or-sexual-violence': {
    in: 'actCode',
    code: 'SDV',
    fr: 'Violence conjugale, familiale ou sexuelle',
    en: 'Domestic or sexual violence',
  },
  whereabouts: { in: 'actCode', code: 'LOCIS', fr: 'Où se trouve la famille', en: 'Where the family is' },
  'mental-health': { in: 'actCode', code: 'MH', fr: 'Santé mentale', en: 'Mental health' },
} as const satisfies Readonly<Record<string, LabelInFhir>>;
