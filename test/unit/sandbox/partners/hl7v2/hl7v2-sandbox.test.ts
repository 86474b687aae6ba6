import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answer } from '../../../../../sandbox/partners/acts.ts';
import {
  type Hl7v2Sandbox,
  type Hl7v2SandboxOptions,
  startHl7v2Sandbox,
} from '../../../../../sandbox/partners/hl7v2/hl7v2-sandbox.ts';
import {
  type AListener,
  type ASender,
  aListener,
  anAck,
  aSender,
  block,
  fieldOf,
} from '../../../../builders/an-mllp-peer.ts';

let hospital: Hl7v2Sandbox;
let gateway: AListener;
let answerOfGateway: (message: string, socket: Socket) => void;
let opened: (() => unknown)[] = [];

const commits =
  (code: string, rest: readonly string[] = []) =>
  (message: string, socket: Socket) =>
    void socket.write(block(anAck(code, fieldOf(message, 'MSH', 10) ?? '', 'ACK', rest)));

const start = async (options: Partial<Hl7v2SandboxOptions> = {}): Promise<Hl7v2Sandbox> => {
  const started = await startHl7v2Sandbox({
    id: 'hopital-hl7',
    name: { fr: 'Hôpital', en: 'Hospital' },
    token: 't',
    gatewayToken: 'g',
    gatewayUrl: 'http://127.0.0.1:9',
    gatewayMllpUrl: () => `mllp://127.0.0.1:${gateway.port}`,
    application: 'HIS',
    facility: 'HOPITAL',
    centre: 'verdun',
    retryWaitsMs: [1, 2],
    ...options,
  });
  opened.push(() => started.stop());
  return started;
};

beforeEach(async () => {
  answerOfGateway = commits('CA');
  gateway = await aListener((message, socket) => answerOfGateway(message, socket));
  opened = [() => gateway.stop()];
  hospital = await start();
});
afterEach(async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
});

const callHospital = async (to = hospital): Promise<ASender> => {
  const sender = await aSender(Number(new URL(to.endpoint).port));
  opened.push(() => sender.socket.destroy());
  return sender;
};

/** What a gateway sends to a hospital, written here by hand. */
const aReferral = ({ id = 'G-1', trigger = 'I12', status = 'P^Pending^HL70283', mode = 'AL|AL' } = {}): string =>
  [
    `MSH|^~\\&|PASSERELLE|verdun|HIS|HOPITAL|20260303101500-0500||REF^${trigger}^REF_I12|${id}|P|2.5.1|||${mode}|CAN|UNICODE UTF-8`,
    `RF1|${status}|A^ASAP^HL70280|||||20260303||||^Ne parle pas encore|`.replace(
      '|||||2026',
      '||||N-1^PASSERELLE|2026',
    ),
    'PRD|RP^Referring Provider^HL70286|Les Petits Renards',
    'PID|1||ABC^^^PASSERELLE-ENFANT||Nguyễn^Rose||20210405|F',
    'OBR|1|N-1^PASSERELLE||^Évaluation \\T\\ suivi',
    'NTE|1||Appelez d’abord le centre\\.br\\514 555-0110',
    '',
  ].join('\r');

const deliver = async (text: string): Promise<string> => {
  const sender = await callHospital();
  sender.write(block(text));
  return sender.answer();
};
const msa = (answer: string) => [fieldOf(answer, 'MSA', 1), fieldOf(answer, 'MSA', 2)];

test('a referral that comes is written down whole, acknowledged, and is a request on the desk', async () => {
  expect(msa(await deliver(aReferral()))).toEqual(['CA', 'G-1']);
  const [task] = hospital.tasks();
  expect(task).toMatchObject({
    identifier: { system: 'PASSERELLE', value: 'N-1' },
    status: 'requested',
    withdrawn: false,
    child: { name: 'Rose Nguyễn', birthDate: '2021-04-05' },
    attempts: { received: 1, sent: 0 },
  });
  expect(task?.request).toMatchObject({ priority: 'urgent' });
  expect(task?.request?.text).toContain('Évaluation & suivi');
  expect(task?.request?.text).toContain('Appelez d’abord le centre\n514 555-0110');
  expect(JSON.stringify(hospital.log().received)).toContain('Évaluation');
});

