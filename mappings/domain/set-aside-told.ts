import type { IssueTold } from './request-preview-told.ts';

/** Something that was set aside (`GET /v1/dead-letters`): numbers and the reason, never content. */
export interface SetAsideTold {
  readonly id: string;
  readonly kind: 'concept' | 'answer' | 'dispatch' | 'inbound' | 'delivery' | 'unheard' | 'unreadable';
  readonly centre?: string;
  readonly concept?: string;
  readonly identifier?: string;
  readonly version?: number;
  readonly partner?: string;
  readonly failure: string;
  readonly issues: readonly IssueTold[];
  readonly since: string;
  readonly replays?: { readonly count: number; readonly last: string };
  /** Where its newer version is to be sent. */
  readonly repair?: { readonly method: string; readonly path: string };
}

export interface SetAsideListTold {
  readonly total: number;
  readonly letters: readonly SetAsideTold[];
}

/** What a replay did, or would do (`POST /v1/dead-letters/replays`). */
export interface ReplayTold {
  readonly dryRun: boolean;
  readonly replays: readonly { readonly id: string; readonly at?: string; readonly why?: string }[];
  readonly left: number;
}

/** How deliveries to one partner stand (`GET /v1/partners`). */
export interface PartnerStateTold {
  readonly id: string;
  readonly paused: boolean;
  readonly leftAlone: boolean;
  readonly waiting: number;
  readonly setAside: number;
}

/** Where something that was acknowledged is (`GET /v1/exchanges/{exchange}`). */
export interface ExchangeTold {
  readonly id: string;
  readonly kind: string;
  readonly concept?: string;
  readonly identifier: string;
  readonly version?: number;
  readonly state: 'accepted' | 'waiting' | 'synced' | 'superseded' | 'refused' | 'parked';
  readonly acceptedAt: string;
  readonly syncedAt?: string;
  readonly issues: readonly IssueTold[];
  /** Of a request, where it is at each recipient; absent for whoever operates. */
  readonly deliveries?: readonly DeliveryTold[];
}

/** Where a request is at one recipient. */
export interface DeliveryTold {
  readonly recipient: string;
  readonly state:
    | 'draft'
    | 'to-send'
    | 'to-print'
    | 'to-tell'
    | 'sent'
    | 'failing'
    | 'telephone'
    | 'refused'
    | 'in-doubt'
    | 'no-basis'
    | 'not-sent'
    | 'to-answer';
  readonly sentAt?: string;
  /** Kind of failure, never its words. */
  readonly why?: string;
}
