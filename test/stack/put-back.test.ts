import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operateCommand } from '../../operate/operate-command.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { ASSESSED } from '../builders/a-registry.ts';
import { aCircle, anAgreement, aPlan, aReferral } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
/** The watch finds what other files left unsent in the shared HAPI: none of that is addressed to partners of this name. */
const [HOCHELAGA, GUIMOND] = [id('hochelaga'), id('guimond')];
/** In another province: one that is sent to, one that collects. */
const [ACROSS, COLLECTS] = [id('outaouais'), id('releve')];
let sandbox: StackSandbox;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  const registryPath = join(folder, 'registry.yaml');
  const registry = (await readFile(SANDBOX_REGISTRY, 'utf8'))
    .replaceAll('clsc-hochelaga', HOCHELAGA)
    .replaceAll('clsc-olivier-guimond', GUIMOND)
    .replaceAll('clsc-verdun', ACROSS)
    .replaceAll('clsc-releve', COLLECTS)
    .replace(new RegExp(`(id: (?:${ACROSS}|${COLLECTS})\\n.*\\n +province: )QC`, 'g'), '$1ON');
  await writeFile(registryPath, registry);
  sandbox = await stackSandbox(
    {
      BESIDE_MAX_MS: '1200',
      BESIDE_LOOK_AGAIN_MS: '400',
      DELIVERY_TRIES_MAX: '2',
      DELIVERY_FIRST_RETRY_MS: '50',
      WATCH_EVERY_MS: '1000',
    },
    { registryPath },
  );
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true });
});

const toPartner = (recipient: string) => ({ recipient, agreements: [anAgreement(recipient)] });
const put = (path: string, body: unknown, headers = {}) => sandbox.call('PUT', path, { body, headers });
const asOperator = async (method: string, path: string, body?: unknown) =>
  request(method, `${sandbox.gatewayUrl}${path}`, body, { authorization: `Bearer ${await sandbox.operatorToken()}` });
const lettersOf = async (query = '') => (await asOperator('GET', `/v1/dead-letters${query}`)).body.letters;

/** The command line, as somebody types it; gives what it says. */
async function operate(...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const env = {
    GATEWAY_URL: sandbox.gatewayUrl,
    ADMIN_TOKEN: await sandbox.operatorToken(),
    CENTRE_TOKEN: await sandbox.centreToken('hochelaga'),
  };
  await operateCommand({ env, say: (line) => void said.push(line) }).parseAsync(['--lang', 'en', ...words], {
    from: 'user',
  });
  return said.join('\n');
}

