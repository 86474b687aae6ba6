import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Hl7v2Sandbox } from '../../../sandbox/partners/hl7v2/hl7v2-sandbox.ts';
import { valuesAt } from '../../../sandbox/partners/reading.ts';
import { type ASender, aSender, block, fieldOf } from '../../builders/an-mllp-peer.ts';
import { aCircle, anAgreement, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** HL7 v2 over a real wire, both ways: what is split, joined, broken, misspelt or silent is right or refused, never lost, never twice. */
const HOSPITAL = 'hopital-hl7';
const id = ownIds();
const open: ASender[] = [];
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
    PARTNER_TIMEOUT_MS: '700',
    MLLP_FRAME_MAX_BYTES: '20000',
  });
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
  hospital().fault({ kind: 'none' });
  hospital().wireFault('none');
});
afterAll(() => sandbox?.stop());

/** The registry gives this partner the stand-in that speaks HL7 v2. */
const hospital = (): Hl7v2Sandbox => sandbox.partners.get(HOSPITAL) as Hl7v2Sandbox;

async function caller(): Promise<ASender> {
  const sender = await aSender(Number(new URL(sandbox.mllpUrl ?? '').port));
  open.push(sender);
  return sender;
}

interface Told {
  readonly loop: { readonly state: string };
  readonly deliveries: readonly Readonly<Record<string, string>>[];
}

const toldWhen = async (request: string, wanted: (delivery: Readonly<Record<string, string>>, told: Told) => boolean) =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${request}`),
      ({ status, body }) => status === 200 && wanted(body.record.deliveries[0] ?? {}, body.record),
    )
  ).body.record as Told;

/** A request to the hospital, as a centre makes it. */
async function ask(name: string): Promise<string> {
  const request = id(name);
  const child = id(`${name}-child`);
  await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
  const body = aReferral(request, child, { recipient: HOSPITAL, agreements: [anAgreement(HOSPITAL)] });
  expect((await sandbox.call('PUT', `/v1/service-referrals/${request}`, { body })).status).toBe(201);
  return request;
}

/** One that has reached the hospital, with the number that both know it by. */
async function asked(name: string): Promise<{ readonly request: string; readonly number: string }> {
  const request = await ask(name);
  const { deliveries } = await toldWhen(request, ({ state }) => state === 'sent');
  return { request, number: deliveries[0]?.task ?? '' };
}

interface Said {
  readonly message?: string;
  readonly what?: string;
  readonly outcome?: string;
  readonly charset?: string;
}

/** An answer as a hospital's interface engine writes it. */
const rri = (number: string, { message = id(`${number}-m`), what = 'accepted', outcome, charset = '' }: Said): string =>
  [
    `MSH|^~\\&|SIH|HOPITAL-RIVE|PASSERELLE|hochelaga|20261123100000-0500||RRI^I12^RRI_I12|${message}|P|2.5.1|||AL|NE|CAN|${charset}`,
    `RF1|A^Accepted^HL70283^${what}^^99PAN|||||${number}^PASSERELLE`,
    'PRD|RT^Referred to Provider^HL70286|Rive',
    `PID|1||${number}^^^PASSERELLE^ANON||^^^^^^U`,
    `OBR|1|${number}^PASSERELLE||answer^^99PAN|||20261123100000-0500`,
    ...(outcome === undefined ? [] : [`OBX|1|TX|outcome^^99PAN||${outcome}||||||F`]),
    '',
  ].join('\r');

const saidIn = (acknowledgement: string) => fieldOf(acknowledgement, 'MSA', 1);
/** Bytes of sets of one byte a character, by what they have beyond Latin-1. */
const inBytes = (text: string, own: Readonly<Record<string, number>> = {}): Buffer =>
  Buffer.from(Array.from(text, (it) => own[it] ?? it.charCodeAt(0)));
const taskOf = async (number: string): Promise<fhir4.Task> =>
  (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`)).body.entry[0]
    .resource;
