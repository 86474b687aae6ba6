import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outcomeEvaluationMapping } from '../../../../mappings/concepts/outcome-evaluation.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { revisionOf } from '../../../../mappings/domain/revision-on-record.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aReceipt } from '../../../builders/a-task.ts';
import { agreedTo, circleEvent, eventOf, fileEvents, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { type MemoryRecord, memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { expectValidTransaction, hasHoles } from '../../../builders/valid-transaction.ts';
import { childFiles, FILE_CONCEPTS } from '../../../generators/child-files.ts';

/** Who comes first names a professional or an institution, and nobody writes over it. */
const DIRECTORY = ['Organization', 'Practitioner', 'PractitionerRole'];

/** What the child’s concepts say, without what a server counts. */
const contentOf = (record: MemoryRecord): string =>
  JSON.stringify(
    record
      .resources()
      .filter(({ resourceType }) => ![...DIRECTORY, 'Basic', 'Provenance'].includes(resourceType))
      .map(({ meta: _meta, id: _id, ...resource }) =>
        JSON.parse(JSON.stringify(resource), (name, value) => (name === 'reference' ? undefined : value)),
      )
      .map((resource) => JSON.stringify(resource))
      .sort(),
  );

/** A child with a circle and a referral that was sent. */
async function aSentReferral(changes: Parameters<typeof referralEvent>[0] = {}) {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent(changes));
  await bench.put(
    aDispatchEvent({
      version: 1,
      dispatch: { happenedAt: '2026-03-02T11:00:00-05:00', how: 'system', recordedBy: 'x' },
    }),
  );
  const tasks = () => bench.record.ofType('Task');
  return { ...bench, tasks, task: () => tasks()[0] as fhir4.Task };
}

/** How many concepts a child's file has. */
const PARTS = Object.keys(FILE_CONCEPTS).length;

/** The same concept said otherwise, without a version: the lane gives the next one. */
const revised = ({ version: _version, ...event }: ConceptEvent): ConceptEvent => ({
  ...event,
  exchangeId: `${event.exchangeId.slice(0, -1)}r`,
  contentHash: 'b'.repeat(64),
});

test('a whole file arrives and is revised, each event behind the child’s fence, in a transaction that any server takes', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      const bench = syncBench();
      const events = fileEvents(file);
      for (const event of [...events, ...events.map(revised)]) expect(await bench.put(event)).toBe('synced');
      const { committed } = bench.record;
      expect(committed).toHaveLength(2 * events.length);
      committed.forEach(({ entry = [] }, nth) => {
        const [fence, ...writes] = entry;
        expect(fence?.resource?.resourceType).toBe('Basic');
        expect(fence?.request).toMatchObject({ method: 'PUT', ifMatch: `W/"${nth}"` });
        expect(fence?.request?.url).toBe(committed[0]?.entry?.[0]?.request?.url);
        expectValidTransaction({ resourceType: 'Bundle', type: 'transaction', entry: writes });
        for (const { request, resource } of writes)
          if (request?.method === 'PUT' && resource?.resourceType !== 'Provenance')
            expect(request).toEqual({
              method: 'PUT',
              url: `${resource?.resourceType}/${resource?.id}`,
              ifMatch: expect.stringMatching(/^W\/"[1-9]\d*"$/),
            });
      });
      expect(hasHoles(bench.record.resources())).toBe(false);
      for (const { resourceType, meta } of bench.record.resources())
        if (resourceType === 'ServiceRequest' || resourceType === 'CareTeam') expect(meta?.versionId).toBe('2');
    }),
    { numRuns: 20 },
  );
});

test('the same events again, in whatever order they come back, change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), fc.array(fc.nat(PARTS - 1), { minLength: 1, maxLength: 8 }), async (file, again) => {
      const bench = syncBench();
      const events = fileEvents(file);
      for (const event of events) await bench.put(event);
      const before = JSON.stringify(bench.record.resources());
      for (const nth of again) if (events[nth] !== undefined) expect(await bench.put(events[nth])).toBe('synced');
      expect(JSON.stringify(bench.record.resources())).toBe(before);
    }),
    { numRuns: 20 },
  );
});

