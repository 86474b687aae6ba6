import { expect, test } from '@jest/globals';
import { findingsDesk } from '../../../../gateway/continuity/findings-desk.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import { findingsAfter, isFindingTask } from '../../../../mappings/watch/finding-task.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';
import type { FindingsMemory, LooksMade } from '../../../../workers/findings/findings-memory.ts';
import { findingsRound } from '../../../../workers/findings/findings-round.ts';
import { WHOLE_RECORD } from '../../../../workers/findings/rule-reads.ts';
import { aCentre, aRegistry } from '../../../builders/a-registry.ts';
import type { MemoryRecord } from '../../../builders/memory-record.ts';
import { quietLog } from '../../../builders/quiet-log.ts';
import { answerTold, circleTold, leftTold, referralTold } from '../../../builders/told-events.ts';
import { toldRecord } from '../../../builders/told-record.ts';

const MEMBERS = [
  { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
  { kind: 'professional', id: 'julie', name: 'Julie Côté' },
] as const;
const SILENT = [
  circleTold({ on: '2026-01-05' }, { members: MEMBERS, pivot: 'julie' }),
  referralTold({ on: '2026-01-06' }, { id: 'ortho' }),
  leftTold({ on: '2026-01-06' }, 'ortho'),
];

function aMemory(): FindingsMemory & { readonly made: () => LooksMade } {
  let made: LooksMade = {};
  return {
    made: () => made,
    looks: async () => made,
    looked: async (last, days) => {
      made = { last, days };
    },
  };
}

/** A watch over a record, on days that the test gives; `told` is each time that it said beforehand whose findings change. */
function aWatch(record: MemoryRecord, memory: FindingsMemory = aMemory()) {
  const told: string[] = [];
  const on = (day: string, store: MemoryRecord = record, registry = aRegistry()) =>
    findingsRound({
      store,
      registry,
      memory,
      willChange: async (centre) => void told.push(`${centre} after ${record.committed.length}`),
      now: () => new Date(`${day}T15:00:00Z`),
      log: quietLog(),
    })();
  const findings = () => record.ofType('Task').filter(isFindingTask);
  return { on, findings, memory, told };
}

test('a finding is opened once, given to whoever holds the thread, and valid as its profile says', async () => {
  const { on, findings } = aWatch(await toldRecord(SILENT));
  expect(await on('2026-01-13')).toBe(0);
  expect(await on('2026-01-14')).toBe(1);
  expect(await on('2026-01-14')).toBe(0);
  expect(await on('2026-01-15')).toBe(0);
  const [finding, ...others] = findings();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    status: 'requested',
    code: { coding: [{ code: 'silent' }] },
    for: { identifier: { value: 'enf-1' } },
    owner: { identifier: { value: 'julie' } },
    executionPeriod: { start: '2026-01-14' },
  });
  expect(errorsOf(finding)).toEqual([]);
});

test('it closes by itself once, when it is no longer so', async () => {
  const record = await toldRecord(SILENT);
  const { on, findings } = aWatch(record);
  await on('2026-01-14');
  await toldRecord([answerTold({ on: '2026-01-15' }, 'ortho', 'accepted')], record);
  expect(await on('2026-01-15')).toBe(1);
  expect(findings().map(({ status }) => status)).toEqual(['completed']);
  expect(await on('2026-01-16')).toBe(0);
  expect(findings()).toHaveLength(1);
});

test('what a rule found closes at the next round once the centre turned it off, the same day, and opens again once it is on', async () => {
  const record = await toldRecord(SILENT);
  const { on, findings } = aWatch(record);
  await on('2026-01-14');
  const { partners } = aRegistry();
  const without = registryFrom({ centres: [aCentre({ watchRules: { off: ['silent'] } })], partners });
  expect(await on('2026-01-14', record, without)).toBe(1);
  expect(findings().map(({ status }) => status)).toEqual(['completed']);
  expect(await on('2026-01-14')).toBe(1);
  expect(findings().map(({ status }) => status)).toEqual(['completed', 'requested']);
});

