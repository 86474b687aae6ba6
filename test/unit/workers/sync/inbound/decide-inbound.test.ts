import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patientFromChild } from '../../../../../mappings/concepts/child.ts';
import type { ChildSaid } from '../../../../../mappings/domain/concepts.ts';
import { receiptOf } from '../../../../../mappings/domain/receipt-on-task.ts';
import { revisionOf } from '../../../../../mappings/domain/revision-on-record.ts';
import { breachesOf } from '../../../../builders/breaches.ts';
import {
  anInboundReferral,
  asked,
  CENTRE,
  inboundEvent,
  SENDER,
  settledAs,
} from '../../../../builders/inbound-events.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { syncBench } from '../../../../builders/sync-bench.ts';
import { childrenSaid } from '../../../../generators/inbound-referrals.ts';

const JADE = anInboundReferral().childSaid ?? {};
const home: fhir4.Organization = {
  resourceType: 'Organization',
  id: 'home',
  identifier: [{ system: 'https://fhir.passerelle.example/NamingSystem/centre', value: CENTRE }],
};
const fileOf = (id: string, said: ChildSaid): fhir4.Patient => ({
  ...patientFromChild({ id, name: { text: 'sans nom' }, ...said }, CENTRE),
  id: `patient-${id}`,
  managingOrganization: { reference: 'Organization/home', identifier: home.identifier?.[0] ?? {} },
});
const bench = (...files: readonly fhir4.Patient[]) => syncBench(memoryRecord([home, ...files]));

const requestsOf = ({ record }: ReturnType<typeof bench>) => record.ofType('ServiceRequest');
const taskOf = ({ record }: ReturnType<typeof bench>): fhir4.Task => {
  const [task] = record.ofType('Task');
  if (task === undefined) throw new Error('no Task');
  return task;
};
const everyProfileHolds = ({ record }: ReturnType<typeof bench>) =>
  record
    .resources()
    .filter(({ id }) => id !== 'home')
    .flatMap(breachesOf);

test('a known child is recognized by card, birth date and name; what the sender said of the child is not kept', async () => {
  const it = bench(fileOf('jade', JADE));
  expect(await it.put(asked('ref-1'))).toBe('synced');
  const [request] = requestsOf(it);
  expect(request).toMatchObject({ subject: { reference: 'Patient/patient-jade' }, status: 'active' });
  expect(request).not.toHaveProperty('contained');
  expect(taskOf(it)).toMatchObject({ status: 'requested', for: { reference: 'Patient/patient-jade' } });
  expect(it.record.ofType('Patient')).toHaveLength(1);
  expect(everyProfileHolds(it)).toEqual([]);
});

test('a child whom nobody resembles gets a file of its own, once, however often the sender asks', async () => {
  const it = bench(fileOf('autre', { name: { family: 'Nguyễn', given: ['An'] }, birthDate: '2012-03-04' }));
  const event = asked('ref-1');
  for (const again of [event, event, asked('ref-1'), asked('ref-1', { what: 'Autre chose' })])
    expect(await it.put(again)).toBe('synced');
  const files = it.record.ofType('Patient');
  expect(files).toHaveLength(2);
  expect(files[1]).toMatchObject({ birthDate: '2018-01-12', name: [{ family: 'Tremblay-Côté', given: ['Jade'] }] });
  const [request, ...others] = requestsOf(it);
  expect(others).toEqual([]);
  expect(request).toMatchObject({ code: { text: 'Autre chose' }, subject: { reference: `Patient/${files[1]?.id}` } });
  expect(everyProfileHolds(it)).toEqual([]);
});

test.each<[string, Partial<ChildSaid>]>([
  ['a card alone', { cards: JADE.cards ?? [] }],
  ['name and birth date without a card', { name: JADE.name ?? {}, birthDate: '2018-01-12' }],
  ['a parent’s card', { ...JADE, name: { family: 'Tremblay-Côté', given: ['Bébé'] }, birthDate: '2026-03-01' }],
])('%s merges nothing: it waits for a person, and no search finds a second child', async (_what, childSaid) => {
  const it = bench(fileOf('jade', JADE));
  await it.put(asked('ref-1', { childSaid }));
  expect(requestsOf(it)[0]).toMatchObject({
    subject: { reference: '#child' },
    contained: [{ resourceType: 'Patient', id: 'child' }],
  });
  expect(taskOf(it)).not.toHaveProperty('for');
  expect(it.record.ofType('Patient')).toEqual([expect.objectContaining({ id: 'patient-jade' })]);
  expect(it.record.ofType('Patient')[0]?.meta?.versionId).toBe('1');
  expect(everyProfileHolds(it)).toEqual([]);
});

