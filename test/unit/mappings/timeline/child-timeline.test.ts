import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { outcomeEvaluationMapping } from '../../../../mappings/concepts/outcome-evaluation.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import { childTimeline } from '../../../../mappings/timeline/child-timeline.ts';
import { circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const NAMES: Readonly<Record<string, string>> = { 'clsc-verdun': 'CLSC de Verdun', orchestre: 'Orchestre' };

/** A loop as it was lived: asked, sent, accepted, wait-listed, done; the acceptance was known late. */
async function aCourse(): Promise<readonly fhir4.FhirResource[]> {
  const { put, record } = syncBench();
  const id = (nth: number) => `00000000-0000-5000-8000-0000000000${nth}`;
  await put(circleEvent());
  await put(referralEvent());
  await put(
    aDispatchEvent({
      exchangeId: id(10),
      dispatch: { happenedAt: '2026-03-03T09:00:00-05:00', how: 'fax', recordedBy: 'Ana' },
    }),
  );
  await put(
    anAnswerEvent(
      { what: 'accepted', happenedAt: '2026-03-05' },
      { exchangeId: id(11), recordedAt: '2026-03-20T12:00:00.000Z' },
    ),
  );
  await put(
    anAnswerEvent(
      {
        what: 'completed',
        happenedAt: '2026-03-18T10:00:00-04:00',
        outcome: 'Elle parle par phrases.',
        ratings: [{ factor: 'belonging', rating: 4 }],
      },
      { exchangeId: id(12), recordedAt: '2026-03-18T15:00:00.000Z' },
    ),
  );
  return record.resources();
}

const told = (resources: readonly fhir4.FhirResource[], language: 'fr' | 'en') =>
  childTimeline(resources, {
    centre: 'verdun',
    language,
    timeZone: 'America/Toronto',
    partnerName: (partner) => NAMES[partner] ?? partner,
  });

test('tells the course in the order in which it happened, also what was known late, in French', async () => {
  const entries = told(await aCourse(), 'fr');
  expect(entries.map(({ at, text }) => [at.slice(0, 10), text])).toEqual([
    ['2026-03-01', 'Cercle de soins formé'],
    ['2026-03-02', 'Référence au réseau public\u00a0: Orthophonie → CLSC de Verdun'],
    ['2026-03-03', 'Demande partie\u00a0: CLSC de Verdun (télécopieur)'],
    ['2026-03-05', 'Demande acceptée\u00a0: CLSC de Verdun (téléphone)'],
    ['2026-03-18', 'Service rendu\u00a0: CLSC de Verdun (téléphone)'],
  ]);
  expect(entries.map(({ knownAt }) => knownAt.slice(0, 10))).toEqual([
    '2026-03-10',
    '2026-03-10',
    '2026-03-10',
    '2026-03-20',
    '2026-03-18',
  ]);
});

test('tells the same in English, and leaves what people said in their words', async () => {
  const entries = told(await aCourse(), 'en');
  expect(entries.map(({ text }) => text)).toEqual([
    'Care circle formed',
    'Public-network referral: Speech therapy → CLSC de Verdun',
    'Request sent: CLSC de Verdun (fax)',
    'Request accepted: CLSC de Verdun (telephone)',
    'Service given: CLSC de Verdun (telephone)',
  ]);
  expect(entries.at(-1)).toMatchObject({
    kind: 'answer',
    change: 'completed',
    concept: 'service-referral',
    id: 'ref-1',
    words: 'Elle parle par phrases.',
    ratings: [{ moment: 'after', factor: 'belonging', name: 'Belonging', rating: 4, meaning: 'a lot' }],
  });
});

test('the order in which resources are read changes nothing', async () => {
  const resources = await aCourse();
  const inOrder = told(resources, 'fr');
  fc.assert(
    fc.property(fc.shuffledSubarray([...resources], { minLength: resources.length }), (shuffled) => {
      expect(told(shuffled, 'fr')).toEqual(inOrder);
    }),
    { numRuns: 50 },
  );
});

test('a revision is a moment of its own, and ratings before a prescription are told with it', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  const prescription = {
    id: 'presc-1',
    centre: 'verdun',
    child: { id: 'enf-1' },
    kind: 'arts-music',
    what: 'Orchestre du mercredi',
    recipient: 'orchestre',
    safeContact: { through: 'centre' },
    ratingsBefore: [{ factor: 'belonging', rating: 2, words: 'seul après l’école' }],
  } as const;
  await put(eventOf(socialPrescriptionMapping, { ...prescription, version: 1, happenedAt: '2026-03-02' }));
  await put(eventOf(socialPrescriptionMapping, { ...prescription, version: 2, happenedAt: '2026-03-04' }));
  const entries = told(record.resources(), 'fr').filter(({ id }) => id === 'presc-1');
  expect(entries.map(({ at, change, text }) => [at, change, text])).toEqual([
    ['2026-03-02', 'created', 'Prescription sociale\u00a0: Arts et musique → Orchestre'],
    ['2026-03-04', 'revised', 'Prescription sociale revue\u00a0: Arts et musique → Orchestre'],
  ]);
  expect(entries[0]).toMatchObject({
    words: 'Orchestre du mercredi',
    ratings: [{ moment: 'before', rating: 2, meaning: 'un peu', words: 'seul après l’école' }],
  });
});

