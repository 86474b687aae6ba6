import { createServer } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Hearing } from '../../../../gateway/hearing/hear.ts';
import type { Message, OutgoingContext } from '../../../../mappings/dialects/dialect.ts';
import { gravity } from '../../../../mappings/dialects/gravity/gravity.ts';
import type { Issue } from '../../../../mappings/domain/mapped.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { gravityServer } from '../../../../sandbox/partners/fhir-server/fhir-server.ts';
import type { PartnerSandbox } from '../../../../sandbox/partners/partner-sandbox.ts';
import { partnerServer } from '../../../../workers/poll/partner-server.ts';
import type { PollMemory } from '../../../../workers/poll/poll-memory.ts';
import { pollPartner } from '../../../../workers/poll/poll-partner.ts';
import { aPartner } from '../../../builders/a-registry.ts';
import { aMessage } from '../../sandbox/partners/a-message.ts';
import { PARTNER_TOKEN, postMessage, startClsc } from '../../sandbox/partners/a-partner.ts';

const PLATFORM = {
  ...aPartner({ id: 'plateforme-sociale' }),
  dialect: 'gravity' as const,
  poll: { everySeconds: 1, overlapSeconds: 5 },
};

let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

/** What a poll remembers, in this test only. */
function aMemory(): PollMemory & { readonly until: (search: string) => string | undefined } {
  const heard = new Map<string, string>();
  const until = new Map<string, string>();
  return {
    until: (search) => until.get(search),
    lastChange: async (_partner, search) => until.get(search),
    noteChange: async (_partner, search, at) => void until.set(search, at),
    wasHeard: async (_partner, task, version) => heard.get(task) === version,
    noteHeard: async (_partner, task, version) => void heard.set(task, version),
  };
}

/** A platform with a server, and whoever reads it; `hear` may refuse. */
async function aPoll(refuse: (nth: number) => GatewayError | undefined = () => undefined) {
  const platform = await startClsc({ protocol: gravityServer({ id: 'plateforme-sociale', name: 'Plateforme' }) });
  stops.push(platform.stop);
  const messages: Message[] = [];
  const logged: string[] = [];
  let calls = 0;
  const hear: Hearing['hear'] = async (_partner, message) => {
    calls += 1;
    const failure = refuse(calls);
    if (failure !== undefined) throw failure;
    messages.push(message);
    return { messageId: 'm', exchanges: [], issues: [] };
  };
  const memory = aMemory();
  const unheard: string[] = [];
  const letters = {
    keepUnheard: async ({ where }: { where: string }, { issues }: { issues: readonly Issue[] }) =>
      void unheard.push(`${where} ${issues[0]?.expression}`),
    heard: async ({ where }: { where: string }) =>
      void unheard.splice(0, unheard.length, ...unheard.filter((it) => !it.startsWith(where))),
  };
  const read = (endpoint = platform.endpoint) =>
    pollPartner(
      {
        server: partnerServer({
          partner: 'plateforme-sociale',
          endpoint,
          token: PARTNER_TOKEN,
          timeoutMs: 2_000,
          answerMaxBytes: 1_000_000,
        }),
        hearing: { hear },
        letters,
        now: () => new Date(),
        memory,
        begin: async () => undefined,
        centres: ['hochelaga'],
        log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
      },
      PLATFORM,
    )(new AbortController().signal);
  return { platform, messages, memory, read, logged, unheard };
}

const asks = (platform: PartnerSandbox, task: string) => {
  const message = aMessage({ message: `m-${task}`, task });
  // The number is one of ours: the platform has it under our system.
  return postMessage(platform, JSON.stringify(message).replaceAll('request-at-partner', 'task'));
};
const tasksIn = (messages: readonly Message[]) =>
  messages.map((message) => (message.form === 'fhir' ? message.bundle.entry?.[0]?.resource : undefined) as fhir4.Task);

