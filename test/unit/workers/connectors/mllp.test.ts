import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Connector } from '../../../../workers/connectors/connector.ts';
import { mllpConnector } from '../../../../workers/connectors/mllp.ts';
import { aCertificate, anAuthority } from '../../../builders/a-certificate.ts';
import { nobodyAt } from '../../../builders/a-server.ts';
import { type AListener, aListener, anAck, aV2Message, block, fieldOf } from '../../../builders/an-mllp-peer.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
});

/** A partner's listener, and our channel to it. */
async function withListener(
  answer: (message: string, socket: Socket, nth: number) => void,
  options: { readonly timeoutMs?: number; readonly idleMs?: number; readonly charset?: string } = {},
): Promise<{ readonly listener: AListener; readonly connector: Connector }> {
  const listener = await aListener(answer);
  opened.push(() => listener.stop());
  return { listener, connector: connectorTo(`mllp://127.0.0.1:${listener.port}`, options) };
}

function connectorTo(endpoint: string, options: Partial<Parameters<typeof mllpConnector>[0]> = {}): Connector {
  const connector = mllpConnector({ partner: 'hopital', endpoint, timeoutMs: 5_000, ...options });
  opened.push(() => connector.close?.());
  return connector;
}

const NEVER = new AbortController().signal;
const idOf = (message: string): string => fieldOf(message, 'MSH', 10) ?? '';
const send = (connector: Connector, id = 'M-1', message = aV2Message({ id })) =>
  connector.send({ form: 'hl7v2', text: message }, NEVER);
const commits = (code: string) => (message: string, socket: Socket) =>
  void socket.write(block(anAck(code, idOf(message))));

test.each(['CA', 'AA'])(
  'what the partner acknowledges with %s has arrived, and the reference names the message',
  async (code) => {
    const { listener, connector } = await withListener(commits(code));
    expect(await send(connector)).toEqual({ reference: `HL7 ${code} M-1` });
    expect(listener.messages).toEqual([aV2Message({ id: 'M-1' })]);
  },
);

test.each([
  ['CE', 'unavailable'],
  ['AE', 'unavailable'],
  ['CR', 'partnerRefused'],
  ['AR', 'partnerRefused'],
] as const)('%s is %s, and was not taken', async (code, kind) => {
  const { connector } = await withListener(commits(code));
  await expect(send(connector)).rejects.toMatchObject({ kind, arrived: 'no' });
});

test('what may not leave any more when its turn has come stays here: nobody receives it, and the channel goes on', async () => {
  let isTaken = (): void => undefined;
  const { listener, connector } = await withListener((message, socket) => {
    isTaken = () => void socket.write(block(anAck('CA', idOf(message))));
    if (idOf(message) !== 'first') isTaken();
  });
  const first = send(connector, 'first');
  let said = false;
  const second = connector.send({ form: 'hl7v2', text: aV2Message({ id: 'second' }) }, NEVER, () => {
    if (said) throw new GatewayError('held', 'decided too long ago', { arrived: 'no' });
  });
  const refused = expect(second).rejects.toMatchObject({ kind: 'held', arrived: 'no' });
  while (listener.messages.length === 0) await new Promise((resolve) => setImmediate(resolve));
  said = true;
  isTaken();
  await first;
  await refused;
  await send(connector, 'third');
  expect(listener.messages.map(idOf)).toEqual(['first', 'third']);
});

test('several messages take one connection, one at a time, in the order in which they were given', async () => {
  const under = { now: 0, most: 0 };
  const { listener, connector } = await withListener((message, socket) => {
    under.now += 1;
    under.most = Math.max(under.most, under.now);
    setImmediate(() => {
      under.now -= 1;
      socket.write(block(anAck('CA', idOf(message))));
    });
  });
  const ids = ['a', 'b', 'c', 'd'];
  const receipts = await Promise.all(ids.map((id) => send(connector, id)));
  expect(receipts.map(({ reference }) => reference)).toEqual(ids.map((id) => `HL7 CA ${id}`));
  expect(listener.messages.map(idOf)).toEqual(ids);
  expect(listener.connections).toHaveLength(1);
  expect(under.most).toBe(1);
});

test('acknowledgements of other messages are strays: the right one is waited for', async () => {
  const { connector } = await withListener((message, socket) => {
    const strays = [anAck('CR', 'another'), 'no HL7 at all', anAck('XX', idOf(message)), aV2Message({ id: 'theirs' })];
    socket.write(Buffer.concat([...strays, anAck('CA', idOf(message))].map(block)));
  });
  expect(await send(connector)).toEqual({ reference: 'HL7 CA M-1' });
});