test.each([
  ['proposed', 'demandé, Soins → CLSC de Verdun'],
  ['active', 'oui, Soins → CLSC de Verdun'],
  ['entered-in-error', 'saisi par erreur, Soins → CLSC de Verdun'],
] as const)('a consent that is %s is not told as more than it is', async (status, detail) => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(
    eventOf(consentMapping, {
      id: 'cons-1',
      version: 1,
      centre: 'verdun',
      child: { id: 'enf-1' },
      happenedAt: '2026-03-02',
      by: { kind: 'member', id: 'maman' },
      decision: 'permit',
      status,
      purpose: 'care',
      information: ['health'],
      regime: 'qc-lrsss',
      recipient: 'clsc-verdun',
    }),
  );
  const [entry] = told(record.resources(), 'fr').filter(({ concept }) => concept === 'consent');
  expect(entry?.text.endsWith(`\u00a0: ${detail}`)).toBe(true);
});

test('a consent that names another centre is told with that centre, and not as said to the centre’s own staff', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(
    eventOf(consentMapping, {
      id: 'cons-1',
      centre: 'verdun',
      child: { id: 'enf-1' },
      happenedAt: '2026-03-02',
      by: { kind: 'member', id: 'maman' },
      decision: 'permit',
      purpose: 'coordination',
      information: ['identity'],
      regime: 'qc-lrsss',
      otherCentre: 'vanier',
    }),
  );
  const [entry] = told(record.resources(), 'en').filter(({ concept }) => concept === 'consent');
  expect(entry?.text).toMatch(/yes, Coordination of care and services → .*vanier/);
});

test('ratings that were a mistake are told no more', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  const evaluation = {
    id: 'eval-1',
    centre: 'verdun',
    child: { id: 'enf-1' },
    happenedAt: '2026-09-01',
    request: 'ref-1',
    moment: 'after',
    about: 'child',
    ratings: [{ factor: 'belonging', rating: 4 }],
  } as const;
  const ratings = () =>
    told(record.resources(), 'fr')
      .filter(({ id }) => id === 'eval-1')
      .map((entry) => entry.ratings?.length ?? 0);
  await put(eventOf(outcomeEvaluationMapping, { ...evaluation, version: 1 }));
  expect(ratings()).toEqual([1]);
  await put(eventOf(outcomeEvaluationMapping, { ...evaluation, version: 2, status: 'entered-in-error' }));
  expect(ratings()).toEqual([0, 0]);
});

test('another centre’s numbers tell nothing here', async () => {
  const entries = childTimeline(await aCourse(), {
    centre: 'vanier',
    language: 'fr',
    timeZone: 'America/Toronto',
    partnerName: (it) => it,
  });
  expect(entries).toEqual([]);
});
