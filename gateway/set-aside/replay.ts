import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Audit } from '../audit/audit.ts';
import { shapedDelivery } from '../lanes/lane-envelope.ts';
import { deliveryJobOptions, LANE_JOB, type Queues } from '../lanes/queues.ts';
import type { DeadLetter, LetterFilter } from './dead-letter.ts';
import type { DeadLetters } from './dead-letters.ts';

export interface ReplayDeps {
  readonly letters: DeadLetters;
  readonly queues: Queues;
  readonly audit: Pick<Audit, 'act'>;
  /** How often a delivery to this partner is tried; undefined when it has left the registry. */
  readonly triesMax: (partner: string) => number | undefined;
  readonly now: () => Date;
}

export interface ReplayAsked {
  /** These; without them everything that passes the filter. */
  readonly ids?: readonly string[];
  readonly filter: LetterFilter;
  readonly dryRun: boolean;
  readonly perMinute: number;
}

/** One letter of a replay: when it goes, or why it cannot. */
export interface ReplayLine {
  readonly id: string;
  readonly kind: DeadLetter['kind'];
  /** FHIR instant; absent when it cannot be put back. */
  readonly at?: string;
  readonly why?: 'unreadable' | 'gone' | 'no-partner';
}

export interface ReplayOutcome {
  readonly dryRun: boolean;
  readonly replays: readonly ReplayLine[];
  /** How many more there are: ask again. */
  readonly left: number;
}

/** Letters put back by one call. */
const BATCH_MAX = 500;
const MINUTE_MS = 60_000;

/** Names in an audit entry what an act was about. */
export const letterReference = ({ id, task }: DeadLetter): fhir4.Reference =>
  task === undefined
    ? { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` } }
    : { type: 'Task', identifier: { system: IDENTIFIERS.task, value: task } };

/**
 * Puts what was set aside back where it came from, at a bounded rate: an event at the end of its lane, a delivery into its partner's
 * queue. A dry run says what would be done. Audited before the first; throws GatewayError `unavailable` when that cannot be written.
 */
export function replayer({ letters, queues, audit, triesMax, now }: ReplayDeps) {
  return async ({ ids, filter, dryRun, perMinute }: ReplayAsked, by: string): Promise<ReplayOutcome> => {
    const at = now();
    const matching = await letters.list(filter);
    const wanted = ids === undefined ? matching : matching.filter(({ id }) => ids.includes(id));
    const chosen = wanted.filter(dueBefore(at)).slice(0, BATCH_MAX);
    const ready = chosen.filter((letter) => whyNot(letter) === undefined);
    const delayOf = (place: number): number => Math.floor((place * MINUTE_MS) / perMinute);
    const line = (letter: DeadLetter): ReplayLine => {
      const why = whyNot(letter);
      const due = new Date(at.getTime() + delayOf(ready.indexOf(letter))).toISOString();
      return { id: letter.id, kind: letter.kind, ...(why === undefined ? { at: due } : { why }) };
    };
    const gone = (ids ?? []).filter((id) => !wanted.some((letter) => letter.id === id));
    const replays = [...chosen.map(line), ...gone.map((id) => ({ id, kind: 'unreadable', why: 'gone' }) as const)];
    const left = wanted.filter(dueBefore(at)).length - chosen.length;
    if (dryRun || ready.length === 0) return { dryRun, replays, left };

    const moment = at.toISOString();
    await audit.act({
      what: 'replay',
      by: { operator: by },
      on: ready.map(letterReference),
      at: moment,
    });
    for (const [place, letter] of ready.entries()) {
      const delay = delayOf(place);
      await putBack(await letters.replayed(letter, new Date(at.getTime() + delay).toISOString()), delay);
    }
    return { dryRun, replays, left };
  };

  function whyNot({ kind, partner, lane }: DeadLetter): ReplayLine['why'] {
    if (kind === 'delivery') return triesMax(partner ?? '') === undefined ? 'no-partner' : undefined;
    return lane === undefined ? 'unreadable' : undefined;
  }

  async function putBack(letter: DeadLetter, delay: number): Promise<void> {
    const { id, kind, task, partner, about, lane, rounds, replays } = letter;
    if (kind === 'delivery' && task !== undefined && partner !== undefined) {
      const again = letter.failure === 'inDoubt';
      const job = { task, partner, ...(about !== undefined && { about }), ...(again && { again: true as const }) };
      await queues
        .delivery(partner)
        .add('deliver', shapedDelivery(job), { ...deliveryJobOptions(job, triesMax(partner) ?? 1), delay });
      return;
    }
    const sealed = await letters.sealed(id);
    if (sealed === undefined || lane === undefined) return;
    const since = now().getTime() + delay;
    await queues.lane(lane).add(
      'event',
      { exchangeId: id, sealed, replay: true, ...(rounds !== undefined && { waited: { rounds, since } }) },
      // An id of its own for each replay: the job that was set aside may not be forgotten yet.
      { ...LANE_JOB, jobId: `${id}-replay-${replays?.count ?? 1}`, delay },
    );
  }
}

/** What was put back already and has not had its turn is not put back again. */
const dueBefore =
  (at: Date) =>
  ({ replays }: DeadLetter): boolean =>
    replays === undefined || replays.last < at.toISOString();
