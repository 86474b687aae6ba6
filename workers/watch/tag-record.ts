import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import { namedBy } from '../../gateway/record/named-by.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { LETS_BE_KNOWN_TOKEN, taggedWithKinds, tagsLacking, tokensOfTags } from '../../mappings/domain/kinds-tagged.ts';
import { ABOUT_REQUESTS, RIGHTS_TOKEN } from '../../mappings/domain/known-to.ts';
import { REQUEST_KINDS_ALL } from '../../mappings/domain/request-kind.ts';

export interface TagRecordDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search' | 'addTags'>;
  readonly redis: Pick<Redis, 'exists' | 'set'>;
  /** How often it is looked whether a process of an earlier release, or a restore, left more of it. */
  readonly everyMs: number;
  readonly log: Pick<Logger, 'info'>;
}

/** What may lack a tag that it is to have, as the record is asked for it. */
const LACKING: readonly (readonly [string, SearchParams])[] = [
  ...ABOUT_REQUESTS.map((type) => [type, { '_tag:not': tokensOfTags(REQUEST_KINDS_ALL) }] as const),
  ['Consent', { purpose: RIGHTS_TOKEN, '_tag:not': LETS_BE_KNOWN_TOKEN }],
];

/**
 * Tags what was written without tags, by an earlier release (mappings/domain/kinds-tagged.ts): until then it is not found by those from whom some kind of
 * request is hidden. What is named by others comes first, so that what it is about is told on. Gives how many were tagged. Throws GatewayError while
 * the record is away, and the signal’s reason where it is told to stop: the next look goes on with what is left.
 */
export function tagRecord({ store, redis, everyMs, log }: TagRecordDeps): (signal?: AbortSignal) => Promise<number> {
  return async (signal) => {
    if ((await redis.exists(redisKeys.tagged)) === 1) return 0;
    let count = 0;
    for (const [type, lacks] of LACKING)
      for await (const page of store.pages(type, lacks))
        for (const resource of page) {
          signal?.throwIfAborted();
          const [written] = taggedWithKinds([{ resource }], await namedBy(resource, store));
          const tags = written === undefined ? [] : tagsLacking(resource, written.resource);
          if (tags.length === 0) continue;
          await store.addTags(type, resource.id ?? '', tags);
          count += 1;
        }
    await redis.set(redisKeys.tagged, '1', 'PX', everyMs);
    log.info({ count }, 'the record is tagged');
    return count;
  };
}
