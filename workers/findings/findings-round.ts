import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ledgerSourcesOf } from '../../gateway/continuity/ledger-sources.ts';
import { givenThrough } from '../../gateway/disclosure/given-through.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { provinceOf } from '../../gateway/province-of.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { readGivenVersions } from '../../gateway/record/given-versions.ts';
import type { Centre, Registry } from '../../gateway/registry.ts';
import { centreIdentity } from '../../mappings/concepts/directory.ts';
import { present } from '../../mappings/concepts/present.ts';
import { referenceOutside } from '../../mappings/concepts/reference.ts';
import { centreOf, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import { childFindings, rulesOff } from '../../mappings/watch/child-findings.ts';
import { findingsAfter, isFindingTask } from '../../mappings/watch/finding-task.ts';
import { findingsWritten, watchAgent } from '../../mappings/watch/findings-written.ts';
import { pivotOf } from '../../mappings/watch/pivot-of.ts';
import { byChild, childrenChanged } from './by-child.ts';
import type { FindingsMemory } from './findings-memory.ts';
import { changedSince, pageThrough, WHOLE_RECORD } from './rule-reads.ts';
import { severalAtOnce } from './several-at-once.ts';

export interface FindingsRoundDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search' | 'read' | 'readVersion' | 'transaction'>;
  readonly registry: Registry;
  readonly memory: FindingsMemory;
  /** Told before a centre’s findings change, so that whoever dies in between tells it all the same. */
  readonly willChange: (centre: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** HAPI's clock is not ours, and what was being written when it was last looked at may show only now. */
const OVERLAP_MS = 5 * 60_000;
/** Children who are looked at, and written of, at the same time: where each file is read by itself, that is eleven searches at once already. */
const CHILDREN_AT_ONCE = { whole: 4, changed: 1 };

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
    const days = lookedOn(registry, at);
    const looks = await memory.looks();
    const isWhole = looks.last === undefined || looks.days !== days;
    const files = isWhole ? await everybody(store, signal) : await whoChanged(deps, looks.last ?? '', signal);
    let written = 0;
    await severalAtOnce(files, CHILDREN_AT_ONCE[isWhole ? 'whole' : 'changed'], async (file) => {
      // Rules do not wait for anything: between two children this process does what else it has to, such as keeping its lock.
      await setImmediate();
      signal?.throwIfAborted();
      const changed = await lookAt(await file(), at, deps);
      written += changed;
    });
    await memory.looked(at.toISOString(), days);
    if (isWhole || written > 0) log.info({ written, whole: isWhole }, 'looked at who holds what');
    return written;
  };
}

/** The day at each centre and the rules that do not look there: where any of it is another than the last time, everybody is looked at. */
export const lookedOn = ({ centres }: Pick<Registry, 'centres'>, at: Date): string =>
  centres.map((centre) => [centre.id, dayAt(centre, at), ...rulesOff(centre.watchRules)].join(':')).join(' ');

const dayAt = ({ timeZone }: Centre, at: Date): number => localDayIn(timeZone)(at.getTime());

/** One child's file, read when its turn comes. */
type File = () => Promise<readonly fhir4.FhirResource[]>;

/** Once through everything that rules read. */
async function everybody(store: FindingsRoundDeps['store'], signal: AbortSignal | undefined): Promise<readonly File[]> {
  const all: fhir4.FhirResource[] = [];
  await pageThrough(store, WHOLE_RECORD, (page) => void all.push(...page), signal);
  return [...byChild(all).values()].map((resources) => async () => resources);
}

/** The files of those of whom something was written since. */
async function whoChanged(
  { store, registry }: FindingsRoundDeps,
  last: string,
  signal: AbortSignal | undefined,
): Promise<readonly File[]> {
  const since = new Date(Date.parse(last) - OVERLAP_MS).toISOString();
  const children = new Set<string>();
  const note = (page: readonly fhir4.FhirResource[]): void => {
    for (const child of childrenChanged(page)) children.add(child);
  };
  await pageThrough(store, changedSince(since), note, signal);
  return [...children].map((child) => async () => {
    const patient = await store.read('Patient', child.replace('Patient/', ''));
    const isOurs = patient?.resourceType === 'Patient' && centreOfChild(patient, registry) !== undefined;
    return isOurs ? (await ledgerSourcesOf(store, patient)).resources : [];
  });
}

/** One child: gives how many findings were opened, closed or given to another. */
async function lookAt(
  resources: readonly fhir4.FhirResource[],
  at: Date,
  { store, registry, willChange, log }: FindingsRoundDeps,
): Promise<number> {
  const child = resources.find((it) => it.resourceType === 'Patient');
  const centre = child && centreOfChild(child, registry);
  if (child === undefined || centre === undefined) return 0;
  const localDay = localDayIn(centre.timeZone);
  const today = localDay(at.getTime());
  const scope = { centre: centre.id, localDay, today };
  const { earlier, letters } = await readGivenVersions(store, centre.id, resources);
  const found = childFindings([...resources, ...letters], {
    ...scope,
    province: provinceOf(centre),
    ...present({ rules: centre.watchRules }),
    delaysOf: (id) => {
      const partner = registry.partner(id);
      return partner && { ...partner.delays, isSchool: partner.kind === 'school' };
    },
    given: { ...givenThrough(registry), earlier },
  });
  const changed = findingsAfter(found, resources.filter(isFindingTask), today, {
    centre: centre.id,
    child,
    pivot: pivotOf(resources, scope),
    now: at.toISOString(),
  });
  if (changed.length === 0) return 0;
  await willChange(centre.id);
  try {
    const by = watchAgent(referenceOutside(centreIdentity(centre.id)));
    await store.transaction(findingsWritten(changed, by, at.toISOString()));
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
