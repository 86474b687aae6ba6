import { expect, test } from '@jest/globals';
import { onRecord } from '../../../../gateway/audit/chain.ts';
import type { CentreReader } from '../../../../gateway/audit/reader.ts';
import { glassDesk } from '../../../../gateway/break-glass/glass-desk.ts';
import { openingsIn } from '../../../../gateway/break-glass/openings.ts';
import { holdsIn } from '../../../../gateway/lanes/holds.ts';
import { alertBook } from '../../../../gateway/operations/alerts.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { NO_REPLICAS } from '../../../../gateway/redis/replicas.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { openingsAgain } from '../../../../workers/watch/openings-again.ts';
import { aCentre, SWITCHED_ON_FOR } from '../../../builders/a-registry.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const HOUR_MS = 3_600_000;
const CENTRE = aCentre({ breakGlass: SWITCHED_ON_FOR('accueil') });
const patient = (child: string): fhir4.Patient => ({
  resourceType: 'Patient',
  identifier: [{ system: IDENTIFIERS.child('verdun'), value: child }],
});
const person = (professional: string, role: string): CentreReader => ({
  centre: 'verdun',
  reader: { of: { centre: 'verdun' }, client: 'appli', professional, role },
});
const RECEPTION = person('accueil', 'reception');
const PIVOT = person('pivot', 'pivot');

/** A desk on one Redis and the chain that a desk before it left, as the record has it. */
function aDesk({ audit, chain } = memoryAudit(), children: readonly string[] = ['enf-1', 'enf-2']) {
  const { redis } = memoryRedis();
  const record = memoryRecord([...children.map(patient), ...chain.entries.map(onRecord)]);
  const openings = openingsIn({ redis, replicas: NO_REPLICAS, keptForSeconds: 60 });
  const state = { at: Date.parse('2026-11-26T15:00:00Z'), ids: 0 };
  const now = () => new Date(state.at);
  const desk = glassDesk({
    store: record,
    registry: { centre: () => CENTRE },
    openings,
    holds: holdsIn(redis),
    audit,
    alerts: alertBook({ redis, holdMs: 0, now }),
    lastsMs: HOUR_MS,
    newId: () => {
      state.ids += 1;
      return `00000000-0000-4000-8000-${String(state.ids).padStart(12, '0')}`;
    },
    now,
    log: quietLog(),
  });
  const again = openingsAgain({ store: record, redis, openings, lastsMs: HOUR_MS, everyMs: 1_000, log: quietLog() });
  return { desk, again, redis, state };
}

test('what waits for a second person waits again once Redis was lost, as it was; what was signed off does not', async () => {
  const book = memoryAudit();
  const { desk, state } = aDesk(book);
  const waits = await desk.open(RECEPTION, { child: 'enf-1', reason: 'safety' });
  state.at += 60_000;
  const signed = await desk.open(RECEPTION, { child: 'enf-2', reason: 'safety' });
  await desk.sign(PIVOT, signed.id, 'justified');

  const after = aDesk(book);
  expect(await after.desk.waiting('verdun')).toEqual([]);
  expect(await after.again()).toBe(1);
  expect(await after.desk.waiting('verdun')).toEqual([waits]);
  // The second person signs it off as if nothing had happened; whoever opened it may not.
  await expect(after.desk.sign(person('accueil', 'reception'), waits.id, 'justified')).rejects.toThrow('own');
  await after.desk.sign(PIVOT, waits.id, 'unjustified');
  expect(await after.desk.waiting('verdun')).toEqual([]);
});

test('with nothing lost nothing changes, and the record is asked once in a while only', async () => {
  const book = memoryAudit();
  const first = aDesk(book);
  const opening = await first.desk.open(RECEPTION, { child: 'enf-1', reason: 'safety' });
  const { desk, again, redis } = aDesk(book);
  expect([await again(), await again()]).toEqual([1, 0]);
  await redis.del(redisKeys.glassLooked);
  expect([await again(), await desk.waiting('verdun')]).toEqual([0, [opening]]);
});

test('the opening of a file that was destroyed does not come back', async () => {
  const book = memoryAudit();
  await aDesk(book).desk.open(RECEPTION, { child: 'enf-1', reason: 'safety' });
  expect(await aDesk(book, ['enf-2']).again()).toBe(0);
});
