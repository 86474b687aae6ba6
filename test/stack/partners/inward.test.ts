import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Partner, readRegistry } from '../../../gateway/registry.ts';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { SANDBOX_REGISTRY } from '../../../sandbox/sandbox-registry.ts';
import { aCircle, anAnswer } from '../concept-examples.ts';
import { eventually, ownIds, ownMark, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** A child referred to the centre, in every language that a partner of the sandbox speaks, over its real transport; and the answer, back in it. */
const id = ownIds();
const CENTRE = 'hochelaga';
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

/** One partner for each dialect and transport that is heard. */
const SENDERS = [
  ...new Map(
    readRegistry(SANDBOX_REGISTRY)
      .partners.filter(({ dialect, lens }) => dialect !== 'paper' && lens !== 'lawyer')
      .map((partner) => [`${partner.dialect} / ${partner.transport}`, partner] as const)
      .reverse(),
  ).entries(),
].reverse();

const DAY_MS = 86_400_000;
let born = 0;
/** A day of its own, for this run. */
const aBirthDate = (): string => {
  born += 1;
  return new Date(Date.UTC(2012, 0, 1) + ((Date.now() % 2_000) + born * 11) * DAY_MS).toISOString().slice(0, 10);
};

/** Whether the centre's answers have a way back; else a person tells them. */
const hears = ({ dialect }: Pick<Partner, 'dialect'>): boolean => dialect !== 'bars';

describe.each(SENDERS)('in %s', (_how, partner) => {
  const { id: sender } = partner;
  const standIn = (): PartnerSandbox => {
    const found = sandbox.partners.get(sender);
    if (found === undefined) throw new Error(`nobody stands in for ${sender}`);
    return found;
  };
  const listed = async (what: string) =>
    (
      await eventually(
        () => sandbox.call('GET', `/v1/inbound-referrals?sender=${sender}`),
        ({ status, body }) => status === 200 && body.referrals.some((it: { what?: string }) => it.what === what),
      )
    ).body.referrals.filter((it: { what?: string }) => it.what === what);
  const readWhen = (referral: string, wanted: (body: { record: { loop: { state: string } } }) => boolean) =>
    eventually(
      () => sandbox.call('GET', `/v1/inbound-referrals/${referral}`),
      ({ status, body }) => status === 200 && wanted(body),
    );
  /** What the partner itself has received about its own number. */
  const cameBack = (number: string, wanted: RegExp) =>
    eventually(
      async () =>
        standIn()
          .log()
          .received.map((message) => JSON.stringify(message))
          .filter((bytes) => bytes.includes(number))
          .join('\n'),
      (bytes) => wanted.test(bytes),
    );
  /** Nobody else’s given name, family name and birth date: what is partly alike is put aside for a person. */
  const child = (family: string) =>
    ({ given: ownMark(), family: `${family}${ownMark()}`, birthDate: aBirthDate(), language: 'fr' }) as const;

  test('a child nobody knows is referred once, however often it is said; the centre answers, and the answer goes back', async () => {
    const what = `Suivi en pédiatrie sociale ${ownMark()}`;
    const number = await standIn().refer({
      child: child('Benhaddou'),
      what,
      reason: 'Beaucoup d’absences',
      priority: 'urgent',
      askedBy: 'Dre Roy',
      centre: CENTRE,
    });
    const [referral, ...more] = await listed(what);
    expect(more).toEqual([]);
    expect(referral).toMatchObject({ sender, stage: 'to-answer', urgency: 'urgent' });
    const { body } = await readWhen(referral.id, () => true);
    expect([body.number.value, body.reason]).toEqual([expect.stringContaining(number), 'Beaucoup d’absences']);
    const answer = (said: object) =>
      sandbox.call('POST', `/v1/inbound-referrals/${referral.id}/answers`, { body: said });
    expect((await answer(anAnswer('accepted', { happenedAt: '2026-11-23T10:00:00-05:00' }))).status).toBe(201);
    if (!hears(partner)) {
      const told = await eventually(
        () => sandbox.call('GET', `/v1/inbound-referrals/${referral.id}`),
        ({ body: read }) => read.record.deliveries[0]?.state === 'to-tell',
      );
      expect(told.body.record.loop.state).toBe('accepted');
      return;
    }
    await cameBack(number, /accepted/i);
    const done = anAnswer('completed', { happenedAt: '2026-11-24T10:00:00-05:00', outcome: 'Suivie chez nous' });
    expect((await answer(done)).status).toBe(201);
    await cameBack(number, /Suivie chez nous/);
    expect((await readWhen(referral.id, ({ record }) => record.loop.state === 'completed')).status).toBe(200);
  });

  test('a referral that its sender takes back is taken back here', async () => {
    const what = `À retirer ${ownMark()}`;
    const number = await standIn().refer({ child: child('Roy'), what, centre: CENTRE });
    const [referral] = await listed(what);
    await standIn().cancelReferral(number);
    await readWhen(referral.id, ({ record }) => record.loop.state === 'cancelled');
  });

  test('a card alone merges nobody: a person says which child it is', async () => {
    const known = id(`known-${sender}`);
    const one = child('Tremblay');
    const card = { kind: 'nam', number: 'TREA19540212' } as const;
    await sandbox.call('PUT', `/v1/care-circles/${known}-c`, {
      body: aCircle(`${known}-c`, known, {
        child: {
          id: known,
          name: { given: [one.given], family: one.family },
          birthDate: one.birthDate,
          cards: [card],
        },
      }),
    });
    const what = `Une carte seule ${ownMark()}`;
    await standIn().refer({
      child: { ...child('Autre'), card },
      what,
      centre: CENTRE,
    });
    const [referral] = await listed(what);
    expect(referral.stage).toBe('to-match');
    expect(referral.child).toBeUndefined();

    const same = `Carte, date et nom ${ownMark()}`;
    await standIn().refer({ child: { ...one, card }, what: same, centre: CENTRE });
    const [recognized] = await listed(same);
    expect([recognized.stage, recognized.child?.id]).toEqual(['to-answer', known]);
  });

  test('words without a place of their own are shown to a person, and are in the record only once kept', async () => {
    const words = `Appeler la grand-mère ${ownMark()}`;
    const what = `Avec une note ${ownMark()}`;
    await standIn().refer({ child: child('Diallo'), what, note: words, centre: CENTRE });
    const [referral] = await listed(what);
    const waiting = await eventually(
      () => sandbox.call('GET', '/v1/words'),
      ({ body }) => JSON.stringify(body).includes(words),
    );
    const [one] = waiting.body.words.filter((it: object) => JSON.stringify(it).includes(words));
    const inHapi = async () =>
      JSON.stringify((await sandbox.hapi('Communication?_count=200&_sort=-_lastUpdated')).body);
    expect(await inHapi()).not.toContain(words);
    const kept = await sandbox.call('POST', `/v1/words/${one.id}`, {
      body: { keep: true, decidedBy: 'la coordonnatrice' },
    });
    expect(kept.status).toBeLessThan(300);
    await eventually(inHapi, (bytes) => bytes.includes(words));
    expect(sandbox.logged()).not.toContain(words);
    expect(referral.sender).toBe(sender);
  });
});
