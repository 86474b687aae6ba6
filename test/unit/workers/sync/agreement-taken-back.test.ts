import { describe, expect, test } from '@jest/globals';
import { mayBeShown } from '../../../../gateway/disclosure/disclosure.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { CODE_SYSTEMS } from '../../../../mappings/domain/systems.ts';
import { childTimeline } from '../../../../mappings/timeline/child-timeline.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { aCircle, agreedTo, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { type SyncBench, syncBench } from '../../../builders/sync-bench.ts';

const RECORDED_AT = '2026-03-10T16:00:00.000Z';
const GIVEN: Identified<Consent> = {
  id: 'cons-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-01',
  child: { id: 'enf-1' },
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  recipient: 'clsc-verdun',
  purpose: 'care',
  information: ['identity', 'safe-contact', 'request'],
  regime: 'qc-private',
};
const consentEvent = (changes: Partial<Identified<Consent>> = {}) =>
  eventOf(consentMapping, { ...GIVEN, ...changes }, { recordedAt: RECORDED_AT });
const withdrawal = (changes: Partial<Identified<Consent>> = {}) =>
  consentEvent({
    version: 2,
    status: 'withdrawn',
    withdrawal: { at: '2026-03-09', by: { kind: 'member', id: 'maman' } },
    ...changes,
  });
interface Asked extends SyncBench {
  readonly task: () => fhir4.Task;
}

/** A child with a consent, and a referral that was sent. */
async function asked(
  consent: Partial<Identified<Consent>> = {},
  referral: Parameters<typeof referralEvent>[0] = {},
  overrides: Parameters<typeof syncBench>[1] = {},
): Promise<Asked> {
  const bench = syncBench(memoryRecord(), overrides);
  await bench.put(circleEvent());
  await bench.put(consentEvent(consent));
  await bench.put(referralEvent(referral));
  await bench.put(
    aDispatchEvent({ dispatch: { happenedAt: '2026-03-02T11:00:00-05:00', how: 'system', recordedBy: 'x' } }),
  );
  bench.deliveries.length = 0;
  return { ...bench, task: () => bench.record.ofType('Task')[0] as fhir4.Task };
}

const toldAs = (task: fhir4.Task) => loopOf([task], undefined);
const ENDED = { state: 'cancelled', closed: true, why: 'agreement-taken-back' };

/** Agreed to by somebody who may not: only the mother’s consent opens it. */
const ON_CONSENT_ONLY = { agreements: [{ ...agreedTo('clsc-verdun'), by: { kind: 'child' } }] } as const;

describe('what was asked ends, and whoever has it is told, when the family', () => {
  test.each([
    ['takes its consent back', [withdrawal()]],
    ['refuses afterwards', [consentEvent({ id: 'cons-2', decision: 'refuse', happenedAt: '2026-03-09' })]],
    [
      'says no through the child',
      [consentEvent({ id: 'cons-2', decision: 'refuse', by: { kind: 'child' }, happenedAt: '2026-03-09' })],
    ],
  ] as const)('%s, whatever it had agreed to on the request', async (_how, events) => {
    const { put, task, deliveries } = await asked();
    for (const event of events) await put(event);
    expect(task()).toMatchObject({
      status: 'cancelled',
      statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'family-took-back' }] },
    });
    expect(toldAs(task())).toEqual(ENDED);
    expect(deliveries).toEqual([{ task: task().identifier?.[0]?.value, partner: 'clsc-verdun' }]);
  });

  test.each([
    ['narrows it below what the request shows', { information: ['identity'] }],
    ['gives it an end that has passed', { period: { end: '2026-03-05' } }],
    ['gives it for another purpose only', { purpose: 'coordination' }],
  ] as const)('%s, where nothing else opens it', async (_how, changes) => {
    const { put, task } = await asked({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, ...changes }));
    expect(toldAs(task())).toEqual(ENDED);
  });

  test('drops its agreement from the request, and no consent permits it', async () => {
    const { put, task, deliveries } = await asked({ recipient: 'clsc-hochelaga' });
    await put(referralEvent({ version: 2, agreements: [] }));
    expect(toldAs(task())).toEqual(ENDED);
    expect(deliveries).toHaveLength(1);
  });
});

test('what the family takes back ends, and is told, also at a partner of another province to which nothing leaves any more', async () => {
  const registry = registryFrom({ centres: [aCentre()], partners: [aPartner({ province: 'ON' })] });
  const { put, task, deliveries } = await asked({}, {}, { mayBeShown: mayBeShown(registry) });
  await put(withdrawal());
  expect(toldAs(task())).toEqual(ENDED);
  expect(deliveries).toHaveLength(1);
});

