import { expect, test } from '@jest/globals';
import { timelineReader } from '../../../../gateway/record/timeline-reader.ts';
import { outcomeEvaluationMapping } from '../../../../mappings/concepts/outcome-evaluation.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

test('what changed in the family, whose group is no patient, belongs to the child’s course and to no other’s', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  const evaluation = {
    id: 'e-1',
    version: 1,
    centre: 'verdun',
    child: { id: 'enf-1' },
    happenedAt: '2026-09-01',
    request: 'ref-1',
    moment: 'after',
    about: 'family',
    ratings: [{ factor: 'belonging', rating: 4 }],
  } as const;
  await put(eventOf(outcomeEvaluationMapping, evaluation));
  await put(circleEvent({ id: 'cercle-2', child: { id: 'enf-2', name: { text: 'Zoé' } } }));
  const { read } = timelineReader({ store: record, registry: aRegistry() });
  const concepts = async (child: string) => (await read('verdun', child, 'fr'))?.map(({ concept }) => concept);
  expect(await concepts('enf-1')).toEqual(['care-circle', 'service-referral', 'outcome-evaluation']);
  expect(await concepts('enf-2')).toEqual(['care-circle']);
});
