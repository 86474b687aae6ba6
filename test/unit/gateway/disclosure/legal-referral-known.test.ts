import { expect, test } from '@jest/globals';
import { legalReferralKnown } from '../../../../gateway/disclosure/legal-referral-known.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { circleTold, consentTold, legalTold } from '../../../builders/told-events.ts';

const LETS = { purpose: 'rights-support', information: ['legal-referral-exists'] } as const;
const yes = consentTold({ on: '2026-03-04' }, { id: 'savoir', ...LETS });
const no = consentTold({ on: '2026-03-04' }, { id: 'non', ...LETS, decision: 'refuse' });
const legal = legalTold({ on: '2026-03-05' }, { id: 'droit' });

const NOBODY_HOLDS = { standingOn: async () => () => false };

/** Whether it is told, and what was read to find that out. */
async function asked(acts: readonly LaneEvent[]) {
  const { record, put } = syncBench();
  for (const act of [circleTold({ on: '2026-03-01' }), ...acts]) await put(act);
  const read: fhir4.FhirResource[] = [];
  const store = {
    search: async (...question: Parameters<typeof record.search>) => {
      const found = await record.search(...question);
      read.push(...found);
      return found;
    },
  };
  const now = () => new Date('2026-03-10T16:00:00Z');
  const known = legalReferralKnown({ store, registry: aRegistry(), holds: NOBODY_HOLDS, now });
  return { isTold: await known.isTold('verdun', 'enf-1'), read };
}

test('where nothing lets a legal referral be known, nothing at all is read to find out: neither it nor a consent about it', async () => {
  for (const acts of [[], [legal], [no], [legal, no]]) expect(await asked(acts)).toEqual({ isTold: false, read: [] });
});

test('where a consent lets it be known, every other word of the child’s side is heard before it is told', async () => {
  const told = await asked([legal, yes]);
  expect([told.isTold, told.read.some((it) => requestKindOf(it) === 'legal-referral')]).toEqual([true, true]);
  const contradicted = await asked([legal, yes, no]);
  expect([contradicted.isTold, contradicted.read.filter((it) => it.resourceType === 'Consent').length > 1]).toEqual([
    false,
    true,
  ]);
});
