import type { Logger } from 'pino';
import { GatewayError, isTransient } from '../../gateway/failures.ts';
import type { Hearing } from '../../gateway/hearing/hear.ts';
import type { Partner } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
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
 * a lost notification is found. The window of each search begins where the last one ended that was heard whole, however long ago, by the
 * partner's own clock. A search that the partner refuses is told in the log, and its window waits. Throws GatewayError `unavailable`,
 * `partnerRefused` (also where it refuses every search): the same windows are read again next time.
 */
export function pollPartner(deps: PollPartnerDeps, partner: Partner): (signal: AbortSignal) => Promise<number> {
  return async (signal) => {
    const searches = searchesFor(deps.centres);
    const heard: (number | undefined)[] = [];
    for (const search of searches) heard.push(await heardBy(deps, partner, search, signal));
    if (heard.every((it) => it === undefined))
      throw new GatewayError('partnerRefused', `partner ${partner.id} does not search its Tasks`);
    return heard.reduce<number>((sum, it) => sum + (it ?? 0), 0);
  };
}

interface Search {
  readonly name: string;
  readonly query: URLSearchParams;
}

/** Answers to what we asked, under our numbers; what is asked of each centre. */
const searchesFor = (centres: readonly string[]): readonly Search[] => [
  { name: 'answers', query: new URLSearchParams({ identifier: `${IDENTIFIERS.task}|` }) },
  ...centres.map((centre) => ({
    name: `centre:${centre}`,
    query: new URLSearchParams({ 'owner:Organization.identifier': `${IDENTIFIERS.centre}|${centre}` }),
  })),
];

/** How much one search brought that was new; undefined where the partner does not search for that. */
async function heardBy(
  deps: PollPartnerDeps,
  partner: Partner,
  { name, query }: Search,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { server, memory, begin, now, log } = deps;
  const kept = await memory.lastChange(partner.id, name);
  const last = kept !== undefined && Date.parse(kept) <= now().getTime() ? kept : undefined;
  const overlapMs = (partner.poll?.overlapSeconds ?? OVERLAP_DEFAULT_S) * 1_000;
  const since = last === undefined ? await begin(partner.id) : new Date(Date.parse(last) - overlapMs).toISOString();
  const tasks = await tasksFoundBy(server, query, since, signal);
  if (tasks === undefined) {
    log.warn({ partner: partner.id, search: name }, 'the partner does not search for that');
    return undefined;
  }
  let heard = 0;
  let newest = last;
  for await (const found of tasks) {
    if (await hearOnce(deps, partner, found)) heard += 1;
    newest = later(newest, notAhead(found.lastUpdated, now()));
  }
  if (newest !== undefined && newest !== kept) await memory.noteChange(partner.id, name, newest);
  return heard;
}

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

/** What the partner says changed on a day to come, or on none, moves the window no further than now: it would be over all that follows. */
function notAhead(at: string | undefined, now: Date): string | undefined {
  const ms = Date.parse(at ?? '');
  if (Number.isNaN(ms)) return undefined;
  return ms > now.getTime() ? now.toISOString() : at;
}

const later = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
};
