import type { Redis } from 'ioredis';

/** The few commands of Redis that the gateway uses beside BullMQ, on plain maps; what a real one does on disk is for the stack tests. */
export interface MemoryRedis {
  readonly redis: Redis;
  readonly texts: Map<string, string>;
  readonly hashes: Map<string, Map<string, string>>;
  /** Seconds until a key is forgotten. */
  readonly expiry: Map<string, number>;
}

export function memoryRedis(): MemoryRedis {
  const texts = new Map<string, string>();
  const hashes = new Map<string, Map<string, string>>();
  const expiry = new Map<string, number>();
  const sets = new Map<string, Set<string>>();
  const lists = new Map<string, string[]>();
  const streams = new Map<string, [string, string[]][]>();
  const hash = (key: string): Map<string, string> => {
    const found = hashes.get(key) ?? new Map<string, string>();
    hashes.set(key, found);
    return found;
  };

  const commands = {
    get: async (key: string) => texts.get(key) ?? null,
    set: async (key: string, value: string, ...options: (string | number)[]) => {
      if (options.includes('NX') && texts.has(key)) return null;
      texts.set(key, String(value));
      const at = options.indexOf('EX');
      if (at !== -1) expiry.set(key, Number(options[at + 1]));
      return 'OK';
    },
    del: async (key: string) => {
      const had = texts.has(key) || hashes.has(key);
      texts.delete(key);
      hashes.delete(key);
      return had ? 1 : 0;
    },
    exists: async (key: string) => (texts.has(key) || hashes.has(key) || (sets.get(key)?.size ?? 0) > 0 ? 1 : 0),
    hlen: async (key: string) => hashes.get(key)?.size ?? 0,
    hgetall: async (key: string) => Object.fromEntries(hashes.get(key) ?? []),
    lpush: async (key: string, text: string) => lists.set(key, [text, ...(lists.get(key) ?? [])]).get(key)?.length ?? 0,
    ltrim: async (key: string, from: number, to: number) => {
      lists.set(key, (lists.get(key) ?? []).slice(from, to + 1));
      return 'OK';
    },
    lrange: async (key: string, from: number, to: number) => (lists.get(key) ?? []).slice(from, to + 1),
    hset: async (key: string, field: string | Readonly<Record<string, string>>, value = '') => {
      const fields = typeof field === 'string' ? { [field]: value } : field;
      for (const [name, text] of Object.entries(fields)) hash(key).set(name, text);
      return 1;
    },
    hget: async (key: string, field: string) => hashes.get(key)?.get(field) ?? null,
    hexists: async (key: string, field: string) => (hashes.get(key)?.has(field) ? 1 : 0),
    hdel: async (key: string, ...fields: string[]) => fields.filter((field) => hashes.get(key)?.delete(field)).length,
    sadd: async (key: string, member: string) => {
      sets.set(key, new Set(sets.get(key)).add(member));
      return 1;
    },
    srem: async (key: string, member: string) => (sets.get(key)?.delete(member) ? 1 : 0),
    smembers: async (key: string) => [...(sets.get(key) ?? [])],
    hsetnx: async (key: string, field: string, value: string) => {
      if (hash(key).has(field)) return 0;
      hash(key).set(field, value);
      return 1;
    },
    hincrby: async (key: string, field: string, by: number) => {
      const next = Number(hash(key).get(field) ?? 0) + by;
      hash(key).set(field, String(next));
      return next;
    },
    persist: async (key: string) => (expiry.delete(key) ? 1 : 0),
    expire: async (key: string, seconds: number) => {
      expiry.set(key, seconds);
      return 1;
    },
    xadd: async (key: string, ...words: (string | number)[]) => {
      const stream = streams.get(key) ?? [];
      const id = `${stream.length + 1}-0`;
      stream.push([id, words.slice(words.indexOf('*') + 1).map(String)]);
      streams.set(key, stream);
      return id;
    },
    xrange: async (key: string, from: string, _to: string, _count: string, limit: number) => {
      const after = from === '-' ? 0 : Number.parseInt(from.replace('(', ''), 10);
      return (streams.get(key) ?? []).filter(([id]) => Number.parseInt(id, 10) > after).slice(0, limit);
    },
    multi: () => {
      const queued: (() => Promise<unknown>)[] = [];
      const chain = {
        set: (...words: Parameters<typeof commands.set>) => later(() => commands.set(...words)),
        hset: (...words: Parameters<typeof commands.hset>) => later(() => commands.hset(...words)),
        hdel: (...words: Parameters<typeof commands.hdel>) => later(() => commands.hdel(...words)),
        hsetnx: (...words: Parameters<typeof commands.hsetnx>) => later(() => commands.hsetnx(...words)),
        sadd: (...words: Parameters<typeof commands.sadd>) => later(() => commands.sadd(...words)),
        srem: (...words: Parameters<typeof commands.srem>) => later(() => commands.srem(...words)),
        expire: (...words: Parameters<typeof commands.expire>) => later(() => commands.expire(...words)),
        exec: async () => {
          for (const run of queued) await run();
          return [];
        },
      };
      const later = (run: () => Promise<unknown>) => {
        queued.push(run);
        return chain;
      };
      return chain;
    },
  };
  return { redis: commands as unknown as Redis, texts, hashes, expiry };
}
