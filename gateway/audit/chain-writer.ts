import { setTimeout as wait } from 'node:timers/promises';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import type { Replicas } from '../redis/replicas.ts';
import { type AuditEntry, type Head, type LinkedEntry, linked } from './chain.ts';

/** An entry to write; one that may come again says by what it is known, and is then written once while Redis remembers. */
export interface ToWrite {
  readonly event: AuditEntry;
  readonly once?: Once;
}

/** What makes two entries the same one, whatever ids they have in the record. */
export interface Once {
  /** `Type/id` of what it is about. */
  readonly of: string;
  readonly id: string;
}

export type Appended =
  /** `othersLost`: how often in a row somebody else has come too late a moment ago; 0 unless it was more than a few times. */
  | { readonly kind: 'written'; readonly othersLost: number }
  /** Somebody else has written meanwhile. */
  | { readonly kind: 'moved'; readonly head: Head | undefined }
  /** These were written before. */
  | { readonly kind: 'known'; readonly ids: ReadonlySet<string> };

/** Where a chain stands: appends all or nothing, and only behind the head that is named. */
export interface ChainStore {
  /** `lost`: how often in a row the same entries came too late, so that the others make way. */
  append(
    head: Head | undefined,
    entries: readonly (LinkedEntry & Pick<ToWrite, 'once'>)[],
    lost: number,
  ): Promise<Appended>;
}

export interface ChainWriter {
  /** Resolves once the entry is on disk in its place. Throws GatewayError `unavailable`: then nothing may leave that it speaks of. */
  write(entry: ToWrite): Promise<void>;
}

export interface ChainWriterDeps {
  readonly store: ChainStore;
  readonly replicas: Replicas;
  /** Name of a chain that begins. */
  readonly newChain: () => string;
}

const BATCH_MAX = 200;
/** Each time that we come too late somebody else has written: this often only where hundreds write at once. */
const TRIES_MAX = 100;
/** From so many times on the others are told. */
export const LOST_OFTEN = 3;
const WAY_MAX_MS = 50;

interface Waiting {
  readonly entry: ToWrite;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes one batch after the other: whoever comes while one is being written goes with the next. The hash of each entry holds that of the
 * one before, so that the head is read, the links are made here, and the store refuses them when the head has moved: however many processes
 * write, the chain never forks. Who links many entries comes later than who links one, and would lose to it each time: after a write everybody
 * waits a while of their own, the longer the more often somebody has lost.
 */
export function chainWriter({ store, replicas, newChain }: ChainWriterDeps): ChainWriter {
  let head: Head | undefined;
  let waiting: Waiting[] = [];
  let isWriting = false;

  const append = async (batch: readonly ToWrite[]): Promise<number> => {
    const onReplicas = replicas.begin();
    let left = batch;
    let othersLost = 0;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES_MAX) throw new GatewayError('unavailable', 'others write the audit without end');
      const links = linked(
        head,
        newChain,
        left.map(({ event }) => event),
      );
      const answer = await store.append(
        head,
        links.map((it, nth) => ({ ...left[nth], ...it })),
        tries,
      );
      if (answer.kind === 'written') {
        head = links.at(-1)?.link;
        othersLost = answer.othersLost;
        left = [];
      } else if (answer.kind === 'moved') head = answer.head;
      else left = left.filter(({ once }) => once === undefined || !answer.ids.has(once.id));
    }
    await onReplicas();
    return othersLost;
  };

  const run = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_MAX);
      waiting = waiting.slice(BATCH_MAX);
      try {
        // The same disclosure asked for twice at once is one entry.
        const othersLost = await append([
          ...new Map(batch.map(({ entry }) => [entry.once?.id ?? entry.event.id, entry])).values(),
        ]);
        for (const { done } of batch) done();
        if (othersLost > 0) await wait(Math.random() * Math.min(othersLost, WAY_MAX_MS));
      } catch (cause) {
        const error = new GatewayError('unavailable', 'the audit cannot be written', { cause, issues: [NOT_WRITTEN] });
        for (const { failed } of batch) failed(error);
      }
    }
    isWriting = false;
  };

  return {
    write: (entry) =>
      new Promise<void>((done, failed) => {
        waiting = [...waiting, { entry, done, failed }];
        if (!isWriting) void run();
      }),
  };
}

const NOT_WRITTEN: Issue = {
  severity: 'error',
  code: 'transient',
  text: {
    fr: 'Le registre des accès et des communications ne peut être écrit : rien n’est lu ni communiqué. Réessayez dans un moment.',
    en: 'The register of accesses and disclosures cannot be written: nothing is read or disclosed. Try again in a moment.',
  },
};
