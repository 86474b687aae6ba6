import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import { CODE_SYSTEMS } from '../../mappings/domain/systems.ts';
import { severalAtOnce } from './several-at-once.ts';

/** One search of the record. */
export interface Asked {
  readonly type: string;
  readonly params: SearchParams;
}

/** More at once only makes HAPI slower for everybody else. */
const AT_ONCE = 3;

/** What a child was rated after a service; other observations say nothing to a rule. */
const AFTERWARDS: SearchParams = { category: `${CODE_SYSTEMS.ratingMoment}|after` };

/** What rules read, those of which there are most first, so that none of them is left for the end. */
const TYPES = [
  'Task',
  'Encounter',
  'Goal',
  'Appointment',
  'ServiceRequest',
  'CarePlan',
  'CareTeam',
  'EpisodeOfCare',
  'Patient',
  'Consent',
] as const;

/** Everything that rules read, type by type: what a whole round pages through, once. */
export const WHOLE_RECORD: readonly Asked[] = [
  { type: 'Provenance', params: {} },
  ...TYPES.map((type) => ({ type, params: {} })),
  { type: 'Observation', params: AFTERWARDS },
];

/** What was written since a moment (FHIR instant), each with what says whom it is about. */
export const changedSince = (moment: string): readonly Asked[] => {
  const since = { _lastUpdated: `ge${moment}` };
  return [
    // An answer that changed nothing left only its trace.
    { type: 'Provenance', params: { ...since, _include: 'Provenance:target' } },
    ...TYPES.map((type) => ({ type, params: since })),
    { type: 'Observation', params: { ...AFTERWARDS, ...since, _include: 'Observation:based-on' } },
  ];
};

/**
 * Pages through several searches, a few at a time, and hands on each page. The first that fails ends all, once each has what it asked for.
 * Throws what it threw, and the signal's reason where it is told to stop.
 */
export async function pageThrough(
  store: Pick<FhirStore, 'pages'>,
  asked: readonly Asked[],
  take: (page: readonly fhir4.FhirResource[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  await severalAtOnce(asked, AT_ONCE, async ({ type, params }, hasFailed) => {
    for await (const page of store.pages(type, params)) {
      signal?.throwIfAborted();
      if (hasFailed()) return;
      take(page);
    }
  });
}
