import { expect, test } from '@jest/globals';
import { publishedIndicators } from '../../../../gateway/continuity/published-indicators.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import type { Child } from '../../../../mappings/domain/concepts.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';
import type { IndicatorsMemory } from '../../../../workers/indicators/indicators-memory.ts';
import { publishRound } from '../../../../workers/indicators/publish-round.ts';
import { aCentre, aPartner, aRegistry, SWITCHED_ON } from '../../../builders/a-registry.ts';
import type { MemoryRecord } from '../../../builders/memory-record.ts';
import { quietLog } from '../../../builders/quiet-log.ts';
import { answerTold, circleTold, leftTold, planTold, referralTold } from '../../../builders/told-events.ts';
import { toldRecord } from '../../../builders/told-record.ts';

const goal = { id: 'parler', words: 'Parler', status: 'active', agreedOn: '2026-01-05' } as const;
/** One child, whose request left in January and was answered in February, known in March. */
const ACTS = [
  circleTold({ on: '2026-01-05' }),
  planTold({ on: '2026-01-05' }, { id: 'plan', goals: [goal] }),
  referralTold({ on: '2026-01-06' }, { id: 'ortho', goals: ['parler'] }),
  leftTold({ on: '2026-01-06' }, 'ortho'),
  answerTold({ on: '2026-02-02', knownOn: '2026-03-02' }, 'ortho', 'accepted'),
];

function aMemory(): IndicatorsMemory {
  const made: Record<string, string> = {};
  return {
    looks: async () => made,
    looked: async (centre, day) => {
      made[centre] = day;
    },
  };
}

const roundOver = (record: MemoryRecord, memory = aMemory(), registry = aRegistry()) => ({
  on: (day: string, store: MemoryRecord = record) =>
    publishRound({ store, registry, memory, now: () => new Date(`${day}T15:00:00Z`), log: quietLog() })(),
  quarters: () => [
    ...new Set(record.ofType('MeasureReport').map(({ identifier }) => identifier?.[0]?.value?.split(':')[0])),
  ],
});

test('a quarter is published once, thirty days after its end, from the one in which the records begin', async () => {
  const record = await toldRecord(ACTS);
  const { on, quarters } = roundOver(record);
  expect(await on('2026-04-29')).toBe(0);
  expect(quarters()).toEqual([]);
  expect(await on('2026-05-01')).toBe(1);
  expect(quarters()).toEqual(['2026-Q1']);
  const before = JSON.stringify(record.ofType('MeasureReport'));
  expect(await on('2026-05-01')).toBe(0);
  expect(await on('2026-05-02')).toBe(0);
  expect(await on('2026-07-31')).toBe(1);
  expect(quarters()).toEqual(['2026-Q1', '2026-Q2']);
  expect(JSON.stringify(record.ofType('MeasureReport').slice(0, JSON.parse(before).length))).toBe(before);
  expect(
    record.ofType('MeasureReport').flatMap((it) => checkResource(it).filter((one) => one.severity === 'error')),
  ).toEqual([]);
});

test('what is learnt later changes nothing that was published', async () => {
  const record = await toldRecord(ACTS);
  const memory = aMemory();
  await roundOver(record, memory).on('2026-05-01');
  const before = JSON.stringify(record.ofType('MeasureReport'));
  await toldRecord([answerTold({ on: '2026-03-20', knownOn: '2026-06-01' }, 'ortho', 'started')], record);
  // Redis was lost: nothing is remembered.
  expect(await roundOver(record).on('2026-06-02')).toBe(0);
  expect(JSON.stringify(record.ofType('MeasureReport'))).toBe(before);
});

