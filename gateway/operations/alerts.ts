import type { Redis } from 'ioredis';
import type { Bilingual } from '../../profiles/codes.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** What somebody must be told of, in words that say what to do; docs/observability.md says more. */
export const ALERTS = {
  'partner-behind': {
    fr: 'Les envois à ce partenaire n’aboutissent pas : il ne répond pas, ou ils attendent trop longtemps. Appelez-le ; ce qui presse se dit au téléphone.',
    en: 'Deliveries to this partner do not get through: it does not answer, or they wait too long. Call it; what is urgent is said by telephone.',
  },
  'lanes-behind': {
    fr: 'Ce qui est accepté attend trop longtemps avant d’être au dossier. Regardez les ouvriers et HAPI.',
    en: 'What is accepted waits too long before it is in the record. Look at the workers and at HAPI.',
  },
  'set-aside': {
    fr: 'Des envois sont mis de côté et attendent une personne : npm run operate -- dead-letters list.',
    en: 'Deliveries or events were set aside and wait for a person: npm run operate -- dead-letters list.',
  },
  'record-away': {
    fr: 'HAPI ne répond pas : tout est accepté et attend. Redémarrez-le, regardez son disque et sa base.',
    en: 'HAPI does not answer: everything is accepted and waits. Restart it, look at its disk and its database.',
  },
  'redis-memory': {
    fr: 'La mémoire de Redis s’épuise : bientôt plus rien ne sera accepté. Trouvez ce qui attend, ou montez maxmemory.',
    en: 'Redis is running out of memory: soon nothing more will be accepted. Find what waits, or raise maxmemory.',
  },
  'emergency-access': {
    fr: 'Un accès d’urgence à un dossier de ce centre attend qu’une deuxième personne le relise : GET /v1/break-glass. Dites-le à la personne pivot ou responsable de la protection des renseignements personnels.',
    en: 'An emergency access to a file of this centre waits for a second person to sign it off: GET /v1/break-glass. Tell its pivot or its privacy officer.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type AlertKind = keyof typeof ALERTS;

/** One thing that is looked at; `of` is a partner, a centre, or which kind, or empty. Never anything of a person. */
export interface Watched {
  readonly alert: AlertKind;
  readonly of: string;
}

/** Everything that is looked at. */
export const watchedOf = (partners: readonly string[], centres: readonly string[]): readonly Watched[] => [
  ...partners.map((of) => ({ alert: 'partner-behind', of }) as const),
  ...(['event', 'delivery'] as const).map((of) => ({ alert: 'set-aside', of }) as const),
  ...centres.map((of) => ({ alert: 'emergency-access', of }) as const),
  ...(['lanes-behind', 'record-away', 'redis-memory'] as const).map((alert) => ({ alert, of: '' })),
];

export interface OpenAlert extends Watched {
  readonly since: string;
}

export interface ClosedAlert extends OpenAlert {
  readonly until: string;
}

export interface AlertBook {
  /**
   * Notes whether the cause stands, and says what that changed: an alert opens once the cause has stood for `afterMs`, closes once it has
   * been gone for `holdMs`. Of all processes that see the same, one is told.
   */
  note(it: Watched, stands: boolean, afterMs?: number): Promise<'opened' | 'closed' | undefined>;
  open(): Promise<readonly OpenAlert[]>;
  /** The last ones, newest first. */
  closed(): Promise<readonly ClosedAlert[]>;
}

export interface AlertBookDeps {
  readonly redis: Redis;
  readonly holdMs: number;
  readonly now: () => Date;
}

const CLOSED_KEPT = 200;

/** Alerts stand in Redis: they outlive every process, and a single write decides who opened or closed one. */
export function alertBook({ redis, holdMs, now }: AlertBookDeps): AlertBook {
  /** Whether it has been so for that long: it is remembered since when, the first time that it is asked. */
  const hasBeen = async (key: string, name: string, forMs: number): Promise<boolean> => {
    const at = now().getTime();
    await redis.hsetnx(key, name, String(at));
    const since = Number((await redis.hget(key, name)) ?? at);
    return at - since >= forMs;
  };

  const opens = async (it: Watched, name: string, afterMs: number): Promise<boolean> => {
    await redis.hdel(redisKeys.alertsFalling, name);
    if (!(await hasBeen(redisKeys.alertsRising, name, afterMs))) return false;
    const opened: OpenAlert = { ...it, since: now().toISOString() };
    return (await redis.hsetnx(redisKeys.alertsOpen, name, JSON.stringify(opened))) === 1;
  };

  const closes = async (name: string): Promise<boolean> => {
    await redis.hdel(redisKeys.alertsRising, name);
    const text = await redis.hget(redisKeys.alertsOpen, name);
    if (text === null || !(await hasBeen(redisKeys.alertsFalling, name, holdMs))) return false;
    if ((await redis.hdel(redisKeys.alertsOpen, name)) !== 1) return false;
    await redis.hdel(redisKeys.alertsFalling, name);
    const closed: ClosedAlert = { ...alertIn(text), until: now().toISOString() };
    await redis.lpush(redisKeys.alertsClosed, JSON.stringify(closed));
    await redis.ltrim(redisKeys.alertsClosed, 0, CLOSED_KEPT - 1);
    return true;
  };

  return {
    async note(it, stands, afterMs = 0) {
      const name = `${it.alert}|${it.of}`;
      if (stands) return (await opens(it, name, afterMs)) ? 'opened' : undefined;
      return (await closes(name)) ? 'closed' : undefined;
    },
    open: async () =>
      Object.values(await redis.hgetall(redisKeys.alertsOpen))
        .map(alertIn)
        .sort(bySince),
    closed: async () => (await redis.lrange(redisKeys.alertsClosed, 0, CLOSED_KEPT - 1)).map((it) => JSON.parse(it)),
  };
}

const alertIn = (text: string): OpenAlert => JSON.parse(text);

const bySince = (a: OpenAlert, b: OpenAlert): number => a.since.localeCompare(b.since);