test('its page shows where it listens, and what came', async () => {
  const page = async () => (await fetch(`${hospital.url}/?lang=fr`)).text();
  expect(await page()).toContain(hospital.endpoint);
  await deliver(aReferral());
  for (const shown of ['Rose Nguyễn', 'Évaluation &amp; suivi']) expect(await page()).toContain(shown);
});

test('the same message again changes nothing and is acknowledged the same', async () => {
  const [first, second] = [await deliver(aReferral()), await deliver(aReferral())];
  expect([msa(first), msa(second)]).toEqual([
    ['CA', 'G-1'],
    ['CA', 'G-1'],
  ]);
  expect(hospital.log().received.map(({ repeated }) => repeated)).toEqual([false, true]);
});

test('a new version and a cancellation reach the same request', async () => {
  await deliver(aReferral());
  await deliver(aReferral({ id: 'G-2', trigger: 'I13' }));
  expect(hospital.tasks()).toMatchObject([{ attempts: { received: 2 }, status: 'requested' }]);
  await deliver(aReferral({ id: 'G-3', trigger: 'I14', status: 'E^Expired^HL70283' }));
  expect(hospital.tasks()).toMatchObject([{ status: 'cancelled', withdrawn: true }]);
});

test('in the original mode a referral is answered at once: pending, under the same number', async () => {
  const answer = await deliver(aReferral({ mode: '|' }));
  expect(msa(answer)).toEqual(['AA', 'G-1']);
  expect(fieldOf(answer, 'MSH', 9)).toBe('RRI^I12^RRI_I12');
  expect([fieldOf(answer, 'RF1', 1), fieldOf(answer, 'RF1', 6)]).toEqual(['P^Pending^HL70283', 'N-1^PASSERELLE']);
});

test('what is no message, or a referral without a number, is rejected and not kept', async () => {
  expect(msa(await deliver(aReferral().replaceAll('N-1^PASSERELLE', '')))).toEqual(['CR', 'G-1']);
  expect(hospital.tasks()).toEqual([]);
  expect(hospital.log().turnedAway).toHaveLength(1);
});

test.each([
  [{ act: 'accept', priority: 'P3' }, 'RRI^I12^RRI_I12', 'RF1', 1, 'A^Accepted^HL70283^accepted^^99PAN'],
  [{ act: 'accept', priority: 'P3' }, 'RRI^I12^RRI_I12', 'RF1', 2, 'P3^P3^99PRP'],
  [{ act: 'acknowledge' }, 'RRI^I12^RRI_I12', 'RF1', 1, 'P^Pending^HL70283^acknowledged^^99PAN'],
  [{ act: 'decline', reason: 'full', text: 'Complet jusqu’à mai' }, 'RRI^I12^RRI_I12', 'OBX', 5, 'full^Complet^99PDR'],
  [{ act: 'decline', reason: 'full', text: 'Complet jusqu’à mai' }, 'RRI^I12^RRI_I12', 'NTE', 3, 'Complet jusqu’à mai'],
  [{ act: 'ask-for-more', text: 'Quelle langue ?' }, 'RRI^I12^RRI_I12', 'NTE', 3, 'Quelle langue ?'],
  [{ act: 'start' }, 'RRI^I12^RRI_I12', 'RF1', 1, 'A^Accepted^HL70283^started^^99PAN'],
  [{ act: 'complete', outcome: 'Servi | suivi ^ fini' }, 'RRI^I12^RRI_I12', 'OBX', 5, 'Servi \\F\\ suivi \\S\\ fini'],
  [{ act: 'fail', text: 'Fermé' }, 'RRI^I12^RRI_I12', 'RF1', 1, 'E^Expired^HL70283^failed^^99PAN'],
  [{ act: 'waitlist', position: '3' }, 'RRI^I12^RRI_I12', 'NTE', 3, 'En liste d’attente, rang : 3'],
  [{ act: 'schedule', at: '2026-12-02T09:30:00-05:00' }, 'SIU^S12^SIU_S12', 'SCH', 11, '^^^20261202093000-0500'],
  [{ act: 'no-show' }, 'SIU^S26^SIU_S12', 'SCH', 25, 'Noshow^^HL70278'],
] as const)('%j goes out as %s with %s-%i %s', async (answer: Answer, type, segment, field, value) => {
  await deliver(aReferral());
  const sent = await hospital.answer('N-1', { ...answer, happenedAt: '2026-03-04T08:00:00-05:00' });
  expect(sent.result).toBe('taken');
  const [message = ''] = gateway.messages;
  expect([fieldOf(message, 'MSH', 9), fieldOf(message, segment, field)]).toEqual([type, value]);
  expect([fieldOf(message, 'MSH', 3), fieldOf(message, 'MSH', 4), fieldOf(message, 'MSH', 6)]).toEqual([
    'HIS',
    'HOPITAL',
    'verdun',
  ]);
  expect(message).toContain('N-1^PASSERELLE');
  expect(message).not.toContain('Nguyễn');
});