test('the same content in another exchange, with its version or without one, writes nothing', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  const before = bench.record.committed.length;
  for (const version of [1, undefined]) {
    const { version: _version, ...event } = circleEvent(
      {},
      { exchangeId: `00000000-0000-5000-8000-00000000000${version ?? 0}` },
    );
    expect(await bench.put({ ...event, ...(version !== undefined && { version }) })).toBe('synced');
  }
  expect(bench.record.committed).toHaveLength(before);
});

test('in whatever order a file arrives, in the end the record is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      childFiles(),
      fc.shuffledSubarray([...Array(PARTS).keys()], { minLength: PARTS }),
      async (file, order) => {
        const straight = syncBench();
        for (const event of fileEvents(file)) await straight.put(event);
        const mixed = syncBench();
        const events = fileEvents(file);
        let beside = order.flatMap((nth) => events[nth] ?? []);
        for (let round = 0; beside.length > 0 && round < PARTS; round += 1) {
          const still: typeof beside = [];
          for (const event of beside) if ((await mixed.put(event)) === 'waiting') still.push(event);
          beside = still;
        }
        expect(beside).toEqual([]);
        expect(contentOf(mixed.record)).toBe(contentOf(straight.record));
      },
    ),
    { numRuns: 25 },
  );
});

test('after the last version that FHIR can count there is no revision without one', async () => {
  const bench = syncBench();
  await bench.put(circleEvent({ version: 2_147_483_647 }));
  const { version: _version, ...next } = circleEvent({ pivot: 'maman' });
  expect(await bench.put(next)).toBe('refused');
  expect(bench.outcomes.get(next.exchangeId)).toMatchObject({ failure: 'versionConflict' });
});

test('an evaluation about a family stays with its child, though the record names only the family', async () => {
  const bench = syncBench();
  const evaluation = {
    id: 'eval-1',
    centre: 'verdun',
    happenedAt: '2026-03-04',
    moment: 'after',
    about: 'family',
    ratings: [{ factor: 'belonging', rating: 4 }],
  } as const;
  const other = { id: 'enf-2', name: { text: 'Zoé' } };
  for (const event of [
    circleEvent(),
    referralEvent(),
    circleEvent({ id: 'cercle-2', child: other }),
    referralEvent({ id: 'ref-2', child: { id: other.id } }),
  ])
    expect(await bench.put(event)).toBe('synced');
  const of = (child: string, request: string, version: number) =>
    eventOf(outcomeEvaluationMapping, { ...evaluation, child: { id: child }, request, version });
  expect(await bench.put(of('enf-1', 'ref-1', 1))).toBe('synced');
  expect(await bench.put(of('enf-2', 'ref-2', 2))).toBe('refused');
});

test('what waits names exactly what the record does not know, and writes nothing', async () => {
  const bench = syncBench();
  expect(await bench.put(referralEvent({ plan: 'plan-9', goals: ['but-1'] }))).toBe('waiting');
  expect([...(bench.waiting.values().next().value ?? [])].sort()).toEqual([
    `CarePlan ${IDENTIFIERS.actionPlan('verdun')}|plan-9`,
    `Goal ${IDENTIFIERS.goal('verdun')}|enf-1:but-1`,
    `Patient ${IDENTIFIERS.child('verdun')}|enf-1`,
    `RelatedPerson ${IDENTIFIERS.member('verdun')}|enf-1:maman`,
  ]);
  expect(bench.record.committed).toEqual([]);
});

test('an older version that comes late changes nothing, and says which version stands', async () => {
  const bench = syncBench();
  await bench.put(circleEvent({ version: 3 }));
  const late = circleEvent({ version: 2, status: 'inactive' });
  expect(await bench.put(late)).toBe('superseded');
  expect(bench.outcomes.get(late.exchangeId)).toMatchObject({ state: 'superseded', version: 3 });
  expect(bench.record.committed).toHaveLength(1);
});

test('versions in any order end with the highest one', async () => {
  const versions = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(versions, async (order) => {
      const bench = syncBench();
      for (const version of order) await bench.put(circleEvent({ version, period: { start: `20${10 + version}` } }));
      const [circle] = bench.record.ofType('CareTeam');
      const highest = Math.max(...order);
      expect(revisionOf(circle as fhir4.CareTeam).version).toBe(highest);
      expect(circle?.period?.start).toBe(`20${10 + highest}`);
    }),
    { numRuns: 25 },
  );
});

