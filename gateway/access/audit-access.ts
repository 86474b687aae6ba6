import type { Redis } from 'ioredis';
import type { Audit } from '../audit/audit.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { accessRows, whoseRow } from './access-rows.ts';
import type { AccessSettings } from './access-settings.ts';

export interface AuditAccessDeps {
  readonly redis: Pick<Redis, 'hgetall' | 'hset' | 'hdel' | 'set' | 'del'>;
  /** As the file says now. */
  readonly settings: () => AccessSettings;
  readonly audit: Pick<Audit, 'act'>;
  readonly now: () => Date;
}

/** Whoever writes the file is known to the machine that it is on, not here. */
const BY = { operator: 'access-file' } as const;
const ENTITIES_MAX = 100;
const LOCK_MS = 30_000;

/**
 * Writes to the audit whom the access file names that it did not before, of whom it says something else, and whom it names no more, also where
 * it changed while nothing ran: one entry for each hundred. One process writes it for all. What could not be written is written at the next
 * look: somebody who is shut out does not wait for it. Throws GatewayError `unavailable`.
 */
export function auditAccess({ redis, settings, audit, now }: AuditAccessDeps): () => Promise<void> {
  let audited: AccessSettings | undefined;

  const write = async (what: 'access-added' | 'access-changed' | 'access-removed', keys: readonly string[]) => {
    await audit.act({ what, by: BY, on: keys.map(whoseRow), at: now().toISOString() });
  };

  const compare = async (standing: AccessSettings): Promise<void> => {
    const before = new Map(Object.entries(await redis.hgetall(redisKeys.access)));
    const rows = new Map(accessRows(standing).map(({ key, hash }) => [key, hash]));
    const named = [...rows.keys()];
    // Noted after it is written: whoever dies in between writes it again.
    for (const keys of hundreds([...before.keys()].filter((key) => !rows.has(key)))) {
      await write('access-removed', keys);
      await redis.hdel(redisKeys.access, ...keys);
    }
    for (const [what, all] of [
      ['access-added', named.filter((key) => !before.has(key))],
      ['access-changed', named.filter((key) => before.has(key) && before.get(key) !== rows.get(key))],
    ] as const)
      for (const keys of hundreds(all)) {
        await write(what, keys);
        await redis.hset(redisKeys.access, Object.fromEntries(keys.map((key) => [key, rows.get(key) ?? ''])));
      }
  };

  return async () => {
    const standing = settings();
    if (standing === audited) return;
    if ((await redis.set(redisKeys.accessLock, '1', 'PX', LOCK_MS, 'NX')) === null) return;
    try {
      await compare(standing);
      audited = standing;
    } finally {
      await redis.del(redisKeys.accessLock);
    }
  };
}

const hundreds = (keys: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(keys.length / ENTITIES_MAX) }, (_, nth) =>
    keys.slice(nth * ENTITIES_MAX, (nth + 1) * ENTITIES_MAX),
  );
