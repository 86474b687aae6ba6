import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Hl7v2Sandbox } from '../../../sandbox/partners/hl7v2/hl7v2-sandbox.ts';
import { type ASender, aSender, block, fieldOf } from '../../builders/an-mllp-peer.ts';
import { eventually, ownMark, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** Children whom a hospital refers over MLLP: acknowledged in its own mode once durable, each once, and the answer finds its way back. */
const HOSPITAL = 'hopital-hl7';
const CENTRE = 'hochelaga';
const mark = ownMark();
const open: ASender[] = [];
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
});
afterAll(() => sandbox?.stop());

/** The registry gives this partner the stand-in that speaks HL7 v2. */
const hospital = (): Hl7v2Sandbox => sandbox.partners.get(HOSPITAL) as Hl7v2Sandbox;

async function caller(): Promise<ASender> {
  const sender = await aSender(Number(new URL(sandbox.mllpUrl ?? '').port));
  open.push(sender);
  return sender;
}

interface Listed {
  readonly id: string;
  readonly what?: string;
  readonly stage: string;
  readonly loop: { readonly state: string };
}

/** What the centre sees of the requests with these words. */
async function listed(what: string): Promise<readonly Listed[]> {
  const { body } = await sandbox.call('GET', `/v1/inbound-referrals?sender=${HOSPITAL}&limit=1000`);
  return body.referrals.filter((one: Listed) => one.what === what);
}

const listedWhen = (what: string, wanted: (one: Listed) => boolean): Promise<readonly Listed[]> =>
  eventually(
    () => listed(what),
    ([one]) => one !== undefined && wanted(one),
  );

const answer = async (referral: string, body: object): Promise<number> =>
  (
    await sandbox.call('POST', `/v1/inbound-referrals/${referral}/answers`, {
      body: { happenedAt: '2026-11-24T10:00:00-05:00', saidBy: 'Julie', recordedBy: 'Julie', ...body },
    })
  ).status;

/** The messages about a number that reached the hospital, once there are so many. */
const toldWhen = (number: string, count: number): Promise<readonly string[]> =>
  eventually(
    async () => hospital().toldAbout(number),
    (told) => told.length === count,
  );

const child = (given: string) =>
  ({ given, family: `Tremblay${mark}${given}`, birthDate: '2019-04-05', sex: 'female' }) as const;

/** A referral as a hospital without the enhanced mode writes it. */
const ref = (
  number: string,
  given: string,
  { message = `m-${number}`, mode = '|', rest = [] as readonly string[] } = {},
) =>
  [
    `MSH|^~\\&|SIH|HOPITAL-RIVE|PASSERELLE|${CENTRE}|20261123100000-0500||REF^I12^REF_I12|${message}|P|2.5.1|||${mode}|CAN|UNICODE UTF-8`,
    `RF1|P^Pending^HL70283|R^Routine^HL70280||||${number}^SIH`,
    'PRD|RP^Referring Provider^HL70286|Roy^Anne',
    `PRD|RT^Referred to Provider^HL70286||||||${CENTRE}`,
    `PID|1||MRN-${number}^^^HOPITAL-RIVE^MR||Tremblay${mark}${given}^${given}||20190405|F`,
    `OBR|1|${number}^SIH||^Suivi ${number}`,
    ...rest,
    '',
  ].join('\r');

test('a child who is referred, and sent five times in one packet, is one request; each answer of the centre comes back once', async () => {
  hospital().wireFault('five-times', 1);
  const what = `Suivi ${mark}`;
  const number = await hospital().refer({ child: child('Rose'), what, reason: 'Isolement', centre: CENTRE });
  const [one, ...more] = await listedWhen(what, ({ stage }) => stage === 'to-answer');
  expect(more).toEqual([]);
  expect(await answer(one?.id ?? '', { what: 'accepted', words: 'note interne' })).toBe(201);
  await toldWhen(number, 1);
  expect(await answer(one?.id ?? '', { what: 'scheduled', appointmentAt: '2026-12-01T10:00:00-05:00' })).toBe(201);
  await toldWhen(number, 2);
  expect(await answer(one?.id ?? '', { what: 'completed', outcome: 'Trois rencontres | et la suite' })).toBe(201);
  const [accepted = '', scheduled = '', completed = ''] = await toldWhen(number, 3);

  expect([fieldOf(accepted, 'MSH', 9), fieldOf(accepted, 'RF1', 1)?.slice(0, 10), fieldOf(accepted, 'RF1', 6)]).toEqual(
    ['RRI^I12^RRI_I12', 'A^Accepted', `${number}^SIH`],
  );
  expect([fieldOf(scheduled, 'MSH', 9), fieldOf(scheduled, 'TQ1', 7)]).toEqual([
    'SIU^S12^SIU_S12',
    '20261201100000-0500',
  ]);
  expect(completed).toContain('|outcome^');
  expect(completed).toContain('|Trois rencontres \\F\\ et la suite|');
  expect(JSON.stringify(hospital().log())).not.toContain('note interne');
  expect((await listedWhen(what, ({ loop }) => loop.state === 'completed')).length).toBe(1);
});

