import { afterEach, expect, test } from '@jest/globals';
import { letterMapping } from '../../../../../mappings/concepts/letter.ts';
import type { LaneEvent } from '../../../../../mappings/domain/lane-events.ts';
import { aCollectingDoor } from '../../../../builders/a-collecting-door.ts';
import type { AnApp } from '../../../../builders/an-app.ts';
import { circleEvent, eventOf } from '../../../../builders/concept-events.ts';
import { asked, SENDER, settledAs } from '../../../../builders/inbound-events.ts';
import { syncBench } from '../../../../builders/sync-bench.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

/** Two answers of the centre to a partner that collects them; with one goes a letter, and something acknowledged may bear on it. */
async function twoAnswers({ isHeld }: { readonly isHeld: boolean }) {
  const bench = syncBench();
  const put = async (event: LaneEvent) => bench.put(event);
  await put(circleEvent());
  for (const referral of ['in-1', 'in-2']) {
    await put(asked(referral, { childSaid: { birthDate: '2018-01-12' }, number: { value: referral } }));
    await put(settledAs(referral, { child: 'enf-1' }));
  }
  await put(
    eventOf(letterMapping, {
      id: 'lettre-1',
      version: 1,
      centre: 'verdun',
      happenedAt: '2026-03-02',
      child: { id: 'enf-1' },
      request: 'in-1',
      recipient: SENDER,
      contentType: 'text/plain',
      content: Buffer.from('Bonjour').toString('base64'),
    }),
  );
  const partner = { id: SENDER, kind: 'hospital' } as const;
  const door = await aCollectingDoor(bench.record.resources(), { held: () => isHeld, partner });
  app = door.app;
  return door;
}

test.each([{ isHeld: true }, { isHeld: false }])(
  'who collects answers is given no letter with them, so that one that is held ($isHeld) hides no answer: neither its own, nor any other',
  async (standing) => {
    const { app: door, audited } = await twoAnswers(standing);
    const { status, body, text } = await door.call('GET', `/fhir/Task?requester=${SENDER}`);
    expect([status, body.entry?.length]).toEqual([200, 2]);
    expect(text).not.toContain(Buffer.from('Bonjour').toString('base64'));
    for (const { resource } of body.entry)
      expect((await door.call('GET', `/fhir/Task/${resource.id}`)).status).toBe(200);
    // The audit names what left, and the letter did not.
    expect(audited).toHaveLength(4);
    expect(audited.flatMap(({ letters = [] }) => letters)).toEqual([]);
  },
);
