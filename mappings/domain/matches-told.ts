import type { ChildSaid, PersonName } from './concepts.ts';

/** `GET /v1/matches`. */
export interface MatchesTold {
  readonly matches: readonly MatchTold[];
}

/** A referral of which nobody has said yet which child of the centre it is about. */
export interface MatchTold {
  readonly id: string;
  readonly sender: string;
  /** In the reader’s language. */
  readonly senderName: string;
  readonly askedAt: string;
  readonly what?: string;
  readonly said?: ChildSaid;
  /** The most alike first. */
  readonly candidates: readonly {
    readonly child: string;
    readonly name?: PersonName;
    readonly birthDate?: string;
    readonly because: readonly MatchReason[];
  }[];
}

/** What speaks for and against. */
export type MatchReason =
  | 'same-card'
  | 'same-birth-date'
  | 'same-name'
  | 'same-family-name'
  | 'same-given-name'
  | 'other-card'
  | 'other-birth-date'
  | 'other-name';