test('a referral that the hospital takes back is taken back', async () => {
  const what = `Retrait ${mark}`;
  const number = await hospital().refer({ child: child('Lou'), what, centre: CENTRE });
  await listedWhen(what, ({ stage }) => stage === 'to-answer');
  await hospital().cancelReferral(number);
  await listedWhen(what, ({ loop }) => loop.state === 'cancelled');
});

test('in the original mode a referral is answered at once, pending, and again the same when it comes again; it is one request', async () => {
  const sender = await caller();
  const number = `N-${mark}`;
  for (const _ of [1, 2]) {
    sender.write(block(ref(number, 'Alice')));
    const reply = await sender.answer();
    expect([fieldOf(reply, 'MSH', 9), fieldOf(reply, 'MSA', 1), fieldOf(reply, 'MSA', 2)]).toEqual([
      'RRI^I12^RRI_I12',
      'AA',
      `m-${number}`,
    ]);
    expect([fieldOf(reply, 'RF1', 1), fieldOf(reply, 'RF1', 6)]).toEqual(['P^Pending^HL70283', `${number}^SIH`]);
  }
  expect(await listedWhen(`Suivi ${number}`, ({ stage }) => stage === 'to-answer')).toHaveLength(1);
});

test('a connection that breaks anywhere while a referral is sent loses nothing and doubles nothing', async () => {
  const number = `B-${mark}`;
  const bytes = block(ref(number, 'Maya', { mode: 'AL|AL' }));
  // The last of them breaks after the whole message and before its acknowledgement is read.
  for (const cut of [1, Math.floor(bytes.length / 2), bytes.length - 1, bytes.length]) {
    const broken = await caller();
    await new Promise((resolve) => broken.socket.write(bytes.subarray(0, cut), resolve));
    broken.socket.destroy();
    await broken.closed;
  }
  const sender = await caller();
  sender.write(bytes);
  expect(fieldOf(await sender.answer(), 'MSA', 1)).toBe('CA');
  expect(await listedWhen(`Suivi ${number}`, ({ stage }) => stage === 'to-answer')).toHaveLength(1);
});

test('what must never be kept is named in the acknowledgement by its place, and stands nowhere afterwards', async () => {
  const number = `K-${mark}`;
  const secret = `secret${mark}`;
  const message = ref(number, 'Inès', { mode: 'AL|AL', rest: [`IN1|1|${secret}|||${secret}`] }).replace(
    '||20190405|F',
    `||20190405|F||${secret}|||||||||${secret}`,
  );
  const sender = await caller();
  sender.write(block(message));
  const acknowledgement = await sender.answer();
  expect(fieldOf(acknowledgement, 'MSA', 1)).toBe('CA');
  const places = acknowledgement
    .split('\r')
    .filter((line) => line.startsWith('ERR'))
    .map((line) => line.split('|')[2]);
  expect(places).toEqual(expect.arrayContaining(['PID^1^10', 'PID^1^19']));
  expect(places.some((place) => place?.startsWith('IN1'))).toBe(true);
  const [one] = await listedWhen(`Suivi ${number}`, ({ stage }) => stage === 'to-answer');
  const read = await sandbox.call('GET', `/v1/inbound-referrals/${one?.id}`);
  expect(read.status).toBe(200);
  expect(acknowledgement + JSON.stringify(read.body) + sandbox.logged()).not.toContain(secret);
  expect((await sandbox.hapi(`Patient?family=Tremblay${mark}Inès`)).body.total).toBe(1);
  expect(JSON.stringify((await sandbox.hapi(`Patient?family=Tremblay${mark}Inès`)).body)).not.toContain(secret);
});

test('no name of a child stands in the log of gateway and workers', () => {
  expect(sandbox.logged()).not.toContain(`Tremblay${mark}`);
});
