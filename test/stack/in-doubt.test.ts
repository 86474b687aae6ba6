import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { type Answer, eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const deliveryIs =
  (state: string) =>
  ({ body }: Answer): boolean =>
    body.record?.deliveries[0]?.state === state;

test.each(['plateforme-sociale', 'bser-outreach'])(
  '%s keeps a request and cuts the connection: it is asked, and is not sent the same again',
  async (recipient) => {
    const partner = sandbox.partners.get(recipient);
    const [request, child] = [id(recipient), id(`child-${recipient}`)];
    await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
    partner?.fault({ kind: 'drop-after-receiving' });
    await sandbox.call('PUT', `/v1/service-referrals/${request}`, {
      body: aReferral(request, child, { recipient, agreements: [anAgreement(recipient)] }),
    });
    const read = () => sandbox.call('GET', `/v1/service-referrals/${request}`);
    await eventually(read, deliveryIs('failing'));
    expect(partner?.log().received).toHaveLength(1);
    partner?.fault({ kind: 'none' });
    const told = await eventually(read, deliveryIs('sent'));
    const { task } = told.body.record.deliveries[0];
    await eventually(
      () => sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${task}`),
      ({ body }) => JSON.stringify(body.entry[0].resource.extension ?? []).includes('found there'),
    );
    expect(partner?.log().received).toHaveLength(1);
  },
);
