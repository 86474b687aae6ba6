import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeContactExtension } from '../../../../../mappings/concepts/safe-contact.ts';
import { LOSSES } from '../../../../../mappings/dialects/by-focus/losses.ts';
import type { TravellingAnswer } from '../../../../../mappings/dialects/dialect.ts';
import type { ReferralState } from '../../../../../mappings/domain/referral-state.ts';
import { ANSWER_MEANINGS } from '../../../../../mappings/domain/referral-table.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { expectValidTransaction } from '../../../../builders/valid-transaction.ts';
import { answers } from '../../../../generators/answers.ts';
import { bundleOf, CONTEXT, DIALECTS, heardIn, onlyOne, THEIRS, travellingRequests } from './travelling.ts';

const numRuns = 150;
const placesOf = (issues: readonly { readonly expression?: string }[]) =>
  issues.map(({ expression }) => expression ?? '').sort();

describe.each(DIALECTS)('%s', (_name, dialect) => {
  test('a request that is written and read is the same, but for what is told as lost', () => {
    fc.assert(
      fc.property(travellingRequests, (sent) => {
        const written = dialect.writeRequest(sent, CONTEXT);
        const { heard, issues } = heardIn(dialect, written.message);
        const { extension = [], ...elements } = sent.request;
        const contact = extension.find(({ url }) => url === EXTENSIONS.safeContact);
        expect(heard).toMatchObject([
          { kind: 'request', words: [], askedBy: { id: 'verdun', name: 'Les Petits Renards' } },
        ]);
        const [one] = heard;
        if (one?.kind !== 'request') throw new Error('no request');
        expect(one.request).toEqual({
          ...sent,
          task: { ...sent.task, status: 'requested' },
          request: {
            ...elements,
            identifier: [THEIRS],
            extension: [safeContactExtension({ through: 'centre' })],
          },
        });
        expect(issues).toEqual([]);

        const lostContact = JSON.stringify(contact) !== JSON.stringify(safeContactExtension({ through: 'centre' }));
        const others = extension.filter(({ url }) => url !== EXTENSIONS.safeContact).map(({ url }) => url);
        const urls = [...new Set([...others, ...(lostContact ? [EXTENSIONS.safeContact] : [])])];
        expect(placesOf(written.lost)).toEqual(
          [
            ...urls.map((url) => `ServiceRequest.extension('${url}')`),
            ...(sent.task.status === 'received' ? ['Task.status'] : []),
          ].sort(),
        );
      }),
      { numRuns },
    );
  });

  test('a message is a whole transaction of valid R4, and the first thing it says is to call the centre', () => {
    fc.assert(
      fc.property(travellingRequests, (sent) => {
        const bundle = bundleOf(dialect.writeRequest(sent, CONTEXT));
        expectValidTransaction(bundle);
        const task = bundle.entry?.[0]?.resource as fhir4.Task;
        expect(task.description).toMatch(/^Appelez d’abord le centre.*514 555-0110/);
        expect(['received', 'ready']).not.toContain(task.status);
        expect(JSON.stringify(bundle)).not.toContain('psc-safe-contact');
        for (const { resource } of bundle.entry ?? [])
          expect(
            checkResource(resource).filter(({ severity, rule }) => severity === 'error' && rule !== 'code'),
          ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the same message twice is the same bytes', () => {
    fc.assert(
      fc.property(travellingRequests, (sent) => {
        const twice = [1, 2].map(() => JSON.stringify(dialect.writeRequest(sent, CONTEXT)));
        expect(twice[0]).toBe(twice[1]);
      }),
      { numRuns: 20 },
    );
  });

  const owners = Object.entries(ANSWER_MEANINGS)
    .filter(([what, { by }]) => by === 'owner' && what !== 'passed-on')
    .map(([what]) => what);
  const STATES: Readonly<Record<string, ReferralState>> = {
    acknowledged: 'received',
    declined: 'rejected',
    started: 'in-progress',
    'awaiting-information': 'on-hold',
    completed: 'completed',
    failed: 'failed',
    cancelled: 'cancelled',
  };
  const travellingAnswers: fc.Arbitrary<TravellingAnswer> = answers()
    .filter(({ what }) => owners.includes(what))
    .map(({ channel: _channel, recipient: _recipient, ratings: _ratings, passedOn: _passedOn, ...answer }) => ({
      number: { system: IDENTIFIERS.task, value: 'a1b2c3d4-0000-5000-8000-000000000001' },
      answer: { ...answer, channel: 'system' },
      state: STATES[answer.what] ?? 'accepted',
      letters: [],
    }));

  test('an answer that is written and read is the same, but for what is told as lost', () => {
    fc.assert(
      fc.property(travellingAnswers, (sent) => {
        const written = dialect.writeAnswer(sent, CONTEXT);
        expectValidTransaction(bundleOf(written));
        for (const { resource } of bundleOf(written).entry ?? [])
          expect(
            checkResource(resource).filter(({ severity, rule }) => severity === 'error' && rule !== 'code'),
          ).toEqual([]);
        const heard = onlyOne(heardIn(dialect, written.message));
        if (heard.kind !== 'answer') throw new Error('no answer');
        const { priority, outcome, ...answer } = sent.answer;
        const said = outcome?.replaceAll(/\s+/g, ' ').trim();
        const read = heard.answer.outcome?.replaceAll(/\s+/g, ' ').trim();
        expect(read).toBe(said);
        const { outcome: _outcome, words, stands: _stands, ...rest } = heard.answer;
        const { words: sentWords, ...others } = answer;
        expect(rest).toEqual({ ...others, recordedBy: 'plateforme-sociale' });
        // A reason without words gets those of its code.
        if (sentWords !== undefined || answer.reason === undefined) expect(words).toBe(sentWords);
        expect(placesOf(written.lost)).toEqual(
          [
            ...(priority === undefined ? [] : ['Answer.priority']),
            ...(sent.state === 'received' ? ['Task.status'] : []),
          ].sort(),
        );
      }),
      { numRuns },
    );
  });

  test('a request taken back is read back: bare before it was accepted, a request to stop after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cancelled', 'entered-in-error'),
        fc.boolean(),
        fc.option(fc.constant('2026-03-10T09:00:00-05:00'), { nil: undefined }),
        (state, accepted, happenedAt) => {
          const sent = { number: THEIRS, state, accepted, ...(happenedAt !== undefined && { happenedAt }) } as const;
          const written = dialect.writeCancellation(sent, CONTEXT);
          expectValidTransaction(bundleOf(written));
          const read = onlyOne(heardIn(dialect, written.message));
          const stops = accepted && state === 'cancelled';
          expect(read).toEqual({ ...sent, kind: 'cancellation', accepted: stops, words: [] });
          const elements = Object.keys(bundleOf(written).entry?.[0]?.resource ?? {});
          const bare = ['resourceType', 'identifier', 'status', 'intent', 'lastModified', 'statusReason'];
          expect(elements.filter((name) => !bare.includes(name)).sort()).toEqual(
            stops ? (dialect === DIALECTS[0]?.[1] ? ['code', 'focus'] : ['businessStatus']) : [],
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test('every loss has its reason in both languages', () => {
    for (const [place, { fr, en }] of Object.entries(LOSSES))
      expect([place, fr, en].every((text) => text !== '')).toBe(true);
  });
});
