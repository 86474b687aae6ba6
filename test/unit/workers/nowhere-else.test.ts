import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { expunger } from '../../../gateway/retention/expunger.ts';
import { fhirMessagingConnector } from '../../../workers/connectors/fhir-messaging.ts';
import { fhirRestConnector } from '../../../workers/connectors/fhir-rest.ts';
import { textSender } from '../../../workers/connectors/text-message.ts';
import { webhookSender } from '../../../workers/connectors/webhook.ts';
import { partnerServer } from '../../../workers/poll/partner-server.ts';
import { tasksFoundBy } from '../../../workers/poll/tasks-found.ts';
import { type AServer, aServer } from '../../builders/a-server.ts';

const servers: AServer[] = [];
const serving = async (...answer: Parameters<typeof aServer>): Promise<AServer> => {
  const server = await aServer(...answer);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const REDIRECTIONS = [301, 302, 303, 307, 308] as const;
const never = new AbortController().signal;
const toPartner = (endpoint: string) => ({ partner: 'clsc', endpoint, token: 'un-jeton', timeoutMs: 60_000 });
const message = {
  form: 'fhir',
  bundle: {
    resourceType: 'Bundle',
    type: 'message',
    entry: [{ resource: { resourceType: 'MessageHeader', id: 'm' } }],
  },
} as never;

/** Everything of ours that calls out over HTTP. */
const CALLERS: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  'a push to a FHIR server': (url) => fhirRestConnector(toPartner(url)).send(message, never),
  'a message': (url) => fhirMessagingConnector(toPartner(url)).send(message, never),
  'a reading': (url) => partnerServer({ ...toPartner(url), answerMaxBytes: 10_000 }).read('Task/t-1', never),
  'a destruction in the record': (url) => expunger({ baseUrl: url, timeoutMs: 60_000 }).mustBeAllowed('fence'),
  'a text message': (url) =>
    textSender({ url, token: 'un-jeton', timeoutMs: 60_000 }).send({ to: '514 555-0149', text: 'x' }, never),
  'a notice of the watch': (url) =>
    webhookSender({ url, secret: 'A'.repeat(40), timeoutMs: 60_000, now: () => new Date() }).send('n-1', never),
};

test.each(Object.keys(CALLERS).flatMap((name) => REDIRECTIONS.map((status) => [name, status] as const)))(
  '%s that is answered by a redirection (%i) goes nowhere else',
  async (name, status) => {
    const elsewhere = await serving((res) => void res.end());
    const { url, requests } = await serving((res) => void res.writeHead(status, { location: elsewhere.url }).end());
    await CALLERS[name]?.(url).catch(() => undefined);
    expect(requests).toHaveLength(1);
    expect(elsewhere.requests).toEqual([]);
  },
);

test('where an answer says that what it made stands elsewhere, nobody looks there', async () => {
  const elsewhere = await serving((res) => void res.end());
  const { url } = await serving((res) => void res.writeHead(201, { location: `${elsewhere.url}/Task/1` }).end());
  await CALLERS['a push to a FHIR server']?.(url);
  expect(elsewhere.requests).toEqual([]);
});

/** All that is read of a partner whose first page names this next one, and this part. */
async function readAll(
  next: (elsewhere: string) => string,
): Promise<{ readonly own: AServer; readonly elsewhere: AServer }> {
  const elsewhere = await serving((res) => void res.end('{}'));
  const task = {
    resourceType: 'Task',
    id: 't-1',
    output: [{ valueReference: { reference: `${elsewhere.url}/Observation/1` } }],
  };
  const own = await serving((res, { path }) => {
    const isFirst = path.includes('_count');
    const link = isFirst ? [{ relation: 'next', url: next(elsewhere.url) }] : [];
    res.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link, entry: [{ resource: task }] }));
  });
  const server = partnerServer({ ...toPartner(own.url), answerMaxBytes: 10_000 });
  for await (const found of (await tasksFoundBy(server, new URLSearchParams(), undefined, never)) ?? [])
    await found.bundle();
  return { own, elsewhere };
}

const NEXT: Readonly<Record<string, (elsewhere: string) => string>> = {
  'at another server': (elsewhere) => `${elsewhere}/Task?page=2`,
  'at another server, without its scheme': (elsewhere) => `${elsewhere.replace('http:', '')}/Task?page=2`,
  'with a name before the server': (elsewhere) => `http://partner@${elsewhere.replace('http://', '')}/Task?page=2`,
  'by another scheme': () => 'file:///etc/passwd?page=2',
  'by a path that climbs': () => '/../../admin/Task?page=2',
};

test.each(Object.keys(NEXT))(
  'a next page %s, and a part that stands there, are asked of the partner itself or not at all',
  async (where) => {
    const { own, elsewhere } = await readAll(NEXT[where] ?? (() => ''));
    expect(elsewhere.requests).toEqual([]);
    expect(own.requests).toHaveLength(2);
    expect(own.requests[1]?.path).toMatch(/^\/(Task)?\?page=2$/);
  },
);

test('a next page that is no address is the partner’s fault, and not ours', async () => {
  await expect(readAll(() => 'http://[')).rejects.toMatchObject({ kind: 'partnerRefused' });
});

test('no other file calls out, and each call refuses redirections', () => {
  const files = ['gateway', 'workers']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.ts'));
  const calling = files.filter((name) => /\bfetch\(/.test(readFileSync(name, 'utf8')));
  expect(calling.sort()).toEqual([
    'gateway/retention/expunger.ts',
    'workers/connectors/fhir-messaging.ts',
    'workers/connectors/fhir-rest.ts',
    'workers/connectors/text-message.ts',
    'workers/connectors/webhook.ts',
    'workers/poll/partner-server.ts',
  ]);
  for (const name of calling) expect(readFileSync(name, 'utf8').match(/\bfetch\(/g)).toHaveLength(1);
  for (const name of calling) expect(readFileSync(name, 'utf8')).toContain("redirect: 'error'");
});
