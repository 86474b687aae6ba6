import type { PartyCard } from '../dialect.ts';
import { components, segment } from './write-segment.ts';

/** Texts that go with a message for the person who reads it there, in the language of the recipient. */
export const NOTES = {
  fr: {
    callFirst: ({ name, telephone }: PartyCard) =>
      `Contact sûr : appelez d’abord le centre, ${name}${telephone === undefined ? '' : `, ${telephone}`}. N’appelez personne d’autre, n’écrivez pas, ne laissez pas de message.`,
    withheld: 'Enfant : identité transmise après l’acceptation.',
    registration: 'Inscription et facturation : appelez le centre.',
    interpreter: 'Un interprète est nécessaire.',
    withdrawn: 'Demande retirée.',
    stop: 'Demande retirée : arrêtez le travail commencé, et dites-le-nous.',
    answer: 'Réponse',
    request: 'Demande',
  },
  en: {
    callFirst: ({ name, telephone }: PartyCard) =>
      `Safe contact: call the centre first, ${name}${telephone === undefined ? '' : `, ${telephone}`}. Call nobody else, do not write, leave no message.`,
    withheld: 'Child: identity given after acceptance.',
    registration: 'Registration and billing: call the centre.',
    interpreter: 'An interpreter is needed.',
    withdrawn: 'Request withdrawn.',
    stop: 'Request withdrawn: stop the work begun, and tell us so.',
    answer: 'Answer',
    request: 'Request',
  },
} as const;

/** Kinds of comment of table 0364. */
const KINDS = {
  remark: ['RE', 'Remark'],
  reason: ['1R', 'Primary Reason'],
  instruction: ['GI', 'General Instructions'],
} as const;

export interface Note {
  readonly kind: keyof typeof KINDS;
  readonly text: string | undefined;
}

/** One NTE for each note that says something, in their order. */
export const noteSegments = (notes: readonly Note[]): readonly string[] =>
  notes
    .filter(({ text }) => text !== undefined && text.trim() !== '')
    .map(({ kind, text }, nth) =>
      segment('NTE', { 1: String(nth + 1), 3: withLineFeeds(text), 4: components(...KINDS[kind], 'HL70364') }),
    );

/** A line of text ends in one way only. */
export const withLineFeeds = (text: string | undefined): string | undefined => text?.replaceAll(/\r\n?/g, '\n');