test('a plan whose circle never came is listed without content, looked at by its centre, and put back once the circle is there', async () => {
  const [child, plan] = [id('child'), id('plan')];
  const body = aPlan(plan, child, { circle: id('late-circle') });
  const { body: waiting } = await put(`/v1/action-plans/${plan}`, body);
  const [letter] = await eventually(
    () => lettersOf('?kind=concept'),
    (letters) => letters.length > 0,
  );
  expect(letter).toMatchObject({ id: waiting.id, centre: 'hochelaga', concept: 'action-plan', identifier: plan });
  expect(await operate('dead-letters', 'list')).toContain(letter.id);
  expect(JSON.stringify(letter)).not.toContain('comprendre');

  const look = await sandbox.call('GET', `/v1/dead-letters/${letter.id}/content`);
  expect(look.body.content).toMatchObject(body);
  await eventually(
    () => sandbox.hapi('AuditEvent?action=R&_count=200&_sort=-date'),
    ({ body }) => JSON.stringify(body).includes(`urn:uuid:${letter.id}`),
  );
  expect((await asOperator('GET', `/v1/dead-letters/${letter.id}/content`)).status).toBe(403);

  expect(await operate('dead-letters', 'replay', letter.id)).toContain('A dry run');
  expect((await sandbox.call('GET', `/v1/exchanges/${letter.id}`)).body.state).toBe('parked');

  await put(`/v1/care-circles/${id('late-circle')}`, aCircle(id('late-circle'), child));
  await operate('dead-letters', 'replay', letter.id, '--do');
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${letter.id}`),
    ({ body: { state } }) => state === 'synced',
  );
  expect((await sandbox.call('GET', `/v1/action-plans/${plan}`)).body.version).toBe(1);
  expect(await lettersOf('?kind=concept')).toEqual([]);
});

test('put back before it can succeed, it waits again and is set aside again; put back after a newer version, it changes nothing', async () => {
  const [child, plan] = [id('child-b'), id('plan-b')];
  const orphan = aPlan(plan, child, { circle: id('no-circle') });
  const { body: waiting } = await put(`/v1/action-plans/${plan}`, orphan);
  const setAside = (times: number) =>
    eventually(
      () => asOperator('GET', `/v1/dead-letters/${waiting.id}`),
      ({ body }) => (body.replays?.count ?? 0) === times && body.failure === 'invalidInput',
    );
  await setAside(0);
  await operate('dead-letters', 'replay', waiting.id, '--do');
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${waiting.id}`),
    ({ body: { state } }) => state === 'waiting',
  );
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${waiting.id}`),
    ({ body: { state } }) => state === 'parked',
  );
  await setAside(1);

  await put(`/v1/care-circles/${id('circle-b')}`, aCircle(id('circle-b'), child));
  const newer = await put(`/v1/action-plans/${plan}`, { ...orphan, version: 2, circle: id('circle-b') });
  expect(newer.status).toBe(201);
  expect((await asOperator('GET', `/v1/dead-letters/${waiting.id}`)).status).toBe(404);
  expect((await sandbox.call('GET', `/v1/exchanges/${waiting.id}`)).body).toMatchObject({
    state: 'superseded',
    version: 2,
  });
  expect(await operate('dead-letters', 'replay', waiting.id, '--do')).toContain('gone');
});

test('a plan that was set aside is repaired from the command line: its content corrected, sent as a newer version', async () => {
  const [child, plan] = [id('child-r'), id('plan-r')];
  const { body: waiting } = await put(`/v1/action-plans/${plan}`, aPlan(plan, child, { circle: id('typo') }));
  await eventually(
    () => asOperator('GET', `/v1/dead-letters/${waiting.id}`),
    ({ status }) => status === 200,
  );
  await put(`/v1/care-circles/${id('circle-r')}`, aCircle(id('circle-r'), child));
  const { content } = JSON.parse(await operate('dead-letters', 'show', waiting.id, '--content'));
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify({ ...content, version: 2, circle: id('circle-r') }));
  expect(await operate('dead-letters', 'repair', waiting.id, '--file', file)).toContain('"state": "synced"');
  expect((await asOperator('GET', `/v1/dead-letters/${waiting.id}`)).status).toBe(404);
  expect((await sandbox.call('GET', `/v1/action-plans/${plan}`)).body).toMatchObject({
    version: 2,
    goals: content.goals,
  });
});

test('a delivery that failed to the last try is set aside, not sent again every minute, and put back when its partner answers', async () => {
  const [child, referral] = [id('child-c'), id('ref-c')];
  const partner = sandbox.partners.get(HOCHELAGA);
  await put(`/v1/care-circles/${id('circle-c')}`, aCircle(id('circle-c'), child));
  partner?.fault({ kind: 'error-500' });
  await put(`/v1/service-referrals/${referral}`, aReferral(referral, child, toPartner(HOCHELAGA)));
  const [letter] = await eventually(
    () => lettersOf(`?kind=delivery&partner=${HOCHELAGA}`),
    (letters) => letters.length > 0,
  );
  expect(letter.failure).toBe('unavailable');
  const { turnedAway } = partner?.log() ?? {};
  expect(turnedAway).toHaveLength(2);
  // The watch looks at least twice.
  const started = Date.now();
  await eventually(
    async () => Date.now() - started,
    (elapsed) => elapsed > 2_500,
  );
  expect(partner?.log().turnedAway).toHaveLength(2);

  partner?.fault({ kind: 'none' });
  await operate('dead-letters', 'replay', '--partner', HOCHELAGA, '--do');
  await eventually(
    async () => partner?.tasks().length,
    (tasks) => tasks === 1,
  );
  await eventually(
    () => lettersOf(`?kind=delivery&partner=${HOCHELAGA}`),
    (letters) => letters.length === 0,
  );
});

test('to a partner that was paused nothing leaves until it is resumed, and the others go on', async () => {
  const [child, held, other] = [id('child-d'), id('ref-d'), id('ref-e')];
  const tasksAt = (name: string) => sandbox.partners.get(name)?.tasks().length ?? 0;
  const before = tasksAt(HOCHELAGA);
  expect(await operate('partner', 'pause', HOCHELAGA)).toContain('paused');
  await put(`/v1/care-circles/${id('circle-d')}`, aCircle(id('circle-d'), child));
  await put(`/v1/service-referrals/${held}`, aReferral(held, child, toPartner(HOCHELAGA)));
  await put(`/v1/service-referrals/${other}`, aReferral(other, child, toPartner(GUIMOND)));
  await eventually(
    async () => tasksAt(GUIMOND),
    (tasks) => tasks === 1,
  );
  expect(tasksAt(HOCHELAGA)).toBe(before);
  expect(await operate('partner', 'list')).toMatch(new RegExp(`${HOCHELAGA}: paused, [1-9]\\d* waiting`));
  expect(await operate('partner', 'resume', HOCHELAGA)).toContain('open');
  await eventually(
    async () => tasksAt(HOCHELAGA),
    (tasks) => tasks === before + 1,
  );
});

test('to a partner of another province a request is kept and says why; once the centre names it what waited leaves, and turned off again only the bare cancellation does', async () => {
  const [child, sent, collected] = [id('child-f'), id('ref-f'), id('ref-g')];
  const partner = sandbox.partners.get(ACROSS);
  const standing = sandbox.registry.centre('hochelaga') ?? {};
  /** As if gateway and workers had read the registry anew. */
  const name = (...partners: readonly string[]) =>
    Object.assign(standing, { otherProvinces: partners.length > 0 && ASSESSED(...partners) });
  const collect = async (type: 'Task' | 'Patient', number: string) =>
    request('GET', `${sandbox.gatewayUrl}/fhir/${type}/${number}`, undefined, {
      authorization: `Bearer ${await sandbox.partnerToken(COLLECTS)}`,
    });
  const asked = (changes: object = {}) => aReferral(sent, child, { ...toPartner(ACROSS), ...changes });
  const setAside = () =>
    eventually(
      () => lettersOf(`?kind=delivery&partner=${ACROSS}`),
      (letters) => letters.length > 0,
    );

  await put(`/v1/care-circles/${id('circle-f')}`, aCircle(id('circle-f'), child));
  const kept = await put(`/v1/service-referrals/${sent}`, asked());
  expect(kept.status).toBe(201);
  expect(kept.body.issues).toMatchObject([
    { severity: 'warning', expression: ['recipient'], details: { text: expect.stringMatching(WHY) } },
  ]);
  await put(`/v1/service-referrals/${collected}`, aReferral(collected, child, toPartner(COLLECTS)));
  const { body: told } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${collected}`),
    ({ body }) => body.record?.deliveries[0]?.task !== undefined,
  );
  const number: string = told.record.deliveries[0].task;
  expect(JSON.stringify(await setAside())).toMatch(WHY);
  expect(partner?.tasks()).toEqual([]);
  expect((await collect('Task', number)).status).toBe(404);

  name(ACROSS, COLLECTS, 'triage-ereferral', 'orchestre-vanier');
  await operate('dead-letters', 'replay', '--partner', ACROSS, '--do');
  const there = async () => partner?.tasks()[0]?.status;
  await eventually(there, (status) => status === 'requested');
  expect((await collect('Task', number)).status).toBe(200);
  expect(JSON.stringify((await collect('Patient', number)).body)).toContain('Nguyễn');

  name();
  const messages = () => partner?.log().received ?? [];
  const before = messages().length;
  await put(`/v1/service-referrals/${sent}`, asked({ version: 2, reason: 'Ne dit plus rien' }));
  await setAside();
  expect(messages()).toHaveLength(before);
  // It has seen it, and can still answer; nothing of the child is there any more.
  expect((await collect('Task', number)).body).not.toHaveProperty('for');
  expect((await collect('Patient', number)).status).toBe(404);
  await put(`/v1/service-referrals/${sent}`, asked({ version: 3, reason: 'Ne dit plus rien', status: 'revoked' }));
  await eventually(there, (status) => status === 'cancelled');
  expect(JSON.stringify(messages().slice(before))).not.toMatch(/Nguyễn|Ne dit plus rien/);
});

const WHY = /autre province.*otherProvinces/;
