import { afterEach, expect, test } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import type { Audit } from '../../../../../gateway/audit/audit.ts';
import { readConfig } from '../../../../../gateway/config.ts';
import { findingsDesk } from '../../../../../gateway/continuity/findings-desk.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { type Registry, registryFrom } from '../../../../../gateway/registry.ts';
import { type Mailbox, startMailbox } from '../../../../../sandbox/partners/web-page/mailbox.ts';
import { findingsRound } from '../../../../../workers/findings/findings-round.ts';
import { noticeChannels } from '../../../../../workers/findings/notices/notice-channels.ts';
import type { NoticeJob } from '../../../../../workers/findings/notices/notices.ts';
import { sendNotice } from '../../../../../workers/findings/notices/send-notice.ts';
import { aCentre, aPartner, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { type AServer, aServer } from '../../../../builders/a-server.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';
import { keptLog } from '../../../../builders/quiet-log.ts';
import { circleTold, leftTold, referralTold } from '../../../../builders/told-events.ts';
import { toldRecord } from '../../../../builders/told-record.ts';

const AT = '2026-01-14T15:00:00Z';
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const WEBHOOK: NoticeJob = { kind: 'webhook', centre: 'verdun', id: '3f0a9a52-7f0b-4b4c-9a2e-0d3c5b1e7a11' };
const MAIL: NoticeJob = { kind: 'mail', centre: 'verdun', day: '2026-01-14' };
/** Everything that the file of this child says, and the name of the centre. */
const CANARIES = /\bLan\b|Nguy|Julie|enf-1|ortho|silent|sans réponse|no answer|[Rr]enards|[Ff]oxes|[Vv]erdun|clsc/;

let [server, mailbox]: [AServer | undefined, Mailbox | undefined] = [undefined, undefined];
afterEach(async () => {
  await Promise.all([server?.stop(), mailbox?.stop()]);
});

/** Sends what a job names, to a system and a mailbox that are really there. */
async function aSender({
  answers = 204,
  lines = async () => 3,
  on = true,
  fails = false,
  now = AT,
}: {
  readonly answers?: number;
  readonly lines?: () => Promise<number>;
  readonly on?: boolean;
  readonly fails?: boolean;
  readonly now?: string;
} = {}) {
  server = await aServer((res) => void res.writeHead(answers).end());
  mailbox = await startMailbox({ now: () => new Date(now) });
  const switches = { watchWebhook: on && SWITCHED_ON, watchMail: on && SWITCHED_ON };
  const watchTo = { webhook: { url: `${server.url}/vigie`, secret: 'VIGIE_SECRET' }, email: 'equipe@centre.example' };
  const registry: Registry = registryFrom({ centres: [aCentre({ ...switches, watchTo })], partners: [aPartner()] });
  const acts: Parameters<Audit['act']>[0][] = [];
  const { log, text } = keptLog();
  const channels = noticeChannels(configOf(mailbox.smtpUrl), registry, () => new Date(now));
  const send = sendNotice({
    channels: channels ?? { webhook: () => undefined, mail: undefined },
    registry,
    redis: memoryRedis().redis,
    audit: {
      act: async (act) => {
        if (fails) throw new GatewayError('unavailable', 'the audit cannot be written');
        acts.push(act);
      },
    },
    linesOf: lines,
    now: () => new Date(now),
    log,
  });
  return {
    send: (data: NoticeJob) => send({ data }),
    acts,
    log: text,
    registry,
    requests: server.requests,
    mails: mailbox.mails,
  };
}

const configOf = (smtpUrl: string) =>
  readConfig({
    SEALING_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'ne-pas-repondre@passerelle.example',
    VIGIE_SECRET: SECRET,
  });

test('the e-mail says how many lines wait and nothing else: not of whom, not of what, not by which centre', async () => {
  const { send, mails, acts } = await aSender();
  await send(MAIL);
  const [mail, ...others] = mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: ['equipe@centre.example'],
    subject: 'À regarder aujourd’hui\u00a0: 3 / To look at today: 3',
    text: [
      'Bonjour,',
      '',
      '3 lignes attendent quelqu’un de votre équipe aujourd’hui. Cela se lit dans votre application, jamais ici.',
      '',
      'Hello,',
      '',
      '3 lines wait for somebody of your team today. It is read in your application, never here.',
      '',
    ].join('\n'),
  });
  expect(acts).toMatchObject([{ what: 'tell-mail', by: { centre: 'verdun' } }]);
});

