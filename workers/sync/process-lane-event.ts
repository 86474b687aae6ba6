import type { Logger } from 'pino';
import type { MayBeShown } from '../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { Changes } from '../../gateway/lanes/changes.ts';
import type { ExchangeOutcome, Exchanges } from '../../gateway/lanes/exchanges.ts';
import type { Holds } from '../../gateway/lanes/holds.ts';
import { openEvent } from '../../gateway/lanes/lane-envelope.ts';
import { isNotFree, type Numbers } from '../../gateway/lanes/numbers.ts';
import { type DeliveryJob, fenceId, type LaneJob, laneKey } from '../../gateway/lanes/queues.ts';
import type { Seal } from '../../gateway/lanes/sealing.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { present as given } from '../../mappings/concepts/present.ts';
import { taggedWithKinds } from '../../mappings/domain/kinds-tagged.ts';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { identifiersOf, type TypedIdentifier, tokenOf } from '../../mappings/domain/references.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { decide } from './decide.ts';
import { type Decision, REFUSED_AS_DESTROYED } from './decision.ts';
import { type Decided, decideInbound } from './inbound/decide-inbound.ts';
import { type Kept, keptAfter, type LaneMemory } from './lane-memory.ts';
import { readPresent } from './present.ts';
import { fencedTransaction, writtenBy } from './transaction.ts';

