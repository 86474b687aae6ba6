import type { Redis } from 'ioredis';
import type { WordsWaiting } from '../hearing/words-desk.ts';
import type { Change } from '../lanes/changes.ts';
import type { Queues } from '../lanes/queues.ts';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { DeadLetter } from '../set-aside/dead-letter.ts';
import { keyTraces } from './key-traces.ts';
import { type Owned, ownsEvent, ownsLetter, ownsTold } from './owned.ts';
import { deliveryTraces, laneTraces, opened } from './queued-jobs.ts';

/** One thing that Redis holds of a child. */
export interface Trace {
  /** What kind of thing. */
  readonly place: string;
  readonly remove: () => Promise<void>;
}

export interface QueueTracesDeps {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly seal: Seal;
  readonly partners: readonly string[];
}

const PAGE = 1_000;

/**
 * Everything that Redis holds of a child, sealed or not, in an order in which each step tells the next what else is the child’s. The audit
 * stays: its entries are ids, and a chain with a hole proves nothing.
 */
export async function* queueTraces(
  deps: QueueTracesDeps,
  lanes: readonly number[],
  owned: Owned,
): AsyncGenerator<Trace> {
  const { redis, queues, seal, partners } = deps;
  yield* laneTraces(queues, lanes, seal, owned);
  yield* parkedTraces(deps, owned);
  yield* keyTraces(redis, owned);
  yield* tieTraces(deps, owned);
  yield* letterTraces(deps, owned);
  yield* deliveryTraces(queues, partners, owned);
  yield* wordTraces(deps, owned);
  yield* changeTraces(deps, owned);
}

/** A tie goes with either file, and with it what the other centre’s child is called in it. */
async function* tieTraces({ redis, seal }: QueueTracesDeps, { centre, child }: Owned): AsyncGenerator<Trace> {
  if (child === undefined) return;
  const key = redisKeys.tiesOf(centre, child);
  for await (const [field, sealed] of fieldsOf(redis, key))
    yield {
      place: 'ties',
      remove: async () => {
        const id = tieIn(seal, sealed);
        if (id !== undefined) await redis.del(redisKeys.tie(id));
        await redis.hdel(key, field);
      },
    };
}

/** Undefined under a key that went: the other side then finds no answer to its own, and it ends all the same. */
function tieIn(seal: Seal, sealed: string): string | undefined {
  try {
    return String(seal.open(sealed));
  } catch {
    return undefined;
  }
}

/** Sealed events that were set aside, by what they say themselves. */
async function* parkedTraces({ redis, seal }: QueueTracesDeps, owned: Owned): AsyncGenerator<Trace> {
  for await (const [id, sealed] of fieldsOf(redis, redisKeys.parked)) {
    const event = opened(seal, sealed);
    if (event === undefined || !ownsEvent(owned, event)) continue;
    owned.exchanges.add(id);
    const about =
      event.kind === 'concept' ? redisKeys.deadLettersAbout(event.root.system, event.root.value) : undefined;
    yield {
      place: 'set-aside',
      remove: async () => {
        if (about !== undefined) await redis.del(about);
        await redis.hdel(redisKeys.deadLetters, id);
        await redis.hdel(redisKeys.parked, id);
      },
    };
  }
}

/** What is told of dead letters that have no content of their own. */
async function* letterTraces({ redis }: QueueTracesDeps, owned: Owned): AsyncGenerator<Trace> {
  for await (const [id, text] of fieldsOf(redis, redisKeys.deadLetters)) {
    const letter: DeadLetter = JSON.parse(text);
    if (ownsLetter(owned, letter))
      yield { place: 'set-aside', remove: async () => void (await redis.hdel(redisKeys.deadLetters, id)) };
  }
}

/** A partner’s words that nobody has read. */
async function* wordTraces({ redis, seal }: QueueTracesDeps, owned: Owned): AsyncGenerator<Trace> {
  const key = redisKeys.words(owned.centre);
  for await (const [id, sealed] of fieldsOf(redis, key)) {
    const words = wordsIn(seal, sealed);
    if (words !== undefined && owned.requests.has(words.request))
      yield { place: 'words', remove: async () => void (await redis.hdel(key, id)) };
  }
}

function wordsIn(seal: Seal, sealed: string): WordsWaiting | undefined {
  try {
    // What was sealed is what the desk sealed.
    return seal.open(sealed) as WordsWaiting;
  } catch {
    return undefined;
  }
}

async function* changeTraces({ redis }: QueueTracesDeps, owned: Owned): AsyncGenerator<Trace> {
  const key = redisKeys.changes(owned.centre);
  for (let from = '-'; ; ) {
    const found = await redis.xrange(key, from, '+', 'COUNT', PAGE);
    for (const [id, [, text = '{}']] of found) {
      const change: Partial<Change> = JSON.parse(text);
      const isTheirs =
        (owned.child !== undefined && change.child === owned.child) || owned.exchanges.has(change.exchange ?? '');
      if (isTheirs || ownsTold(owned, change))
        yield { place: 'changes', remove: async () => void (await redis.xdel(key, id)) };
    }
    const last = found.at(-1)?.[0];
    if (last === undefined || found.length < PAGE) return;
    from = `(${last}`;
  }
}

async function* fieldsOf(redis: Redis, key: string): AsyncGenerator<readonly [string, string]> {
  for await (const pairs of redis.hscanStream(key, { count: PAGE }))
    for (let at = 0; at < pairs.length; at += 2) yield [pairs[at] ?? '', pairs[at + 1] ?? ''];
}