describe('nothing ends', () => {
  test.each([
    ['when a consent for another recipient is taken back', { recipient: 'clsc-hochelaga' }],
    ['when a consent for another purpose is taken back', { purpose: 'school-support' }],
  ] as const)('%s', async (_what, changes) => {
    const { put, task, deliveries } = await asked(changes);
    await put(withdrawal(changes));
    expect([task().status, deliveries]).toEqual(['requested', []]);
  });

  test.each([
    ['when a consent is given an end that is to come', { period: { end: '2026-09' } }],
    ['when only its note is corrected', { note: 'Dit en vietnamien' }],
  ] as const)('%s', async (_what, changes) => {
    const { put, task, deliveries } = await asked({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, ...changes }));
    expect([task().status, deliveries]).toEqual(['requested', []]);
  });

  test('of what nothing had opened before: it stays kept, and not sent', async () => {
    const { put, task } = await asked({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, information: ['identity'], status: 'proposed' }));
    const { status, meta } = task();
    await put(withdrawal({ version: 3 }));
    expect([task().status, task().meta?.versionId]).toEqual([status, meta?.versionId]);
  });

  test('where an agreement on the request goes on, however the consent is narrowed', async () => {
    const { put, task } = await asked();
    await put(consentEvent({ version: 2, information: ['identity'] }));
    expect(task().status).toBe('requested');
  });

  test('of a request that its agreement leaves and a consent still opens', async () => {
    const { put, task } = await asked();
    await put(referralEvent({ version: 2, agreements: [] }));
    expect(task().status).toBe('requested');
  });
});

test.each(['accepted', 'started', 'awaiting-information'] as const)(
  'it ends at once also where its owner had said «%s»: an agreement is not asked back',
  async (what) => {
    const { put, task } = await asked();
    await put(anAnswerEvent({ what }));
    await put(withdrawal());
    expect(toldAs(task())).toEqual(ENDED);
  },
);

test('what has ended stays as it ended', async () => {
  const { put, task } = await asked();
  await put(anAnswerEvent({ what: 'completed' }));
  const before = task();
  await put(withdrawal());
  expect(task()).toEqual(before);
});

test('it ends once: withdrawn again, it is written no second time, and a revision of the request tells nobody anew', async () => {
  const { put, task, deliveries } = await asked();
  await put(withdrawal());
  const { meta } = task();
  await put(withdrawal({ version: 3, note: 'Redit au téléphone' }));
  expect(task().meta?.versionId).toBe(meta?.versionId);
  expect(deliveries).toHaveLength(1);
});

test('a worker that died after its commit tells whoever has it all the same', async () => {
  const { put, deliveries } = await asked();
  await put(withdrawal());
  deliveries.length = 0;
  await put(withdrawal());
  expect(deliveries).toHaveLength(1);
});

test.each([
  ['fr', 'Accord repris par la famille\u00a0: CLSC'],
  ['en', 'Agreement taken back by the family: CLSC'],
] as const)(
  'the child’s course says so (%s), when it happened, and by whom stands nowhere in it',
  async (language, text) => {
    const { put, record } = await asked();
    await put(withdrawal());
    const entries = childTimeline(record.resources(), {
      centre: 'verdun',
      language,
      timeZone: 'America/Toronto',
      partnerName: () => 'CLSC',
    });
    const told = entries.filter(({ change }) => change === 'agreement-taken-back');
    expect(told).toMatchObject([{ at: '2026-03-09', knownAt: RECORDED_AT, id: 'ref-1', text }]);
    const trace = record
      .ofType('Provenance')
      .find(({ activity }) => activity?.coding?.some(({ code }) => code === 'agreement-taken-back'));
    expect(trace).toBeDefined();
    expect(JSON.stringify(trace)).not.toMatch(/maman|Lan/);
  },
);

test('whoever sends it is told that what was read cannot be called back', async () => {
  const { put, outcomes } = await asked();
  const event = withdrawal();
  await put(event);
  expect(outcomes.get(event.exchangeId)?.issues?.[0]?.text).toMatchObject({
    fr: expect.stringContaining('dites-le à la famille'),
    en: expect.stringContaining('tell the family so'),
  });
});

const { recipient: _recipient, ...TO_OWN_STAFF } = GIVEN;
const { version: _version, ...UNVERSIONED } = GIVEN;
const FOR_OWN_STAFF = { ...TO_OWN_STAFF, purpose: 'rights-support', information: ['legal-referral-exists'] } as const;

