import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';
import { errorsByHl7, inboundFrom, settled } from './inbound-steps.ts';

/** What is BSeR's own beside the life that every dialect lives (scenarios.test.ts): its numbers, its document, its referrals. */
const OUTREACH = 'bser-outreach';
const BUSINESS_STATUS = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const outreach = (): PartnerSandbox => {
  const found = sandbox.partners.get(OUTREACH);
  if (found === undefined) throw new Error(`nobody stands in for ${OUTREACH}`);
  return found;
};
const lastReceived = (): fhir4.Bundle => {
  const last = outreach().log().received.at(-1)?.bundle;
  if (last === undefined) throw new Error('nothing was received');
  return last;
};
const taskIn = ({ entry = [] }: fhir4.Bundle) =>
  entry.map(({ resource }) => resource).find((resource): resource is fhir4.Task => resource?.resourceType === 'Task');
const codesOf = (task: fhir4.Task | undefined) =>
  task?.businessStatus?.coding?.filter(({ system }) => system === BUSINESS_STATUS).map(({ code }) => code);

test('a request leaves with BSeR’s first number and typed numbers, in English, and calls for the centre first', async () => {
  const [request, child] = [id('out'), id('out-child')];
  await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
  await sandbox.call('PUT', `/v1/service-referrals/${request}`, {
    body: aReferral(request, child, { recipient: OUTREACH, agreements: [anAgreement(OUTREACH)], note: 'note interne' }),
  });
  await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${request}`),
    ({ body }) => body.record?.deliveries[0]?.state === 'sent',
  );
  const task = taskIn(lastReceived());
  expect(codesOf(task)).toEqual(['2.0']);
  expect(task?.identifier?.[0]?.type?.coding?.[0]?.code).toBe('PLAC');
  expect(task?.description).toMatch(/^Call the centre first: 514/);
  const bytes = JSON.stringify(lastReceived());
  for (const hidden of ['note interne', child, request, 'psc-agreement', 'psc-safe-contact'])
    expect(bytes).not.toContain(hidden);
  expect(await errorsByHl7(sandbox, lastReceived())).toEqual([]);
});

test('a child whom the programme refers comes in by its transaction; the centre’s answers go back with BSeR’s numbers and document', async () => {
  const what = id('Évaluation');
  const number = await outreach().refer({
    child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02', sex: 'female' },
    what,
    centre: 'hochelaga',
    letter: { title: 'Lettre', text: 'Bonjour' },
  });
  const referral = await inboundFrom(sandbox, OUTREACH, what);
  await settled(sandbox, referral.id);
  const mine = () =>
    outreach()
      .tasks()
      .find(({ identifier }) => identifier.value === number);
  const say = (said: string, changes = {}) =>
    sandbox.call('POST', `/v1/inbound-referrals/${referral.id}/answers`, { body: anAnswer(said, changes) });

  await say('accepted');
  await eventually(
    async () => mine()?.status,
    (status) => status === 'accepted',
  );
  expect(codesOf(taskIn(lastReceived()))).toEqual(['3.0']);
  await say('completed', { outcome: 'Trois rencontres <et> un plan', happenedAt: '2026-11-23T10:00:00-05:00' });
  await eventually(
    async () => mine()?.status,
    (status) => status === 'completed',
  );
  expect(codesOf(taskIn(lastReceived()))).toEqual(['7.0']);
  expect(JSON.stringify(lastReceived())).toContain('Trois rencontres &lt;et&gt; un plan');
  expect(await errorsByHl7(sandbox, lastReceived())).toEqual([]);
});

test('a referral that the programme takes back is known to be taken back', async () => {
  const what = id('Reprise');
  const number = await outreach().refer({
    child: { given: 'Noé', family: 'Tremblay', birthDate: '2018-01-05' },
    what,
    centre: 'hochelaga',
  });
  const referral = await inboundFrom(sandbox, OUTREACH, what);
  await settled(sandbox, referral.id);
  await outreach().cancelReferral(number);
  await eventually(
    () => sandbox.call('GET', `/v1/inbound-referrals/${referral.id}`),
    ({ body }) => body.record?.loop?.state === 'cancelled',
  );
});
