import { expect, test } from '@jest/globals';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { contactMapping } from '../../../../mappings/concepts/contact.ts';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import type { Issue } from '../../../../profiles/issue.ts';
import { agreedTo, aReferral, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

/** Written by somebody who may know of no legal referral. */
const byClinicalStaff = (event: ConceptEvent): ConceptEvent => ({ ...event, hides: ['legal-referral'] });

const ABOUT = {
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-02T10:00:00-05:00',
  child: { id: 'enf-1' },
} as const;

const legalEvent = () =>
  eventOf(legalReferralMapping, {
    ...ABOUT,
    id: 'jur-1',
    mandate: 'representation',
    rights: [{ article: 27 }],
    safeContact: { through: 'centre' },
  });
const aContact = (changes: object = {}) =>
  eventOf(contactMapping, { ...ABOUT, id: 'visite-1', kind: 'visit', note: 'Vue', ...changes });

/** A child with a legal referral, a visit that follows from it, and a referral to a CLSC. */
async function aChild() {
  const bench = syncBench();
  for (const event of [circleEvent(), legalEvent(), referralEvent(), aContact({ request: 'jur-1' })])
    expect(await bench.put(event)).toBe('synced');
  const before = JSON.stringify(bench.record.resources());
  const told = async (event: ConceptEvent) => {
    const state = await bench.put(event);
    const { issues, failure } = bench.outcomes.get(event.exchangeId) ?? {};
    return { state, failure, issues };
  };
  return { ...bench, told, before, now: () => JSON.stringify(bench.record.resources()) };
}

test('naming a request that is hidden from the writer is as naming one that is not there: it waits, in the same words', async () => {
  const { told, before, now, put } = await aChild();
  const hidden = await told(byClinicalStaff(aContact({ id: 'visite-2', request: 'jur-1' })));
  const unknown = await told(byClinicalStaff(aContact({ id: 'visite-3', request: 'rien-1' })));
  expect(hidden.state).toBe('waiting');
  expect(JSON.stringify(hidden).replaceAll('jur-1', '?')).toBe(JSON.stringify(unknown).replaceAll('rien-1', '?'));
  expect(now()).toBe(before);
  // What they may know of they may name; and whoever may know of all names all.
  expect((await told(byClinicalStaff(aContact({ id: 'visite-4', request: 'ref-1' })))).state).toBe('synced');
  expect(await put(aContact({ id: 'visite-2', request: 'jur-1' }))).toBe('synced');
});

test('a number under which something hidden stands is refused as another child’s is, and nothing is written over it', async () => {
  const { told, before, now } = await aChild();
  const anothers = await told(
    byClinicalStaff(circleEvent({ version: 2, child: { id: 'enf-2', name: { text: 'Léo' } } })),
  );
  for (const event of [
    aContact({ version: 2, note: 'Revue' }),
    aContact({ version: 1, note: 'Revue' }),
    aContact({ version: 2, request: 'jur-1' }),
    eventOf(serviceReferralMapping, aReferral({ id: 'jur-1', version: 2 })),
  ])
    expect(await told(byClinicalStaff(event))).toEqual(anothers);
  expect(anothers).toMatchObject({ state: 'refused', failure: 'versionConflict', issues: [{ expression: 'id' }] });
  expect(now()).toBe(before);
});

test('what was written before its writer could not see it any more is the same when it is sent again', async () => {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(legalEvent());
  const event = byClinicalStaff(aContact());
  expect(await bench.put(event)).toBe('synced');
  await bench.put(aContact({ version: 2, request: 'jur-1' }));
  expect(await bench.put(event)).toBe('synced');
  expect(bench.outcomes.get(event.exchangeId)).toMatchObject({ created: true, version: 1 });
});

/** What the mother says of the lawyer, or of the CLSC, written by clinical staff. */
const saidOf = (recipient: string) =>
  byClinicalStaff(
    eventOf(
      consentMapping,
      {
        ...ABOUT,
        id: 'cons-1',
        by: { kind: 'member', id: 'maman' },
        decision: 'refuse',
        recipient,
        purpose: recipient === 'avocate' ? 'rights-support' : 'care',
        information: ['identity', 'safe-contact', 'request'],
        regime: 'qc-private',
      },
      { recordedAt: '2026-03-10T16:00:00.000Z' },
    ),
  );

/** What whoever wrote it is told where that ends a request at its recipient, and where nothing was ever asked of them. */
async function toldOfRefusal(recipient: string, asks: boolean) {
  const missing: Issue = {
    severity: 'warning',
    code: 'business-rule',
    expression: 'agreements',
    text: { fr: 'x', en: 'x' },
  };
  const bench = syncBench(memoryRecord(), { missingBasis: async () => [missing] });
  const toLawyer = eventOf(legalReferralMapping, {
    ...ABOUT,
    id: 'jur-1',
    mandate: 'representation',
    rights: [{ article: 27 }],
    safeContact: { through: 'centre' },
    recipient: 'avocate',
    agreements: [agreedTo('avocate')],
  });
  await bench.put(circleEvent());
  await bench.put(recipient === 'avocate' ? toLawyer : referralEvent());
  const [task] = asks ? bench.record.ofType('Task') : [];
  if (!asks)
    for (const it of bench.record.ofType('Task')) await bench.record.put({ ...it, status: 'completed' } as never);
  const event = saidOf(recipient);
  expect(await bench.put(event)).toBe('synced');
  const { issues, fhir = [] } = bench.outcomes.get(event.exchangeId) ?? {};
  const [ended] = bench.record.ofType('Task');
  const traces = bench.record.ofType('Provenance');
  return {
    told: { issues, types: fhir.map(({ reference }) => reference.split('/')[0]) },
    wasAsked: task?.status,
    status: ended?.status,
    untold: traces.some(({ activity }) => activity?.coding?.some(({ code }) => code === 'family-not-told')),
  };
}

test('a consent that ends what they may not know of tells its writer nothing: not by a warning, not by what it wrote', async () => {
  const ends = await toldOfRefusal('avocate', true);
  const endsNothing = await toldOfRefusal('avocate', false);
  expect([ends.wasAsked, ends.status, endsNothing.status]).toEqual(['requested', 'cancelled', 'completed']);
  expect(ends.told).toEqual(endsNothing.told);
  // Somebody who may know must tell the family instead.
  expect([ends.untold, endsNothing.untold]).toEqual([true, false]);
});

test('what they may know of they are told, and nobody else is asked to tell', async () => {
  const ends = await toldOfRefusal('clsc-verdun', true);
  expect(ends.told.types).toContain('Task');
  expect(ends.told.issues?.map(({ text }) => text.en).join()).toMatch(/cannot be called back/);
  expect(ends.untold).toBe(false);
});

test('what is hidden from nobody is revised as ever', async () => {
  const { told } = await aChild();
  expect((await told(aContact({ version: 2, request: 'jur-1' }))).state).toBe('synced');
  expect((await told(byClinicalStaff(referralEvent({ version: 2, reason: 'Autre' })))).state).toBe('synced');
});
