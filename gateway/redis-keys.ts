const ROOT = 'passerelle';

/** Every name that we use in Redis beside BullMQ's own; ids only, never a person's data. */
export const redisKeys = {
  exchange: (id: string) => `${ROOT}:exchange:${id}`,
  idempotency: (centre: string, keyHash: string) => `${ROOT}:idempotency:${centre}:${keyHash}`,
  /** Which child an identifier is about: what comes later about it goes to that child's lane, also while HAPI is away. */
  childOf: (system: string, value: string) => `${ROOT}:child-of:${system}|${value}`,
  /** The last event accepted about an identifier: its exchange. */
  lastExchange: (system: string, value: string) => `${ROOT}:last:${system}|${value}`,
  /** What the pairwise number that a partner knows stands for: hash of centre, child, request, partner. */
  task: (task: string) => `${ROOT}:task:${task}`,
  /** Stream of what changed for a centre. */
  changes: (centre: string) => `${ROOT}:changes:${centre}`,
  /** State of the delivery of one Task: hash. */
  delivery: (task: string) => `${ROOT}:delivery:${task}`,
  /** Sealed events that failed for good: hash by exchange. */
  parked: `${ROOT}:parked`,
  /** Set while HAPI does not answer. */
  recordAway: `${ROOT}:record-away`,
  /** How many lanes this installation has; it cannot change while they hold events. */
  laneCount: `${ROOT}:lanes`,
} as const;
