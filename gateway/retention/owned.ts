import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { DeadLetter } from '../set-aside/dead-letter.ts';

/** By what Redis shows that something is about one file: known from the record at first, and added to on the way. */
export interface Owned {
  readonly centre: string;
  /** Absent for the file of an expectant mother, which is known by its own number. */
  readonly child?: string;
  /** Numbers of the child’s requests, those that partners asked among them. */
  readonly requests: Set<string>;
  /** Pairwise numbers of their Tasks. */
  readonly tasks: Set<string>;
  readonly exchanges: Set<string>;
  /** `system|value` of everything with an identifier of ours. */
  readonly tokens: Set<string>;
  /** Hashes of the secure page’s links. */
  readonly links: Set<string>;
}

export function ownsEvent({ centre, child, requests, tokens }: Owned, event: LaneEvent): boolean {
  if (event.centre !== centre) return false;
  if (event.kind === 'inbound') return requests.has(event.referral);
  if (event.kind === 'concept' && tokens.has(`${event.root.system}|${event.root.value}`)) return true;
  return child !== undefined && event.child === child;
}

export const ownsLetter = (
  { centre, requests, tasks, exchanges }: Owned,
  { id, kind, identifier, task, ...letter }: DeadLetter,
): boolean =>
  exchanges.has(id) ||
  (task !== undefined && tasks.has(task)) ||
  (kind !== 'concept' && letter.centre === centre && identifier !== undefined && requests.has(identifier));

const MAPPINGS = new Map(Object.entries(CONCEPT_MAPPINGS).map(([name, { root }]) => [name, root]));

interface Told {
  readonly centre?: string;
  readonly kind?: string;
  readonly concept?: string;
  readonly identifier?: string;
}

/** An exchange, or a line of the change feed: by the concept and its number. */
export function ownsTold({ centre, requests, tokens }: Owned, { kind, concept, identifier, ...told }: Told): boolean {
  if (identifier === undefined || (told.centre ?? centre) !== centre) return false;
  const system = MAPPINGS.get(concept ?? '')?.(centre).system;
  if (system !== undefined && tokens.has(`${system}|${identifier}`)) return true;
  return kind !== 'concept' && requests.has(identifier);
}
