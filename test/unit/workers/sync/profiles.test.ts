import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v5 as uuidFrom } from 'uuid';
import type { ConceptMapping, Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import type { ServiceReferral } from '../../../../mappings/domain/concepts.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { eventOf, fileEvents } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { anyAnswers, dispatches } from '../../../generators/answers.ts';
import { type ChildFile, childFiles, FILE_CONCEPTS } from '../../../generators/child-files.ts';

const EXCHANGES = 'c0a4e3f2-6b0e-5d4a-9a51-2f6f0e7d8b33';
const REQUESTS = ['prescription', 'legal', 'service'] as const;

type Asked = ChildFile[(typeof REQUESTS)[number]];

/** What may become of a request: it leaves, is answered three times, and the centre takes it elsewhere, back, or calls it an error. */
const courses = fc.record({
  dispatch: dispatches(),
  said: fc.tuple(anyAnswers(), anyAnswers(), anyAnswers()),
  bySystem: fc.boolean(),
  revisions: fc.shuffledSubarray([
    { recipient: 'ailleurs', status: 'active', agreements: [agreedTo('ailleurs')] },
    { status: 'revoked' },
    { status: 'revoked', statusReason: 'La famille préfère attendre.' },
    { status: 'entered-in-error' },
  ] as const),
});

test('whatever becomes of a request, each resource that goes to the record names a profile of ours and follows it', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), fc.tuple(courses, courses, courses), async (file, course) => {
      const bench = syncBench();
      // As most senders do, these leave the numbering to the lane.
      for (const event of fileEvents(withoutVersions(file))) await bench.put(event);
      for (const [nth, part] of REQUESTS.entries()) await goesOn(bench, file[part], part, course[nth]);
      const written = bench.record.committed.flatMap(({ entry = [] }) =>
        entry.flatMap(({ resource }) => resource ?? []),
      );
      expect(written.flatMap(breachesOf)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

type Course = typeof courses extends fc.Arbitrary<infer C> ? C : never;

async function goesOn(
  bench: ReturnType<typeof syncBench>,
  request: Asked,
  part: (typeof REQUESTS)[number],
  course: Course | undefined,
): Promise<void> {
  if (course === undefined) return;
  const about = (name: string) => ({
    exchangeId: uuidFrom(`${request.id} ${name}`, EXCHANGES),
    centre: request.centre,
    child: request.child.id,
    request: request.id,
    recordedAt: '2032-01-02T16:00:00.000Z',
  });
  const { recipient: _elsewhere, ...dispatch } = course.dispatch;
  await bench.put({ kind: 'dispatch', ...about('left'), dispatch });
  for (const [nth, { recipient: _other, ...answer }] of course.said.entries()) {
    const from = course.bySystem && request.recipient !== undefined ? { fromPartner: request.recipient } : {};
    await bench.put({ kind: 'answer', ...about(`said ${nth}`), ...from, answer });
  }
  const { version: _lane, ...rest } = request;
  const mapping = CONCEPT_MAPPINGS[FILE_CONCEPTS[part]] as ConceptMapping<ServiceReferral>;
  for (const revision of course.revisions)
    await bench.put(eventOf(mapping, { ...rest, ...revision } as Identified<ServiceReferral>));
}

function withoutVersions(file: ChildFile): ChildFile {
  const unnumbered = Object.entries(file).map(([part, { version: _lane, ...concept }]) => [part, concept]);
  return Object.fromEntries(unnumbered) as ChildFile;
}

function agreedTo(recipient: string) {
  return { recipient, by: { kind: 'person', name: 'Lan' }, at: '2026-03-01' } as const;
}
