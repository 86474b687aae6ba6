import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { sheetId } from '../../gateway/existence-refusals/refusals-on-record.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { aCircle, aReferral } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Somebody is refused the existence of a file, in the real record: docs/existence-refusals.md. */
const CENTRE = 'hochelaga';
const id = ownIds();
let sandbox: StackSandbox;
let issuer: LocalIssuer;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
}, 360_000);
afterAll(() => sandbox?.stop());

const officer = { [CLAIMS.professional]: `${CENTRE}/privacy`, [CLAIMS.role]: 'privacy' };
const authorized = async () => ({
  authorization: `Bearer ${await issuer.sign({ ...issuer.claims({ centre: CENTRE }), ...officer })}`,
});
const post = async (path: string, body: object) => sandbox.call('POST', path, { body, headers: await authorized() });

/** As it is printed; days and hours go by meanwhile. */
async function pageOf(child: string, more: object = {}): Promise<string> {
  const response = await fetch(`${sandbox.gatewayUrl}/v1/register/_page?lang=fr`, {
    method: 'POST',
    headers: { ...(await authorized()), 'content-type': 'application/json' },
    body: JSON.stringify({ child, for: 'parent', reviewedBy: 'Julie', ...more }),
  });
  return (await response.text()).replaceAll(/\d+/g, '0');
}

test('whoever is refused the existence of a file is told what is told of a child whom nobody knows, until the decision is revoked; its sheet is sealed', async () => {
  const [child, circle, referral, nobody] = [id('enfant'), id('cercle'), id('demande'), id('personne')];
  await onRecord(sandbox, `/v1/care-circles/${circle}`, aCircle(circle, child));
  await onRecord(sandbox, `/v1/service-referrals/${referral}`, aReferral(referral, child));
  const asked = { child, for: 'parent', member: 'maman', reviewedBy: 'Julie' };
  const review = () => post('/v1/register/_review?lang=fr', asked);
  await eventually(review, ({ body }) => JSON.stringify(body.entries).includes('CLSC'));

  const decided = { child, member: 'maman', decidedBy: 'rprp', basis: 'serious-harm', from: '2026-01-01' };
  const written = await post('/v1/existence-refusals', decided);
  expect([written.status, written.body.stands]).toEqual([201, true]);
  const { body: sheet } = await sandbox.hapi(`Basic/${sheetId(CENTRE, child)}`);
  expect(JSON.stringify(sheet)).not.toMatch(/maman|rprp|enfant/);

  const { body: refused } = await review();
  expect(refused.refusals).toMatchObject([{ member: 'maman', applies: true }]);
  expect(JSON.stringify(refused.entries)).not.toContain('CLSC');
  // As many makings of an extract as the other has had within the hour.
  for (let made = 0; made < refused.entries.length; made += 1)
    await post('/v1/register/_review', { ...asked, child: nobody, member: undefined });
  expect(await pageOf(child, { member: 'maman' })).toBe(await pageOf(nobody));

  const ended = await post(`/v1/existence-refusals/${written.body.id}/revoke`, { child, decidedBy: 'rprp' });
  expect([ended.status, ended.body.stands]).toEqual([200, false]);
  expect(JSON.stringify((await review()).body.entries)).toContain('CLSC');
});
