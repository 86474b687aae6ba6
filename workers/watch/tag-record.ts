import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { namedBy } from '../../gateway/record/named-by.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { taggedWithKinds, tokensOfTags } from '../../mappings/domain/kinds-tagged.ts';
import { ABOUT_REQUESTS } from '../../mappings/domain/known-to.ts';
import { REQUEST_KINDS_ALL } from '../../mappings/domain/request-kind.ts';

export interface TagRecordDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search' | 'addTags'>;
  readonly redis: Pick<Redis, 'exists' | 'set'>;
  /** How often it is looked whether a process of an earlier release, or a restore, left more of it. */
  readonly everyMs: number;
  readonly log: Pick<Logger, 'info'>;
}

const ALL_TAGS = tokensOfTags(REQUEST_KINDS_ALL);

/**
 * Tags what was written without tags, by an earlier release (mappings/domain/kinds-tagged.ts): until then it is not found by those from whom some kind of
 * request is hidden. What is named by others comes first, so that what it is about is told on. Gives how many were tagged. Throws GatewayError while
 * the record is away, and the signal’s reason where it is told to stop: the next look goes on with what is left.
 */
export function tagRecord({ store, redis, everyMs, log }: TagRecordDeps): (signal?: AbortSignal) => Promise<number> {
  return async (signal) => {
    if ((await redis.exists(redisKeys.tagged)) === 1) return 0;
    let count = 0;
    for (const type of ABOUT_REQUESTS)
      for await (const page of store.pages(type, { '_tag:not': ALL_TAGS }))
        for (const resource of page) {
          signal?.throwIfAborted();
          const [written] = taggedWithKinds([{ resource }], await namedBy(resource, store));
          await store.addTags(type, resource.id ?? '', written?.resource.meta?.tag ?? []);
          count += 1;
        }
    await redis.set(redisKeys.tagged, '1', 'PX', everyMs);
    log.info({ count }, 'the record is tagged');
    return count;
  };
}