test('an answer without an acknowledgement goes again under the same number until it is taken', async () => {
  await deliver(aReferral());
  answerOfGateway = (message, socket) =>
    gateway.messages.length === 1 ? void socket.destroy() : commits('CA')(message, socket);
  const { attempts } = await hospital.answer('N-1', { act: 'accept' });
  expect(attempts.map(({ result }) => result)).toEqual(['not-delivered', 'taken']);
  expect(new Set(gateway.messages.map((message) => fieldOf(message, 'MSH', 10))).size).toBe(1);
});

test.each([
  ['CE', 'ERR|||207^Application internal error^HL70357|E', ['not-delivered', 'not-delivered', 'not-delivered']],
  ['CE', 'ERR|||101^Required field missing^HL70357|E', ['refused']],
  ['CR', 'ERR|||200^Unsupported message type^HL70357|E', ['refused']],
] as const)('%s with %s: %j', async (code, err, results) => {
  await deliver(aReferral());
  answerOfGateway = commits(code, [err]);
  const { attempts } = await hospital.answer('N-1', { act: 'accept' });
  expect(attempts.map(({ result }) => result)).toEqual(results);
});

const CHILD = {
  given: 'Malik',
  family: 'O’Neil|Roy',
  birthDate: '2020-05-06',
  sex: 'male',
  card: { kind: 'nam', number: 'ROYM20050612' },
} as const;

test('a child is referred by REF^I12, with a letter, and taken back by its number', async () => {
  const number = await hospital.refer({
    child: { ...CHILD, language: 'fr' },
    what: 'Suivi social',
    reason: 'Isolement',
    priority: 'urgent',
    askedBy: 'Anne Roy',
    note: 'Peu de réseau',
    letter: { title: 'Résumé', text: 'Bonjour' },
  });
  const [referral = ''] = gateway.messages;
  expect(fieldOf(referral, 'MSH', 9)).toBe('REF^I12^REF_I12');
  expect(fieldOf(referral, 'RF1', 6)).toBe(`${number}^HIS`);
  expect(fieldOf(referral, 'PID', 5)).toBe('O’Neil\\F\\Roy^Malik');
  expect(fieldOf(referral, 'PID', 3)).toBe(`MRN${number}^^^HOPITAL^MR~ROYM20050612^^^QC^JHN`);
  expect(fieldOf(referral, 'PRD', 2)).toBe('Roy^Anne');
  expect(fieldOf(referral, 'OBR', 4)).toBe('^Suivi social');
  expect(fieldOf(referral, 'OBX', 5)).toBe(`^TEXT^plain^Base64^${Buffer.from('Bonjour').toString('base64')}`);

  await hospital.cancelReferral(number);
  const [, cancellation = ''] = gateway.messages;
  expect(fieldOf(cancellation, 'MSH', 9)).toBe('REF^I14^REF_I12');
  expect(fieldOf(cancellation, 'RF1', 6)).toBe(`${number}^HIS`);
  expect(cancellation).not.toContain('Malik');
});

