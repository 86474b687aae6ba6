import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownAnswer } from '../../../../../../gateway/doors/http/queue-board/shown-job.ts';

const CANARY = 'Nguyễn Thị Mai';

test('whatever a job holds, and wherever, only ids and counts are shown', () => {
  const text = fc.constantFrom(CANARY, `x ${CANARY}`);
  const job = fc.record({
    id: fc.uuid(),
    failedReason: text,
    stacktrace: fc.array(text),
    deferredFailure: text,
    returnValue: fc.oneof(text, fc.record({ name: text })),
    progress: fc.oneof(text, fc.record({ name: text })),
    externalUrl: text,
    groupId: text,
    isFailed: fc.boolean(),
    data: fc.record({ exchangeId: fc.uuid(), sealed: text, awaits: fc.array(text), name: text }),
    opts: fc.record({ attempts: fc.nat(), telemetry: fc.record({ metadata: text }), repeat: text }),
  });
  fc.assert(
    fc.property(job, (it) => {
      const shown = JSON.stringify([
        shownAnswer({ job: it, status: 'failed' }),
        shownAnswer({ queues: [{ name: 'lane', jobs: [it] }] }),
      ]);
      expect(shown).not.toContain(CANARY);
      expect(shown).toContain(it.id);
      expect(shown).toContain(it.data.exchangeId);
    }),
  );
});

test('a job that failed is shown as such, and says where its reason stands', () => {
  const { job } = shownAnswer({ job: { id: '1', isFailed: true, failedReason: CANARY } }) as {
    job: Record<string, unknown>;
  };
  expect(job).toMatchObject({ isFailed: true, failedReason: 'npm run operate -- dead-letters list' });
});
