import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';
import { type PageLink, type PageLinks, tokenHash } from './links.ts';

/** What a page presents once the right code was given. It lives in that page's memory only, and ends with it. */
export interface PageSessions {
  open(link: PageLink): Promise<{ readonly session: string; readonly forSeconds: number }>;
  /** The link that it was opened with, while both live. */
  linkOf(session: string): Promise<PageLink | undefined>;
  end(session: string): Promise<void>;
}

export interface PageSessionDeps {
  readonly redis: Redis;
  readonly links: PageLinks;
  readonly randomBytes: (count: number) => Buffer;
}

const LIFE_SECONDS = 20 * 60;
const SESSION_BYTES = 32;

export function pageSessions({ redis, links, randomBytes }: PageSessionDeps): PageSessions {
  const keyOf = (session: string) => redisKeys.pageSession(tokenHash(session));
  return {
    async open({ hash }) {
      const session = randomBytes(SESSION_BYTES).toString('base64url');
      await redis.set(keyOf(session), hash, 'EX', LIFE_SECONDS);
      return { session, forSeconds: LIFE_SECONDS };
    },

    async linkOf(session) {
      const hash = await redis.get(keyOf(session));
      return hash === null ? undefined : links.byHash(hash);
    },

    async end(session) {
      await redis.del(keyOf(session));
    },
  };
}