const actsOn = async (number: string): Promise<readonly string[]> => {
  const { id: task } = await taskOf(number);
  const { body } = await sandbox.hapi(`Provenance?target=Task/${task}&_count=100`);
  return (body.entry ?? []).map(
    ({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code ?? '',
  );
};

test.each([
  ['', 'Servi et suivi', (text: string) => Buffer.from(text)],
  ['ASCII', 'Servi et suivi', (text: string) => Buffer.from(text)],
  ['8859/1', 'Éloïse reçue à l’école', (text: string) => inBytes(text, { '’': 0x92 })],
  ['8859/2', 'Wałęsa', (text: string) => inBytes(text, { ł: 0xb3, ę: 0xea })],
  ['8859/9', 'Ağaoğlu Yıldız', (text: string) => inBytes(text, { ğ: 0xf0, ı: 0xfd })],
  ['8859/15', 'Lœuillet, 5 €', (text: string) => inBytes(text, { œ: 0xbd, '€': 0xa4 })],
  ['UNICODE UTF-8', 'Nguyễn ᓄᓇᕗᑦ', (text: string) => Buffer.from(text)],
  ['UNICODE UTF-16', 'Nguyễn “ᓄᓇᕗᑦ”', (text: string) => Buffer.from(text, 'utf16le').swap16()],
])('an outcome in words is right when MSH-18 says «%s»', async (charset, outcome, written) => {
  const { request, number } = await asked(`charset-${charset.replaceAll(/\W/g, '')}`);
  const sender = await caller();
  sender.write(block(written(rri(number, { what: 'completed', outcome, charset }))));
  await eventually(
    async () => sender.answers().length,
    (count) => count === 1,
  );
  const { deliveries } = await toldWhen(request, (_delivery, { loop }) => loop.state === 'completed');
  expect(deliveries[0]?.outcome).toBe(outcome);
});

test('a character set that nobody knows, and letters that are not in the one that is named, are refused and change nothing', async () => {
  const { request, number } = await asked('misspelt');
  const sender = await caller();
  sender.write(block(rri(number, { charset: '8859/5' })));
  expect(saidIn(await sender.answer())).toBe('CR');
  sender.write(block(inBytes(rri(number, { charset: 'UNICODE UTF-8', outcome: 'Éloïse' }))));
  expect(saidIn(await sender.answer())).toBe('CR');
  sender.write(block(inBytes(rri(number, { charset: 'ASCII', outcome: 'Éloïse' }))));
  expect(saidIn(await sender.answer())).toBe('CR');
  sender.write(block(rri(number, { message: id('right'), charset: 'UNICODE UTF-8' })));
  expect(saidIn(await sender.answer())).toBe('CA');
  await toldWhen(request, (_delivery, { loop }) => loop.state === 'accepted');
  expect((await actsOn(number)).filter((act) => act === 'accepted')).toHaveLength(1);
});

test('wherever an answer is split it is the answer, once', async () => {
  const { request, number } = await asked('split');
  const bytes = block(rri(number, { message: id('split-message'), what: 'started' }));
  const sender = await caller();
  // Every split point is tried without the stack: test/unit/gateway/mllp/frames.test.ts.
  for (let cut = 1; cut < bytes.length; cut += 23) {
    await new Promise((resolve) => sender.socket.write(bytes.subarray(0, cut), resolve));
    await new Promise((resolve) => setImmediate(resolve));
    sender.write(bytes.subarray(cut));
    expect(saidIn(await sender.answer())).toBe('CA');
  }
  await toldWhen(request, (_delivery, { loop }) => loop.state === 'in-progress');
  expect((await actsOn(number)).filter((act) => act === 'started')).toHaveLength(1);
});

test('five answers about five requests in one packet are five answers', async () => {
  const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => asked(`packet-${name}`)));
  const sender = await caller();
  sender.write(Buffer.concat(all.map(({ number }) => block(rri(number, {})))));
  for (const { number } of all) {
    const acknowledgement = await sender.answer();
    expect([saidIn(acknowledgement), fieldOf(acknowledgement, 'MSA', 2)]).toEqual(['CA', id(`${number}-m`)]);
  }
  for (const { request } of all) await toldWhen(request, (_delivery, { loop }) => loop.state === 'accepted');
});

