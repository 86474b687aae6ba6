import { Redis } from 'ioredis';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { eventually, type StackSandbox } from './stack-sandbox.ts';

const PAGE = 200;

/** Until all that waited in this sandbox’s Redis has been moved to the record: until then it is lost with Redis. */
export async function auditInRecord(sandbox: StackSandbox): Promise<void> {
  const redis = new Redis(sandbox.stack.redis.url);
  try {
    await eventually(
      () => redis.xlen(redisKeys.auditStream),
      (waiting) => waiting === 0,
    );
  } finally {
    redis.disconnect();
  }
}

/** Everything that the record’s audit has of a time, once all that waited in this sandbox’s Redis has been moved there. */
export async function auditSince(sandbox: StackSandbox, since: string): Promise<readonly fhir4.AuditEvent[]> {
  await auditInRecord(sandbox);
  const found: fhir4.AuditEvent[] = [];
  for (let offset = 0; ; offset += PAGE) {
    // By what no two have in common: pages of what is sorted by time overlap, and leave out.
    const { body } = await sandbox.hapi(`AuditEvent?date=ge${since}&_sort=_id&_count=${PAGE}&_offset=${offset}`);
    const page = (body.entry ?? []).map(({ resource }: fhir4.BundleEntry) => resource);
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}
