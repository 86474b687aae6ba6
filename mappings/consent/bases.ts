import type { Consent, Member } from '../domain/concepts.ts';

export type Regime = Consent['regime'];
export type Purpose = Consent['purpose'];
export type InformationKind = NonNullable<Consent['information']>[number];
type LegalRole = NonNullable<Extract<Member, { readonly kind: 'family' }>['legalRole']>;

/** The recipient of what is said to the centre’s own staff; no partner can be called so. */
export const OWN_STAFF = '';

/** The recipient of what is said to another centre, for a tie; no partner can be called so either. */
export const recipientAtCentre = (centre: string): string => `centre/${centre}`;

/** Whether it is neither of these: a partner, by its id in the registry. */
export const isPartnersRecipient = (recipient: string): boolean =>
  recipient !== OWN_STAFF && !recipient.startsWith(recipientAtCentre(''));

/** Who said so: the child, somebody of the circle in a legal capacity from when to when, or anybody else. */
export type Giver =
  | { readonly kind: 'child' }
  | {
      readonly kind: 'member';
      /** Their number in the circle. */
      readonly id: string;
      readonly role?: LegalRole;
      readonly from?: string;
      readonly until?: string;
    }
  | { readonly kind: 'other' };

/** What a person said of showing something to one recipient for one purpose. */
export interface Said {
  readonly kind: 'said';
  /** Names it in the audit: an id, never a person’s datum. */
  readonly ref: string;
  readonly recipient: string;
  readonly decision: 'permit' | 'refuse';
  readonly status: 'proposed' | 'active' | 'withdrawn' | 'entered-in-error';
  readonly by: Giver;
  /** When it was said. */
  readonly at: string;
  /** `any`: the agreement to one request covers it whatever its purpose. */
  readonly purpose: Purpose | 'any';
  /** `all`: a refusal without a list, or the agreement to one request as its recipient’s lens shows it. */
  readonly information: readonly InformationKind[] | 'all';
  readonly period?: { readonly start?: string; readonly end?: string };
  /** The law under which it was said; an agreement on a request is said under the centre’s. */
  readonly regime?: Regime;
  readonly how?: 'oral' | 'written';
  readonly withdrawal?: { readonly at: string; readonly by?: Giver };
}

export type Ground = NonNullable<Consent['ground']>['what'];

/** A basis that is no consent. It is named by the person who invokes it, never chosen by the program. */
export interface Invoked {
  readonly kind: 'invoked';
  readonly ref: string;
  readonly recipient: string;
  readonly ground: Ground;
  readonly at: string;
  readonly until?: string;
  /** Absent: whatever the purpose, the information, the law. */
  readonly purpose?: Purpose;
  readonly information?: readonly InformationKind[];
  readonly regime?: Regime;
}

export type Basis = Said | Invoked;

/** What of sensitivity bears on a decision: restricted to whom it is for, or asked by a young person alone. */
export type Label = 'restricted' | 'asked-alone';

/** What would be shown to whom, for what. */
export interface Disclosure {
  /** The bare cancellation holds a number and that it ended, nothing of the child. */
  readonly what: 'request' | 'bare-cancellation';
  readonly recipient: string;
  /** Whether the recipient is in another province, and nobody at the centre has assessed what going there means. */
  readonly unassessedElsewhere: boolean;
  /** Whether the recipient is in health care; express consent is needed where it is not, in Ontario. */
  readonly inHealthCare: boolean;
  readonly purpose: Purpose;
  readonly information: readonly InformationKind[];
  readonly labels: readonly Label[];
  /** As the record has it: whole, partial, or absent. */
  readonly birthDate?: string;
  /** When the request was made, if its recipient has it already. */
  readonly underWaySince?: string;
  /** The centre’s: ages and dates are counted there. */
  readonly timeZone: string;
}
