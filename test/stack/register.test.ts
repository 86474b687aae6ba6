import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { BEGINNING, hashOf, linkOf, onRecord as onRecordAs } from '../../gateway/audit/chain.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { auditSince } from './audit-since.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { type SinceProxy, sinceProxy } from './since-proxy.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** The register in the real record: searched page by page by a centre, and verified by the command as those who run it do. */
const TOP = fileURLToPath(new URL('../..', import.meta.url));
const id = ownIds();
const CENTRE = 'hochelaga';
const OTHER = 'petits-renards';
const READS = 12;
let sandbox: StackSandbox;
let redis: Redis;
let record: SinceProxy;
let folder: string;
let since: Date;

beforeAll(async () => {
  since = new Date(Date.now() - 1);
  sandbox = await stackSandbox();
  redis = new Redis(sandbox.stack.redis.url);
  // Others’ chains, of which Redis is gone, stand in the record that all share.
  record = await sinceProxy(sandbox.stack.hapi.url, since);
  folder = await mkdtemp(join(tmpdir(), 'passerelle-audit-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await writeFile(join(folder, 'audit.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(join(folder, 'audit-public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
});
afterAll(async () => {
  redis?.disconnect();
  await record?.stop();
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number;
  readonly text: string;
}

/** What a script of package.json says, and its exit code. */
async function command(script: 'audit:verify' | 'operate', ...args: readonly string[]): Promise<Said> {
  const { scripts } = JSON.parse(await readFile(join(TOP, 'package.json'), 'utf8'));
  const [, ...words] = String(scripts[script]).split(' ');
  const env = {
    ...process.env,
    HAPI_URL: record.url,
    REDIS_URL: sandbox.stack.redis.url,
    LANG: 'en_CA.UTF-8',
    LC_ALL: '',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [...words, ...args], { cwd: TOP, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: `${stdout}${stderr}` }),
    );
  });
}
const verify = (): Promise<Said> =>
  command('audit:verify', '--key', join(folder, 'audit-public.pem'), '--checkpoints', join(folder, 'checkpoints'));

/** The entries of this sandbox, in the order of their chain. */
const entries = async (): Promise<readonly fhir4.AuditEvent[]> =>
  [...(await auditSince(sandbox, since.toISOString()))].sort((a, b) => (linkOf(a)?.n ?? 0) - (linkOf(b)?.n ?? 0));
const put = async (event: fhir4.AuditEvent): Promise<void> => {
  const answer = await request('PUT', `${record.url}/AuditEvent/${event.id}`, event, {
    'content-type': 'application/fhir+json',
  });
  expect([200, 201]).toContain(answer.status);
};
const remove = async (event: fhir4.AuditEvent | undefined): Promise<void> =>
  expect((await request('DELETE', `${record.url}/AuditEvent/${event?.id}`, undefined, {})).status).toBe(200);

interface Line {
  readonly id: string;
  readonly at: string;
}

/** Every page of the register about a child, as a centre follows them. */
async function pagesAbout(child: string, centre: string, limit: number): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let after: string | undefined; ; ) {
    const { status, body } = await sandbox.call('POST', '/v1/register/_search', {
      centre,
      body: { child, limit, ...(after !== undefined && { after }) },
    });
    expect([status, body.entries.length <= limit]).toEqual([200, true]);
    lines.push(...body.entries);
    after = body.next;
    if (after === undefined) return lines;
  }
}

test('a centre searches the register of a child page by page: each reading once, the most recent first, also those of one instant; another centre finds none', async () => {
  const [child, circle] = [id('searched'), id('searched-circle')];
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, child) });
  await Promise.all(Array.from({ length: READS }, () => sandbox.call('GET', `/v1/care-circles/${circle}`)));
  await entries();
  const lines = await pagesAbout(child, CENTRE, 5);
  const readings = lines.filter((line) => JSON.stringify(line).includes('care-circle'));
  expect(readings).toHaveLength(READS);
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
  const moments = lines.map(({ at }) => Date.parse(at));
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
  expect(JSON.stringify(await pagesAbout(child, OTHER, 5))).not.toContain(circle);
});

