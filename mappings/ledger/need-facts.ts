import type { Day } from './day.ts';

/** When something was, and since when it is known: a late answer corrects the past. */
export interface FactTimes {
  readonly happened: Day;
  /** Milliseconds since 1970. */
  readonly known: number;
}

/** What became of a need that child or family and team had agreed. */
export type Agreement = FactTimes &
  (
    | { readonly kind: 'agreed' }
    | { readonly kind: 'ended'; readonly how: 'achieved' | 'no-longer-wanted' | 'moved' | 'of-age' }
  );

/** The family, or an agreed date, asked for a pause. */
export type Pause = FactTimes &
  ({ readonly kind: 'paused'; readonly by: string; readonly until?: Day } | { readonly kind: 'resumed' });

/** What was asked of a holder, and what it said. One request is one holder’s. */
export type RequestFact = FactTimes & { readonly request: string } & (
    | { readonly kind: 'asked'; readonly holder: string; readonly silenceDays?: number }
    | { readonly kind: 'accepted' | 'waitlisted' }
    | { readonly kind: 'let-go'; readonly how: 'declined' | 'completed' | 'ended' }
    /** A date was given for the day `on`. */
    | { readonly kind: 'scheduled'; readonly on: Day }
    /** A programme by session: its silence between these days is its calendar’s. */
    | { readonly kind: 'session'; readonly to: Day }
  );

/** A contact that took place. */
export interface ContactFact extends FactTimes {
  readonly kind: 'contact';
  /** Holders who were there, with or without the family. */
  readonly holders: readonly string[];
  /** Requests that it served. */
  readonly requests: readonly string[];
  /** Who gave the service, where known. */
  readonly person?: string;
}

export type NeedFact = Agreement | Pause | RequestFact | ContactFact;

export const isOfRequest = (fact: NeedFact): fact is RequestFact => 'request' in fact;