test('an acknowledgement that comes byte by byte is one', async () => {
  const { connector } = await withListener(async (message, socket) => {
    for (const byte of block(anAck('CA', idOf(message)))) {
      await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
    }
  });
  expect(await send(connector)).toEqual({ reference: 'HL7 CA M-1' });
});

test('an answer on the same connection comes back as the reply', async () => {
  const rri = (id: string) => anAck('AA', id, 'RRI^I12^RRI_I12', ['RF1|P||||||REQ-1']);
  const { connector } = await withListener((message, socket) => void socket.write(block(rri(idOf(message)))));
  expect(await send(connector)).toEqual({ reference: 'HL7 AA M-1', reply: { form: 'hl7v2', text: rri('M-1') } });
});

test('an answer on the same connection that cannot be read is not lost in silence: a person must look', async () => {
  const { connector } = await withListener((message, socket) => {
    socket.write(block(Buffer.from(anAck('AA', idOf(message), 'RRI^I12', ['NTE|1||Éloïse']), 'latin1')));
  });
  await expect(send(connector)).rejects.toMatchObject({ kind: 'partnerRefused' });
});

test('an answer without MSH-18 is read in the set that the registry names', async () => {
  const rri = (id: string) => anAck('AA', id, 'RRI^I12', ['NTE|1||Éloïse']);
  const { connector } = await withListener(
    (message, socket) => void socket.write(block(Buffer.from(rri(idOf(message)), 'latin1'))),
    { charset: '8859/1' },
  );
  expect((await send(connector)).reply).toEqual({ form: 'hl7v2', text: rri('M-1') });
});

/** Given up once the partner has it and says nothing. */
async function givenUp(connector: Connector, listener: AListener, id: string): Promise<void> {
  const stop = new AbortController();
  const sent = connector.send({ form: 'hl7v2', text: aV2Message({ id }) }, stop.signal);
  const refused = expect(sent).rejects.toMatchObject({ kind: 'unavailable', arrived: undefined });
  while (listener.messages.length === 0) await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  await refused;
}