test('an extract for the family names a recipient until a label is put on the file, and nobody from then on; a request read through the FHIR facade is found by its id', async () => {
  const [child, circle, referral] = [id('child-e'), id('circle-e'), id('ref-e')];
  const own = aCircle(circle, child) as { readonly child: object };
  await onRecord(sandbox, `/v1/care-circles/${circle}`, own);
  const agreed = { recipient: 'clsc-hochelaga', agreements: [anAgreement('clsc-hochelaga')] };
  await onRecord(sandbox, `/v1/service-referrals/${referral}`, aReferral(referral, child, agreed));
  const { body: found } = await sandbox.hapi(`ServiceRequest?identifier=${referral}`);
  const place = `/fhir/ServiceRequest/${found.entry[0].resource.id}`;
  expect((await sandbox.call('GET', place)).status).toBe(200);
  const review = (reader: string) =>
    sandbox.call('POST', '/v1/register/_review?lang=en', { body: { child, for: reader, reviewedBy: 'Julie' } });
  await eventually(
    () => review('parent'),
    ({ body }) => JSON.stringify(body.entries).includes('CLSC'),
  );
  const labelled = { ...own, version: 2, child: { ...own.child, labels: ['violence'] } };
  await onRecord(sandbox, `/v1/care-circles/${circle}`, labelled);
  for (const reader of ['parent', 'child']) {
    const { status, body } = await review(reader);
    expect([status, body.leftOut.restricted > 0]).toEqual([200, true]);
    expect(JSON.stringify(body.entries)).not.toContain('CLSC');
    expect(body.entries.length).toBeGreaterThan(0);
  }
});

test('audit:verify ends with 0 while the register is whole, and with 1 once an entry is altered, removed, or its end cut off', async () => {
  const circle = id('circle');
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, id('child')) });
  for (let nth = 0; nth < READS; nth += 1) await sandbox.call('GET', `/v1/care-circles/${circle}`);
  const all = await entries();
  expect(all.length).toBeGreaterThanOrEqual(READS);
  const signed = await command(
    'operate',
    ...['audit', 'checkpoint', '--key', join(folder, 'audit.pem'), '--checkpoints', join(folder, 'checkpoints')],
  );
  expect(signed.code).toBe(0);

  const whole = await verify();
  expect(whole).toEqual({ code: 0, text: expect.stringContaining('The register is whole') });
  // The workers go on: there may be more by now.
  expect(Number(/whole: (\d+) entries/.exec(whole.text)?.[1])).toBeGreaterThanOrEqual(all.length);

  const [altered, removed] = [all[4], all[7]] as [fhir4.AuditEvent, fhir4.AuditEvent];
  await put({ ...altered, outcome: '8' });
  const afterAlteration = await verify();
  expect(afterAlteration.code).toBe(1);
  expect(afterAlteration.text).toContain(altered.id);
  await put(altered);

  await remove(removed);
  const afterRemoval = await verify();
  expect(afterRemoval.code).toBe(1);
  expect(afterRemoval.text).toContain(`${linkOf(removed)?.n}`);
  await put(removed);

  // A chain of one place before the first, which holds together, as whoever reaches HAPI alone can write it.
  const { extension: _link, ...said } = { ...removed, id: randomUUID() };
  const place = { chain: 'forged', n: 0, previous: BEGINNING };
  const forged = onRecordAs({ link: { ...place, hash: hashOf(place, said) }, event: said });
  await put(forged);
  const afterForgery = await verify();
  expect([afterForgery.code, afterForgery.text]).toEqual([1, expect.stringContaining(forged.id)]);
  await remove(forged);

  // Whoever cuts off the end and sets the head in Redis back is told by the checkpoint alone: what was written after it is known to none.
  const [cutFrom, before] = [linkOf(all.at(-1) as fhir4.AuditEvent)?.n ?? 0, linkOf(all.at(-2) as fhir4.AuditEvent)];
  for (const event of await entries()) if ((linkOf(event)?.n ?? 0) >= cutFrom) await remove(event);
  await redis.set(redisKeys.auditHead, JSON.stringify([before?.chain, before?.n, before?.hash]));
  const cutOff = await verify();
  expect(cutOff.code).toBe(1);
  expect(cutOff.text).not.toContain('The register is whole');
});