test('the hospital itself may send five times in one packet, or byte by byte: it is said once', async () => {
  const { request, number } = await asked('five-times');
  hospital().wireFault('five-times', 1);
  expect((await hospital().answer(number, { act: 'accept' })).result).toBe('taken');
  hospital().wireFault('single-bytes', 1);
  expect((await hospital().answer(number, { act: 'start' })).result).toBe('taken');
  await toldWhen(request, (_delivery, { loop }) => loop.state === 'in-progress');
  const acts = await actsOn(number);
  expect(['accepted', 'started'].map((act) => acts.filter((it) => it === act).length)).toEqual([1, 1]);
});

test('a message that is too long, garbage, and a connection left half-way harm nobody: the next message is heard', async () => {
  const { request, number } = await asked('after-harm');
  const long = await caller();
  long.write(block(rri(number, { outcome: 'x'.repeat(30_000) })));
  const refused = await long.answer();
  expect([saidIn(refused), fieldOf(refused, 'MSA', 2)]).toEqual(['CR', id(`${number}-m`)]);
  await long.closed;
  const stranger = await caller();
  stranger.write(`GET / HTTP/1.1\r\n${'x'.repeat(2_000)}\r\n\r\n`);
  await stranger.closed;
  const left = await caller();
  left.write(block(rri(number, {})).subarray(0, 100));
  left.socket.destroy();
  const sender = await caller();
  sender.write(block(rri(number, {})));
  expect(saidIn(await sender.answer())).toBe('CA');
  await toldWhen(request, (_delivery, { loop }) => loop.state === 'accepted');
});

test('a number that is not this partner’s, and a sender that the registry does not know, are refused', async () => {
  const sender = await caller();
  sender.write(block(rri('nobody-has-this', {})));
  expect(saidIn(await sender.answer())).toBe('CE');
  sender.write(block(rri('whatever', {}).replace('HOPITAL-RIVE', 'AILLEURS')));
  expect(saidIn(await sender.answer())).toBe('CR');
});

test.each([
  ['acknowledges nothing', 'hang', 1],
  ['keeps it and cuts the connection', 'drop-after-receiving', 2],
  ['keeps it and acknowledges too late', 'slow', 2],
  ['says CE', 'error-500', 1],
] as const)(
  'a hospital that %s gets the same message again, under the same number, and has it once',
  async (_what, kind, times) => {
    hospital().fault(kind === 'slow' ? { kind, ms: 1_500, times: 1 } : { kind, times: 1 });
    const { number } = await asked(`silent-${kind}`);
    const there = hospital()
      .tasks()
      .find(({ identifier }) => identifier.value === number);
    expect(there).toMatchObject({ status: 'requested', attempts: { received: times } });
    const mine = hospital()
      .log()
      .received.flatMap(({ bundle }) => valuesAt(bundle, 'entry.resource.parameter.valueString'))
      .map(String)
      .filter((message) => message.includes(number));
    expect(mine).toHaveLength(times);
    // But for the time at which it was written (MSH-7) it is the same, its number above all.
    expect(new Set(mine.map((message) => message.replace(fieldOf(message, 'MSH', 7) ?? '', ''))).size).toBe(1);
  },
);

test('a hospital that rejects a message is not asked again: a person must look', async () => {
  hospital().wireFault('reject', 1);
  const request = await ask('rejected');
  const { deliveries } = await toldWhen(request, ({ state }) => state === 'refused');
  expect(
    hospital()
      .tasks()
      .filter(({ identifier }) => identifier.value === deliveries[0]?.task),
  ).toEqual([]);
});

test('garbage instead of an acknowledgement is none: it goes again', async () => {
  hospital().wireFault('garbage', 1);
  const { number } = await asked('garbage');
  expect(
    hospital()
      .tasks()
      .find(({ identifier }) => identifier.value === number)?.attempts.received,
  ).toBe(2);
});

test('nothing of anybody stands in the log of gateway and workers', () => {
  for (const words of ['Nguyễn', 'Éloïse', 'Wałęsa', 'Lœuillet', 'Servi et suivi', 'PID|', 'Évaluation'])
    expect(sandbox.logged()).not.toContain(words);
});
