import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, anAgreement, aReferral } from '../stack/concept-examples.ts';
import { ownRegistry } from '../stack/own-registry.ts';
import { eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';

const CANARY = `Canari${ownMark()}`;
const id = ownIds();
/** Its own: what others left unsent in the shared record is not addressed to it. */
const PARTNER = id('clsc');
const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`moi:${password}`).toString('base64')}` });
let sandbox: StackSandbox;
let browser: ABrowser;
let board: string;
let token: string;
let registry: Awaited<ReturnType<typeof ownRegistry>>;
beforeAll(async () => {
  browser = await aBrowser();
  registry = await ownRegistry([PARTNER, id('other'), id('third')]);
  const settings = {
    LANES: '2',
    // The delivery waits for its next try as long as the test looks.
    DELIVERY_FIRST_RETRY_MS: '600000',
    DELIVERY_RETRY_CAP_MS: '600000',
    CIRCUIT_FAILURES_MAX: '1000',
  };
  sandbox = await stackSandbox(settings, { registryPath: registry.path });
  board = `${sandbox.gatewayUrl}/queues`;
  token = await sandbox.operatorToken();
  sandbox.partners.get(PARTNER)?.fault({ kind: 'error-500' });
  const name = { given: [CANARY], family: CANARY };
  const child = { id: id('child'), name, birthDate: '2023-05-04' };
  await sandbox.call('PUT', `/v1/care-circles/${id('circle')}`, {
    body: aCircle(id('circle'), id('child'), { child }),
  });
  await sandbox.call('PUT', `/v1/service-referrals/${id('referral')}`, {
    body: aReferral(id('referral'), id('child'), {
      what: CANARY,
      reason: CANARY,
      recipient: PARTNER,
      agreements: [anAgreement(PARTNER)],
    }),
  });
  await eventually(
    () => delayed(),
    (jobs) => jobs.length === 1,
    60_000,
  );
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
  await registry?.remove();
});

const api = (path: string) => request('GET', `${board}/api/${path}`, undefined, basic(token));
const jobsOf = async (queue: string, status = 'latest') => {
  const { body } = await api(`queues?activeQueue=${queue}&status=${status}&page=1&jobsPerPage=20`);
  return body.queues.find(({ name }: { name: string }) => name === queue)?.jobs ?? [];
};
const delayed = () => jobsOf(`deliver-${PARTNER}`, 'delayed');

test('whoever is no operator sees nothing of it: not a page, not a script, not a count', async () => {
  const centre = await sandbox.centreToken('hochelaga');
  const partner = await sandbox.partnerToken(PARTNER);
  for (const headers of [{}, basic(centre), basic(partner), { authorization: `Bearer ${centre}` }])
    for (const path of ['', '/', '/api/queues', '/queue/0-lane', '/static/js/main.js'])
      expect([path, (await request('GET', `${board}${path}`, undefined, headers)).status]).toEqual([path, 401]);
});

test('nothing can be changed through it, whatever it is asked', async () => {
  const [job] = await delayed();
  const queue = `deliver-${PARTNER}`;
  for (const method of ['PUT', 'POST', 'PATCH', 'DELETE'])
    for (const path of [
      `queues/${queue}/retry/failed`,
      `queues/${queue}/promote`,
      `queues/${queue}/clean/delayed`,
      `queues/${queue}/pause`,
      `queues/${queue}/obliterate`,
      `queues/${queue}/empty`,
      `queues/${queue}/add`,
      `queues/${queue}/${job.id}/retry`,
      `queues/${queue}/${job.id}/promote`,
      `queues/${queue}/${job.id}/clean`,
      `queues/${queue}/${job.id}/update-data`,
      'queues/pause',
    ]) {
      const answer = await request(method, `${board}/api/${path}`, {}, basic(token));
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
  // It may be trying again just now; nobody has taken it away or sent it early.
  const [still] = await eventually(delayed, (jobs) => jobs.length === 1);
  expect([still.id, still.data]).toEqual([job.id, job.data]);
});

test('of a job only ids are told, sealed content not even as it is sealed', async () => {
  const [delivery] = await delayed();
  expect(delivery.data).toEqual({ task: expect.any(String), partner: PARTNER });
  const lanes = [...(await jobsOf('0-lane')), ...(await jobsOf('1-lane'))];
  expect(lanes.length).toBeGreaterThanOrEqual(2);
  for (const { data } of lanes) expect(data).toEqual({ exchangeId: expect.any(String), sealed: 'scellé / sealed' });
  const one = await api(`queues/deliver-${PARTNER}/${delivery.id}`);
  expect(one.body.job.data).toEqual(delivery.data);
  for (const told of [JSON.stringify([delivery, lanes, one.body]), sandbox.logged()]) {
    expect(told).not.toContain(CANARY);
    expect(told).not.toContain(token);
  }
  for (const path of [
    `queues/deliver-${PARTNER}/${delivery.id}/logs`,
    `queues/deliver-${PARTNER}/workers`,
    'job-schedulers',
  ])
    expect([path, (await api(path)).status]).toEqual([path, 404]);
});

test.each([
  ['desktop', 'fr'],
  ['phone', 'en'],
] as const)(
  'a person looks at the queues on a %s, in %s: nothing is asked of another origin, and nothing can be pressed that changes',
  async (device, language) => {
    const page = await browser.look('about:blank', { device, language, password: token });
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (it) => asked.push(it.url()));
    page.on('pageerror', (error) => refused.push(error.message));
    await page.goto(`${board}/queue/deliver-${PARTNER}?status=delayed`);
    await page.getByText(PARTNER, { exact: false }).first().waitFor({ timeout: 30_000 });
    const shown = async () => page.locator('body').textContent();
    await eventually(shown, (text) => text?.includes('deliver') === true, 30_000);
    await page
      .getByText(language === 'fr' ? 'Retardées' : 'Delayed', { exact: false })
      .first()
      .waitFor();
    expect(await page.content()).not.toContain(CANARY);
    for (const name of [
      /retry|réessayer/i,
      /promote|promouvoir/i,
      /^(pause|suspendre)/i,
      /clean|nettoyer/i,
      /obliterate/i,
    ])
      expect([String(name), await page.getByRole('button', { name }).count()]).toEqual([String(name), 0]);
    expect(asked.filter((url) => url.startsWith('http') && !url.startsWith(sandbox.gatewayUrl))).toEqual([]);
    expect(refused).toEqual([]);
    const { headers } = await request('GET', board, undefined, basic(token));
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
  },
);
