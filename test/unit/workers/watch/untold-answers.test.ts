import { expect, test } from '@jest/globals';
import type { DeliveryJob } from '../../../../gateway/queues.ts';
import { patientFromChild } from '../../../../mappings/concepts/child.ts';
import { queueUntoldAnswers } from '../../../../workers/watch/untold-answers.ts';
import { anInboundReferral, asked, CENTRE, SENDER } from '../../../builders/inbound-events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

test('an answer that Redis lost is found in the record and queued; one that the sender knows is not', async () => {
  const home: fhir4.Organization = {
    resourceType: 'Organization',
    id: 'home',
    identifier: [{ system: 'https://fhir.passerelle.example/NamingSystem/centre', value: CENTRE }],
  };
  const said = anInboundReferral().childSaid ?? {};
  const jade = patientFromChild({ id: 'jade', name: { text: 'x' }, ...said }, CENTRE);
  const it = syncBench(
    memoryRecord([
      home,
      {
        ...jade,
        id: 'jade',
        managingOrganization: { reference: 'Organization/home', identifier: home.identifier?.[0] ?? {} },
      },
    ]),
  );
  const jobs: DeliveryJob[] = [];
  const look = queueUntoldAnswers(
    it.record,
    async (job) => void jobs.push(job),
    { list: async () => [] },
    () => new Date('2026-03-11'),
  );
  await it.put(asked('ref-1'));
  expect(await look()).toBe(0);
  const about = { centre: CENTRE, child: 'jade', request: 'ref-1', recordedAt: '2026-03-10T17:00:00.000Z' };
  await it.put({
    ...about,
    kind: 'answer',
    exchangeId: '11111111-1111-4111-8111-111111111111',
    answer: { what: 'accepted', happenedAt: '2026-03-10T12:00:00-04:00', saidBy: 'Julie', recordedBy: 'Julie' },
  });
  expect(await look()).toBe(1);
  expect(jobs).toEqual(it.deliveries);
  await it.put({
    ...about,
    kind: 'dispatch',
    exchangeId: '11111111-1111-4111-8111-111111111112',
    recipient: SENDER,
    version: 1,
    stage: 'answer',
    dispatch: { happenedAt: '2026-03-10T17:00:05.000Z', how: 'system', recordedBy: CENTRE },
  });
  expect(await look()).toBe(0);
});
