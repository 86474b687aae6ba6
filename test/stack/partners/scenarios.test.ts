import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRegistry } from '../../../gateway/registry.ts';
import type { CurrentTask } from '../../../sandbox/partners/current-task.ts';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/**
 * The same life of a request in every language that a partner of the sandbox speaks, over its real transport. What the exchange says, what
 * HAPI holds and what the partner itself has written down must agree.
 */
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
    PARTNER_TIMEOUT_MS: '5000',
  });
});
afterAll(() => sandbox?.stop());

/** One partner for each dialect and transport that carries requests both ways. */
const SPEAKERS = [
  ...new Map(
    readRegistry(new URL('../../../sandbox/registry.yaml', import.meta.url).pathname)
      .partners.filter(({ dialect, lens }) => dialect !== 'paper' && dialect !== 'bars' && lens !== 'lawyer')
      .map((partner) => [`${partner.dialect} / ${partner.transport}`, partner] as const)
      .reverse(),
  ).entries(),
].reverse();

interface Told {
  readonly loop: { readonly state: string; readonly closed: boolean; readonly why: string };
  readonly deliveries: readonly Readonly<Record<string, string>>[];
}

describe.each(SPEAKERS)('in %s', (_how, { id: recipient, proposes = [] }) => {
  const standIn = (): PartnerSandbox => {
    const found = sandbox.partners.get(recipient);
    if (found === undefined) throw new Error(`nobody stands in for ${recipient}`);
    return found;
  };
  const put = (request: string, body: unknown) => sandbox.call('PUT', `/v1/service-referrals/${request}`, { body });
  const toldWhen = async (request: string, wanted: (told: Told) => boolean): Promise<Told> =>
    (
      await eventually(
        () => sandbox.call('GET', `/v1/service-referrals/${request}`),
        ({ status, body }) => status === 200 && wanted(body.record),
      )
    ).body.record;
  const at = (told: Told) => told.deliveries.find((it) => it.recipient === recipient) ?? {};
  const thereWhen = (number: string, wanted: (task: CurrentTask) => boolean) =>
    eventually(
      async () =>
        standIn()
          .tasks()
          .find(({ identifier }) => identifier.value === number),
      (task) => task !== undefined && wanted(task),
    );
  const inHapi = async (number: string): Promise<fhir4.Task> =>
    (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`)).body.entry[0]
      .resource;

  /** A request that has reached its recipient, and the number that both know it by. */
  async function asked(name: string) {
    const request = id(`${name}-${recipient}`);
    const child = id(`${name}-child-${recipient}`);
    await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
    const body = (changes: Readonly<Record<string, unknown>> = {}) =>
      aReferral(request, child, { recipient, agreements: [anAgreement(recipient)], ...changes });
    const exchange = await put(request, body());
    expect([exchange.status, exchange.body.state]).toEqual([201, 'synced']);
    const number = at(await toldWhen(request, (told) => at(told).state === 'sent')).task ?? '';
    await thereWhen(number, () => true);
    return { request, child, number, body };
  }

  test('it goes out, is accepted, is given a date, is served with an outcome, and its loop is closed', async () => {
    const { request, number } = await asked('whole');
    await standIn().answer(number, { act: 'accept', priority: 'P3' });
    await toldWhen(request, ({ loop }) => loop.state === 'accepted');
    await standIn().answer(number, { act: 'schedule', at: '2026-12-02T09:30:00-05:00' });
    const scheduled = await toldWhen(request, (told) => at(told).appointmentAt !== undefined);
    expect(Date.parse(at(scheduled).appointmentAt ?? '')).toBe(Date.parse('2026-12-02T09:30:00-05:00'));
    await standIn().answer(number, { act: 'start' });
    await toldWhen(request, ({ loop }) => loop.state === 'in-progress');
    await standIn().answer(number, { act: 'complete', outcome: 'Trois rencontres ; la suite à l’école.' });
    const completed = await toldWhen(request, ({ loop }) => loop.state === 'completed');
    expect(at(completed).outcome).toBe('Trois rencontres ; la suite à l’école.');
    expect((await thereWhen(number, ({ status }) => status === 'completed'))?.attempts.received).toBe(1);
    expect((await inHapi(number)).status).toBe('completed');

    await sandbox.call('POST', `/v1/referrals/${request}/answers`, { body: anAnswer('family-told') });
    expect((await toldWhen(request, ({ loop }) => loop.closed)).loop.why).toBe('family-told');
  });

  test('it is declined with a reason, whom to ask next is proposed, and it goes there once a person says so', async () => {
    const { request, number, body } = await asked('declined');
    await standIn().answer(number, { act: 'decline', reason: 'out-of-territory', text: 'Hors secteur' });
    const declined = await toldWhen(request, ({ loop }) => loop.state === 'rejected');
    expect(declined.loop).toMatchObject({ closed: false, why: 'declined-nothing-proposed' });
    expect(at(declined).proposed).toEqual(proposes);
    expect((await inHapi(number)).statusReason?.coding?.[0]?.code).toBe('out-of-territory');
    expect((await thereWhen(number, ({ status }) => status === 'rejected'))?.withdrawn).toBe(false);

    const [next = ''] = proposes;
    await put(request, body({ version: 2, recipient: next, agreements: [anAgreement(recipient), anAgreement(next)] }));
    const rerouted = await toldWhen(request, ({ deliveries }) =>
      deliveries.some((it) => it.recipient === next && ['sent', 'to-print'].includes(it.state ?? '')),
    );
    expect(at(rerouted).status).toBe('rejected');
    expect(rerouted.loop).toMatchObject({ state: 'requested', closed: false });
  });

  test('it is taken back before it was accepted: whoever has it is told, and nothing more of the child', async () => {
    const { request, number, body } = await asked('taken-back');
    await put(request, body({ version: 2, status: 'revoked', statusReason: 'La famille a changé d’idée' }));
    const there = await thereWhen(number, ({ status }) => status === 'cancelled');
    expect(there?.withdrawn).toBe(true);
    expect((await toldWhen(request, ({ loop }) => loop.state === 'cancelled')).loop.state).toBe('cancelled');
    expect(JSON.stringify(standIn().log())).not.toContain('changé d’idée');
  });

  test('it is taken back after it was accepted: whoever has it is asked to stop, and says when it has', async () => {
    const { request, number, body } = await asked('stopped');
    await standIn().answer(number, { act: 'accept' });
    await toldWhen(request, ({ loop }) => loop.state === 'accepted');
    await put(request, body({ version: 2, status: 'revoked', statusReason: 'La famille a changé d’idée' }));
    const askedToStop = await toldWhen(request, (told) => at(told).businessStatus === 'cancel-requested');
    expect(askedToStop.loop.state).toBe('accepted');
    await thereWhen(number, ({ stopAsked, withdrawn }) => stopAsked || withdrawn);
    await standIn().answer(number, { act: 'stop' });
    await toldWhen(request, ({ loop }) => loop.state === 'cancelled');
    expect((await inHapi(number)).status).toBe('cancelled');
    await thereWhen(number, ({ status }) => status === 'cancelled');
    expect(JSON.stringify(standIn().log())).not.toContain('changé d’idée');
  });

  test('more is asked, and a new version brings it', async () => {
    const { request, number, body } = await asked('more');
    await standIn().answer(number, { act: 'ask-for-more', text: 'Quelle langue à la maison ?' });
    const waiting = await toldWhen(request, ({ loop }) => loop.state === 'on-hold');
    expect(at(waiting).businessStatus).toBe('awaiting-information');
    await put(request, body({ version: 2, what: 'Évaluation du langage ; vietnamien à la maison' }));
    await eventually(
      async () => JSON.stringify(standIn().log().received),
      (bytes) => bytes.includes('vietnamien à la maison'),
    );
    await standIn().answer(number, { act: 'accept' });
    await toldWhen(request, ({ loop }) => loop.state === 'accepted');
    expect((await thereWhen(number, ({ status }) => status === 'accepted'))?.attempts.received).toBe(2);
  });

  test('nobody comes to the appointment: it is known, and the request stays accepted', async () => {
    const { request, number } = await asked('no-show');
    await standIn().answer(number, { act: 'schedule', at: '2026-12-02T09:30:00-05:00' });
    await toldWhen(request, (told) => at(told).businessStatus === 'scheduled');
    await standIn().answer(number, { act: 'no-show' });
    const missed = await toldWhen(request, (told) => at(told).businessStatus === 'no-show');
    expect(missed.loop.state).toBe('accepted');
    expect((await inHapi(number)).businessStatus?.coding?.[0]?.code).toBe('no-show');
  });
});
