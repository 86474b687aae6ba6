import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { bars as barsProtocol } from '../../../../../sandbox/partners/messaging/bars-protocol.ts';
import { type PartnerSandbox, startPartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { GATEWAY_TOKEN, PARTNER_TOKEN, postMessage } from '../a-partner.ts';
import { aMessagingGateway } from './a-messaging-gateway.ts';

const REFERRAL = {
  child: { given: 'Emeka', family: 'Obi', birthDate: '2019-04-02' },
  what: 'Social pediatrics',
  reason: 'Alone at recess',
} as const;

let gateway: Awaited<ReturnType<typeof aMessagingGateway>>;
let bars: PartnerSandbox;
beforeEach(async () => {
  gateway = await aMessagingGateway();
  bars = await startPartnerSandbox({
    id: 'bars-sender',
    kind: 'hospital',
    name: { fr: 'Expéditeur BaRS', en: 'BaRS sender' },
    token: PARTNER_TOKEN,
    gatewayUrl: gateway.url,
    gatewayToken: GATEWAY_TOKEN,
    retryWaitsMs: [1],
    protocol: barsProtocol({ name: 'A surgery' }),
  });
});
afterEach(async () => {
  await bars.stop();
  await gateway.stop();
});

test('a referral and its cancellation leave without any Task, as valid R4', async () => {
  const number = await bars.refer(REFERRAL);
  await bars.cancelReferral(number);
  expect(
    gateway.messages.map(({ entry = [] }) => {
      const header = entry[0]?.resource as fhir4.MessageHeader;
      const request = entry[1]?.resource as fhir4.ServiceRequest;
      return [
        header.eventCoding?.code,
        header.reason?.coding?.[0]?.code,
        request.status,
        request.identifier?.[0]?.value,
      ];
    }),
  ).toEqual([
    ['servicerequest-request', 'new', 'active', number],
    ['servicerequest-request', 'update', 'revoked', number],
  ]);
  expect(JSON.stringify(gateway.messages)).not.toContain('"Task"');
  for (const message of gateway.messages)
    expect(checkResource(message).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(bars.log().referred.map(({ cancelled }) => cancelled)).toEqual([false, true]);
});

test('it takes nothing, and knows no number but its own', async () => {
  expect((await postMessage(bars, {})).status).toBe(404);
  expect(bars.tasks()).toEqual([]);
  await expect(bars.answer('r-1', { act: 'accept' })).rejects.toMatchObject({ status: 404 });
  await expect(bars.cancelReferral('another')).rejects.toMatchObject({ status: 404 });
});

test('a referral that the gateway refuses is no referral', async () => {
  const refusing = await aMessagingGateway([{ status: 422, code: 'fatal-error' }]);
  await gateway.stop();
  gateway = refusing;
  const other = await startPartnerSandbox({
    id: 'bars-other',
    kind: 'hospital',
    name: { fr: 'Autre', en: 'Other' },
    token: PARTNER_TOKEN,
    gatewayUrl: refusing.url,
    gatewayToken: GATEWAY_TOKEN,
    retryWaitsMs: [1],
    protocol: barsProtocol({ name: 'A surgery' }),
  });
  await expect(other.refer(REFERRAL)).rejects.toMatchObject({ status: 422 });
  await other.stop();
});
