import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caErec } from '../../../../../mappings/dialects/ca-erec/ca-erec.ts';
import type { Heard, Written } from '../../../../../mappings/dialects/dialect.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import {
  outgoingContexts,
  travellingAnswers,
  travellingCancellations,
  travellingRequests,
} from '../../../../generators/travelling.ts';

const FROM = { partner: 'triage-ereferral' };

/** What is read of what was written: one thing heard, under the message's own id. */
function heardOf({ message }: Written, messageId: string): Heard {
  const read = caErec.read(message, FROM);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(read.value.messageId).toBe(messageId);
  expect(read.value.issues).toEqual([]);
  expect(read.value.heard).toHaveLength(1);
  return read.value.heard[0] as Heard;
}

const errorsIn = ({ message }: Written) =>
  message.form === 'fhir' ? checkResource(message.bundle).filter(({ severity }) => severity === 'error') : ['not FHIR'];

const typeOf = ({ resource }: fhir4.BundleEntry<fhir4.FhirResource>) => resource?.resourceType;

test('a request through any lens is valid R4, and read again it is the same request, child and letters', () => {
  fc.assert(
    fc.property(travellingRequests, outgoingContexts, (request, context) => {
      const written = caErec.writeRequest(request, context);
      expect(errorsIn(written)).toEqual([]);
      expect(written.lost).toEqual([]);
      const { code, authoredOn, priority } = request.task;
      expect(heardOf(written, context.messageId)).toEqual({
        kind: 'request',
        request: {
          ...request,
          // The recipient makes a Task of its own: of ours only what the request says too comes back.
          task: {
            resourceType: 'Task',
            status: 'requested',
            intent: 'order',
            code,
            ...(priority !== undefined && { priority }),
            ...(authoredOn !== undefined && { authoredOn }),
          },
        },
        askedBy: context.sender,
        words: [],
        thread: '{}',
      });
    }),
    { numRuns: 300 },
  );
});

test('an answer is valid R4, and read again it says the same, but for ratings, which are told as lost', () => {
  fc.assert(
    fc.property(travellingAnswers, outgoingContexts, (travelling, context) => {
      const written = caErec.writeAnswer(travelling, context);
      expect(errorsIn(written)).toEqual([]);
      const { ratings, recordedBy: _by, ...answer } = travelling.answer;
      expect(written.lost.map(({ expression }) => expression)).toEqual(
        (ratings ?? []).length > 0 ? ['Answer.ratings'] : [],
      );
      const heard = heardOf(written, context.messageId);
      // Where its Task stands comes beside a business status that leaves it open.
      const beside = heard?.kind === 'answer' && heard.answer.stands !== undefined ? { stands: travelling.state } : {};
      expect(heard).toEqual({
        kind: 'answer',
        number: travelling.number,
        answer: { ...answer, ...beside, recordedBy: FROM.partner },
        letters: travelling.letters,
        words: [],
      });
    }),
    { numRuns: 500 },
  );
});

test('that a request was passed on is told as lost, and the Task still says where it stands', () => {
  const [context] = fc.sample(outgoingContexts, 1);
  if (context === undefined) throw new Error('no context');
  const written = caErec.writeAnswer(
    {
      number: { value: 'n-1' },
      answer: {
        what: 'passed-on',
        happenedAt: '2026-11-25',
        saidBy: 'Rita',
        recordedBy: 'Rita',
        passedOn: { to: 'Another office', status: 'requested' },
      },
      state: 'accepted',
      letters: [],
    },
    context,
  );
  expect(written.lost.map(({ expression }) => expression)).toEqual(['Answer.passedOn']);
  expect(heardOf(written, context.messageId)).toMatchObject({ kind: 'answer', answer: { what: 'accepted' } });
});

test('a cancellation carries its number and no more, and read again it is the same; a day without a time is told as lost', () => {
  fc.assert(
    fc.property(travellingCancellations, outgoingContexts, (cancellation, context) => {
      const written = caErec.writeCancellation(cancellation, context);
      expect(errorsIn(written)).toEqual([]);
      const lost = written.lost.map(({ expression }) => expression);
      const { happenedAt, ...rest } = cancellation;
      const carried = happenedAt !== undefined && lost.length === 0 ? { happenedAt } : {};
      expect(lost).toEqual(
        happenedAt === undefined || happenedAt.includes('T') ? [] : ['ServiceRequest.meta.lastUpdated'],
      );
      expect(heardOf(written, context.messageId)).toEqual({ kind: 'cancellation', ...rest, ...carried, words: [] });
      const types = written.message.form === 'fhir' ? written.message.bundle.entry?.map(typeOf) : [];
      const about = cancellation.accepted ? ['ServiceRequest', 'Task'] : ['ServiceRequest'];
      expect(types).toEqual(['MessageHeader', ...about, 'PractitionerRole', 'Organization']);
    }),
    { numRuns: 300 },
  );
});

test('the same thing written twice is the same bytes', () => {
  fc.assert(
    fc.property(travellingRequests, travellingAnswers, outgoingContexts, (request, answer, context) => {
      expect(caErec.writeRequest(request, context)).toEqual(caErec.writeRequest(request, context));
      expect(caErec.writeAnswer(answer, context)).toEqual(caErec.writeAnswer(answer, context));
    }),
    { numRuns: 50 },
  );
});

test('a message of which any part is missing gives things heard or reasons, never an exception', () => {
  fc.assert(
    fc.property(travellingRequests, travellingAnswers, outgoingContexts, fc.nat(), (request, answer, context, at) => {
      for (const { message } of [caErec.writeRequest(request, context), caErec.writeAnswer(answer, context)]) {
        if (message.form !== 'fhir') throw new Error('not FHIR');
        const entry = message.bundle.entry ?? [];
        const bundle = { ...message.bundle, entry: entry.toSpliced(at % entry.length, 1) };
        const read = caErec.read({ form: 'fhir', bundle }, FROM);
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