test.each([
  ['another partner', consentEvent({ version: 2, recipient: 'clsc-hochelaga' })],
  ['another partner, and is taken back with it', withdrawal({ recipient: 'clsc-hochelaga' })],
  [
    'another partner, by the version that the lane gives',
    eventOf(consentMapping, { ...UNVERSIONED, recipient: 'sippe' }),
  ],
  ['the centre’s own staff', eventOf(consentMapping, { ...FOR_OWN_STAFF, version: 2 })],
])(
  'a consent that names %s is refused with the way out, and what the first one lets have it goes on',
  async (_whom, event) => {
    const { put, task, record, outcomes } = await asked();
    const [before] = record.ofType('Consent');
    expect(await put(event)).toBe('refused');
    expect(outcomes.get(event.exchangeId)).toMatchObject({
      failure: 'versionConflict',
      issues: [{ expression: 'recipient', text: { en: expect.stringContaining('make another consent') } }],
    });
    expect([task().status, record.ofType('Consent')]).toEqual(['requested', [before]]);
  },
);

test('an older version that names another recipient is superseded as any other', async () => {
  const { put } = await asked({ version: 2 });
  expect(await put(consentEvent({ version: 1, recipient: 'clsc-hochelaga' }))).toBe('superseded');
});

const { child: CHILD } = aCircle();

/** A community group with what it was asked: its lens shows nothing of what is restricted. */
const COMMUNITY = { recipient: 'orchestre', agreements: [agreedTo('orchestre')] } as const;

describe('under a label', () => {
  const cases = [
    ['on the request', (version: number) => referralEvent({ ...COMMUNITY, version, labels: ['violence'] })],
    [
      'on the child’s file',
      (version: number) => circleEvent({ version, child: { ...CHILD, labels: ['very-restricted'] } }),
    ],
  ] as const;

  test.each(cases)(
    '%s, what a lens shows nothing of any more ends, and is told as ended by the centre',
    async (_where, labelling) => {
      const { put, task, deliveries, outcomes, record } = await asked({}, COMMUNITY);
      const event = labelling(2);
      await put(event);
      expect(task()).toMatchObject({
        status: 'cancelled',
        statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }] },
      });
      expect(toldAs(task())).toEqual({ state: 'cancelled', closed: false, why: 'family-not-told' });
      expect(deliveries).toEqual([{ task: task().identifier?.[0]?.value, partner: 'orchestre' }]);
      const issues = outcomes.get(event.exchangeId)?.issues ?? [];
      expect(issues.map(({ expression }) => expression)).toContain('labels');
      const acts = record.ofType('Provenance').flatMap((it) => (it as fhir4.Provenance).activity?.coding ?? []);
      expect(acts.map(({ code }) => code)).toContain('basis-ended');
    },
  );

  test.each(cases)('%s, what was accepted ends at once too', async (_where, labelling) => {
    const { put, task } = await asked({}, COMMUNITY);
    await put(anAnswerEvent({ what: 'accepted' }));
    await put(labelling(2));
    expect(task().status).toBe('cancelled');
  });

  test('of which the lens still shows something, the request goes on', async () => {
    const { put, task, deliveries } = await asked();
    await put(referralEvent({ version: 2, labels: ['violence'] }));
    expect([task().status, deliveries.length]).toEqual(['requested', 1]);
    await put(circleEvent({ version: 2, child: { ...CHILD, labels: ['restricted'] } }));
    expect(task().status).toBe('requested');
  });

  test('that is taken off a child’s file, what waited is delivered; a circle that changes no label delivers nothing', async () => {
    const { put, task, deliveries } = await asked({}, COMMUNITY);
    const labels = ['restricted', 'family-asked'] as const;
    const labelled = (version: number, of: number) =>
      circleEvent({ version, ...(of > 0 && { child: { ...CHILD, labels: [...labels].slice(0, of) } }) });
    const { put: putOther, deliveries: others } = await asked();
    await put(labelled(2, 2));
    expect(task().status).toBe('cancelled');
    await putOther(labelled(2, 2));
    await putOther(labelled(3, 2));
    expect(others).toEqual([]);
    await putOther(labelled(4, 0));
    await putOther(labelled(5, 0));
    expect(others).toMatchObject([{ partner: 'clsc-verdun' }]);
    // What ended under it is told that it ended, and not asked again.
    deliveries.length = 0;
    await put(labelled(3, 0));
    expect([task().status, deliveries.length]).toEqual(['cancelled', 1]);
  });

  test('that was there from the start, the request waits, and is delivered once the label is taken off', async () => {
    const { put, task, deliveries } = await asked({}, { ...COMMUNITY, labels: ['restricted'] });
    expect(task().meta?.security).toHaveLength(1);
    await put(referralEvent({ ...COMMUNITY, version: 2 }));
    expect([task().status, task().meta?.security]).toEqual(['requested', undefined]);
    expect(deliveries).toHaveLength(1);
  });
});
