import type { Redis } from 'ioredis';
import { SWITCH_NAMES, type SwitchName, switchedOn } from '../../gateway/access/switches.ts';
import type { Audit } from '../../gateway/audit/audit.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import type { Centre, Registry } from '../../gateway/registry.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';

export interface AuditSwitchesDeps {
  readonly redis: Pick<Redis, 'hget' | 'hset'>;
  readonly registry: Pick<Registry, 'centres'>;
  readonly audit: Pick<Audit, 'act'>;
  readonly now: () => Date;
}

const OFF = 'off';

/**
 * Writes to the audit which switches of which centres are on, once when this process first looks, and each one that was turned on or off since
 * anybody last looked: who had it done, when it was noticed, which. What could not be written is written at the next look. Throws `unavailable`.
 */
export function auditSwitches({ redis, registry, audit, now }: AuditSwitchesDeps): () => Promise<void> {
  const told = new Set<string>();
  return async () => {
    for (const centre of registry.centres)
      for (const name of SWITCH_NAMES) {
        const place = `${centre.id}|${name}`;
        const standing = standingOf(centre, name);
        const before = (await redis.hget(redisKeys.switches, place)) ?? OFF;
        const hasChanged = standing !== before;
        if (!hasChanged && (standing === OFF || told.has(place))) continue;
        const what = !hasChanged ? 'switch-stands' : standing === OFF ? 'switch-off' : 'switch-on';
        await audit.act(act(centre, name, what, now().toISOString()));
        // Noted after it is written: whoever dies in between writes it again.
        await redis.hset(redisKeys.switches, place, standing);
        told.add(place);
      }
  };
}

function standingOf(centre: Centre, name: SwitchName): string {
  const on = switchedOn(centre, name);
  // Who is named is part of it: another one is a change.
  return on === undefined
    ? OFF
    : [on.since, on.by, ...(on.professionals ?? []), ...(on.partners ?? []), ...(on.centres ?? [])].join('|');
}

/** One that is gone from the registry says nothing of who took it out: whoever runs the gateway did. */
function act(
  centre: Centre,
  name: SwitchName,
  what: 'switch-on' | 'switch-off' | 'switch-stands',
  at: string,
): Parameters<Audit['act']>[0] {
  const operator = switchedOn(centre, name)?.by ?? 'registry';
  return {
    what,
    by: { operator },
    on: [
      { type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: centre.id }, display: name },
      ...(switchedOn(centre, name)?.professionals ?? []).map((value) => ({
        type: 'PractitionerRole',
        identifier: { system: IDENTIFIERS.professionalRole(centre.id), value },
      })),
      ...(switchedOn(centre, name)?.partners ?? []).map((value) => ({
        type: 'Organization',
        identifier: { system: IDENTIFIERS.partner, value },
      })),
      ...(switchedOn(centre, name)?.centres ?? []).map((value) => ({
        type: 'Organization',
        identifier: { system: IDENTIFIERS.centre, value },
      })),
    ],
    at,
  };
}