test('what changed is heard with what it names, each version once', async () => {
  const { platform, messages, read } = await aPoll();
  await asks(platform, 'r-1');
  await asks(platform, 'r-2');
  await read();
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual(['r-1', 'r-2']);
  expect(messages[0]).toMatchObject({
    bundle: {
      entry: [{}, { resource: { resourceType: 'ServiceRequest' } }, { resource: { resourceType: 'Patient' } }],
    },
  });
  await read();
  expect(messages).toHaveLength(2);

  platform.fault({ kind: 'notification-lost' });
  await platform.answer('r-2', { act: 'complete', outcome: 'Panier reçu' });
  await read();
  expect(tasksIn(messages).at(-1)?.status).toBe('completed');
  // What was done is a resource of its own on the platform's server: it comes along.
  expect(JSON.stringify(messages.at(-1))).toContain('Panier reçu');
});

test('our own request to stop, which stands on the partner’s server, is nothing that the partner says', async () => {
  const { platform, messages, read } = await aPoll();
  await asks(platform, 'r-1');
  const number = { system: IDENTIFIERS.task, value: 'r-1' };
  const context = { messageId: 'm-stop', at: '2026-11-26T10:00:00Z' } as OutgoingContext;
  const { message } = gravity.writeCancellation({ number, state: 'cancelled', accepted: true }, context);
  if (message.form !== 'fhir') throw new TypeError('Gravity is FHIR');
  expect((await postMessage(platform, JSON.stringify(message.bundle))).status).toBe(200);
  await read();
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual(['r-1']);
});

test.each(['2999-01-01T00:00:00Z', 'hier', ''])(
  'a Task that says that it changed on «%s» hides none that changes later',
  async (lastUpdated) => {
    const { platform, messages, memory, read } = await aPoll();
    const endpoint = await changing(platform, (text) =>
      text.replaceAll(/"lastUpdated":"[^"]*"/g, `"lastUpdated":"${lastUpdated}"`),
    );
    await asks(platform, 'r-1');
    await read(endpoint);
    expect(Date.parse(memory.until('answers') ?? '2020-01-01')).toBeLessThanOrEqual(Date.now());
    await asks(platform, 'r-2');
    await read();
    expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toContain('r-2');
  },
);

test('what was kept of a day to come, or of none, is not believed: the partner is read from where it begins', async () => {
  for (const kept of ['2999-01-01T00:00:00Z', 'hier']) {
    const { platform, messages, memory, read } = await aPoll();
    await memory.noteChange('plateforme-sociale', 'answers', kept);
    await asks(platform, 'r-1');
    await read();
    expect(messages).toHaveLength(1);
    expect(Date.parse(memory.until('answers') ?? '')).toBeLessThanOrEqual(Date.now());
  }
});

test('more than one page is read to its end', async () => {
  const { platform, messages, read } = await aPoll();
  for (let nth = 0; nth < 60; nth += 1) await asks(platform, `r-${nth}`);
  await read();
  expect(new Set(tasksIn(messages).map(({ id }) => id)).size).toBe(60);
});

test('what is asked of a centre of ours is found, and what is asked of others is not', async () => {
  const { platform, messages, read } = await aPoll();
  const referral = {
    child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02' },
    what: 'Pédiatrie sociale',
  };
  const number = await platform.refer({
    ...referral,
    centre: 'hochelaga',
    letter: { title: 'Lettre', text: 'Bonjour' },
  });
  await platform.refer({ ...referral, centre: 'another' });
  await read();
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual([number]);
  expect(JSON.stringify(messages)).toContain('DocumentReference');
});

test('while it cannot be heard the window stays where it is, and the same Tasks are read again', async () => {
  const away = new GatewayError('unavailable', 'redis is away');
  const { platform, messages, memory, read } = await aPoll((nth) => (nth === 1 ? away : undefined));
  await asks(platform, 'r-1');
  await expect(read()).rejects.toBe(away);
  expect(memory.until('answers')).toBeUndefined();
  await read();
  expect(messages).toHaveLength(1);
  expect(memory.until('answers')).toBeDefined();
});