test('without a version the lane gives the next one', async () => {
  const bench = syncBench();
  await bench.put(circleEvent({ version: 4 }));
  const { version: _version, ...unnumbered } = circleEvent({ status: 'suspended' });
  await bench.put(unnumbered);
  expect(bench.outcomes.get(unnumbered.exchangeId)).toMatchObject({ state: 'synced', created: false, version: 5 });
  expect(revisionOf(bench.record.ofType('CareTeam')[0] as fhir4.CareTeam).version).toBe(5);
});

test.each([
  ['the same version with other content', circleEvent({ status: 'inactive' }), 'versionConflict', 'version'],
  [
    'a revision of a version that no longer stands',
    circleEvent({ version: 5, status: 'inactive' }, { ifMatch: 2 }),
    'preconditionFailed',
    'http.If-Match',
  ],
  [
    'a revision of what is not there',
    circleEvent({ id: 'cercle-2', version: 5 }, { ifMatch: 1 }),
    'preconditionFailed',
    'http.If-Match',
  ],
  [
    'another child’s identifier',
    circleEvent({ version: 2, child: { id: 'enf-2', name: { text: 'Léo' } } }),
    'versionConflict',
    'id',
  ],
])('%s is refused, and nothing is written', async (_what, event, failure, expression) => {
  const bench = syncBench();
  await bench.put(circleEvent());
  expect(await bench.put(event)).toBe('refused');
  expect(bench.outcomes.get(event.exchangeId)).toMatchObject({ failure, issues: [{ severity: 'error', expression }] });
  expect(bench.record.committed).toHaveLength(1);
  expect(bench.changes).toHaveLength(1);
});

test('a revision of the version that stands goes through', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  expect(await bench.put(circleEvent({ version: 2, status: 'inactive' }, { ifMatch: 1 }))).toBe('synced');
});

test('the trace says whether it was created or revised, and a repetition says it again as it was', async () => {
  const bench = syncBench();
  const [first, second] = [circleEvent(), circleEvent({ version: 2, status: 'inactive' })];
  for (const event of [first, second, first]) await bench.put(event);
  expect(bench.record.ofType('Provenance').map(({ activity }) => activity?.coding?.[0]?.code)).toEqual([
    'CREATE',
    'UPDATE',
  ]);
  expect(bench.changes.map(({ change }) => change)).toEqual(['created', 'revised', 'created']);
  expect(bench.outcomes.get(first.exchangeId)).toMatchObject({ state: 'synced', created: true });
});

test('a revision leaves the owner’s part of a Task as the owner said it', async () => {
  const { put, task } = await aSentReferral({ urgency: 'urgent' });
  await put(anAnswerEvent({ what: 'scheduled', priority: 'P2', appointmentAt: '2026-04-01', outcome: 'Vu une fois' }));
  const before = task();
  expect(await put(referralEvent({ version: 2, urgency: 'immediate', reason: 'Ne parle plus' }))).toBe('synced');
  const after = task();
  for (const part of ['status', 'businessStatus', 'output', 'extension', 'authoredOn', 'owner', 'identifier'] as const)
    expect([part, after[part]]).toEqual([part, before[part]]);
  expect([before.priority, after.priority]).toEqual(['urgent', 'stat']);
});

test('an urgency that the requester takes back is gone from the Task too', async () => {
  const { put, task } = await aSentReferral({ urgency: 'urgent' });
  await put(referralEvent({ version: 2 }));
  expect(task()).not.toHaveProperty('priority');
});

test('a draft is asked for once somebody agrees', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent({ agreements: [agreedTo('hopital')] }));
  expect(bench.record.ofType('Task')).toMatchObject([{ status: 'draft' }]);
  expect(bench.deliveries).toEqual([]);
  await bench.put(referralEvent({ version: 2 }));
  const [task] = bench.record.ofType('Task');
  expect(task?.status).toBe('requested');
  expect(bench.deliveries).toEqual([{ task: task?.identifier?.[0]?.value, partner: 'clsc-verdun' }]);
});

test('a request revoked is cancelled at whoever has it, with the reason kept here', async () => {
  const { put, task, deliveries } = await aSentReferral();
  const before = deliveries.length;
  await put(referralEvent({ version: 2, status: 'revoked', statusReason: 'La famille a changé d’idée' }));
  expect(task()).toMatchObject({
    status: 'cancelled',
    statusReason: { coding: [{ code: 'withdrawn' }], text: 'La famille a changé d’idée' },
  });
  expect(deliveries).toHaveLength(before + 1);
});

