import type { Bilingual } from '../../profiles/codes.ts';
import type { CONCEPT_MAPPINGS } from '../concepts/concept-mappings.ts';
import type { TimelineKind } from '../domain/timeline-told.ts';

interface ConceptWords {
  readonly kind: TimelineKind;
  readonly created: Bilingual;
  readonly revised: Bilingual;
}

/** Concepts that are no child's: they stand in no child's course. */
type NoChilds = 'resource' | 'mother-file';

/** How the timeline names each concept of a child, when it came and when it was revised. */
export const CONCEPT_WORDS = {
  'care-circle': {
    kind: 'circle',
    created: { fr: 'Cercle de soins formé', en: 'Care circle formed' },
    revised: { fr: 'Cercle de soins revu', en: 'Care circle revised' },
  },
  'shared-assessment': {
    kind: 'reading',
    created: { fr: 'Lecture commune', en: 'Shared assessment' },
    revised: { fr: 'Lecture commune corrigée', en: 'Shared assessment corrected' },
  },
  'action-plan': {
    kind: 'plan',
    created: { fr: 'Plan d’action', en: 'Action plan' },
    revised: { fr: 'Plan d’action revu', en: 'Action plan revised' },
  },
  'social-prescription': {
    kind: 'request',
    created: { fr: 'Prescription sociale', en: 'Social prescription' },
    revised: { fr: 'Prescription sociale revue', en: 'Social prescription revised' },
  },
  'legal-referral': {
    kind: 'request',
    created: { fr: 'Référence juridique', en: 'Legal referral' },
    revised: { fr: 'Référence juridique revue', en: 'Legal referral revised' },
  },
  'service-referral': {
    kind: 'request',
    created: { fr: 'Référence au réseau public', en: 'Public-network referral' },
    revised: { fr: 'Référence au réseau public revue', en: 'Public-network referral revised' },
  },
  contact: {
    kind: 'contact',
    created: { fr: 'Rencontre', en: 'Contact' },
    revised: { fr: 'Rencontre corrigée', en: 'Contact corrected' },
  },
  appointment: {
    kind: 'appointment',
    created: { fr: 'Rendez-vous', en: 'Appointment' },
    revised: { fr: 'Rendez-vous revu', en: 'Appointment revised' },
  },
  consent: {
    kind: 'consent',
    created: { fr: 'Consentement', en: 'Consent' },
    revised: { fr: 'Consentement revu', en: 'Consent revised' },
  },
  'outcome-evaluation': {
    kind: 'outcome',
    created: { fr: 'Résultats évalués ensemble', en: 'Outcome evaluated together' },
    revised: { fr: 'Évaluation des résultats corrigée', en: 'Outcome evaluation corrected' },
  },
  enrolment: {
    kind: 'enrolment',
    created: { fr: 'Inscription', en: 'Enrolment' },
    revised: { fr: 'Inscription mise à jour', en: 'Enrolment updated' },
  },
  'inbound-referral': {
    kind: 'request',
    created: { fr: 'Demande reçue', en: 'Inbound referral' },
    revised: { fr: 'Demande reçue, mise à jour', en: 'Inbound referral, updated' },
  },
  letter: {
    kind: 'letter',
    created: { fr: 'Lettre', en: 'Letter' },
    revised: { fr: 'Lettre revue', en: 'Letter revised' },
  },
  'request-note': {
    kind: 'note',
    created: { fr: 'Note', en: 'Note' },
    revised: { fr: 'Note corrigée', en: 'Note corrected' },
  },
} as const satisfies Record<Exclude<keyof typeof CONCEPT_MAPPINGS, NoChilds>, ConceptWords>;
