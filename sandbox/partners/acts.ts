import type { Bilingual, Lang } from './bilingual.ts';

/** Priority that a receiver gives after its intake. */
export const PRIORITIES = {
  P1: { fr: 'P1 : 2 jours au plus', en: 'P1: within 2 days' },
  P2: { fr: 'P2 : 10 jours au plus', en: 'P2: within 10 days' },
  P3: { fr: 'P3 : 30 jours au plus', en: 'P3: within 30 days' },
  P4: { fr: 'P4 : 90 jours au plus', en: 'P4: within 90 days' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why a partner declines. */
export const DECLINE_REASONS = {
  full: { fr: 'Complet', en: 'Full' },
  'out-of-territory': { fr: 'Hors territoire', en: 'Out of territory' },
  'not-eligible': { fr: 'Non admissible', en: 'Not eligible' },
  'wrong-service': { fr: 'Mauvais service', en: 'Wrong service' },
  duplicate: { fr: 'Demande en double', en: 'Duplicate' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** One thing that a person fills in for an act. */
export interface ActField {
  readonly kind: 'text' | 'moment' | 'day' | 'code';
  readonly label: Bilingual;
  readonly required: boolean;
  readonly lengthMax?: number;
  readonly codes?: Readonly<Record<string, Bilingual>>;
}

interface Act {
  readonly label: Bilingual;
  readonly status: fhir4.Task['status'];
  /** Code and text of Task.businessStatus; an act that Task.status says wholly has none. */
  readonly business?: Bilingual & { readonly code: string };
  readonly fields: Readonly<Record<string, ActField>>;
}

/** Everything a partner can answer, and the Task state that it means. */
export const ACTS = {
  acknowledge: {
    label: { fr: 'Accuser réception', en: 'Acknowledge' },
    status: 'received',
    business: { code: 'acknowledged', fr: 'Reçue', en: 'Acknowledged' },
    fields: {},
  },
  accept: {
    label: { fr: 'Accepter', en: 'Accept' },
    status: 'accepted',
    business: { code: 'accepted', fr: 'Acceptée', en: 'Accepted' },
    fields: {
      priority: { kind: 'code', label: { fr: 'Priorité', en: 'Priority' }, required: false, codes: PRIORITIES },
    },
  },
  waitlist: {
    label: { fr: 'Mettre en liste d’attente', en: 'Put on the waiting list' },
    status: 'accepted',
    business: { code: 'waitlisted', fr: 'En liste d’attente', en: 'Wait-listed' },
    fields: {
      position: { kind: 'text', label: { fr: 'Rang', en: 'Position' }, required: false, lengthMax: 100 },
      until: { kind: 'day', label: { fr: 'Jusqu’au (environ)', en: 'Until (about)' }, required: false },
    },
  },
  schedule: {
    label: { fr: 'Fixer un rendez-vous', en: 'Schedule' },
    status: 'accepted',
    business: { code: 'scheduled', fr: 'Rendez-vous fixé', en: 'Scheduled' },
    fields: { at: { kind: 'moment', label: { fr: 'Rendez-vous le', en: 'Appointment on' }, required: true } },
  },
  start: {
    label: { fr: 'Commencer le service', en: 'Start the service' },
    status: 'in-progress',
    fields: {},
  },
  'no-show': {
    label: { fr: 'Noter une absence', en: 'Record a no-show' },
    status: 'accepted',
    business: { code: 'no-show', fr: 'Absence au rendez-vous', en: 'No-show' },
    fields: {},
  },
  'ask-for-more': {
    label: { fr: 'Demander un renseignement', en: 'Ask for more' },
    status: 'on-hold',
    business: { code: 'awaiting-information', fr: 'En attente d’un renseignement', en: 'Awaiting information' },
    fields: {
      text: { kind: 'text', label: { fr: 'Ce qui manque', en: 'What is missing' }, required: true, lengthMax: 2_000 },
    },
  },
  complete: {
    label: { fr: 'Terminer', en: 'Complete' },
    status: 'completed',
    business: { code: 'completed', fr: 'Service rendu', en: 'Completed' },
    fields: {
      outcome: {
        kind: 'text',
        label: { fr: 'Résultat en mots', en: 'Outcome in words' },
        required: false,
        lengthMax: 2_000,
      },
    },
  },
  decline: {
    label: { fr: 'Refuser', en: 'Decline' },
    status: 'rejected',
    business: { code: 'declined', fr: 'Refusée', en: 'Declined' },
    fields: {
      reason: { kind: 'code', label: { fr: 'Raison', en: 'Reason' }, required: true, codes: DECLINE_REASONS },
      text: { kind: 'text', label: { fr: 'En mots', en: 'In words' }, required: false, lengthMax: 2_000 },
    },
  },
  stop: {
    label: { fr: 'Confirmer l’arrêt demandé', en: 'Confirm the stop that was asked' },
    status: 'cancelled',
    business: { code: 'cancelled', fr: 'Annulée', en: 'Cancelled' },
    fields: {},
  },
  fail: {
    label: { fr: 'Dire que ça n’a pas pu se faire', en: 'Say it could not be done' },
    status: 'failed',
    fields: { text: { kind: 'text', label: { fr: 'Pourquoi', en: 'Why' }, required: true, lengthMax: 2_000 } },
  },
} as const satisfies Readonly<Record<string, Act>>;

export type ActName = keyof typeof ACTS;

/** True for an act that exists; outside data comes in as `unknown`. */
export const isActName = (value: unknown): value is ActName => typeof value === 'string' && Object.hasOwn(ACTS, value);

/** What every act may also say: when it happened, who there says it, in their own words. */
export const SAID_FIELDS = {
  happenedAt: {
    kind: 'moment',
    label: { fr: 'Quand (maintenant si vide)', en: 'When (now if empty)' },
    required: false,
  },
  by: { kind: 'text', label: { fr: 'Votre nom', en: 'Your name' }, required: false, lengthMax: 200 },
  note: {
    kind: 'text',
    label: { fr: 'Note à la personne qui demande', en: 'Note to the requester' },
    required: false,
    lengthMax: 2_000,
  },
  letter: {
    kind: 'text',
    label: { fr: 'Lettre jointe (texte)', en: 'Letter enclosed (text)' },
    required: false,
    lengthMax: 10_000,
  },
} as const satisfies Readonly<Record<string, ActField>>;

interface Said {
  readonly happenedAt?: string;
  readonly by?: string;
  readonly note?: string;
  /** A letter that goes along, as its text. */
  readonly letter?: string;
  /** Language of the texts that the stand-in adds itself; French if absent. */
  readonly lang?: Lang;
}

/** One answer, as a person or a test gives it. Moments are FHIR dateTimes; without an offset they are Montréal time. */
export type Answer = Said &
  (
    | { readonly act: 'acknowledge' | 'start' | 'no-show' | 'stop' }
    | { readonly act: 'accept'; readonly priority?: keyof typeof PRIORITIES }
    | { readonly act: 'decline'; readonly reason: keyof typeof DECLINE_REASONS; readonly text?: string }
    | { readonly act: 'waitlist'; readonly until?: string; readonly position?: string }
    | { readonly act: 'schedule'; readonly at: string }
    | { readonly act: 'ask-for-more' | 'fail'; readonly text: string }
    | { readonly act: 'complete'; readonly outcome?: string }
  );

/** The fields of an act, its own first, then those that every act has. */
export const fieldsOf = (act: ActName): Readonly<Record<string, ActField>> => ({
  ...ACTS[act].fields,
  ...SAID_FIELDS,
});
