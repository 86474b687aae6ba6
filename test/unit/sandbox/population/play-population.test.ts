import { afterEach, expect, test } from '@jest/globals';
import type { Act, Life } from '../../../../sandbox/population/acts.ts';
import { type PlayOptions, type Progress, playPopulation } from '../../../../sandbox/population/play-population.ts';
import { progressLine } from '../../../../sandbox/population/seed-sandbox.ts';
import { type AServer, aServer, nobodyAt } from '../../../builders/a-server.ts';

let server: AServer | undefined;
afterEach(async () => server?.stop());

const contact = (id: string): Act => ({
  act: 'put',
  concept: 'contact',
  id,
  knownAt: '2026-02-03T15:30:00.000Z',
  body: { version: 1, centre: 'verdun', happenedAt: '2026-02-03T10:00:00-05:00', child: { id: 'enf' }, kind: 'call' },
});
const answer = (request: string): Act => ({
  act: 'answer',
  request,
  knownAt: '2026-02-04T15:30:00.000Z',
  body: { what: 'accepted', happenedAt: '2026-02-04T10:00:00-05:00', saidBy: 'x', recordedBy: 'y' },
});
const life = (id: string, acts: readonly Act[]): Life => ({ id, centre: 'verdun', acts });

async function played(lives: readonly Life[], options: Partial<PlayOptions> = {}) {
  const told: Progress[] = [];
  const result = await playPopulation({
    gatewayUrl: server?.url ?? '',
    token: async (centre) => `jeton-${centre}`,
    partnerToken: async (partner) => `jeton-${partner}`,
    lives,
    atOnce: 3,
    tell: (progress) => void told.push(progress),
    signal: new AbortController().signal,
    ...options,
  });
  return { result, told };
}

test('each story is told in its order, each act under its own number, with since when it was known', async () => {
  server = await aServer((res) => res.writeHead(201).end());
  const lives = ['a', 'b', 'c', 'd'].map((id) => life(id, [contact(`${id}-1`), contact(`${id}-2`), answer(`${id}-r`)]));
  const { result, told } = await played(lives);
  expect(result).toEqual({ acts: 12, untold: [] });
  expect(told.at(-1)).toMatchObject({ acts: 12, of: 12 });
  for (const { id } of lives)
    expect(
      server.requests.map(({ method, path }) => `${method} ${path}`).filter((it) => it.includes(`/${id}-`)),
    ).toEqual([`PUT /v1/contacts/${id}-1`, `PUT /v1/contacts/${id}-2`, `POST /v1/referrals/${id}-r/answers`]);
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer jeton-verdun',
    'passerelle-known-at': '2026-02-03T15:30:00.000Z',
  });
});

