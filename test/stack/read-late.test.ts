import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const POLLER = 'clsc-releve';
/** So many public answers are more than the buffers between two ends of a connection hold. */
const BEFORE = 80;

let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox?.stop());

test('a partner that asks, and reads its answers only after the agreement was taken back, is given nothing of the request', async () => {
  const id = ownIds();
  const [circle, child, referral] = [id('circle'), id('child'), id('ref')];
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body: aCircle(circle, child) });
  const body = aReferral(referral, child, { recipient: POLLER, agreements: [anAgreement(POLLER)] });
  await sandbox.call('PUT', `/v1/service-referrals/${referral}`, { body });
  const told = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    (answer) => answer.body.record?.deliveries[0]?.task !== undefined,
  );
  const number: string = told.body.record.deliveries[0].task;

  const { hostname, port, host } = new URL(sandbox.gatewayUrl);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const ask = (path: string, ...headers: string[]): string =>
    [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n');
  const authorization = `Authorization: Bearer ${await sandbox.partnerToken(POLLER)}`;
  // All in one packet, as long as the first is being answered.
  socket.write(
    ask('/openapi.json').repeat(BEFORE) + ask(`/fhir/ServiceRequest/${number}`, authorization, 'Connection: close'),
  );

  const taken = await sandbox.call('PUT', `/v1/service-referrals/${referral}`, {
    body: { ...body, version: 2, agreements: undefined },
    headers: { prefer: 'wait=0' },
  });
  expect(taken.status).toBe(202);
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('utf8');
  });
  await once(socket, 'close');
  const answers = heard.split('HTTP/1.1 ').slice(1);
  expect(answers).toHaveLength(BEFORE + 1);
  const last = answers.at(-1) ?? '';
  expect(last).not.toMatch(/Peu de mots|Évaluation/);
  expect(last).toMatch(/^(?:404|503) /);
});
