import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { agreedTo, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

/** A child with a referral that has left for the CLSC. */
const SENT: readonly LaneEvent[] = [circleEvent(), referralEvent(), aDispatchEvent({ version: 1, stage: 'request' })];

const aLetter = eventOf(letterMapping, {
  id: 'lettre-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-02',
  child: { id: 'enf-1' },
  request: 'ref-1',
  recipient: 'clsc-verdun',
  title: 'Lettre de référence',
  contentType: 'text/plain',
  content: Buffer.from('Bonjour').toString('base64'),
});

test.each<[string, LaneEvent]>([
  [
    'the Task of a recipient whom another one replaces',
    referralEvent({ version: 2, recipient: 'hopital', agreements: [agreedTo('hopital')] }),
  ],
  ['the Task with which a letter goes', aLetter],
])('%s changes in the trace of what changed it, by reference and by number', async (_what, event) => {
  const { put, record } = syncBench();
  for (const told of SENT) await put(told);
  const [before] = record.ofType('Task');
  expect(await put(event)).toBe('synced');
  const task = record.ofType('Task').find(({ id }) => id === before?.id);
  expect(task?.meta?.versionId).not.toBe(before?.meta?.versionId);
  const trace = record.ofType('Provenance').find(({ id }) => id === event.exchangeId);
  expect(trace?.target).toContainEqual({
    reference: `Task/${task?.id}`,
    type: 'Task',
    identifier: { system: task?.identifier?.[0]?.system, value: task?.identifier?.[0]?.value },
  });
});

/** Everything that writes to the record, and where it is told. A new writer has a line here, or fails. */
const WRITERS: Readonly<Record<string, string>> = {
  'gateway/continuity/findings-desk.ts':
    'a Provenance beside each finding, under an id of its own: findings-round.test.ts',
  'gateway/existence-refusals/refusal-sheets.ts': 'a sheet of its own, sealed, each version kept',
  'gateway/incidents/incident-book.ts': 'a register of its own, sealed, each version kept',
  'gateway/retention/file-destroyer.ts':
    'nothing is left that a trace could tell of: the certificate is in the register (AuditEvent)',
  'workers/audit/move-audit.ts': 'the register itself',
  'workers/findings/findings-round.ts':
    'a Provenance beside each finding, under an id of its own: findings-round.test.ts',
  'workers/indicators/publish-quarter.ts': 'numbers without a child',
  'workers/sync/process-lane-event.ts': 'a Provenance in the same transaction: sync-bench.ts holds every test to it',
  'operate/keys/sealed-in-record.ts': 'the same words under another key',
};

test('every writer to the record leaves a trace, or stands here with where it is told', () => {
  const root = new URL('../../../../', import.meta.url).pathname;
  const writers = ['gateway', 'workers', 'operate'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name))
      .filter((file) =>
        /\b(?:store|record|client)\.(?:transaction|put)\(/.test(readFileSync(join(root, file), 'utf8')),
      ),
  );
  expect(writers.filter((file) => file !== 'gateway/record/fhir-store.ts').sort()).toEqual(Object.keys(WRITERS).sort());
});
