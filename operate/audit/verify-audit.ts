import type { KeyObject } from 'node:crypto';
import type { Redis } from 'ioredis';
import { BEGINNING, type Head, isAsWritten, linkOf } from '../../gateway/audit/chain.ts';
import { type ChainSeen, chainCheck, type Finding } from '../../gateway/audit/chain-check.ts';
import { entryIn, headIn } from '../../gateway/audit/chain-in-redis.ts';
import { checkpointHash, openCheckpoint } from '../../gateway/audit/checkpoint.ts';
import { checkpointsIn } from '../../gateway/audit/checkpoint-folder.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

/** What is wrong with the checkpoints themselves, or beside the chain. */
export type Doubt =
  | Finding
  /** Changed since it was signed, signed by a key that was not given, or unreadable. */
  | { readonly kind: 'notSigned'; readonly file: string }
  /** It does not follow any checkpoint, or one that another follows: one is missing, or was put there. */
  | { readonly kind: 'checkpointGone'; readonly file: string }
  /** It says that it was made at a time that has not come. */
  | { readonly kind: 'ahead'; readonly file: string }
  /** What stands in Redis in an entry’s place (`at`: where in the stream), or in the head’s, is none: somebody else wrote there. */
  | { readonly kind: 'unreadable'; readonly at: string }
  /** Entries of a time when there was a chain, that stand in none. */
  | { readonly kind: 'unchained'; readonly ids: readonly string[] };

export interface Verified {
  readonly doubts: readonly Doubt[];
  readonly entries: number;
  readonly chains: readonly ChainSeen[];
  /** The chain that the head in Redis names. */
  readonly written?: string;
  readonly checkpoints: number;
  /** Of the last checkpoint: what was written since is held only by the head in Redis. */
  readonly lastCheckpoint?: string;
}

export interface VerifyAuditDeps {
  readonly redis: Redis;
  readonly store: Pick<FhirStore, 'pages'>;
  readonly folder: string;
  /** Every key that has signed; without one the checkpoints cannot be believed, and are not. */
  readonly publicKeys: readonly KeyObject[];
  readonly now: () => Date;
  readonly progress: (entries: number) => void;
}

const BATCH = 1_000;
/** The clock of whoever signs and that of whoever verifies are not the same. */
const CLOCKS_APART_MS = 5 * 60_000;

/** Looks at every entry, in Redis and in the record, and at every checkpoint. */
export async function verifyAudit(deps: VerifyAuditDeps): Promise<Verified> {
  const { redis, store, progress } = deps;
  // In this order: what is written or moved meanwhile is missing nowhere.
  const head = await headOf(redis);
  const check = chainCheck();
  const unreadable = head === 'unreadable' ? ['head'] : [];
  let seen = 0;
  for await (const places of waitingIn(redis)) {
    for (const { at, entry } of places)
      if (entry === undefined) unreadable.push(at);
      else check.add(entry);
    seen += places.length;
    progress(seen);
  }
  const loose: fhir4.AuditEvent[] = [];
  for await (const resources of store.pages('AuditEvent', {})) {
    for (const event of resources) {
      if (event.resourceType !== 'AuditEvent' || event.id === undefined) continue;
      const link = linkOf(event);
      if (link === undefined) loose.push(event);
      else check.add({ link, event: { ...event, id: event.id } }, isAsWritten(event, link));
    }
    seen += resources.length;
    progress(seen);
  }
  // Before the head is read again, behind which nothing is signed.
  const { witnesses, doubts, count, last } = await witnessesIn(deps);
  // Redis has an entry before the record does: whatever the record had of this chain lies before its head now.
  const [began, after] = [head, await headOf(redis)].map((it) => (it === 'unreadable' ? undefined : it));
  const before = began !== undefined && began.chain === after?.chain ? began : beginningOf(after);
  const chains = check.chains();
  const beginning = chains.map(({ began }) => began).sort()[0];
  // The day that an entry says is its writer’s; the day of its last writing the record’s.
  const unchained = loose.filter(
    ({ recorded, meta }) =>
      beginning !== undefined && [recorded, meta?.lastUpdated ?? ''].some((at) => isSince(at, beginning)),
  );
  return {
    doubts: [
      ...check.findings([...witnesses, ...(began === undefined ? [] : [began])], after && { before, after }),
      ...doubts,
      ...unreadable.map((at) => ({ kind: 'unreadable' as const, at })),
      ...(unchained.length === 0
        ? []
        : [{ kind: 'unchained' as const, ids: unchained.map(({ id }) => id ?? '').slice(0, 20) }]),
    ],
    entries: chains.reduce((sum, { entries }) => sum + entries, 0),
    chains,
    ...(after !== undefined && { written: after.chain }),
    checkpoints: count,
    ...(last !== undefined && { lastCheckpoint: last }),
  };
}

async function headOf(redis: Redis): Promise<Head | undefined | 'unreadable'> {
  const text = await redis.get(redisKeys.auditHead);
  try {
    return headIn(text);
  } catch {
    return 'unreadable';
  }
}

const isSince = (at: string, beginning: string): boolean => Date.parse(at) >= Date.parse(beginning);

/** A chain that began while the others were read. */
const beginningOf = (head: Head | undefined): Head => ({ chain: head?.chain ?? '', n: 0, hash: BEGINNING });

async function* waitingIn(redis: Redis) {
  let from = '-';
  for (;;) {
    const found = await redis.xrange(redisKeys.auditStream, from, '+', 'COUNT', BATCH);
    yield found.map(([at, fields]) => ({ at, entry: entryIn(fields) }));
    const last = found.at(-1)?.[0];
    if (last === undefined || found.length < BATCH) return;
    from = `(${last}`;
  }
}

async function witnessesIn({ folder, publicKeys, now }: VerifyAuditDeps) {
  const kept = publicKeys.length === 0 ? [] : await checkpointsIn(folder);
  const opened = kept.flatMap(({ file, signed }) => {
    const [checkpoint] = signed === undefined ? [] : publicKeys.flatMap((key) => openCheckpoint(signed, key) ?? []);
    return signed === undefined || checkpoint === undefined
      ? []
      : [{ file, checkpoint, hash: checkpointHash(signed), isAhead: isAhead(checkpoint.madeAt, now()) }];
  });
  const files = new Set(opened.map(({ file }) => file));
  const unsigned = kept.filter(({ file }) => !files.has(file));
  // Each follows one, and no other follows that; nothing but the first follows none.
  const followed = new Set(opened.map(({ hash }) => hash)).add('');
  const astray = opened.filter(({ checkpoint: { previous } }) => !followed.delete(previous));
  const ahead = opened.filter((it) => it.isAhead);
  const doubts: readonly Doubt[] = [
    ...unsigned.map(({ file }) => ({ kind: 'notSigned' as const, file })),
    ...astray.map(({ file }) => ({ kind: 'checkpointGone' as const, file })),
    ...ahead.map(({ file }) => ({ kind: 'ahead' as const, file })),
  ];
  const days = opened.flatMap((it) => (it.isAhead ? [] : it.checkpoint.madeAt)).sort();
  return {
    witnesses: opened.map(({ checkpoint }) => checkpoint.head),
    doubts,
    count: opened.length,
    last: days.at(-1),
  };
}

const isAhead = (madeAt: string, now: Date): boolean => Date.parse(madeAt) > now.getTime() + CLOCKS_APART_MS;
