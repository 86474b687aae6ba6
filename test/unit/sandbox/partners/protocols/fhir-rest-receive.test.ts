import { afterEach, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { aCancellation, aMessage, TASK_SYSTEM } from '../a-message.ts';
import { PARTNER_TOKEN, postMessage, startClsc } from '../a-partner.ts';

let clsc: PartnerSandbox | undefined;
afterEach(() => clsc?.stop());

const started = async (): Promise<PartnerSandbox> => {
  clsc = await startClsc();
  return clsc;
};

const locationsIn = async (response: Response): Promise<readonly (string | undefined)[]> => {
  const bundle = (await response.json()) as fhir4.Bundle;
  return (bundle.entry ?? []).map((entry) => entry.response?.location);
};

test('a message is kept and answered with a transaction-response that locates each entry', async () => {
  const partner = await started();

  const response = await postMessage(partner, aMessage());

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/fhir+json');
  const bundle = (await response.json()) as fhir4.Bundle;
  expect(bundle.type).toBe('transaction-response');
  expect(bundle.entry?.map((entry) => entry.response?.location?.split('/')[0])).toEqual([
    'Task',
    'ServiceRequest',
    'Patient',
    'Organization',
  ]);
  expect(bundle.entry?.every((entry) => entry.response?.status === '201 Created')).toBe(true);
  expect(partner.log().received).toMatchObject([{ messageId: { value: 'm-1' }, repeated: false, bundle: aMessage() }]);
  expect(partner.tasks()).toMatchObject([
    {
      identifier: { system: TASK_SYSTEM, value: 'r-1' },
      status: 'requested',
      unknown: false,
      child: { name: 'Théo Nguyễn', birthDate: '2019-05' },
      request: { text: 'Orthophonie\nRetard de langage', priority: 'urgent' },
      attempts: { received: 1, sent: 0 },
    },
  ]);
});

test('the same message twice makes one Task, at the same place', async () => {
  const partner = await started();

  const first = await locationsIn(await postMessage(partner, aMessage()));
  const second = await locationsIn(await postMessage(partner, aMessage()));

  expect(second).toEqual(first);
  expect(partner.tasks()).toHaveLength(1);
  expect(partner.tasks()[0]?.attempts.received).toBe(2);
  expect(partner.log().received.map(({ repeated }) => repeated)).toEqual([false, true]);
});

test('a newer message about the same Task updates it in place, and only what changed gets a new version', async () => {
  const partner = await started();

  const [task, request] = await locationsIn(await postMessage(partner, aMessage()));
  const [taskAfter, requestAfter] = await locationsIn(
    await postMessage(partner, aMessage({ message: 'm-2', reason: 'Bégaiement' })),
  );

  expect(requestAfter).toBe(request?.replace(/1$/, '2'));
  expect(taskAfter).toBe(task);
  expect(partner.tasks()).toHaveLength(1);
  expect(partner.tasks()[0]?.request?.text).toContain('Bégaiement');
});

test('a repeat of an older message that comes after a newer one brings nothing back', async () => {
  const partner = await started();
  await postMessage(partner, aMessage());
  await postMessage(partner, aMessage({ message: 'm-2', reason: 'Bégaiement' }));

  await postMessage(partner, aMessage());

  expect(partner.tasks()[0]?.request?.text).toContain('Bégaiement');
});

test('a bare cancellation cancels what was received', async () => {
  const partner = await started();
  await postMessage(partner, aMessage());

  const response = await postMessage(partner, aCancellation());

  expect(response.status).toBe(200);
  expect(partner.tasks()).toMatchObject([{ status: 'cancelled', withdrawn: true, unknown: false }]);
});

test('a bare cancellation of a Task never received is kept as unknown, and the overtaken request shows no child', async () => {
  const partner = await started();

  const response = await postMessage(partner, aCancellation());
  expect(response.status).toBe(200);
  expect(partner.tasks()).toMatchObject([{ status: 'cancelled', unknown: true }]);

  await postMessage(partner, aMessage());
  expect(partner.tasks()).toMatchObject([{ status: 'cancelled', withdrawn: true, unknown: true }]);
  expect(partner.tasks()[0]).not.toHaveProperty('child');
});

test.each([
  ['no token', {}],
  ['another token', { authorization: 'Bearer other' }],
  ['another scheme', { authorization: `Basic ${PARTNER_TOKEN}` }],
])('%s gets 401 and an OperationOutcome, and nothing is kept', async (_case, headers) => {
  const partner = await started();

  const response = await postMessage(partner, aMessage(), { headers: { authorization: '', ...headers } });

  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'login' }] });
  expect(partner.tasks()).toEqual([]);
  expect(partner.log().turnedAway).toMatchObject([{ status: 401 }]);
  expect(JSON.stringify(partner.log())).not.toContain('Nguyễn');
});

test('bad JSON gets 400 and an OperationOutcome in both languages', async () => {
  const partner = await started();

  const response = await postMessage(partner, '{"resourceType":');

  expect(response.status).toBe(400);
  const { issue } = (await response.json()) as fhir4.OperationOutcome;
  expect(issue[0]?.details?.text).toMatch(/JSON lisible.*readable JSON/);
});

test('another content type gets 415', async () => {
  const partner = await started();
  const response = await postMessage(partner, aMessage(), { headers: { 'content-type': 'text/plain' } });
  expect(response.status).toBe(415);
});

test('what is not a transaction gets 400 naming the element, and nothing of it is kept', async () => {
  const partner = await started();

  const response = await postMessage(partner, { resourceType: 'Patient' });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ issue: [{ expression: ['Bundle'] }] });
  expect(partner.log().received).toEqual([]);
});

test('a child whose data is not shaped as R4 says breaks neither the log nor the list', async () => {
  const partner = await started();
  const message = JSON.parse(JSON.stringify(aMessage()).replace('[{"text":"Théo Nguyễn"}]', '"Théo"'));

  expect((await postMessage(partner, message)).status).toBe(200);
  expect(partner.tasks()[0]?.child).toEqual({ birthDate: '2019-05' });
});

test('another address under the endpoint gets 404 and an OperationOutcome', async () => {
  const partner = await started();
  const response = await fetch(`${partner.endpoint}/Task`, { headers: { authorization: `Bearer ${PARTNER_TOKEN}` } });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
});

test('its CapabilityStatement says that it is a sandbox', async () => {
  const partner = await started();
  const statement = (await (await fetch(`${partner.endpoint}/metadata`)).json()) as fhir4.CapabilityStatement;
  expect(statement.fhirVersion).toBe('4.0.1');
  expect(statement.implementation?.description).toMatch(/bac à sable.*sandbox/);
});
