import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Openings } from '../../gateway/break-glass/openings.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { identifierToken } from '../../gateway/record/identifier-token.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { openingsOnRecord } from '../../mappings/break-glass/openings-on-record.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';

export interface OpeningsAgainDeps {
  readonly store: Pick<FhirStore, 'pages' | 'search'>;
  readonly redis: Pick<Redis, 'exists' | 'set'>;
  readonly openings: Pick<Openings, 'find' | 'keep'>;
  /** How long an opening stays open. */
  readonly lastsMs: number;
  /** How long what is there counts as all there is; Redis that was lost has forgotten that too, and is filled again at the next look. */
  readonly everyMs: number;
  readonly log: Pick<Logger, 'info'>;
}

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
/** Emergency override started, and stopped (gateway/audit/break-glass-event.ts). */
const ACTS = ['110127', '110138'].map((code) => `${DICOM}|${code}`).join(',');

/**
 * Puts back on the list of those that wait for a second person each opening of emergency access that the audit in the record tells of and that
 * nobody has signed off, where Redis no longer has it: what must be signed off outlives it. That of a file which was destroyed went with it, and
 * stays away. Gives how many. Throws GatewayError while the record is away.
 */
export function openingsAgain({ store, redis, openings, lastsMs, everyMs, log }: OpeningsAgainDeps) {
  return async (): Promise<number> => {
    if ((await redis.exists(redisKeys.glassLooked)) === 1) return 0;
    const events: fhir4.AuditEvent[] = [];
    for await (const page of store.pages('AuditEvent', { subtype: ACTS }))
      events.push(...page.filter((it) => it.resourceType === 'AuditEvent'));
    let back = 0;
    for (const opening of openingsOnRecord(events, lastsMs)) {
      const { centre, id, child, signed } = opening;
      if (signed !== undefined || (await openings.find(centre, id)) !== undefined) continue;
      const [patient] = await store.search('Patient', {
        identifier: identifierToken(IDENTIFIERS.child(centre), child),
      });
      if (patient === undefined) continue;
      await openings.keep(opening);
      back += 1;
    }
    await redis.set(redisKeys.glassLooked, '1', 'PX', everyMs);
    if (back > 0) log.info({ back }, 'emergency accesses wait for a second person again');
    return back;
  };
}
