import { randomBytes, randomUUID } from 'node:crypto';
import { onRecord } from '../../gateway/audit/chain.ts';
import type { CentreReader } from '../../gateway/audit/reader.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { holdsIn } from '../../gateway/lanes/holds.ts';
import { sealWith } from '../../gateway/lanes/sealing.ts';
import { NO_REPLICAS } from '../../gateway/redis/replicas.ts';
import type { Centre } from '../../gateway/registry.ts';
import { namingsIn } from '../../gateway/ties/namings.ts';
import { newTieCode } from '../../gateway/ties/new-tie-code.ts';
import { sideLets } from '../../gateway/ties/side-lets.ts';
import { tieBook } from '../../gateway/ties/tie-book.ts';
import { tiesDesk } from '../../gateway/ties/ties-desk.ts';
import { consentMapping } from '../../mappings/concepts/consent.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { registerEntryFrom } from '../../mappings/register/register-entry.ts';
import { registerLine } from '../../mappings/register/register-words.ts';
import { aConsent } from './a-consent.ts';
import { aCentre, TIED_WITH } from './a-registry.ts';
import { aCircle, circleEvent, eventOf } from './concept-events.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryRedis } from './memory-redis.ts';
import { syncBench } from './sync-bench.ts';

export const VERDUN = aCentre({ centreTies: TIED_WITH('vanier') });
export const VANIER = aCentre({ id: 'vanier', centreTies: TIED_WITH('verdun') });
const AT = Date.parse('2026-03-10T16:00:00Z');

export const circleAt = (centre: string, child: string, id: string, more: object = {}) =>
  circleEvent({ id, centre, child: { ...aCircle().child, id: child, ...more } });
export const lets = (centre: string, child: string, otherCentre: string, more: object = {}) => {
  const { recipient: _recipient, ...consent } = aConsent({ id: `cons-${centre}` });
  const tie = { ...consent, centre, child: { id: child }, otherCentre, how: 'written', ...more } as const;
  return eventOf(consentMapping, { ...tie, purpose: 'coordination', information: ['identity'] });
};
export const OURS = [circleAt('verdun', 'enf-1', 'c-1'), lets('verdun', 'enf-1', 'vanier')];
export const THEIRS = [circleAt('vanier', 'ch-9', 'c-9'), lets('vanier', 'ch-9', 'verdun')];

export const person = (centre: string, professional = 'pivot'): CentreReader => ({
  centre,
  reader: { of: { centre }, client: 'appli', professional, role: 'pivot' },
});
export const OUR_PIVOT = person('verdun');
export const THEIR_PIVOT = person('vanier', 'coordo');

/** The desk of two centres, with what each has on record. */
export async function aDesk(told: readonly ConceptEvent[] = [...OURS, ...THEIRS], { auditFails = false } = {}) {
  const { redis, texts, hashes, expiry } = memoryRedis();
  const { audit, chain } = memoryAudit();
  const bench = syncBench();
  for (const event of told) await bench.put(event);
  const holds = holdsIn(redis);
  const state = { at: AT, centres: [VERDUN, VANIER] as readonly Centre[] };
  const now = () => new Date(state.at);
  const registry = {
    centre: (id: string) => state.centres.find((it) => it.id === id),
    get centres() {
      return state.centres;
    },
  };
  const namings = namingsIn({ redis, registry, now });
  // The first round of the workers.
  await namings.notice();
  const book = tieBook({
    redis,
    replicas: NO_REPLICAS,
    seal: sealWith([{ id: 'k', key: randomBytes(32) }]),
    newField: randomUUID,
  });
  const desk = tiesDesk({
    registry,
    book,
    lets: sideLets({ store: bench.record, registry, holds, now }),
    namings,
    audit: {
      access: async (access) => {
        if (auditFails) throw new GatewayError('unavailable', 'no audit');
        await audit.access(access);
      },
    },
    newCode: () => newTieCode(randomBytes),
    newId: randomUUID,
    now,
  });
  const entries = () => chain.entries.map(onRecord);
  const lines = (centre: string) =>
    entries()
      .filter(({ source }) => source.site === centre)
      .map((it) => {
        const words = { timeZone: 'America/Toronto', centreName: centre, partnerName: String, language: 'en' } as const;
        return registerLine(registerEntryFrom(it, centre), words).replace(/^.*?: /, '');
      });
  const tied = async () => {
    const { code } = await desk.say(OUR_PIVOT, { child: 'enf-1', other: 'vanier' });
    return desk.confirm(THEIR_PIVOT, { child: 'ch-9', other: 'verdun', code });
  };
  const both = async () => [await desk.read('verdun', 'enf-1'), await desk.read('vanier', 'ch-9')];
  return {
    desk,
    book,
    put: bench.put,
    record: bench.record,
    holds,
    namings,
    state,
    texts,
    hashes,
    expiry,
    entries,
    lines,
    tied,
    both,
  };
}
