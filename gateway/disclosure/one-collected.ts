import type { Partner } from '../registry.ts';
import type { AskedByNumber } from './asked-by-number.ts';
import type { CollectedAnswers } from './collected-answers.ts';
import type { CollectedRequests } from './collected-requests.ts';
import { decidedJustNow } from './decided-just-now.ts';
import type { CollectedRequest, CollectedTask } from './request-to-collect.ts';

/** What a partner that collects reads by a number. */
export const COLLECTED_TYPES = ['Task', 'ServiceRequest', 'Patient', 'DocumentReference'] as const;
export type CollectedType = (typeof COLLECTED_TYPES)[number];

export interface OneCollected {
  readonly resource: fhir4.FhirResource;
  /** Since when it is at least so: FHIR instant. Nobody keeps that of a child. */
  readonly since?: string;
  /** What has left once it is with the partner. */
  readonly leaving: readonly Pick<CollectedTask, 'left'>[];
}

export interface OneCollectedDeps {
  readonly collected: Pick<CollectedRequests, 'show'>;
  readonly answered: Pick<CollectedAnswers, 'show'>;
  readonly now: () => Date;
}

/** Reads one resource as this partner may see it at this moment; undefined for what is not there for it, all alike. Throws GatewayError `held`. */
export async function oneCollected(
  { collected, answered, now }: OneCollectedDeps,
  partner: Partner,
  { type, id, asked }: { readonly type: CollectedType; readonly id: string; readonly asked?: AskedByNumber },
): Promise<OneCollected | undefined> {
  if (type === 'Task') {
    const answer = await decidedJustNow(() => answered.show(partner, id, asked), now);
    if (answer !== undefined) return { resource: answer.task, since: answer.lastUpdated, leaving: [answer] };
  }
  const number = type === 'DocumentReference' ? (id.split('.')[0] ?? '') : id;
  const shown = await decidedJustNow(() => collected.show(partner, number, asked), now);
  return shown && oneOf(shown, type, id);
}

/** What a read of this type and id gives of a request that is shown. */
export const oneOf = (shown: CollectedRequest, type: CollectedType, id: string): OneCollected | undefined =>
  READ[type](shown, id);

const READ: Readonly<Record<CollectedType, (shown: CollectedRequest, id: string) => OneCollected | undefined>> = {
  // That it was taken back is all that there is to see; a request has left once it is read itself.
  Task: (shown) => ({
    resource: shown.task,
    since: shown.lastUpdated,
    leaving: shown.request === undefined ? [shown] : [],
  }),
  ServiceRequest: (shown) => shown.request && { resource: shown.request, since: shown.lastUpdated, leaving: [shown] },
  Patient: ({ child }) => child && { resource: child, leaving: [] },
  DocumentReference({ letters = [], lastUpdated }, id) {
    const letter = letters.find(({ document }) => document.id === id);
    return letter && { resource: letter.document, since: lastUpdated, leaving: [letter] };
  },
};