test.each(['accepted', 'started', 'waitlisted'] as const)(
  'what its recipient has %s is not cancelled by a revision: it is asked to stop, and its owner ends it',
  async (what) => {
    const { put, task, deliveries } = await aSentReferral();
    await put(anAnswerEvent({ what }));
    const { status } = task();
    const before = deliveries.length;
    await put(referralEvent({ version: 2, status: 'revoked', statusReason: 'Un service plus proche' }));
    expect(task()).toMatchObject({
      status,
      businessStatus: { coding: [{ code: 'cancel-requested' }] },
      statusReason: { coding: [{ code: 'withdrawn' }], text: 'Un service plus proche' },
    });
    expect(deliveries).toHaveLength(before + 1);
    await put(anAnswerEvent({ what: 'cancelled' }, { exchangeId: '00000000-0000-5000-8000-00000000000b' }));
    expect(task()).toMatchObject({ status: 'cancelled', statusReason: { text: 'Un service plus proche' } });
  },
);

test('a pause does not make accepted work the centre’s to cancel, and a pause before the acceptance does not keep it', async () => {
  for (const [first, status] of [
    ['accepted', 'on-hold'],
    ['acknowledged', 'cancelled'],
  ] as const) {
    const { put, task } = await aSentReferral();
    await put(anAnswerEvent({ what: first }));
    await put(anAnswerEvent({ what: 'awaiting-information' }, { exchangeId: '00000000-0000-5000-8000-00000000000b' }));
    await put(referralEvent({ version: 2, status: 'revoked' }));
    expect([first, task().status]).toEqual([first, status]);
  }
});

test('without an agreement any more it stops at once: consent is not asked back', async () => {
  const { put, task } = await aSentReferral();
  await put(anAnswerEvent({ what: 'accepted' }));
  await put(referralEvent({ version: 2, status: 'revoked', agreements: [agreedTo('hopital')] }));
  expect(task().status).toBe('cancelled');
});

test('the family that takes back what was asked to stop does not wait for the answer', async () => {
  const { put, task } = await aSentReferral();
  await put(anAnswerEvent({ what: 'accepted' }));
  await put(referralEvent({ version: 2, status: 'revoked' }));
  await put(anAnswerEvent({ what: 'family-ended' }, { exchangeId: '00000000-0000-5000-8000-00000000000b' }));
  expect(loopOf([task()], undefined)).toEqual({ state: 'cancelled', closed: true, why: 'family-ended' });
});

test('what was asked to stop is not asked again by a revision, and the sender is told', async () => {
  const { put, task, outcomes } = await aSentReferral();
  await put(anAnswerEvent({ what: 'accepted' }));
  await put(referralEvent({ version: 2, status: 'revoked' }));
  const again = referralEvent({ version: 3 });
  await put(again);
  expect(task().businessStatus?.coding?.[0]?.code).toBe('cancel-requested');
  expect(outcomes.get(again.exchangeId)?.issues).toMatchObject([{ severity: 'warning', expression: 'recipient' }]);
});

test('a new recipient after the first has accepted: the first is asked to stop, and both are under way', async () => {
  const { put, tasks } = await aSentReferral();
  await put(anAnswerEvent({ what: 'accepted' }));
  await put(referralEvent({ version: 2, recipient: 'hopital', agreements: [agreedTo('hopital')] }));
  expect(tasks()).toMatchObject([
    {
      status: 'accepted',
      businessStatus: { coding: [{ code: 'cancel-requested' }] },
      statusReason: { coding: [{ code: 'another-recipient' }] },
    },
    { status: 'requested' },
  ]);
});

test('an entry in error needs no answer of anybody', async () => {
  const { put, task } = await aSentReferral();
  await put(anAnswerEvent({ what: 'accepted' }));
  await put(referralEvent({ version: 2, status: 'entered-in-error' }));
  expect(task().status).toBe('entered-in-error');
});

