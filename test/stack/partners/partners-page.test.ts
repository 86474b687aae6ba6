import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PARTNERS_PAGE, registryWithEntry } from '../../unit/docs/partners-page.ts';
import { eventually, ownMark, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

const CENTRE = 'centre-exemple';
let sandbox: StackSandbox;
beforeAll(async () => {
  const registryPath = join(mkdtempSync(join(tmpdir(), 'passerelle-registry-')), 'passerelle.registry.yaml');
  writeFileSync(registryPath, registryWithEntry());
  sandbox = await stackSandbox({}, { registryPath });
});
afterAll(() => sandbox?.stop());

test('step 4 of docs/partners.md: the request of the page reaches the stand-in, and its answer comes back', async () => {
  // The record of the tests is shared: the page’s own ids would meet those of an earlier run.
  const mark = ownMark();
  const own = <T>(body: T): T =>
    JSON.parse(JSON.stringify(body).replaceAll(/"(cercle|enfant|demande)-exemple"/g, `"$1-exemple-${mark}"`));
  const [circle, request] = [own(PARTNERS_PAGE.circle), own(PARTNERS_PAGE.request)];
  const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body, centre: CENTRE });
  expect((await put(`/v1/care-circles/${circle.id}`, circle)).status).toBe(201);
  expect((await put(`/v1/service-referrals/${request.id}`, request)).status).toBe(201);

  const standIn = sandbox.partners.get('clsc-exemple');
  const [task] = await eventually(
    async () => standIn?.tasks() ?? [],
    (tasks) => tasks.length === 1,
  );
  await standIn?.answer(task?.identifier.value ?? '', { act: 'accept', priority: 'P2' });
  const told = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${request.id}`, { centre: CENTRE }),
    ({ body }) => body.record?.loop.state === 'accepted',
  );
  expect(told.body.record.deliveries[0]).toMatchObject({ recipient: 'clsc-exemple', priority: 'P2' });
});
