import type { Logger } from 'pino';
import { ledgerSourcesOf } from '../../gateway/continuity/ledger-sources.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import type { Centre, Registry } from '../../gateway/registry.ts';
import { CODE_SYSTEMS, centreOf, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import { placeOf } from '../../mappings/ledger/traces.ts';
import { childFindings } from '../../mappings/watch/child-findings.ts';
import { findingsAfter, isFindingTask } from '../../mappings/watch/finding-task.ts';
import { pivotOf } from '../../mappings/watch/pivot-of.ts';
import { byChild, childrenChanged } from './by-child.ts';
import type { FindingsMemory } from './findings-memory.ts';

export interface FindingsRoundDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search' | 'read' | 'transaction'>;
  readonly registry: Registry;
  readonly memory: FindingsMemory;
  readonly now: () => Date;
  readonly log: Logger;
}

/** HAPI's clock is not ours, and what was being written when it was last looked at may show only now. */
const OVERLAP_MS = 5 * 60_000;

const TYPES = [
  'Patient',
  'CareTeam',
  'Goal',
  'CarePlan',
  'ServiceRequest',
  'Task',
  'Encounter',
  'Appointment',
  'EpisodeOfCare',
  'Consent',
] as const;
const AFTERWARDS: SearchParams = { category: `${CODE_SYSTEMS.ratingMoment}|after` };

/**
 * Looks at who changed since the last round, and on a new day at everybody, since days pass by themselves: what asks for a person is opened
 * once, and closed once it is no longer so. A round that was cut off is made again from where it began, and ends the same: what a child's
 * file says decides, and each finding has a number made from what it is about. Gives how many Tasks were written. Throws GatewayError
 * while the record is away, and the signal's reason where it is told to stop.
 */
export function findingsRound(deps: FindingsRoundDeps): (signal?: AbortSignal) => Promise<number> {
  const { store, registry, memory, now, log } = deps;
  return async (signal) => {
    const at = now();
    const days = registry.centres.map((centre) => `${centre.id}:${dayAt(centre, at)}`).join(' ');
    const looks = await memory.looks();
    const isWhole = looks.last === undefined || looks.days !== days;
    const files = isWhole ? await everybody(store, signal) : changedSince(deps, looks.last ?? '', signal);
    let written = 0;
    for await (const file of files) {
      signal?.throwIfAborted();
      written += await lookAt(file, at, deps);
    }
    await memory.looked(at.toISOString(), days);
    if (isWhole || written > 0) log.info({ written, whole: isWhole }, 'looked at who holds what');
    return written;
  };
}

const dayAt = ({ timeZone }: Centre, at: Date): number => localDayIn(timeZone)(at.getTime());

type Files = Iterable<readonly fhir4.FhirResource[]> | AsyncIterable<readonly fhir4.FhirResource[]>;

/** Once through everything that rules read, type by type. */
async function everybody(store: FindingsRoundDeps['store'], signal: AbortSignal | undefined): Promise<Files> {
  const all: fhir4.FhirResource[] = [];
  const searches: readonly (readonly [string, SearchParams])[] = [
    ...TYPES.map((type) => [type, {}] as const),
    ['Observation', AFTERWARDS],
    ['Provenance', {}],
  ];
  for (const [type, params] of searches)
    for await (const page of store.pages(type, params)) {
      signal?.throwIfAborted();
      all.push(...page);
    }
  return byChild(all).values();
}

/** The files of those of whom something was written since. */
async function* changedSince(
  { store, registry }: FindingsRoundDeps,
  last: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly fhir4.FhirResource[]> {
  const since = { _lastUpdated: `ge${new Date(Date.parse(last) - OVERLAP_MS).toISOString()}` };
  const children = new Set<string>();
  const searches: readonly (readonly [string, SearchParams])[] = [
    ...TYPES.map((type) => [type, since] as const),
    ['Observation', { ...AFTERWARDS, ...since, _include: 'Observation:based-on' }],
    // An answer that changed nothing left only its trace.
    ['Provenance', { ...since, _include: 'Provenance:target' }],
  ];
  for (const [type, params] of searches)
    for await (const page of store.pages(type, params)) {
      signal?.throwIfAborted();
      for (const child of childrenChanged(page)) children.add(child);
    }
  for (const child of children) {
    const patient = await store.read('Patient', child.replace('Patient/', ''));
    if (patient?.resourceType === 'Patient' && centreOfChild(patient, registry) !== undefined)
      yield (await ledgerSourcesOf(store, patient)).resources;
  }
}

/** One child: gives how many findings were opened, closed or given to another. */
async function lookAt(
  resources: readonly fhir4.FhirResource[],
  at: Date,
  { store, registry, log }: FindingsRoundDeps,
): Promise<number> {
  const child = resources.find((it) => it.resourceType === 'Patient');
  const centre = child && centreOfChild(child, registry);
  if (child === undefined || centre === undefined) return 0;
  const localDay = localDayIn(centre.timeZone);
  const today = localDay(at.getTime());
  const scope = { centre: centre.id, localDay, today };
  const found = childFindings(resources, {
    ...scope,
    province: centre.regime.startsWith('on-') ? 'ON' : 'QC',
    delaysOf: (id) => {
      const partner = registry.partner(id);
      return partner && { ...partner.delays, isSchool: partner.kind === 'school' };
    },
  });
  const changed = findingsAfter(found, resources.filter(isFindingTask), today, {
    centre: centre.id,
    child,
    pivot: pivotOf(resources, scope),
    now: at.toISOString(),
  });
  if (changed.length === 0) return 0;
  try {
    await store.transaction(written(changed));
    return changed.length;
  } catch (error) {
    // Somebody put one off at the same time: the next round sees that.
    if (!(error instanceof GatewayError) || error.kind !== 'versionConflict') throw error;
    log.debug({ kind: error.kind }, 'findings changed meanwhile');
    return 0;
  }
}

function centreOfChild({ identifier = [] }: fhir4.Patient, registry: Registry): Centre | undefined {
  const [id] = identifier.flatMap(({ system }) => centreOf(system, IDENTIFIERS.child) ?? []);
  return id === undefined ? undefined : registry.centre(id);
}

/** What is not there yet must not be there, and what is must not have changed. */
const written = (tasks: readonly (fhir4.Task & { readonly id: string })[]): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: tasks.map((task) => ({
    resource: task,
    fullUrl: `urn:uuid:${task.id}`,
    request: { method: 'PUT', url: placeOf(task), ifMatch: `W/"${task.meta?.versionId ?? '0'}"` },
  })),
});
