import { describe, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import { hearing } from '../../../../gateway/hearing/hear.ts';
import type { Partner } from '../../../../gateway/registry.ts';
import type { Message } from '../../../../mappings/dialects/dialect.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { memoryWords, NOBODY_ASKS } from '../../../builders/a-hearing.ts';
import { aPartner, aRegistry, aV2Partner } from '../../../builders/a-registry.ts';
import { anIntake } from '../../../builders/an-intake.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const NOW = new Date('2026-03-10T15:00:00Z');

/** A hearing in which everything is of whoever asks. */
function heardBy(partner: Partner) {
  const { intake, accepted } = anIntake();
  const words = memoryWords();
  const { hear } = hearing({
    registry: aRegistry(),
    inbound: NOBODY_ASKS,
    words,
    intake,
    now: () => NOW,
    finder: {
      toldUnder: async () => ({ centre: 'verdun', child: 'enf-1', request: 'ref-1', partner: partner.id }),
    },
  });
  const kept = () => accepted.length + words.all.length;
  return { hear: (message: Message) => hear(partner, message, 0), kept };
}

const task = (at: string, status: fhir4.Task['status'] = 'accepted'): Message => ({
  form: 'fhir',
  bundle: {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Task',
          identifier: [{ system: IDENTIFIERS.task, value: NUMBER }],
          status,
          intent: 'order',
          lastModified: at,
        },
      },
    ],
  },
});

const v2 = (at: string, ...segments: readonly string[]): Message => ({
  form: 'hl7v2',
  text: [
    `MSH|^~\\&|HIS|HOPITAL|PASSERELLE|verdun|${at.replaceAll(/[-:T]/g, '').slice(0, 14)}+0000||RRI^I12^RRI_I12|M-1|P|2.5.1|||AL|NE`,
    ...segments,
    '',
  ].join('\r'),
});
const said = `RF1|A^Accepted^HL70283|||||${NUMBER}^PASSERELLE`;

describe.each<[string, Partner, (at: string) => Message, string]>([
  ['a Task', aPartner(), task, 'Task.lastModified'],
  ['an RRI', aV2Partner(), (at) => v2(at, said), 'MSH-7'],
  ['an RRI that only refuses a message', aV2Partner(), (at) => v2(at, 'MSA|AE|M-0', said), 'MSH-7'],
])('%s', (_what, partner, message, place) => {
  test.each(['2026-03-10T14:59:00Z', '2026-03-11T10:00:00Z'])('of %s is heard: clocks differ', async (at) => {
    const { hear, kept } = heardBy(partner);
    await hear(message(at));
    expect(kept()).toBeGreaterThan(0);
  });

  test.each(['2026-03-12T10:00:00Z', '2999-01-01T00:00:00Z'])(
    'of %s is refused by its place, and none of it is kept',
    async (at) => {
      const { hear, kept } = heardBy(partner);
      const refused = await hear(message(at)).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(GatewayError);
      expect(refused).toMatchObject({ kind: 'invalidInput', issues: [{ severity: 'error', expression: place }] });
      expect(kept()).toBe(0);
    },
  );
});

test('which is why: an appointment that was told of a day to come would stand before every other one until then', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  await put(aDispatchEvent({ version: 1, stage: 'request' }));
  const exchange = (nth: number) => `00000000-0000-5000-8000-0000000000f${nth}`;
  const appointment = (happenedAt: string, appointmentAt: string, nth: number) =>
    put(anAnswerEvent({ what: 'scheduled', happenedAt, appointmentAt }, { exchangeId: exchange(nth) }));
  await appointment('2999-01-01T10:00:00-05:00', '2026-04-01T10:00:00-04:00', 1);
  await appointment('2026-03-10T10:30:00-05:00', '2026-05-01T10:00:00-04:00', 2);
  const dates = record.ofType('Task')[0]?.output?.flatMap(({ valueDateTime }) => valueDateTime ?? []);
  expect(dates).toEqual(['2026-04-01T10:00:00-04:00']);
});
