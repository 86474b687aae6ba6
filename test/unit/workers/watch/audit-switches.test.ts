import { expect, test } from '@jest/globals';
import type { Audit } from '../../../../gateway/audit/audit.ts';
import type { Centre } from '../../../../gateway/registry.ts';
import { auditSwitches } from '../../../../workers/watch/audit-switches.ts';
import { ASSESSED, aCentre, SWITCHED_ON, SWITCHED_ON_FOR, TIED_WITH } from '../../../builders/a-registry.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const AT = '2026-03-10T12:00:00.000Z';

/** A process, on the Redis that it shares with those before it. */
function aProcess(centres: readonly Centre[], { redis = memoryRedis().redis, fails = false } = {}) {
  const acts: Parameters<Audit['act']>[0][] = [];
  const state = { fails };
  const look = auditSwitches({
    redis,
    registry: { centres },
    audit: {
      act: async (act) => {
        if (state.fails) throw new Error('the record is away');
        acts.push(act);
      },
    },
    now: () => new Date(AT),
  });
  return { look, acts, redis, state, told: () => acts.map(({ what, on }) => `${what} ${on[0]?.display}`) };
}

const on = aCentre({ partnerPages: SWITCHED_ON });

test('what is turned on, left on at a start, and turned off is in the audit once each: by whom, when, which, of which centre', async () => {
  const first = aProcess([on, aCentre({ id: 'vanier' })]);
  await first.look();
  await first.look();
  expect(first.told()).toEqual(['switch-on partnerPages']);
  expect(first.acts[0]).toMatchObject({ by: { operator: 'RPRP' }, at: AT, on: [{ identifier: { value: 'verdun' } }] });

  const started = aProcess([on], first);
  await started.look();
  await started.look();
  expect(started.told()).toEqual(['switch-stands partnerPages']);

  const off = aProcess([aCentre()], first);
  await off.look();
  await off.look();
  expect(off.told()).toEqual(['switch-off partnerPages']);
});

test('another who decided it, or another day, is a change', async () => {
  const first = aProcess([on]);
  await first.look();
  const next = aProcess([aCentre({ partnerPages: { by: 'Une autre', since: '2026-02-01' } })], first);
  await next.look();
  expect(next.told()).toEqual(['switch-on partnerPages']);
});

test('another person who is named is a change, and all who are named are in the entry', async () => {
  const first = aProcess([aCentre({ breakGlass: SWITCHED_ON_FOR('p-1') })]);
  await first.look();
  const next = aProcess([aCentre({ breakGlass: SWITCHED_ON_FOR('p-1', 'p-2') })], first);
  await next.look();
  expect(next.told()).toEqual(['switch-on breakGlass']);
  expect(next.acts[0]?.on.slice(1).map(({ identifier }) => identifier?.value)).toEqual(['p-1', 'p-2']);
});

test('another partner that was assessed is a change, and all who are named are in the entry', async () => {
  const first = aProcess([aCentre({ otherProvinces: ASSESSED('triage') })]);
  await first.look();
  const next = aProcess([aCentre({ otherProvinces: ASSESSED('triage', 'orchestre') })], first);
  await next.look();
  expect(next.told()).toEqual(['switch-on otherProvinces']);
  expect(next.acts[0]?.on.slice(1).map(({ type, identifier }) => `${type} ${identifier?.value}`)).toEqual([
    'Organization triage',
    'Organization orchestre',
  ]);
});

test('another centre with which one may be tied is a change, and stands in the entry', async () => {
  const first = aProcess([aCentre({ centreTies: TIED_WITH('vanier') })]);
  await first.look();
  const next = aProcess([aCentre({ centreTies: TIED_WITH('vanier', 'hochelaga') })], first);
  await next.look();
  expect(next.told()).toEqual(['switch-on centreTies']);
  expect(
    next.acts[0]?.on.slice(1).map(({ identifier }) => `${identifier?.system?.split('/').at(-1)} ${identifier?.value}`),
  ).toEqual(['centre vanier', 'centre hochelaga']);
});

test('what could not be written is written at the next look', async () => {
  const { look, told, state } = aProcess([on], { fails: true });
  await expect(look()).rejects.toThrow('away');
  state.fails = false;
  await look();
  expect(told()).toEqual(['switch-on partnerPages']);
});

test('where nothing is on, nothing is written', async () => {
  const { look, acts } = aProcess([aCentre()]);
  await look();
  expect(acts).toEqual([]);
});
