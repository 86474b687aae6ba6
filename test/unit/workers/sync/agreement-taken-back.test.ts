import { describe, expect, test } from '@jest/globals';
import { mayBeShown } from '../../../../gateway/disclosure/disclosure.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { CODE_SYSTEMS } from '../../../../mappings/domain/systems.ts';
import { childTimeline } from '../../../../mappings/timeline/child-timeline.ts';
import { aConsent, askedOnConsent, consentEvent } from '../../../builders/a-consent.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { agreedTo, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';

const withdrawal = (changes: Partial<Identified<Consent>> = {}) =>
  consentEvent({
    version: 2,
    status: 'withdrawn',
    withdrawal: { at: '2026-03-09', by: { kind: 'member', id: 'maman' } },
    ...changes,
  });
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
    const { put, task, deliveries } = await askedOnConsent();
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
    const { put, task } = await askedOnConsent({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, ...changes }));
    expect(toldAs(task())).toEqual(ENDED);
  });

  test('drops its agreement from the request, and no consent permits it', async () => {
    const { put, task, deliveries } = await askedOnConsent({ recipient: 'clsc-hochelaga' });
    await put(referralEvent({ version: 2, agreements: [] }));
    expect(toldAs(task())).toEqual(ENDED);
    expect(deliveries).toHaveLength(1);
  });
});

test('what the family takes back ends, and is told, also at a partner of another province to which nothing leaves any more', async () => {
  const registry = registryFrom({ centres: [aCentre()], partners: [aPartner({ province: 'ON' })] });
  const { put, task, deliveries } = await askedOnConsent({}, {}, { mayBeShown: mayBeShown(registry) });
  await put(withdrawal());
  expect(toldAs(task())).toEqual(ENDED);
  expect(deliveries).toHaveLength(1);
});

describe('nothing ends', () => {
  test.each([
    ['when a consent for another recipient is taken back', { recipient: 'clsc-hochelaga' }],
    ['when a consent for another purpose is taken back', { purpose: 'school-support' }],
  ] as const)('%s', async (_what, changes) => {
    const { put, task, deliveries } = await askedOnConsent(changes);
    await put(withdrawal(changes));
    expect([task().status, deliveries]).toEqual(['requested', []]);
  });

  test.each([
    ['when a consent is given an end that is to come', { period: { end: '2026-09' } }],
    ['when only its note is corrected', { note: 'Dit en vietnamien' }],
  ] as const)('%s', async (_what, changes) => {
    const { put, task, deliveries } = await askedOnConsent({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, ...changes }));
    expect([task().status, deliveries]).toEqual(['requested', []]);
  });

  test('of what nothing had opened before: it stays kept, and not sent', async () => {
    const { put, task } = await askedOnConsent({}, ON_CONSENT_ONLY);
    await put(consentEvent({ version: 2, information: ['identity'], status: 'proposed' }));
    const { status, meta } = task();
    await put(withdrawal({ version: 3 }));
    expect([task().status, task().meta?.versionId]).toEqual([status, meta?.versionId]);
  });

  test('where an agreement on the request goes on, however the consent is narrowed', async () => {
    const { put, task } = await askedOnConsent();
    await put(consentEvent({ version: 2, information: ['identity'] }));
    expect(task().status).toBe('requested');
  });

  test('of a request that its agreement leaves and a consent still opens', async () => {
    const { put, task } = await askedOnConsent();
    await put(referralEvent({ version: 2, agreements: [] }));
    expect(task().status).toBe('requested');
  });
});

test.each(['accepted', 'started', 'awaiting-information'] as const)(
  'it ends at once also where its owner had said «%s»: an agreement is not asked back',
  async (what) => {
    const { put, task } = await askedOnConsent();
    await put(anAnswerEvent({ what }));
    await put(withdrawal());
    expect(toldAs(task())).toEqual(ENDED);
  },
);

test('what has ended stays as it ended', async () => {
  const { put, task } = await askedOnConsent();
  await put(anAnswerEvent({ what: 'completed' }));
  const before = task();
  await put(withdrawal());
  expect(task()).toEqual(before);
});

test('it ends once: withdrawn again, it is written no second time, and a revision of the request tells nobody anew', async () => {
  const { put, task, deliveries } = await askedOnConsent();
  await put(withdrawal());
  const { meta } = task();
  await put(withdrawal({ version: 3, note: 'Redit au téléphone' }));
  expect(task().meta?.versionId).toBe(meta?.versionId);
  expect(deliveries).toHaveLength(1);
});

test('a worker that died after its commit tells whoever has it all the same', async () => {
  const { put, deliveries } = await askedOnConsent();
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
    const { put, record } = await askedOnConsent();
    await put(withdrawal());
    const entries = childTimeline(record.resources(), {
      centre: 'verdun',
      language,
      timeZone: 'America/Toronto',
      partnerName: () => 'CLSC',
    });
    const told = entries.filter(({ change }) => change === 'agreement-taken-back');
    expect(told).toMatchObject([{ at: '2026-03-09', knownAt: consentEvent().recordedAt, id: 'ref-1', text }]);
    const trace = record
      .ofType('Provenance')
      .find(({ activity }) => activity?.coding?.some(({ code }) => code === 'agreement-taken-back'));
    expect(trace).toBeDefined();
    expect(JSON.stringify(trace)).not.toMatch(/maman|Lan/);
  },
);

test('whoever sends it is told that what was read cannot be called back', async () => {
  const { put, outcomes } = await askedOnConsent();
  const event = withdrawal();
  await put(event);
  expect(outcomes.get(event.exchangeId)?.issues?.[0]?.text).toMatchObject({
    fr: expect.stringContaining('dites-le à la famille'),
    en: expect.stringContaining('tell the family so'),
  });
});

const { recipient: _recipient, ...TO_OWN_STAFF } = aConsent();
const { version: _version, ...UNVERSIONED } = aConsent();
const FOR_OWN_STAFF = { ...TO_OWN_STAFF, purpose: 'rights-support', information: ['legal-referral-exists'] } as const;
const FOR_ANOTHER_CENTRE = {
  ...TO_OWN_STAFF,
  ...({ otherCentre: 'vanier', purpose: 'coordination', information: ['identity'] } as const),
};

test.each([
  ['another partner', consentEvent({ version: 2, recipient: 'clsc-hochelaga' })],
  ['another partner, and is taken back with it', withdrawal({ recipient: 'clsc-hochelaga' })],
  [
    'another partner, by the version that the lane gives',
    eventOf(consentMapping, { ...UNVERSIONED, recipient: 'sippe' }),
  ],
  ['the centre’s own staff', eventOf(consentMapping, { ...FOR_OWN_STAFF, version: 2 })],
  ['another centre', eventOf(consentMapping, { ...FOR_ANOTHER_CENTRE, version: 2 })],
])(
  'a consent that names %s is refused with the way out, and what the first one lets have it goes on',
  async (_whom, event) => {
    const { put, task, record, outcomes } = await askedOnConsent();
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
  const { put } = await askedOnConsent({ version: 2 });
  expect(await put(consentEvent({ version: 1, recipient: 'clsc-hochelaga' }))).toBe('superseded');
});