test('what a partner’s system says is said with its own token, under the number that only it knows', async () => {
  const referrals = [
    { id: 'autre', deliveries: [{ recipient: 'clsc-de-la-rive', task: 'n-1' }] },
    {
      id: 'ref',
      deliveries: [
        { recipient: 'x', task: 'n-2' },
        { recipient: 'clsc-de-la-rive', task: 'n-3' },
      ],
    },
  ];
  server = await aServer((res, { method }) => {
    const answer = method === 'GET' ? { child: 'a', referrals } : { resourceType: 'OperationOutcome' };
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const happenedAt = '2026-02-05T10:00:00-05:00';
  const says: Act = {
    act: 'system-says',
    request: 'ref',
    knownAt: '2026-02-05T15:30:00.000Z',
    body: { recipient: 'clsc-de-la-rive', what: 'declined', happenedAt },
  };
  expect((await played([life('a', [says])])).result).toEqual({ acts: 1, untold: [] });
  const [asked, put] = server.requests;
  expect(asked?.path).toBe('/v1/children/a/referrals');
  expect(new URL(put?.path ?? '', 'http://gateway').searchParams.get('identifier')).toMatch(/\|n-3$/);
  expect([put?.method, put?.headers.authorization]).toEqual(['PUT', 'Bearer jeton-clsc-de-la-rive']);
  expect(put?.headers['passerelle-known-at']).toBeUndefined();
  expect(JSON.parse(put?.body ?? '')).toMatchObject({
    resourceType: 'Task',
    status: 'rejected',
    lastModified: happenedAt,
  });
});

test('no act is sent before the one before it is answered, and never more stories at once than asked', async () => {
  const open = new Set<string>();
  let most = 0;
  server = await aServer((res, { path }) => {
    const story = path.split('/').at(-1)?.slice(0, 1) ?? '';
    expect(open.has(story)).toBe(false);
    open.add(story);
    most = Math.max(most, open.size);
    setImmediate(() => {
      open.delete(story);
      res.writeHead(200).end();
    });
  });
  await played(
    [...'abcdefgh'].map((id) => life(id, [contact(`${id}1`), contact(`${id}2`)])),
    { atOnce: 2 },
  );
  expect(most).toBeLessThanOrEqual(2);
});

test('what is refused ends its own story, and is told with the reason; the others go on', async () => {
  server = await aServer((res, { path }) =>
    path.endsWith('/a-2')
      ? res
          .writeHead(422, { 'content-type': 'application/json' })
          .end(JSON.stringify({ issue: [{ details: { text: 'kind : inconnu' } }] }))
      : res.writeHead(200).end(),
  );
  const { result } = await played([
    life('a', [contact('a-1'), contact('a-2'), contact('a-3')]),
    life('b', [contact('b-1')]),
  ]);
  expect(result).toEqual({ acts: 2, untold: [{ life: 'a', what: 'contact', why: '422 kind : inconnu' }] });
  expect(server.requests.map(({ path }) => path)).not.toContain('/v1/contacts/a-3');
});

test.each([429, 503])('a gateway that is busy (%s) is asked again after the time that it says', async (status) => {
  let busy = 2;
  server = await aServer((res) => {
    busy -= 1;
    res.writeHead(busy >= 0 ? status : 201, busy >= 0 ? { 'retry-after': '0' } : {}).end();
  });
  expect((await played([life('a', [contact('a-1')])])).result).toEqual({ acts: 1, untold: [] });
  expect(server.requests).toHaveLength(3);
});

test.each([
  ['synced', { acts: 2, untold: [] }],
  ['parked', { acts: 0, untold: [{ life: 'a', what: 'contact', why: 'parked 200' }] }],
])('a record that is slow is waited for: %s', async (state, outcome) => {
  const states = ['waiting', state];
  server = await aServer((res, { method, path }) => {
    const json = (status: number, body: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (method === 'GET') json(200, { id: path, state: states.length > 1 ? states.shift() : states[0] });
    else if (path.endsWith('/a-1')) json(202, { id: 'ex-1' });
    else json(201, {});
  });
  expect((await played([life('a', [contact('a-1'), contact('a-2')])])).result).toEqual(outcome);
});

test('told to stop, it sends nothing more, and blames nobody', async () => {
  const stop = new AbortController();
  server = await aServer((res) => {
    stop.abort();
    res.writeHead(201).end();
  });
  const { result } = await played([life('a', [contact('a-1'), contact('a-2')])], { signal: stop.signal });
  expect(result.untold).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test('where nobody answers, it ends when told to, and says of nothing that it was done', async () => {
  const signal = AbortSignal.timeout(300);
  const { result } = await played([life('a', [contact('a-1')])], { gatewayUrl: await nobodyAt(), signal });
  expect(result).toEqual({ acts: 0, untold: [] });
});

test('the line says how many, how fast and how long it may still take', () => {
  expect(progressLine({ acts: 0, of: 100, seconds: 0 }, 'en')).toBe('0 / 100 · 0/s · …');
  expect(progressLine({ acts: 1_000, of: 4_000, seconds: 50 }, 'en')).toBe('1,000 / 4,000 · 20/s · 3 min left');
  expect(progressLine({ acts: 90, of: 100, seconds: 9 }, 'en')).toBe('90 / 100 · 10/s · 1 s left');
  expect(progressLine({ acts: 100, of: 100, seconds: 9 }, 'fr')).toBe('100 / 100 · 11,1/s · fini');
});
