import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aPlan } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ BESIDE_MAX_MS: '1500', BESIDE_LOOK_AGAIN_MS: '400' });
});
afterAll(() => sandbox.stop());

const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body });

test('what it names never arrives: it is set aside with a reason, the child’s other events go on, and a newer version passes', async () => {
  const child = id('child');
  await put(`/v1/care-circles/${id('circle')}`, aCircle(id('circle'), child));
  const orphan = aPlan(id('plan'), child, { circle: id('no-such-circle') });
  const waiting = await put(`/v1/action-plans/${id('plan')}`, orphan);
  expect([waiting.status, waiting.body.state]).toEqual([202, 'waiting']);
  expect(waiting.body.issues[0].details.text).toContain(id('no-such-circle'));

  const other = await put(
    `/v1/care-circles/${id('circle')}`,
    aCircle(id('circle'), child, { version: 2, status: 'suspended' }),
  );
  expect(other.status).toBe(200);

  const parked = await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${waiting.body.id}`),
    ({ body }) => body.state === 'parked',
  );
  expect(parked.body.issues.at(-1)).toMatchObject({ severity: 'error', code: 'not-found' });
  const again = await put(`/v1/action-plans/${id('plan')}`, orphan);
  expect([again.status, again.body.resourceType]).toEqual([422, 'OperationOutcome']);

  const repaired = await put(`/v1/action-plans/${id('plan')}`, { ...orphan, version: 2, circle: id('circle') });
  expect(repaired.status).toBe(201);
});

test('an event that waits over several looks goes on when what it names arrives', async () => {
  const child = id('patient-child');
  const plan = await put(`/v1/action-plans/${id('early')}`, aPlan(id('early'), child));
  expect(plan.status).toBe(202);
  // It has looked again at least once by then.
  const started = Date.now();
  await eventually(
    async () => Date.now() - started,
    (elapsed) => elapsed > 600,
  );
  await put(`/v1/care-circles/${id('late-circle')}`, aCircle(id('late-circle'), child));
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${plan.body.id}`),
    ({ body }) => body.state === 'synced',
  );
});
