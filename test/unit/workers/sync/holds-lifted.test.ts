import { describe, expect, test } from '@jest/globals';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { holdsIn } from '../../../../gateway/lanes/holds.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aConsent, consentEvent } from '../../../builders/a-consent.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { agreedTo, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const SAID_AT = '2026-03-10T15:10:00.000Z';
const LATER = '2026-03-10T15:20:00.000Z';
const said = (changes: Partial<Identified<Consent>> = {}, event: Parameters<typeof eventOf>[2] = {}): ConceptEvent =>
  consentEvent(changes, { recordedAt: LATER, ...event });
/** Sent under another key than before: another event. */
const again = { exchangeId: '00000000-0000-4000-8000-000000000007' };
const { version: _version, ...UNVERSIONED } = aConsent();
const TAKEN_BACK = { version: 2, status: 'withdrawn', withdrawal: { at: '2026-03-10' } } as const;
/** Taken back by somebody who is not in the circle yet: acknowledged, and waits beside the lane. */
const waits = (changes: Partial<Identified<Consent>> = {}): ConceptEvent =>
  said(
    { ...TAKEN_BACK, withdrawal: { at: '2026-03-10', by: { kind: 'member', id: 'papa' } }, ...changes },
    { recordedAt: SAID_AT },
  );
const FATHER = { kind: 'family', id: 'papa', name: { text: 'Minh' }, kinship: 'FTH', legalRole: 'tap' } as const;
const MOTHER = { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' } as const;

/** A request that leaves on the mother’s consent alone; each event is held at the door as the intake holds it. */
async function open(options: { readonly letterStands?: boolean } = {}) {
  const holds = holdsIn(memoryRedis().redis);
  const letters = { stands: async () => options.letterStands === true, settled: async () => undefined };
  const bench = syncBench(memoryRecord(), { holds, letters });
  const put = async (event: ConceptEvent): Promise<string> => {
    await holds.place(event);
    return bench.put(event);
  };
  await put(circleEvent());
  await put(said());
  await put(referralEvent({ agreements: [{ ...agreedTo('clsc-verdun'), by: { kind: 'child' } }] }));
  const task = bench.record.ofType('Task')[0] as fhir4.Task;
  const number = task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';
  const { read, disclose } = disclosures({
    store: bench.record,
    registry: aRegistry(),
    audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
    holds,
    now: () => new Date('2026-03-10T15:30:00.000Z'),
  });
  /** What leaves if the request is to leave now: all of it, or that it is cancelled; else why nothing does. */
  const leaves = async (): Promise<string> => {
    const disclosable = await read(number);
    if (disclosable === undefined) return 'unknown';
    return disclose(disclosable, 'fhir-rest').then(
      () => disclosable.stage,
      (error: unknown) => (error instanceof GatewayError ? error.kind : 'fails'),
    );
  };
  return { ...bench, put, holds, leaves };
}

test('without a word from the family it leaves; with one that waits it does not', async () => {
  const { put, leaves } = await open();
  expect(await leaves()).toBe('request');
  expect(await put(waits())).toBe('waiting');
  expect(await leaves()).toBe('held');
});

describe('a withdrawal that was acknowledged and waits is held, whatever else comes of the same consent:', () => {
  test.each([
    ['the version that stands, sent again', said({}, again), 'synced'],
    ['the same without a version', eventOf(consentMapping, UNVERSIONED, { recordedAt: LATER, ...again }), 'synced'],
    ['a revision of a version that does not stand', said({ version: 3, note: 'x' }, { ifMatch: 2 }), 'refused'],
    ['other content under the version that stands', said({ note: 'x' }), 'refused'],
    ['a newer version that waits too', waits({ version: 3 }), 'waiting'],
    ['other content that takes its own version', said({ version: 2, note: 'x' }), 'synced'],
  ] as const)('%s', async (_what, event, state) => {
    const { put, leaves } = await open();
    await put(waits());
    expect(await put(event)).toBe(state);
    expect(await leaves()).toBe('held');
  });

  test('until a newer version that opens is in the record', async () => {
    const { put, leaves } = await open();
    await put(waits());
    expect(await put(said({ version: 3 }))).toBe('synced');
    expect(await leaves()).toBe('request');
  });

  test('until it is in the record itself, and then only that it is cancelled leaves', async () => {
    const { put, leaves } = await open();
    await put(waits());
    await put(circleEvent({ version: 2, members: [MOTHER, FATHER] }));
    expect(await put(waits())).toBe('synced');
    expect(await leaves()).toBe('cancellation');
  });

  test('until it is found to come after a newer version, which stands', async () => {
    const { put, leaves, holds } = await open();
    await put(said({ version: 3 }));
    const late = waits();
    await holds.place(late);
    expect(await leaves()).toBe('held');
    expect(await put(late)).toBe('superseded');
    expect(await leaves()).toBe('request');
  });
});

test('a request that was moved away leaves for whom it was asked of no more, from its acknowledgement; then only that it is cancelled does', async () => {
  const { put, leaves } = await open();
  const moved = { version: 2, recipient: 'clsc-hochelaga', agreements: [agreedTo('clsc-hochelaga')] };
  const unknownNeed = { ...moved, plan: 'plan-1', goals: ['parler'] };
  expect(await put(referralEvent(unknownNeed))).toBe('waiting');
  expect(await leaves()).toBe('held');
  expect(await put(referralEvent({ ...moved, version: 3 }))).toBe('synced');
  expect(await leaves()).toBe('cancellation');
});

test('one that is refused for good, so that its sender is told no, holds nothing any more', async () => {
  const { put, leaves } = await open();
  expect(await put(said({ ...TAKEN_BACK, version: 1 }))).toBe('refused');
  expect(await leaves()).toBe('request');
});

test('one that a person put back and that is refused stays set aside, and holds', async () => {
  const { put, leaves } = await open({ letterStands: true });
  expect(await put(said({ ...TAKEN_BACK, version: 1 }))).toBe('refused');
  expect(await leaves()).toBe('held');
});

test.each([
  ['only repeats what the record holds', [said({}, again)], [true, false]],
  ['wrote, and that is done once more', [said({ version: 3 }), said({ version: 3 })], [true, true, true]],
])('what an event %s is told apart, for what was set aside', async (_what, events, written) => {
  const told: (boolean | undefined)[] = [];
  const settled = async (_event: unknown, _outcome: unknown, isWritten?: boolean) => void told.push(isWritten);
  const { put } = syncBench(memoryRecord(), { letters: { stands: async () => false, settled } });
  await put(circleEvent());
  await put(said());
  for (const event of events) await put(event);
  expect(told.slice(1)).toEqual(written);
});
