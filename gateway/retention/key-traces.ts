import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';
import { type Owned, ownsTold } from './owned.ts';
import type { Trace } from './queue-traces.ts';

type Fields = Readonly<Record<string, string>>;

/** One kind of key, by how its name begins; `rest` is the rest of the name. */
interface Kind {
  readonly place: string;
  readonly prefix: string;
  /** What must be read to know whose it is. */
  readonly reads?: 'text' | 'hash';
  readonly owns: (owned: Owned, rest: string, read: Fields) => boolean;
  /** Where only these fields of a hash are the child’s, and the rest is others’. */
  readonly fields?: (owned: Owned, read: Fields) => readonly string[];
  /** What a key of the child tells of others. */
  readonly tells?: (owned: Owned, rest: string) => void;
  /** Other keys that go with it. */
  readonly along?: (owned: Owned, rest: string, read: Fields) => readonly string[];
}

const TEXT = 'text';
const ofTask = ({ tasks }: Owned, rest: string): boolean => tasks.has(rest.split(':')[0] ?? '');

/** First what says which numbers are the child’s, then what is known by these, then what is known by the secure page’s links. */
const ROUNDS: readonly (readonly Kind[])[] = [
  [
    {
      place: 'numbers',
      prefix: redisKeys.childOf('', '').slice(0, -1),
      reads: 'text',
      owns: ({ centre, child }, rest, { [TEXT]: of }) =>
        child !== undefined && of === child && rest.includes(`/${centre}|`),
      tells: ({ tokens }, rest) => void tokens.add(rest),
    },
    {
      place: 'numbers',
      prefix: redisKeys.task(''),
      reads: 'hash',
      owns: ({ centre, child }, _rest, of) => child !== undefined && of.centre === centre && of.child === child,
      tells: ({ tasks }, rest) => void tasks.add(rest),
    },
  ],
  [
    {
      place: 'exchanges',
      prefix: redisKeys.exchange(''),
      reads: 'hash',
      owns: (owned, rest, { opening }) =>
        owned.exchanges.has(rest) || (opening !== undefined && ownsTold(owned, JSON.parse(opening))),
      tells: ({ exchanges }, rest) => void exchanges.add(rest),
      along: ({ centre }, _rest, { key }) => (key === undefined ? [] : [redisKeys.idempotency(centre, key)]),
    },
    {
      place: 'numbers',
      prefix: redisKeys.lastExchange('', '').slice(0, -1),
      owns: ({ tokens }, rest) => tokens.has(rest),
    },
    {
      place: 'numbers',
      prefix: redisKeys.kindOf('', '').slice(0, -1),
      owns: ({ tokens }, rest) => tokens.has(rest),
    },
    {
      place: 'numbers',
      prefix: redisKeys.inboundCentre(''),
      owns: ({ requests }, rest) => requests.has(rest),
    },
    {
      place: 'holds',
      prefix: redisKeys.holds('', '').slice(0, -1),
      owns: ({ centre, child }, rest) => child !== undefined && rest === `${centre}|${child}`,
    },
    {
      place: 'glass',
      prefix: redisKeys.glass('', '').slice(0, -1),
      reads: 'hash',
      owns: ({ centre, child }, _rest, of) => of.centre === centre && of.child === child,
    },
    { place: 'deliveries', prefix: redisKeys.delivery(''), owns: ofTask },
    {
      place: 'numbers',
      prefix: redisKeys.shown(''),
      reads: 'hash',
      owns: ({ tasks }, _rest, shown) => [...tasks].some((task) => task in shown),
      fields: ({ tasks }, shown) => [...tasks].filter((task) => task in shown),
    },
    {
      place: 'page',
      prefix: redisKeys.pageLink(''),
      reads: 'hash',
      owns: ({ tasks }, _rest, { task = '' }) => tasks.has(task),
      tells: ({ links }, rest) => void links.add(rest),
    },
    { place: 'page', prefix: redisKeys.pageLinkOf(''), owns: ofTask },
    { place: 'page', prefix: redisKeys.pageAnswer(''), owns: ofTask },
    { place: 'page', prefix: 'passerelle:page:announced:', owns: ofTask },
  ],
  [
    { place: 'page', prefix: redisKeys.pageCode(''), owns: ({ links }, rest) => links.has(rest) },
    {
      place: 'page',
      prefix: redisKeys.pageSession(''),
      reads: 'text',
      owns: ({ links }, _rest, { [TEXT]: link = '' }) => links.has(link),
    },
  ],
];

const COUNT = 1_000;

/** Keys of the child’s own, looked for over all of Redis: no list of them is kept anywhere. */
export async function* keyTraces(redis: Redis, owned: Owned): AsyncGenerator<Trace> {
  for (const kinds of ROUNDS)
    for await (const keys of redis.scanStream({ match: 'passerelle:*', count: COUNT }))
      for (const key of new Set<string>(keys)) yield* ofKey(redis, key, kinds, owned);
}

async function* ofKey(redis: Redis, key: string, kinds: readonly Kind[], owned: Owned): AsyncGenerator<Trace> {
  const kind = kinds.find(({ prefix }) => key.startsWith(prefix));
  if (kind === undefined) return;
  const rest = key.slice(kind.prefix.length);
  const read = await readBy(redis, key, kind.reads);
  if (!kind.owns(owned, rest, read)) return;
  kind.tells?.(owned, rest);
  const fields = kind.fields?.(owned, read);
  const along = kind.along?.(owned, rest, read) ?? [];
  yield {
    place: kind.place,
    remove: async () => {
      if (fields !== undefined) return void (await redis.hdel(key, ...fields));
      await redis.srem(redisKeys.everyHold, key);
      for (const one of [...along, key]) await redis.del(one);
    },
  };
}

async function readBy(redis: Redis, key: string, reads: Kind['reads']): Promise<Fields> {
  if (reads === 'hash') return redis.hgetall(key);
  return reads === 'text' ? { [TEXT]: (await redis.get(key)) ?? '' } : {};
}
