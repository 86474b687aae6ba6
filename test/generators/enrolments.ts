import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { CareManager, Enrolment, EnrolmentStep } from '../../mappings/domain/concepts.ts';
import { ENROLMENT_PROGRAMMES, ENROLMENT_STATUSES } from '../../profiles/codes/contacts.ts';
import { momentSpan } from '../../profiles/moment-span.ts';
import { codesOf } from './codes.ts';
import { pastMoments, periods } from './moments.ts';
import { record } from './record.ts';
import { businessIds, directoryIds, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

const statuses = fc.constantFrom(...codesOf(ENROLMENT_STATUSES));
const ENDED: ReadonlySet<string | undefined> = new Set(['on-hold', 'finished', 'cancelled']);

const careManagers: fc.Arbitrary<CareManager> = fc.oneof(
  record({ kind: fc.constant('professional' as const), id: directoryIds('pro'), name: words(200) }),
  record({ kind: fc.constant('person' as const), name: words(200) }),
);

/** Statuses in the order in which they began; a status of which only the end is known may stand anywhere. */
const histories = some(record({ status: statuses, period: periods }), 5).map((steps): readonly EnrolmentStep[] => {
  const begun = steps
    .filter(({ period }) => period.start !== undefined)
    .sort((a, b) => startMs(a) - startMs(b))
    .values();
  return steps.map((step) => (step.period.start === undefined ? step : (begun.next().value ?? step)));
});

const startMs = ({ period }: EnrolmentStep): number => momentSpan(period.start ?? '1900').startMs;

/** An enrolment; only what ended or rests says why. */
export const enrolments = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Enrolment>> =>
  record(
    {
      id: businessIds('insc'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: statuses,
      endedBecause: words(1000),
      programme: fc.constantFrom(...codesOf(ENROLMENT_PROGRAMMES)),
      what: words(500),
      partner: world.recipient,
      period: periods,
      history: histories,
      pivot: careManagers,
      ...(world.circleId === undefined ? {} : { circle: world.circleId }),
      ...(world.requestId === undefined ? {} : { request: world.requestId }),
      note: words(4000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child', 'programme'] },
  ).map(({ endedBecause, ...enrolment }) => ({
    ...enrolment,
    ...(ENDED.has(enrolment.status) && endedBecause !== undefined && { endedBecause }),
  }));