test('nothing is said to the sender of whether the child is known here', async () => {
  for (const files of [[], [fileOf('jade', JADE)], [fileOf('jade', JADE), fileOf('jumelle', JADE)]]) {
    const it = bench(...files);
    const event = asked('ref-1');
    await it.put(event);
    const { fhir: _fhir, ...told } = it.outcomes.get(event.exchangeId) ?? { state: 'parked' };
    expect(told).toEqual({
      state: 'synced',
      created: true,
      version: 1,
      issues: [],
      syncedAt: '2026-03-10T16:00:01.000Z',
    });
  }
});

test('a person says which child it is: the request is in that child’s record, and who decided stands in the trace', async () => {
  const it = bench(fileOf('jade', JADE), fileOf('jumelle', JADE));
  await it.put(asked('ref-1'));
  expect(requestsOf(it)[0]?.subject.reference).toBe('#child');
  const settlement = settledAs('ref-1', { child: 'jumelle' });
  expect(await it.put(settlement)).toBe('synced');
  expect(requestsOf(it)[0]).toMatchObject({ subject: { reference: 'Patient/patient-jumelle' } });
  expect(requestsOf(it)[0]).not.toHaveProperty('contained');
  expect(taskOf(it).for?.reference).toBe('Patient/patient-jumelle');
  const trace = it.record.ofType('Provenance').find(({ id }) => id === settlement.exchangeId);
  expect(trace?.agent[0]?.who.display).toBe('la coordonnatrice');
  expect(JSON.stringify(it.record.resources())).not.toContain('"contained"');

  expect(await it.put(settledAs('ref-1', { child: 'jumelle' }))).toBe('synced');
  expect(await it.put(settledAs('ref-1', { child: 'jade' }))).toBe('refused');
  expect(requestsOf(it)[0]?.subject.reference).toBe('Patient/patient-jumelle');
  expect(everyProfileHolds(it)).toEqual([]);
});

test('a person says that it is a new child; without a name the centre must make the file itself', async () => {
  const it = bench(fileOf('jade', JADE));
  await it.put(asked('ref-1', { childSaid: { ...JADE, cards: [] } }));
  await it.put(settledAs('ref-1', { newChild: true }));
  expect(it.record.ofType('Patient')).toHaveLength(2);
  expect(requestsOf(it)[0]?.subject.reference).toBe(`Patient/${it.record.ofType('Patient')[1]?.id}`);

  const nameless = bench();
  await nameless.put(asked('ref-2', { childSaid: { cards: JADE.cards ?? [] } }));
  const settlement = settledAs('ref-2', { newChild: true });
  expect(await nameless.put(settlement)).toBe('refused');
  expect(nameless.outcomes.get(settlement.exchangeId)?.issues?.[0]).toMatchObject({ expression: 'newChild' });
});

test('not for us: the sender is to be told, and nothing that was said of the child is left', async () => {
  const it = bench(fileOf('jade', JADE), fileOf('jumelle', JADE));
  await it.put(asked('ref-1'));
  const settlement = settledAs('ref-1', { notForUs: 'out-of-territory', words: 'Habite Laval' });
  expect(await it.put(settlement)).toBe('synced');
  const task = taskOf(it);
  expect(task).toMatchObject({ status: 'rejected', statusReason: { coding: [{ code: 'out-of-territory' }] } });
  expect(revisionOf(task).version).toBe(1);
  expect(requestsOf(it)[0]?.contained).toEqual([{ resourceType: 'Patient', id: 'child' }]);
  expect(it.deliveries).toEqual([{ task: task.identifier?.[0]?.value, partner: SENDER, about: 'answer' }]);
  expect(it.changes.at(-1)).toMatchObject({ change: 'declined', identifier: 'ref-1' });
  expect(await it.put(settledAs('ref-1', { child: 'jade' }))).toBe('refused');
  expect(everyProfileHolds(it)).toEqual([]);
});

test('the sender takes it back, before and after the child is known; of an unknown one nothing is left', async () => {
  for (const files of [[fileOf('jade', JADE)], [fileOf('jade', JADE), fileOf('jumelle', JADE)]]) {
    const it = bench(...files);
    await it.put(asked('ref-1'));
    const back = inboundEvent('ref-1', { what: 'taken-back', state: 'cancelled' });
    expect(await it.put(back)).toBe('synced');
    expect(requestsOf(it)[0]?.status).toBe('revoked');
    expect(taskOf(it).status).toBe('cancelled');
    expect(it.deliveries).toEqual([]);
    expect(JSON.stringify(requestsOf(it))).not.toContain('Tremblay');
    // What was asked before comes late: it stays taken back.
    await it.put(asked('ref-1', { what: 'En retard' }));
    expect(requestsOf(it)[0]).toMatchObject({ status: 'revoked' });
    expect(everyProfileHolds(it)).toEqual([]);
  }
});

test('what is said of a request that is not there yet waits for it', async () => {
  const it = bench();
  const back = inboundEvent('ref-1', { what: 'taken-back', state: 'cancelled' });
  expect(await it.put(back)).toBe('waiting');
  await it.put(asked('ref-1'));
  expect(it.arrived.join()).toContain('ref-1');
  expect(await it.put(back)).toBe('synced');
  expect(taskOf(it).status).toBe('cancelled');
});