test('a child’s file, whatever is found in it, changes not one byte of what leaves but the number of lines', async () => {
  const record = await toldRecord([
    circleTold({ on: '2026-01-05' }),
    referralTold({ on: '2026-01-06' }, { id: 'ortho' }),
    leftTold({ on: '2026-01-06' }, 'ortho'),
  ]);
  const desk = findingsDesk(record, () => new Date(AT));
  const lines = async (): Promise<number> =>
    (await desk.list({ centre: 'verdun', language: 'fr' })).reduce((sum, it) => sum + it.lines.length + it.waiting, 0);
  const { send, requests, mails, log, registry } = await aSender({ lines });
  const { log: quiet } = keptLog();
  const memory = { looks: async () => ({}), looked: async () => undefined };
  const willChange = async () => undefined;
  await findingsRound({ store: record, registry, memory, willChange, now: () => new Date(AT), log: quiet })();
  expect(await lines()).toBe(1);
  await send(WEBHOOK);
  await send(MAIL);
  expect(requests.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['POST', '/vigie', JSON.stringify({ id: WEBHOOK.id })],
  ]);
  expect(JSON.stringify(requests)).not.toMatch(CANARIES);
  expect(mails()).toHaveLength(1);
  expect(mails()[0]?.text).toContain('1 ligne attend quelqu’un');
  expect(mails()[0]?.raw).not.toMatch(CANARIES);
  expect(log()).not.toMatch(CANARIES);
});

test('a centre that has turned neither on is told nothing, also of what was queued before', async () => {
  const { send, requests, mails, acts } = await aSender({ on: false });
  await send(WEBHOOK);
  await send(MAIL);
  expect([requests, mails(), acts]).toEqual([[], [], []]);
});

test('what cannot be written to the audit does not leave, and leaves later', async () => {
  const { send, requests, mails } = await aSender({ fails: true });
  for (const job of [WEBHOOK, MAIL]) await expect(send(job)).rejects.toMatchObject({ kind: 'unavailable' });
  expect([requests, mails()]).toEqual([[], []]);
});

test('a count of nought, of a day that is over, or told already, is told to nobody', async () => {
  const none = await aSender({ lines: async () => 0 });
  await none.send(MAIL);
  expect(none.mails()).toEqual([]);
  await Promise.all([server?.stop(), mailbox?.stop()]);
  const late = await aSender({ now: '2026-01-15T15:00:00Z' });
  await late.send(MAIL);
  expect(late.mails()).toEqual([]);
  await Promise.all([server?.stop(), mailbox?.stop()]);
  const twice = await aSender();
  await twice.send(MAIL);
  await twice.send(MAIL);
  expect(twice.mails()).toHaveLength(1);
});

test.each([
  [503, false],
  [403, true],
] as const)(
  'a system that answers %i: for good %s; each try is in the audit, under an entry of its own',
  async (answers, forGood) => {
    const { send, acts, log } = await aSender({ answers });
    const failed = await send(WEBHOOK).catch((error: unknown) => error);
    expect(failed instanceof UnrecoverableError).toBe(forGood);
    expect(acts.map(({ what }) => what)).toEqual(['tell-webhook']);
    expect(log()).not.toMatch(/127\.0\.0\.1|whsec/);
  },
);

test('where e-mail is turned on and nobody said by which server, a worker does not start, and says so', () => {
  const registry = registryFrom({
    centres: [aCentre({ watchMail: SWITCHED_ON, watchTo: { email: 'equipe@centre.example' } })],
    partners: [],
  });
  const config = readConfig({ SEALING_KEYS: `k:${Buffer.alloc(32).toString('base64')}` });
  expect(() => noticeChannels(config, registry, () => new Date(AT))).toThrow(/SMTP_URL, MAIL_FROM/);
});

test('an address that is no https, has a user, a query or a fragment, is refused with the registry; so is a switch without an address', () => {
  const read = (entry: object) => registryFrom({ centres: [{ ...aCentre(), ...entry }], partners: [] });
  const to = (url: string) => read({ watchTo: { webhook: { url, secret: 'VIGIE_SECRET' } } });
  for (const url of [
    'http://centre.example/vigie',
    'http://169.254.169.254/latest',
    'http://127.0.0.1.centre.example/',
    'https://user:word@centre.example/',
    'https://centre.example/vigie?token=x',
    'https://centre.example/vigie#x',
    'file:///etc/passwd',
    'https:///vigie',
  ])
    expect(() => to(url)).toThrow(/watchTo/);
  for (const url of ['https://centre.example', 'https://centre.example:8443/vigie/1', 'http://127.0.0.1:8080/vigie'])
    expect(to(url).centre('verdun')?.watchTo?.webhook?.url).toBe(url);
  expect(() => read({ watchWebhook: SWITCHED_ON })).toThrow(/watchWebhook.*watchTo\.webhook/);
  expect(() => read({ watchMail: SWITCHED_ON })).toThrow(/watchMail.*watchTo\.email/);
});