test('what is so again is opened under another number', () => {
  const focus = { resourceType: 'Task', id: 't1', status: 'requested', intent: 'order' } as const;
  const found = [{ code: 'silent', focus, since: 20_467 }] as const;
  const scope = {
    centre: 'verdun',
    child: { resourceType: 'Patient' },
    pivot: undefined,
    now: '2026-01-14T11:00:00Z',
  } as const;
  const [first] = findingsAfter(found, [], 20_467, scope);
  if (first === undefined) throw new Error('nothing was opened');
  const [again, ...others] = findingsAfter(found, [{ ...first, status: 'completed' }], 20_500, scope);
  expect(others).toEqual([]);
  expect(again?.status).toBe('requested');
  expect(again?.id).not.toBe(first.id);
});

test('a worker that dies in the middle of a round changes nothing: the round is made again and ends the same', async () => {
  const record = await toldRecord(SILENT);
  const memory = aMemory();
  const { on, findings } = aWatch(record, memory);
  const dying: MemoryRecord = {
    ...record,
    transaction: async (bundle) => {
      await record.transaction(bundle);
      throw new GatewayError('unavailable', 'killed after the commit');
    },
  };
  await expect(on('2026-01-14', dying)).rejects.toThrow(GatewayError);
  expect(await memory.looks()).toEqual({});
  expect(await on('2026-01-14')).toBe(0);
  expect(findings()).toHaveLength(1);
});

test('that something changes is said before it is written, and where nothing changes nothing is said', async () => {
  const record = await toldRecord(SILENT);
  const { on, told } = aWatch(record);
  await on('2026-01-13');
  expect(told).toEqual([]);
  const before = record.committed.length;
  await on('2026-01-14');
  await on('2026-01-15');
  expect(told).toEqual([`verdun after ${before}`]);
});

test('a whole round pages once through each thing that rules read, and asks nothing of a child by itself', async () => {
  const record = await toldRecord(SILENT);
  const asked: string[] = [];
  const counting: MemoryRecord = {
    ...record,
    pages: (type, params) => {
      asked.push(type);
      return record.pages(type, params);
    },
    search: async (type, params) => {
      asked.push(`search ${type}`);
      return record.search(type, params);
    },
    read: async (type, id) => {
      asked.push(`read ${type}`);
      return record.read(type, id);
    },
    readVersion: async (type, id, version) => {
      asked.push(`read ${type} ${version}`);
      return record.readVersion(type, id, version);
    },
  };
  await aWatch(record).on('2026-01-14', counting);
  expect(asked.toSorted()).toEqual(WHOLE_RECORD.map(({ type }) => type).toSorted());
});

test('of who was given a child as it stands no longer the round reads that version, and nothing else by itself', async () => {
  const [, ...acts] = SILENT;
  const revised = circleTold(
    { on: '2026-01-12' },
    { version: 2, members: MEMBERS, pivot: 'julie', child: { id: 'enf-1', name: { given: ['May'] } } },
  );
  const record = await toldRecord([circleTold({ on: '2026-01-05' }, { members: MEMBERS }), ...acts, revised]);
  const alone: string[] = [];
  const { on, findings } = aWatch(record);
  const store: MemoryRecord = {
    ...record,
    pages: (type, params) => record.pages(type, params),
    search: async (type) => {
      throw new Error(`searched ${type}`);
    },
    readVersion: async (type, id, version) => {
      alone.push(`${type} ${version}`);
      return record.readVersion(type, id, version);
    },
  };
  expect(await on('2026-01-14', store)).toBe(2);
  expect(alone).toEqual(['Patient 1']);
  const codes = findings().map(({ code }) => code?.coding?.[0]?.code);
  expect(codes.toSorted()).toEqual(['correction-not-told', 'silent']);
  expect(findings().flatMap(errorsOf)).toEqual([]);
});

