import type { Logger } from 'pino';
import type { DeadLetters } from '../../gateway/dead-letters.ts';
import { GatewayError, isTransient } from '../../gateway/failures.ts';
import type { Hearing } from '../../gateway/hear.ts';
import type { Partner } from '../../gateway/registry.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { PartnerServer } from './partner-server.ts';
import type { PollMemory } from './poll-memory.ts';
import { type FoundTask, tasksFoundBy } from './tasks-found.ts';

export interface PollPartnerDeps {
  readonly server: PartnerServer;
  readonly hearing: Pick<Hearing, 'hear'>;
  readonly letters: Pick<DeadLetters, 'keepUnheard' | 'heard'>;
  readonly now: () => Date;
  readonly memory: PollMemory;
  /** From when to read a partner of which nothing is remembered: FHIR instant; undefined for everything. */
  readonly begin: (partner: string) => Promise<string | undefined>;
  /** Centres that a partner may ask something of. */
  readonly centres: readonly string[];
  readonly log: Logger;
}

const OVERLAP_DEFAULT_S = 60;

/**
 * Reads what changed at a partner since the last time, in overlapping windows, and hears each Task as any door does: a repeat changes nothing,
 * a lost notification is found. The window begins where the last one ended that was heard whole, however long ago, by the partner's own clock. Throws GatewayError
 * `unavailable`, `partnerRefused`: the same window is read again next time.
 */
export function pollPartner(deps: PollPartnerDeps, partner: Partner): (signal: AbortSignal) => Promise<number> {
  return async (signal) => {
    const last = await deps.memory.lastChange(partner.id);
    const overlapMs = (partner.poll?.overlapSeconds ?? OVERLAP_DEFAULT_S) * 1_000;
    const since =
      last === undefined ? await deps.begin(partner.id) : new Date(Date.parse(last) - overlapMs).toISOString();
    let heard = 0;
    let newest = last;
    for (const query of queriesFor(deps.centres)) {
      for await (const found of tasksFoundBy(deps.server, query, since, signal)) {
        if (await hearOnce(deps, partner, found)) heard += 1;
        newest = later(newest, found.lastUpdated);
      }
    }
    if (newest !== undefined && newest !== last) await deps.memory.noteChange(partner.id, newest);
    return heard;
  };
}

/** Answers to what we asked, under our numbers; what is asked of each centre. */
const queriesFor = (centres: readonly string[]): readonly URLSearchParams[] => [
  new URLSearchParams({ identifier: `${IDENTIFIERS.task}|` }),
  ...centres.map(
    (centre) => new URLSearchParams({ 'owner:Organization.identifier': `${IDENTIFIERS.centre}|${centre}` }),
  ),
];

/** False for a version that was heard before, or that cannot be heard: that one is shown to a person, the next version may be heard. */
async function hearOnce(
  { hearing, letters, memory, now, log }: PollPartnerDeps,
  partner: Partner,
  found: FoundTask,
): Promise<boolean> {
  const { id, version } = found;
  if (await memory.wasHeard(partner.id, id, version)) return false;
  try {
    const { exchanges } = await hearing.hear(partner, { form: 'fhir', bundle: await found.bundle() }, 0);
    await letters.heard({ partner: partner.id, where: `Task/${id}` });
    await memory.noteHeard(partner.id, id, version);
    return exchanges.length > 0;
  } catch (error) {
    if (isTransient(error) || !(error instanceof GatewayError)) throw error;
    const places = error.issues.map(({ expression }) => expression);
    log.warn({ partner: partner.id, kind: error.kind, places }, 'a polled Task says nothing that can be heard');
    const reason = { failure: error.kind, issues: error.issues, at: now().toISOString() };
    await letters.keepUnheard({ partner: partner.id, where: `Task/${id}` }, reason);
    await memory.noteHeard(partner.id, id, version);
    return false;
  }
}

const later = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
};
