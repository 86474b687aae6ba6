import { describe, expect, test } from '@jest/globals';
import { circlePreviews } from '../../../../gateway/disclosure/circle-preview.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { CODE_SYSTEMS } from '../../../../mappings/domain/systems.ts';
import { askedOnConsent } from '../../../builders/a-consent.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aCircle, agreedTo, circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';

const toldAs = (task: fhir4.Task) => loopOf([task], undefined);

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
      const { put, task, deliveries, outcomes, record } = await askedOnConsent({}, COMMUNITY);
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
    const { put, task } = await askedOnConsent({}, COMMUNITY);
    await put(anAnswerEvent({ what: 'accepted' }));
    await put(labelling(2));
    expect(task().status).toBe('cancelled');
  });

  test('of which the lens still shows something, the request goes on', async () => {
    const { put, task, deliveries } = await askedOnConsent();
    await put(referralEvent({ version: 2, labels: ['violence'] }));
    expect([task().status, deliveries.length]).toEqual(['requested', 1]);
    await put(circleEvent({ version: 2, child: { ...CHILD, labels: ['restricted'] } }));
    expect(task().status).toBe('requested');
  });

  test('that is taken off a child’s file, what waited is delivered; a circle that changes no label delivers nothing', async () => {
    const { put, task, deliveries } = await askedOnConsent({}, COMMUNITY);
    const labels = ['restricted', 'family-asked'] as const;
    const labelled = (version: number, of: number) =>
      circleEvent({ version, ...(of > 0 && { child: { ...CHILD, labels: [...labels].slice(0, of) } }) });
    const { put: putOther, deliveries: others } = await askedOnConsent();
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

  test('on a child’s file, a new circle of the same child takes no label off, whatever it says of labels, and delivers nothing', async () => {
    const { put, task, deliveries, record } = await askedOnConsent({}, COMMUNITY);
    const labelsOn = () =>
      record
        .ofType('Patient')
        .flatMap(({ meta }) => (meta?.security ?? []).map(({ code }) => code))
        .sort();
    await put(circleEvent({ version: 2, child: { ...CHILD, labels: ['very-restricted'] } }));
    const before = labelsOn();
    expect(before).toHaveLength(1);
    deliveries.length = 0;
    await put(circleEvent({ id: 'cercle-2', version: 1 }));
    expect(labelsOn()).toEqual(before);
    await put(circleEvent({ id: 'cercle-3', version: 1, child: { ...CHILD, labels: ['family-asked'] } }));
    expect(labelsOn()).toEqual(expect.arrayContaining(before));
    expect(labelsOn()).toHaveLength(2);
    expect([task().status, deliveries]).toEqual(['cancelled', []]);
  });

  test('on a child’s file, none is taken off while the child has another circle under way, whichever says less, and the sender is told which', async () => {
    const { put, record, outcomes, deliveries } = await askedOnConsent({}, COMMUNITY);
    const labels = () => record.ofType('Patient').flatMap(({ meta }) => meta?.security ?? []).length;
    await put(circleEvent({ version: 2, child: { ...CHILD, labels: ['very-restricted'] } }));
    await put(circleEvent({ id: 'cercle-2', version: 1 }));
    deliveries.length = 0;
    for (const [event, other] of [
      [circleEvent({ id: 'cercle-2', version: 2, happenedAt: '2026-03-02T10:00:00-05:00' }), 'cercle-1'],
      [circleEvent({ version: 3 }), 'cercle-2'],
    ] as const) {
      await put(event);
      expect([labels(), deliveries]).toEqual([1, []]);
      const { issues = [] } = outcomes.get(event.exchangeId) ?? {};
      expect(issues).toMatchObject([{ severity: 'warning', expression: 'child.labels' }]);
      expect(issues[0]?.text.fr).toContain(`(${other})`);
    }
    // Saying as much says nothing of it.
    const same = circleEvent({ version: 4, child: { ...CHILD, labels: ['very-restricted'] } });
    await put(same);
    expect(outcomes.get(same.exchangeId)?.issues).toEqual([]);
    await put(circleEvent({ id: 'cercle-2', version: 3, status: 'inactive' }));
    await put(circleEvent({ version: 5 }));
    expect(labels()).toBe(0);
  });

  test('that was there from the start, the request waits, and is delivered once the label is taken off', async () => {
    const { put, task, deliveries } = await askedOnConsent({}, { ...COMMUNITY, labels: ['restricted'] });
    expect(task().meta?.security).toHaveLength(1);
    await put(referralEvent({ ...COMMUNITY, version: 2 }));
    expect([task().status, task().meta?.security]).toEqual(['requested', undefined]);
    expect(deliveries).toHaveLength(1);
  });

  test('on a child’s file, whoever may not know of what ends is told of it neither before nor after', async () => {
    const bench = await askedOnConsent({}, COMMUNITY);
    const preview = circlePreviews({ store: bench.record, registry: aRegistry() });
    const labelled = circleEvent({ version: 2, child: { ...CHILD, labels: ['whereabouts'] } });
    expect((await preview(labelled)).ends).toHaveLength(1);
    const event: ConceptEvent = { ...labelled, hides: ['service-referral'] };
    expect(await preview(event)).toEqual({ ends: [] });
    await bench.put(event);
    const { issues, fhir = [] } = bench.outcomes.get(event.exchangeId) ?? {};
    expect([bench.task().status, issues]).toEqual(['cancelled', []]);
    expect(fhir.some(({ reference }) => reference.startsWith('Task/'))).toBe(false);
  });

  test('on a child’s file, what was told before it was put is what ends, and the warning names the same', async () => {
    const bench = await askedOnConsent();
    const more = { programme: 'clsc', version: 1 } as const;
    await bench.put(referralEvent({ ...COMMUNITY, ...more, id: 'ref-2' }));
    await bench.put(
      referralEvent({ ...COMMUNITY, ...more, id: 'ref-3', recipient: 'maison', agreements: [agreedTo('maison')] }),
    );
    // Nobody agreed to this one: it never left, and does not end.
    await bench.put(referralEvent({ ...COMMUNITY, ...more, id: 'ref-4', agreements: [] }));
    // What has ended by itself does not end once more.
    await bench.put(referralEvent({ ...COMMUNITY, ...more, id: 'ref-5' }));
    await bench.put(anAnswerEvent({ what: 'completed' }, { request: 'ref-5' }));
    const preview = circlePreviews({ store: bench.record, registry: aRegistry() });
    expect(await preview(circleEvent({ version: 2 }))).toEqual({ ends: [] });
    const event = circleEvent({ version: 2, child: { ...CHILD, labels: ['whereabouts'] } });
    const { ends } = await preview(event);
    expect(ends).toEqual([
      { request: 'ref-2', recipient: 'orchestre' },
      { request: 'ref-3', recipient: 'maison' },
    ]);
    expect(bench.record.ofType('Task').filter(({ status }) => status === 'cancelled')).toEqual([]);

    await bench.put(event);
    const ended = bench.record.ofType('Task').filter(({ status }) => status === 'cancelled');
    expect(ended.map(({ groupIdentifier }) => groupIdentifier?.value)).toEqual(ends.map(({ request }) => request));
    const warned = (bench.outcomes.get(event.exchangeId)?.issues ?? []).filter(
      ({ expression }) => expression === 'labels',
    );
    expect(warned).toMatchObject([
      {
        severity: 'warning',
        text: {
          fr: expect.stringMatching(/2 demandes prennent fin.*ref-2 \(orchestre\), ref-3 \(maison\)\./),
          en: expect.stringMatching(/2 requests end.*ref-2 \(orchestre\), ref-3 \(maison\)\./),
        },
      },
    ]);
    // Once it is put nothing is left to end, under any other label either.
    const other = circleEvent({ version: 3, child: { ...CHILD, labels: ['whereabouts', 'violence'] } });
    expect(await preview(other)).toEqual({ ends: [] });
  });
});