test('one child is nobody’s number: every cell that it is in is suppressed, and its id is nowhere', async () => {
  const record = await toldRecord(ACTS);
  await roundOver(record).on('2026-05-01');
  const reports = await publishedIndicators(record, aRegistry()).of('verdun', {});
  expect(reports.length).toBeGreaterThan(0);
  for (const { read } of reports)
    expect(read.total).toEqual(
      read.total.suppressed
        ? { suppressed: true }
        : { suppressed: false, counted: 0, ...ZERO[String('having' in read.total)] },
    );
  expect(reports.find(({ read }) => read.name === 'days-to-answer')?.read.total).toEqual({ suppressed: true });
  expect(JSON.stringify(record.ofType('MeasureReport'))).not.toMatch(/enf-1|Patient/);
  expect(await publishedIndicators(record, aRegistry()).of('vanier', {})).toEqual([]);
});
const ZERO: Readonly<Record<string, object>> = { true: { having: 0 }, false: {} };

test('a worker that dies after the commit leaves the quarter published, and the next round ends the same', async () => {
  const record = await toldRecord(ACTS);
  const { on, quarters } = roundOver(record);
  const dying: MemoryRecord = {
    ...record,
    transaction: async (bundle) => {
      await record.transaction(bundle);
      throw new GatewayError('unavailable', 'killed after the commit');
    },
  };
  await expect(on('2026-05-01', dying)).rejects.toThrow(GatewayError);
  expect(await on('2026-05-01')).toBe(0);
  expect(quarters()).toEqual(['2026-Q1']);
});

test('of two processes that publish at once one does', async () => {
  const record = await toldRecord(ACTS);
  const [one, other] = [roundOver(record), roundOver(record)];
  const published = await Promise.all([one.on('2026-05-01'), other.on('2026-05-01')]);
  expect(published.sort()).toEqual([0, 1]);
});

const CUT = registryFrom({
  centres: [aCentre({ indicatorsByPartner: SWITCHED_ON, indicatorsByDistrict: SWITCHED_ON })],
  partners: [aPartner()],
});
const HIDDEN: Pick<Child, 'labels'> = { labels: ['whereabouts'] };
/** Six children of one street, and six of another whose whereabouts nobody may know. */
const neighbours = () =>
  toldRecord(
    Array.from({ length: 12 }, (_, nth) => ({ id: `enf-${nth}`, isHidden: nth >= 6 })).flatMap(
      ({ id, isHidden }, nth) => [
        circleTold(
          { on: '2026-01-05' },
          {
            id: `cercle-${nth}`,
            child: {
              id,
              name: { text: 'Léa' },
              address: { city: 'Montréal', postalCode: isHidden ? 'H3K 2B2' : 'H4G 1A1' },
              ...(isHidden && HIDDEN),
            },
          },
        ),
        planTold({ on: '2026-01-05' }, { id: `plan-${nth}`, child: { id }, goals: [goal] }),
      ],
    ),
  );

test('where it is on a quarter is cut by district; a child in hiding is in no cell of its own, and no more of an address leaves', async () => {
  const record = await neighbours();
  await roundOver(record, aMemory(), CUT).on('2026-05-01');
  const [{ read } = { read: undefined }] = await publishedIndicators(record, CUT).of('verdun', {
    indicator: 'days-open',
  });
  expect(read?.total).toMatchObject({ suppressed: false, counted: 12 });
  expect(read?.strata?.rows).toMatchObject([
    { name: 'H4G', cell: { suppressed: false, counted: 6 } },
    { cell: { suppressed: false, counted: 6 } },
  ]);
  expect(read?.strata?.rows[1]).not.toHaveProperty('name');
  expect(JSON.stringify(record.ofType('MeasureReport'))).not.toMatch(/H3K|1A1|Montr/);
});

test('turned off it is neither written nor shown, of quarters neither that were published before nor meanwhile', async () => {
  const record = await neighbours();
  const off = aRegistry();
  const memory = aMemory();
  await roundOver(record, memory, CUT).on('2026-05-01');
  await roundOver(record, memory, off).on('2026-07-31');
  const cutOf = async (registry: typeof off) =>
    (await publishedIndicators(record, registry).of('verdun', {})).flatMap(({ read, report }) =>
      read.strata !== undefined || report.group?.some(({ stratifier = [] }) => stratifier.length > 1)
        ? [read.quarter.name]
        : [],
    );
  expect(await cutOf(off)).toEqual([]);
  expect([...new Set(await cutOf(CUT))]).toEqual(['2026-Q1']);
});