test('a Task that says nothing that can be heard is shown to a person by its places, and does not hold up the others', async () => {
  const bad = new GatewayError('invalidInput', 'x', {
    issues: [{ severity: 'error', code: 'required', expression: 'Task.focus', text: { fr: 'Théo', en: 'Théo' } }],
  });
  const { platform, messages, read, logged, unheard } = await aPoll((nth) => (nth === 1 ? bad : undefined));
  await asks(platform, 'r-1');
  await asks(platform, 'r-2');
  await read();
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual(['r-2']);
  expect(logged.join('')).toContain('Task.focus');
  expect(logged.join('')).not.toContain('Théo');
  expect(unheard).toEqual([expect.stringMatching(/^Task\/.+ Task\.focus$/)]);
  await read();
  expect(messages).toHaveLength(1);
  // Corrected there, it is a newer version.
  platform.fault({ kind: 'notification-lost' });
  await platform.answer('r-1', { act: 'accept' });
  await read();
  expect([tasksIn(messages).at(-1)?.status, unheard]).toEqual(['accepted', []]);
});

test.each(['refuse', 'error-500'] as const)('a partner that is down (%s) is unavailable, not refused', async (kind) => {
  const { platform, read } = await aPoll();
  platform.fault({ kind });
  await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
});

/** The platform behind a server that answers some searches with a status. */
async function refusing(platform: PartnerSandbox, statusFor: (search: string) => number | undefined): Promise<string> {
  const server = createServer(async (req, res) => {
    const url = req.url ?? '';
    const status = statusFor(decodeURIComponent(url));
    if (status !== undefined) return void res.writeHead(status).end();
    const answer = await fetch(`${new URL(platform.endpoint).origin}${url}`, {
      headers: { authorization: req.headers.authorization ?? '' },
    });
    res.writeHead(answer.status, { 'content-type': 'application/fhir+json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => void server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://127.0.0.1:${port}${new URL(platform.endpoint).pathname}`;
}

/** The platform behind a server that says it otherwise. */
async function changing(platform: PartnerSandbox, change: (text: string) => string): Promise<string> {
  const server = createServer(async (req, res) => {
    const answer = await fetch(`${new URL(platform.endpoint).origin}${req.url}`, {
      headers: { authorization: req.headers.authorization ?? '' },
    });
    res.writeHead(answer.status, { 'content-type': 'application/fhir+json' }).end(change(await answer.text()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => void server.close(() => resolve())));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${new URL(platform.endpoint).pathname}`;
}

test('a search that the partner refuses is told in the log; what the others find is heard, and its window waits for it', async () => {
  const { platform, messages, memory, read, logged } = await aPoll();
  await asks(platform, 'r-1');
  let refuses = true;
  const endpoint = await refusing(platform, (url) => (refuses && url.includes('owner:') ? 400 : undefined));
  const number = await platform.refer({
    child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02' },
    what: 'Pédiatrie sociale',
    centre: 'hochelaga',
  });
  await read(endpoint);
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual(['r-1']);
  expect(logged.join('')).toContain('centre:hochelaga');
  expect([memory.until('answers'), memory.until('centre:hochelaga')]).toEqual([expect.any(String), undefined]);
  refuses = false;
  await read(endpoint);
  expect(tasksIn(messages).map(({ identifier }) => identifier?.[0]?.value)).toEqual(['r-1', number]);
});

test('a partner that refuses every search is refused itself: a person must look', async () => {
  const { platform, read } = await aPoll();
  await expect(read(await refusing(platform, () => 501))).rejects.toMatchObject({ kind: 'partnerRefused' });
});

test('a page that the partner no longer knows is read again from the first: the window does not move over what was never read', async () => {
  const { platform, messages, memory, read } = await aPoll();
  for (let nth = 0; nth < 60; nth += 1) await asks(platform, `r-${nth}`);
  let forgotten = true;
  const endpoint = await refusing(platform, (url) => (forgotten && url.includes('_offset=') ? 404 : undefined));
  await expect(read(endpoint)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(memory.until('answers')).toBeUndefined();
  forgotten = false;
  await read(endpoint);
  expect(new Set(tasksIn(messages).map(({ id }) => id)).size).toBe(60);
});

test('a wrong token is refused: a person must look', async () => {
  const { platform, memory, read } = await aPoll();
  const wrong = await startClsc({ protocol: gravityServer({ id: 'x', name: 'X' }), token: 'another-token-altogether' });
  stops.push(wrong.stop);
  await expect(read(wrong.endpoint)).rejects.toMatchObject({ kind: 'partnerRefused' });
  expect([platform.log().received, memory.until('answers')]).toEqual([[], undefined]);
});
