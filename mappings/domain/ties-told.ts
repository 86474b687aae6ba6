/** The one thing that a tie tells: at which other centre the child is followed too, and since when both said so. */
export interface TieTold {
  readonly centre: string;
  readonly since: string;
}

/** What this centre said and the other has not. */
export interface TieWaiting {
  readonly centre: string;
  readonly until: string;
}

/** The ties of a child, as `GET /v1/children/{id}/ties` gives them. */
export interface TiesTold {
  readonly ties: readonly TieTold[];
  readonly waiting: readonly TieWaiting[];
}

/** What `POST /v1/ties` gives, once: the code is for a person to hand over. */
export interface SaidOnce extends TieWaiting {
  readonly code: string;
}