test('the centre answers in the child’s lane; each answer is to be told, and once told no more', async () => {
  const it = bench(fileOf('jade', JADE));
  await it.put(asked('ref-1'));
  const said = (what: 'accepted' | 'scheduled', id: string) =>
    it.put({
      kind: 'answer',
      exchangeId: id,
      centre: CENTRE,
      child: 'jade',
      request: 'ref-1',
      recordedAt: '2026-03-10T17:00:00.000Z',
      answer: { what, happenedAt: '2026-03-10T12:00:00-04:00', saidBy: 'Julie', recordedBy: 'Julie' },
    });
  await said('accepted', '11111111-1111-4111-8111-111111111111');
  await said('scheduled', '11111111-1111-4111-8111-111111111112');
  const task = taskOf(it);
  expect(task).toMatchObject({ status: 'accepted', businessStatus: { coding: [{ code: 'scheduled' }] } });
  expect(revisionOf(task).version).toBe(2);
  expect(it.deliveries).toHaveLength(2);
  await it.put({
    kind: 'dispatch',
    exchangeId: '11111111-1111-4111-8111-111111111113',
    centre: CENTRE,
    child: 'jade',
    request: 'ref-1',
    recipient: SENDER,
    version: 2,
    stage: 'answer',
    recordedAt: '2026-03-10T17:00:05.000Z',
    dispatch: { happenedAt: '2026-03-10T17:00:05.000Z', how: 'system', recordedBy: CENTRE },
  });
  expect(receiptOf(taskOf(it))).toMatchObject({ version: 2, stage: 'answer' });
  expect(it.deliveries).toHaveLength(2);
  // A revision by the sender leaves the centre's part as it is.
  await it.put(asked('ref-1', { what: 'Plus précis', happenedAt: '2026-03-11' }));
  expect(taskOf(it)).toMatchObject({ status: 'accepted' });
  expect(receiptOf(taskOf(it))?.version).toBe(2);
  expect(everyProfileHolds(it)).toEqual([]);
});

test('accepted work is asked to stop, and goes on until the centre answers', async () => {
  const it = bench(fileOf('jade', JADE));
  await it.put(asked('ref-1'));
  const said = (what: 'accepted' | 'cancelled', id: string) =>
    it.put({
      kind: 'answer',
      exchangeId: id,
      centre: CENTRE,
      child: 'jade',
      request: 'ref-1',
      recordedAt: '2026-03-10T17:00:00.000Z',
      answer: { what, happenedAt: '2026-03-10T12:00:00-04:00', saidBy: 'Julie', recordedBy: 'Julie' },
    });
  await said('accepted', '11111111-1111-4111-8111-111111111121');
  await it.put(inboundEvent('ref-1', { what: 'taken-back', state: 'cancelled' }));
  expect(taskOf(it)).toMatchObject({ status: 'accepted', businessStatus: { coding: [{ code: 'cancel-requested' }] } });
  await said('cancelled', '11111111-1111-4111-8111-111111111122');
  expect(taskOf(it).status).toBe('cancelled');
  expect(it.deliveries.at(-1)).toMatchObject({ partner: SENDER, about: 'answer' });
  expect(revisionOf(taskOf(it)).version).toBe(2);
  expect(everyProfileHolds(it)).toEqual([]);
});

test('the centre does not speak for the family of a request that is not its own', async () => {
  const it = bench(fileOf('jade', JADE));
  await it.put(asked('ref-1'));
  const exchangeId = '11111111-1111-4111-8111-111111111119';
  const state = await it.put({
    kind: 'answer',
    exchangeId,
    centre: CENTRE,
    child: 'jade',
    request: 'ref-1',
    recordedAt: '2026-03-10T17:00:00.000Z',
    answer: { what: 'family-told', happenedAt: '2026-03-10', saidBy: 'Julie', recordedBy: 'Julie' },
  });
  expect(state).toBe('refused');
  expect(taskOf(it).status).toBe('requested');
});

test('whatever is said of children, no file of another is ever changed, and each request is about one at most', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(childrenSaid, { maxLength: 3 }),
      fc.array(childrenSaid, { minLength: 1, maxLength: 4 }),
      async (known, said) => {
        const files = known.map((one, nth) => fileOf(`enfant-${nth}`, one));
        const it = bench(...files);
        for (const [nth, childSaid] of said.entries()) await it.put(asked(`ref-${nth}`, { childSaid }));
        for (const file of files) {
          const standing = it.record.resources().find(({ id }) => id === file.id);
          expect({ ...standing, meta: undefined }).toEqual({ ...file, meta: undefined });
          expect(standing?.meta?.versionId).toBe('1');
        }
        expect(requestsOf(it)).toHaveLength(said.length);
        for (const { subject, contained } of requestsOf(it))
          expect((subject.reference ?? '').startsWith('Patient/')).toBe(contained === undefined);
        expect(everyProfileHolds(it)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