test('what was put off comes back on its day, with its reason, and not before', async () => {
  const record = await toldRecord(SILENT);
  const { on, findings } = aWatch(record);
  await on('2026-01-14');
  const desk = findingsDesk(record, () => new Date('2026-01-14T16:00:00Z'));
  const [{ id = '' } = {}] = findings();
  await desk.snooze('verdun', id, '2026-01-20', { reason: 'Ils rappellent lundi.', by: 'julie' });
  expect(await desk.list({ centre: 'verdun', language: 'fr' })).toEqual([]);
  expect(await on('2026-01-19')).toBe(0);
  expect(await on('2026-01-20')).toBe(1);
  expect(findings()).toMatchObject([
    {
      status: 'requested',
      note: [{ authorString: 'julie', text: 'Ils rappellent lundi.', time: '2026-01-14T16:00:00.000Z' }],
    },
  ]);
  expect(await desk.list({ centre: 'verdun', language: 'fr' })).toMatchObject([
    {
      pivot: 'julie',
      waiting: 0,
      lines: [
        {
          child: 'enf-1',
          findings: [{ code: 'silent', since: '2026-01-14', text: 'Sans réponse dans le délai convenu' }],
        },
      ],
    },
  ]);
});

test('each change of a finding has its trace: what the rules did, and who put it off and when, one trace a finding', async () => {
  const record = await toldRecord(SILENT);
  const { on, findings } = aWatch(record);
  const trace = () => {
    const [finding] = findings();
    const [it, ...others] = record
      .ofType('Provenance')
      .filter(({ target }) => target[0]?.reference === `Task/${finding?.id}`);
    expect(others).toEqual([]);
    expect(it?.target[0]?.identifier).toEqual(finding?.identifier?.[0]);
    expect(checkResource(it).filter(({ severity }) => severity === 'error')).toEqual([]);
    return [it?.meta?.versionId, it?.recorded === finding?.lastModified, it?.activity?.coding?.[0]?.code, it?.agent[0]];
  };
  const byRules = {
    who: { type: 'Device', display: 'Passerelle' },
    onBehalfOf: { type: 'Organization', identifier: expect.objectContaining({ value: 'verdun' }) },
  };
  await on('2026-01-14');
  expect(trace()).toEqual(['1', true, 'CREATE', byRules]);
  const desk = findingsDesk(record, () => new Date('2026-01-14T16:00:00Z'));
  await desk.snooze('verdun', findings()[0]?.id ?? '', '2026-01-20', { reason: 'Ils rappellent.', by: 'julie' });
  expect(trace()).toEqual(['2', true, 'UPDATE', { who: { display: 'julie' } }]);
  expect(await on('2026-01-19')).toBe(0);
  expect(await on('2026-01-20')).toBe(1);
  expect(trace()).toEqual(['3', true, 'UPDATE', byRules]);
});

test('another centre sees none of it and can put none of it off', async () => {
  const record = await toldRecord(SILENT);
  const { on, findings } = aWatch(record);
  await on('2026-01-14');
  const desk = findingsDesk(record, () => new Date('2026-01-14T16:00:00Z'));
  const [{ id = '' } = {}] = findings();
  expect(await desk.list({ centre: 'vanier', language: 'fr' })).toEqual([]);
  await expect(desk.snooze('vanier', id, '2026-01-20', { reason: 'x', by: 'x' })).rejects.toMatchObject({
    kind: 'notFound',
  });
});

test('where nobody holds the thread it is the centre’s', async () => {
  const [, ...acts] = SILENT;
  const { on, findings } = aWatch(await toldRecord([circleTold({ on: '2026-01-05' }), ...acts]));
  await on('2026-01-14');
  expect(findings()).toMatchObject([{ owner: { identifier: { value: 'verdun' } } }]);
  expect(errorsOf(findings()[0])).toEqual([]);
});

const errorsOf = (task: fhir4.Task | undefined) => checkResource(task).filter(({ severity }) => severity === 'error');
