import { expect, test } from '@jest/globals';
import { timelineReader } from '../../../../gateway/record/timeline-reader.ts';
import { kindsTaggedOn, LETS_LEGAL_REFERRAL_BE_KNOWN } from '../../../../mappings/domain/kinds-tagged.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { tagRecord } from '../../../../workers/watch/tag-record.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { quietLog } from '../../../builders/quiet-log.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { circleTold, consentTold } from '../../../builders/told-events.ts';
import { eventFromAct } from '../../../builders/told-lives.ts';

const LIVES = population({
  seed: 31,
  children: 12,
  centres: [{ id: 'verdun', regime: 'qc-private', motherFiles: true }],
  from: '2023-01-09',
  to: '2026-01-09',
});
const HIDES = ['legal-referral'] as const;

/** What a release wrote that knew no tags, and the same as it would be written now. */
async function before() {
  const { put, record } = syncBench();
  for (const life of LIVES) for (const act of life.acts) await put(eventFromAct(life, act));
  const now = record.resources();
  const then = now.map(({ meta: { tag: _tag, ...meta } = {}, ...rest }) => ({ ...rest, meta }) as fhir4.FhirResource);
  return { now, old: memoryRecord(then) };
}
const tagsOf = (all: readonly fhir4.FhirResource[]) =>
  all.map((it) => [it.resourceType, it.id, it.meta?.tag ?? []]).sort((a, b) => (String(a) < String(b) ? -1 : 1));

test('what a release before the tags wrote is tagged as what is written now, and clinical staff find it again', async () => {
  const { now, old } = await before();
  const { redis } = memoryRedis();
  const tag = tagRecord({ store: old, redis, everyMs: 86_400_000, log: quietLog() });
  const course = async () =>
    Promise.all(
      LIVES.map(({ id }) => timelineReader({ store: old, registry: aRegistry() }).read('verdun', id, 'fr', HIDES)),
    );
  const untagged = JSON.stringify(await course()).length;
  expect(await tag()).toBeGreaterThan(100);
  expect(tagsOf(old.resources())).toEqual(tagsOf(now));
  expect(JSON.stringify(await course()).length).toBeGreaterThan(untagged);
  expect(old.resources().some((it) => kindsTaggedOn(it).includes('legal-referral'))).toBe(true);
  expect(await tag()).toBe(0);
});

test('nothing gets a new version by it, and a look that is broken off is gone on with', async () => {
  const { old } = await before();
  const { redis } = memoryRedis();
  const versions = () => old.resources().map(({ resourceType, id, meta }) => [resourceType, id, meta?.versionId]);
  const standing = versions();
  const ending = new AbortController();
  let left = 40;
  const store = {
    ...old,
    addTags: async (...args: Parameters<typeof old.addTags>) => {
      await old.addTags(...args);
      left -= 1;
      if (left === 0) ending.abort(new Error('this process is to end'));
    },
  };
  const tag = tagRecord({ store, redis, everyMs: 86_400_000, log: quietLog() });
  await expect(tag(ending.signal)).rejects.toThrow('this process is to end');
  const rest = await tag();
  expect(rest).toBeGreaterThan(60);
  expect(versions()).toEqual(standing);
});

test('a consent that lets a legal referral be known, tagged by a release that did not say so, says so once it is looked at', async () => {
  const { put, record } = syncBench();
  await put(circleTold({ on: '2026-03-01' }));
  for (const [id, decision] of [
    ['oui', 'permit'],
    ['non', 'refuse'],
  ] as const)
    await put(
      consentTold(
        { on: '2026-03-04' },
        { id, decision, purpose: 'rights-support', information: ['legal-referral-exists'] },
      ),
    );
  const now = record.resources();
  const then = now.map((it) => {
    const tag = it.meta?.tag?.filter(({ code }) => code !== LETS_LEGAL_REFERRAL_BE_KNOWN.code);
    return { ...it, meta: { ...it.meta, ...(tag !== undefined && { tag }) } };
  });
  const old = memoryRecord(then);
  expect(tagsOf(old.resources())).not.toEqual(tagsOf(now));
  expect(await tagRecord({ store: old, redis: memoryRedis().redis, everyMs: 86_400_000, log: quietLog() })()).toBe(1);
  expect(tagsOf(old.resources())).toEqual(tagsOf(now));
});