test('what the centre says about a referral of its own is told in its words', async () => {
  const number = await hospital.refer({ child: CHILD, what: 'Suivi' });
  const rri = [
    'MSH|^~\\&|PASSERELLE|verdun|HIS|HOPITAL|20260303101500-0500||RRI^I12^RRI_I12|G-9|P|2.5.1|||AL|NE|CAN|UNICODE UTF-8',
    `RF1|A^Accepted^HL70283|||||${number}^HIS`,
    '',
  ].join('\r');
  expect(msa(await deliver(rri))).toEqual(['CA', 'G-9']);
  expect(hospital.toldAbout(number)).toEqual([rri]);
  expect(hospital.tasks()).toEqual([]);
});

test('a referral that the gateway refuses is told to whoever made it', async () => {
  answerOfGateway = commits('CR');
  await expect(hospital.refer({ child: CHILD, what: 'Suivi' })).rejects.toMatchObject({ status: 422 });
});

test('in Latin-1 it writes and reads Latin-1', async () => {
  const latin = await start({ charset: '8859/1' });
  await latin.refer({ child: { ...CHILD, given: 'Éloïse' }, what: 'Suivi' });
  // The listener of the test reads UTF-8: what is Latin-1 cannot be read by it.
  expect(fieldOf(gateway.messages[0] ?? '', 'PID', 5)).not.toContain('Éloïse');
  const sender = await callHospital(latin);
  sender.write(block(Buffer.from(aReferral().replace('UNICODE UTF-8', '8859/1').replace('Nguyễn', 'Côté'), 'latin1')));
  await sender.answer();
  expect(latin.tasks()[0]?.child?.name).toBe('Rose Côté');
});

test.each([
  ['refuse', 0],
  ['drop-after-receiving', 1],
] as const)('asked to %s, it cuts the connection', async (kind, keptMessages) => {
  hospital.fault({ kind, times: 1 });
  const sender = await callHospital();
  sender.write(block(aReferral()));
  await sender.closed;
  expect(hospital.log().received).toHaveLength(keptMessages);
  expect(msa(await deliver(aReferral()))).toEqual(['CA', 'G-1']);
});

test('asked to hang, it acknowledges nothing and keeps nothing; asked for 500, it says CE', async () => {
  hospital.fault({ kind: 'hang', times: 1 });
  const sender = await callHospital();
  sender.write(Buffer.concat([block(aReferral()), block(aReferral({ id: 'G-2' }))]));
  expect(msa(await sender.answer())).toEqual(['CA', 'G-2']);
  hospital.fault({ kind: 'error-500', times: 1 });
  expect(msa(await deliver(aReferral({ id: 'G-3' })))).toEqual(['CE', 'G-3']);
  expect(hospital.log().received).toHaveLength(1);
  expect(hospital.log().turnedAway).toHaveLength(2);
});

test('asked to reject it says CR, asked for garbage it writes garbage, asked for single bytes its answer still is one', async () => {
  hospital.wireFault('reject', 1);
  expect(msa(await deliver(aReferral()))).toEqual(['CR', 'G-1']);
  hospital.wireFault('garbage', 1);
  const sender = await callHospital();
  const garbage = new Promise<Buffer>((resolve) => sender.socket.once('data', resolve));
  sender.write(block(aReferral()));
  expect(String(await garbage)).toMatch(/^x+$/);
  hospital.wireFault('single-bytes', 1);
  expect(msa(await deliver(aReferral()))).toEqual(['CA', 'G-1']);
});

test('asked to send five times, it sends the same message five times in one packet, and goes by the first answer', async () => {
  await deliver(aReferral());
  hospital.wireFault('five-times', 1);
  expect((await hospital.answer('N-1', { act: 'accept' })).result).toBe('taken');
  expect(new Set(gateway.messages).size).toBe(1);
  expect(gateway.messages).toHaveLength(5);
});