export interface ProcessLaneEventDeps {
  readonly store: FhirStore;
  readonly seal: Seal;
  readonly exchanges: Exchanges;
  readonly holds: Pick<Holds, 'lift'>;
  readonly numbers: Pick<Numbers, 'release'>;
  readonly changes: Changes;
  readonly letters: Pick<DeadLetters, 'stands' | 'settled'>;
  /** Whether what the record holds lets a request be shown to its recipient. */
  readonly mayBeShown: MayBeShown;
  readonly deliver: (job: DeliveryJob) => Promise<void>;
  /** What is missing for a request to be shown to its recipient: it is kept, and the answer says so. */
  readonly missingBasis: (task: string) => Promise<readonly Issue[]>;
  /** Puts the event beside the lane until what it names arrives; parks one that has waited too long. */
  readonly waitBeside: (job: LaneJob, awaits: readonly string[]) => Promise<'waiting' | 'parked'>;
  /** Tells the events beside the lane what has arrived. */
  readonly arrived: (tokens: ReadonlySet<string>) => Promise<void>;
  /** Of this lane, in this process. */
  readonly memory: LaneMemory;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A lost race is decided again from what the record then holds. */
const RACES_MAX = 4;

/**
 * One event of a lane: read once, decide, commit one fenced transaction, then tell. Every step after the commit is repeated when the
 * event is processed again, so that a worker may die anywhere. Throws GatewayError; `unavailable` means that the lane must hold.
 */
export function processLaneEvent(deps: ProcessLaneEventDeps): (job: LaneJob) => Promise<ExchangeOutcome['state']> {
  return async (job) => {
    const event = openEvent(deps.seal, job.sealed);
    // A newer version has passed since a person put it back, or somebody closed it: older content never comes after newer.
    if (job.replay === true && !(await deps.letters.stands(event.exchangeId))) return 'superseded';
    let kept = deps.memory.take(fenceId(laneKey(event)));
    for (let race = 1; ; race += 1) {
      try {
        return await once(deps, job, event, kept);
      } catch (error) {
        deps.memory.forgetAll();
        if (!(error instanceof GatewayError) || !isDecidedAgain(error, race, kept)) throw error;
        kept = undefined;
        deps.log.info({ exchange: event.exchangeId, race }, 'lost a race, deciding again');
      }
    }
  };
}

/** A lost race is; and whatever the record refused that was decided from what was kept: only what was read is the event's own fault. */
const isDecidedAgain = ({ kind }: GatewayError, race: number, kept: Kept | undefined): boolean =>
  kind === 'versionConflict' ? race < RACES_MAX : kept !== undefined && kind !== 'unavailable';

async function once(
  deps: ProcessLaneEventDeps,
  job: LaneJob,
  event: LaneEvent,
  kept: Kept | undefined,
): Promise<ExchangeOutcome['state']> {
  const { decision, present } = await decidedOf(deps, event, kept);
  const tell = async (outcome: ExchangeOutcome, isWritten = true): Promise<void> => {
    const { exchanges, letters } = deps;
    await Promise.all([exchanges.settle(event.exchangeId, outcome), letters.settled(event, outcome, isWritten)]);
  };

  switch (decision.kind) {
    case 'waits':
      if ((await deps.waitBeside(job, decision.awaits.map(tokenOf))) === 'parked') return 'parked';
      await tell({ state: 'waiting', issues: [waitsFor(decision.awaits)] });
      return 'waiting';
    case 'superseded':
      await tell({ state: 'superseded', version: decision.version, syncedAt: deps.now().toISOString() });
      await deps.holds.lift(event, decision.version);
      return 'superseded';
    case 'refused':
      if (isNotFree(decision.issues)) await deps.numbers.release(event);
      await tell({ state: 'refused', failure: decision.failure, issues: decision.issues });
      // What was set aside before is still there, and may be put back again.
      if (!(await deps.letters.stands(event.exchangeId))) await deps.holds.lift(event);
      return 'refused';
    case 'unchanged':
      await follow(deps, event, decision);
      await tell(
        {
          state: 'synced',
          created: decision.again === 'created',
          ...versionOf(decision),
          issues: decision.issues,
          syncedAt: deps.now().toISOString(),
        },
        decision.again !== undefined,
      );
      await deps.holds.lift(event, decision.version);
      return 'synced';
    case 'commit': {
      if (present === undefined) throw new TypeError('a commit was decided from nothing');
      const writes = taggedWithKinds(decision.writes, [...present.found.values(), ...present.tasks]);
      const answer = await deps.store.transaction(fencedTransaction(writes, present));
      // What the record has holds nothing back any more: what is to leave on it may be looked at from here on.
      await deps.holds.lift(event, decision.version);
      const written = new Set(writes.flatMap(({ resource }) => identifiersOf(resource).map(tokenOf)));
      await Promise.all([deps.arrived(written), follow(deps, event, decision)]);
      const isTold = (name: string): boolean => decision.untold?.has(name) !== true;
      const requests =
        event.kind === 'concept'
          ? decision.deliver.filter(({ about, task }) => about !== 'answer' && isTold(task))
          : [];
      const missing = await Promise.all(requests.map(({ task }) => deps.missingBasis(task)));
      await tell({
        state: 'synced',
        created: decision.created,
        ...versionOf(decision),
        fhir: writtenBy(answer).filter(({ reference }) => isTold(reference)),
        issues: [...decision.issues, ...missing.flat()],
        syncedAt: deps.now().toISOString(),
      });
      // Once more: sent again before its end was told, it was held again.
      await deps.holds.lift(event, decision.version);
      const keeps = event.kind === 'inbound' ? undefined : keptAfter(writes, present, answer, kept);
      if (keeps !== undefined) deps.memory.keep(present.fence.id, keeps);
      return 'synced';
    }
  }
}

/** From what was kept only a commit is taken, since that meets the fence; anything else is decided from what is read. */
async function decidedOf(
  deps: Pick<ProcessLaneEventDeps, 'store' | 'mayBeShown'>,
  event: LaneEvent,
  kept: Kept | undefined,
): Promise<Decided> {
  if (event.kind === 'inbound') return decideInbound(deps.store, event);
  const present = await readPresent(deps.store, event, kept);
  if (present.fence.destroyed) return { decision: REFUSED_AS_DESTROYED };
  const decision = decide(event, present, deps.mayBeShown);
  return kept === undefined || decision.kind === 'commit' ? { present, decision } : decidedOf(deps, event, undefined);
}

/** What is missing, by its business identifiers: ids, never names. */
function waitsFor(awaits: readonly TypedIdentifier[]): Issue {
  const named = awaits.map(({ type, value }) => `${type} ${value}`).join(', ');
  return {
    severity: 'warning',
    code: 'not-found',
    text: {
      fr: `Attend ce que le dossier ne connaît pas encore : ${named}. Envoyez-le ; ceci suivra tout seul, ou sera mis de côté après un jour.`,
      en: `Waits for what the record does not know yet: ${named}. Send that; this will follow by itself, or be set aside after a day.`,
    },
  };
}

const identifierOf = (event: LaneEvent): string => {
  if (event.kind === 'concept') return event.root.value;
  return event.kind === 'inbound' ? event.referral : event.request;
};

/** Whom it is about; of what a partner asked, where what is written says which child that is. */
function childOf(event: LaneEvent, decision: Extract<Decision, { kind: 'commit' | 'unchanged' }>): string | undefined {
  if (event.kind !== 'inbound') return event.child;
  const subjects = (decision.kind === 'commit' ? decision.writes : []).flatMap(({ resource }) =>
    resource.resourceType === 'ServiceRequest' ? (resource.subject.identifier ?? []) : [],
  );
  return subjects.find(({ system }) => system === IDENTIFIERS.child(event.centre))?.value;
}

const versionOf = ({ version }: { readonly version?: number }): { readonly version?: number } =>
  version === undefined ? {} : { version };

/** What follows from the record as it now is: deliveries, and the centre's change feed. */
async function follow(
  deps: ProcessLaneEventDeps,
  event: LaneEvent,
  decision: Extract<Decision, { kind: 'commit' | 'unchanged' }>,
): Promise<void> {
  for (const job of decision.deliver) await deps.deliver(job);
  const change = decision.kind === 'commit' ? decision.change : decision.again;
  if (change === undefined) return;
  await deps.changes.tell(event.centre, {
    exchange: event.exchangeId,
    concept: decision.concept,
    identifier: identifierOf(event),
    ...given({ child: childOf(event, decision) }),
    change,
    ...versionOf(decision),
    at: deps.now().toISOString(),
  });
}