test('an acknowledgement is not waited for without end', async () => {
  const { connector } = await withListener(() => undefined, { timeoutMs: 100 });
  await expect(send(connector)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('without an acknowledgement it is in doubt: the connection is given up, and the same number goes again on a new one', async () => {
  const { listener, connector } = await withListener(
    (message, socket, nth) => nth > 1 && commits('CA')(message, socket),
  );
  await givenUp(connector, listener, 'M-1');
  expect(await send(connector)).toEqual({ reference: 'HL7 CA M-1' });
  expect(listener.messages.map(idOf)).toEqual(['M-1', 'M-1']);
  expect(listener.connections).toHaveLength(2);
});

test('a late acknowledgement of a message that was given up acknowledges nothing else', async () => {
  const { listener, connector } = await withListener((message, socket, nth) => {
    if (nth === 1) return;
    socket.write(Buffer.concat([block(anAck('CA', 'first')), block(anAck('CR', idOf(message)))]));
  });
  await givenUp(connector, listener, 'first');
  await expect(send(connector, 'second')).rejects.toMatchObject({ kind: 'partnerRefused' });
});

test('a connection that the partner cuts after receiving is in doubt, and the next message takes a new one', async () => {
  const { listener, connector } = await withListener((message, socket, nth) =>
    nth === 1 ? void socket.destroy() : commits('CA')(message, socket),
  );
  await expect(send(connector)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await send(connector)).toEqual({ reference: 'HL7 CA M-1' });
  expect(listener.connections).toHaveLength(2);
});

test('a connection that the partner closed between two messages is opened again without a failure', async () => {
  const { listener, connector } = await withListener(commits('CA'));
  await send(connector, 'a');
  const [first] = listener.connections;
  const gone = new Promise((resolve) => first?.once('close', resolve));
  first?.end();
  await gone;
  expect(await send(connector, 'b')).toEqual({ reference: 'HL7 CA b' });
  expect(listener.connections).toHaveLength(2);
});

test('a connection over which nothing goes any more is not kept', async () => {
  const { listener, connector } = await withListener(commits('CA'), { idleMs: 20 });
  await send(connector, 'a');
  const [first] = listener.connections;
  await new Promise((resolve) => first?.once('close', resolve));
  expect(await send(connector, 'b')).toEqual({ reference: 'HL7 CA b' });
  expect(listener.connections).toHaveLength(2);
});

test.each([
  ['garbage', Buffer.alloc(5_000, 'x')],
  ['an answer without an end', Buffer.concat([Buffer.from([0x0b]), Buffer.alloc(1_100_000, 'x')])],
])('%s instead of an acknowledgement ends the connection: unavailable', async (_what, bytes) => {
  const { connector } = await withListener((_message, socket) => void socket.write(bytes));
  await expect(send(connector)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('nobody who listens is unavailable', async () => {
  const connector = connectorTo((await nobodyAt()).replace('http:', 'mllp:'));
  await expect(send(connector)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a send that is called off ends at once, and those behind it go on', async () => {
  const { connector } = await withListener(
    (message, socket) => idOf(message) !== 'stuck' && commits('CA')(message, socket),
  );
  const off = new AbortController();
  const stuck = connector.send({ form: 'hl7v2', text: aV2Message({ id: 'stuck' }) }, off.signal);
  const next = send(connector, 'next');
  setImmediate(() => off.abort());
  await expect(stuck).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await next).toEqual({ reference: 'HL7 CA next' });
});

test('a message goes in the character set that its MSH-18 names; what that set lacks does not leave as something else', async () => {
  const { listener, connector } = await withListener(commits('CA'));
  const text = aV2Message({ charset: '8859/1', rest: ['PID|1||1||Côté^Éloïse'] });
  await send(connector, 'M-1', text);
  expect(listener.messages[0]).toBe(Buffer.from(text, 'latin1').toString('utf8'));
  const unwritable = aV2Message({ charset: '8859/1', rest: ['PID|1||1||Nguyễn'] });
  await expect(send(connector, 'M-1', unwritable)).rejects.toMatchObject({ kind: 'partnerRefused' });
  expect(listener.messages).toHaveLength(1);
});

test.each(['http://127.0.0.1:1', 'mllp://127.0.0.1', 'mllp', 'mllps://:1'])('%s is no MLLP endpoint', (endpoint) => {
  expect(() => connectorTo(endpoint)).toThrow(/endpoint of partner hopital/);
});

test('a message without a number, and FHIR, do not leave', async () => {
  const { listener, connector } = await withListener(commits('CA'));
  await expect(connector.send({ form: 'hl7v2', text: aV2Message({ id: '' }) }, NEVER)).rejects.toMatchObject({
    kind: 'internal',
  });
  const bundle = { resourceType: 'Bundle', type: 'message' } as const;
  await expect(connector.send({ form: 'fhir', bundle }, NEVER)).rejects.toMatchObject({ kind: 'internal' });
  expect(listener.messages).toEqual([]);
});

test('over TLS both sides are known by their certificates; whoever is signed by nobody we know is spoken to by nobody', async () => {
  const authority = anAuthority();
  const folder = mkdtempSync(join(tmpdir(), 'mllp-'));
  opened.push(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const theirs = aCertificate(authority, 'hopital.example');
  const ours = aCertificate(authority, 'passerelle.example');
  const listener = await aListener(commits('CA'), {
    cert: theirs.certificate,
    key: theirs.key,
    ca: authority.certificate,
    requestCert: true,
    rejectUnauthorized: true,
  });
  opened.push(() => listener.stop());
  const endpoint = `mllps://127.0.0.1:${listener.port}`;
  const known = file('authority.pem', authority.certificate);
  const own = { certificate: file('ours.pem', ours.certificate), key: file('ours.key', ours.key) };

  expect(await send(connectorTo(endpoint, { pem: { authority: known, ...own } }))).toEqual({ reference: 'HL7 CA M-1' });
  const other = file('other.pem', anAuthority('Another').certificate);
  await expect(send(connectorTo(endpoint, { pem: { authority: other, ...own } }))).rejects.toMatchObject({
    kind: 'unavailable',
  });
  await expect(send(connectorTo(endpoint, { pem: { authority: known } }))).rejects.toMatchObject({
    kind: 'unavailable',
  });
  await expect(send(connectorTo(endpoint.replace('mllps', 'mllp')))).rejects.toMatchObject({ kind: 'unavailable' });
  expect(listener.messages).toHaveLength(1);
  expect(() => connectorTo(endpoint, { pem: { authority: join(folder, 'nowhere.pem') } })).toThrow(
    /PEM file of partner/,
  );
});
