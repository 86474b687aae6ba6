import { afterEach, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { startGateway } from '../a-gateway.ts';
import { startClsc } from '../a-partner.ts';

const REFERRAL = {
  child: { given: 'Mai', family: 'Nguyễn', birthDate: '2021-04', language: 'fr' },
  what: 'Suivi en pédiatrie sociale',
  priority: 'urgent',
  centre: 'verdun',
  letter: { title: 'Lettre', text: 'Bonjour' },
} as const;

let clsc: PartnerSandbox | undefined;
let gateway: Awaited<ReturnType<typeof startGateway>> | undefined;
afterEach(async () => {
  await clsc?.stop();
  await gateway?.stop();
});

async function standing(...replies: Parameters<typeof startGateway>) {
  gateway = await startGateway(...replies);
  clsc = await startClsc({ gatewayUrl: gateway.url });
  return { clsc, gateway };
}
const entriesOf = (body: unknown) => (body as fhir4.Bundle).entry?.map(({ resource }) => resource) ?? [];

test('a child is referred in one transaction, and taken back under the same number', async () => {
  const { clsc, gateway } = await standing();
  const value = await clsc.refer(REFERRAL);
  await clsc.cancelReferral(value);
  expect(gateway.calls.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /fhir', 'POST /fhir']);
  const [request, withdrawal] = gateway.calls.map(({ task }) => entriesOf(task));
  expect(request?.map((resource) => resource?.resourceType)).toEqual([
    'Task',
    'ServiceRequest',
    'Patient',
    'Organization',
    'DocumentReference',
  ]);
  expect(withdrawal).toMatchObject([{ resourceType: 'Task', identifier: [{ value }], status: 'cancelled' }]);
});

test('a message that had no answer is sent again as the same message', async () => {
  const { clsc, gateway } = await standing(['cut', { status: 200 }]);
  await clsc.refer(REFERRAL);
  const [first, second] = gateway.calls.map(({ task }) => JSON.stringify(task));
  expect(second).toBe(first);
});

test('what the gateway refuses is told to whoever refers', async () => {
  const { clsc } = await standing([{ status: 422, body: { resourceType: 'OperationOutcome' } }]);
  await expect(clsc.refer(REFERRAL)).rejects.toMatchObject({ status: 422 });
});