test('that the family was told of the state before does not say that it was told of the end', async () => {
  const { put, task } = await aSentReferral();
  await put(anAnswerEvent({ what: 'waitlisted' }));
  await put(anAnswerEvent({ what: 'family-told' }, { exchangeId: '00000000-0000-5000-8000-00000000000b' }));
  await put(referralEvent({ version: 2, status: 'revoked' }));
  expect(loopOf([task()], undefined)).toEqual({ state: 'accepted', closed: false, why: 'cancel-requested' });
  await put(anAnswerEvent({ what: 'cancelled' }, { exchangeId: '00000000-0000-5000-8000-00000000000c' }));
  expect(loopOf([task()], undefined)).toEqual({ state: 'cancelled', closed: false, why: 'family-not-told' });
});

test('what has ended is not revoked any more', async () => {
  const { put, task } = await aSentReferral();
  await put(anAnswerEvent({ what: 'completed' }));
  await put(referralEvent({ version: 2, status: 'revoked' }));
  expect(task().status).toBe('completed');
});

test('a new recipient has a Task of its own, and the one before is cancelled and told', async () => {
  const { put, tasks, deliveries } = await aSentReferral();
  await put(referralEvent({ version: 2, recipient: 'clsc-hochelaga', agreements: [agreedTo('clsc-hochelaga')] }));
  expect(tasks().map(({ status, owner }) => [owner?.identifier?.value, status])).toEqual([
    ['clsc-verdun', 'cancelled'],
    ['clsc-hochelaga', 'requested'],
  ]);
  expect(tasks()[0]?.statusReason?.coding?.[0]).toMatchObject({
    system: CODE_SYSTEMS.declineReason,
    code: 'another-recipient',
  });
  expect(new Set(deliveries.slice(-2).map(({ partner }) => partner))).toEqual(
    new Set(['clsc-verdun', 'clsc-hochelaga']),
  );
  expect(tasks()[0]?.identifier).not.toEqual(tasks()[1]?.identifier);
});

test('a recipient who declined keeps that Task when another is asked', async () => {
  const { put, tasks } = await aSentReferral();
  await put(anAnswerEvent({ what: 'declined', reason: 'full' }));
  await put(referralEvent({ version: 2, recipient: 'clsc-hochelaga', agreements: [agreedTo('clsc-hochelaga')] }));
  expect(tasks().map(({ status }) => status)).toEqual(['rejected', 'requested']);
});

test('a recipient taken back before any receipt is a delivery once more: whether it may have arrived is decided when it runs', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  const before = bench.deliveries.length;
  await bench.put(referralEvent({ version: 2, recipient: 'clsc-hochelaga', agreements: [agreedTo('clsc-verdun')] }));
  expect(bench.record.ofType('Task').map(({ status }) => status)).toEqual(['cancelled', 'draft']);
  expect(bench.deliveries.slice(before)).toMatchObject([{ partner: 'clsc-verdun' }]);
});

test('an active request to a recipient who has ended with it says that nothing is sent', async () => {
  const { put, task, outcomes, deliveries } = await aSentReferral();
  await put(anAnswerEvent({ what: 'declined', reason: 'full' }));
  const before = deliveries.length;
  const again = referralEvent({ version: 2, reason: 'La famille a déménagé dans le secteur' });
  await put(again);
  expect(task().status).toBe('rejected');
  expect(outcomes.get(again.exchangeId)?.issues).toMatchObject([{ severity: 'warning', expression: 'recipient' }]);
  expect(deliveries).toHaveLength(before);
  const closing = referralEvent({ version: 3, status: 'completed' });
  await put(closing);
  expect(outcomes.get(closing.exchangeId)?.issues).toEqual([]);
});

test('a directory entry that stands is referred to and never written over', async () => {
  const record = memoryRecord([
    {
      resourceType: 'Organization',
      id: 'org',
      identifier: [{ system: IDENTIFIERS.centre, value: 'verdun' }],
      name: 'Son vrai nom',
    },
  ]);
  await syncBench(record).put(circleEvent());
  expect(record.ofType('Organization')).toMatchObject([{ id: 'org', name: 'Son vrai nom' }]);
  expect(record.ofType('Patient')[0]?.managingOrganization?.reference).toBe('Organization/org');
});

test('a receipt on a Task survives any revision', async () => {
  const { put, task } = await aSentReferral();
  await put(referralEvent({ version: 2, reason: 'autre' }));
  expect(task().extension).toEqual([aReceipt({ at: '2026-03-02T11:00:00-05:00' })]);
});
