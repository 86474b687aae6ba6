import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lensOfWhole } from '../../../gateway/disclosure/disclosure.ts';
import { readRegistry } from '../../../gateway/registry.ts';
import { LENSES } from '../../../mappings/lenses/lenses.ts';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';
import { inboundFrom, settled } from './inbound-steps.ts';

/** Letters and reports, in every language that carries them, over its real transport: what the API, HAPI and the partner's own log say agree. */
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const PARTNERS = readRegistry(new URL('../../../sandbox/registry.yaml', import.meta.url).pathname).partners;

/** One partner for each dialect and transport; its lens says whether letters of ours go to it. */
const SPEAKERS = [
  ...new Map(
    PARTNERS.filter(({ dialect, lens }) => dialect !== 'paper' && dialect !== 'bars' && lens !== 'lawyer')
      .map((partner) => [`${partner.dialect} / ${partner.transport}`, partner] as const)
      .reverse(),
  ).entries(),
].reverse();

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

interface LetterTold {
  readonly id: string;
  readonly title?: string;
  readonly from?: string;
  readonly to?: string;
  readonly leftAt?: string;
}

const lettersWhen = async (path: string, wanted: (letters: readonly LetterTold[]) => boolean) =>
  (
    await eventually(
      () => sandbox.call('GET', path),
      ({ status, body }) => status === 200 && wanted(body.record.letters ?? []),
    )
  ).body.record.letters as readonly LetterTold[];

const standInOf = (partner: string): PartnerSandbox => {
  const found = sandbox.partners.get(partner);
  if (found === undefined) throw new Error(`nobody stands in for ${partner}`);
  return found;
};

describe.each(SPEAKERS)('in %s', (_how, { id: partner, transport, lens }) => {
  const carries = LENSES[lensOfWhole({ lens })].letters.length > 0;
  const log = () => JSON.stringify(standInOf(partner).log().received);

  /** A request that has reached its recipient. */
  async function asked(name: string) {
    const request = id(`${name}-${partner}`);
    const child = id(`${name}-child-${partner}`);
    await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
    await sandbox.call('PUT', `/v1/service-referrals/${request}`, {
      body: aReferral(request, child, { recipient: partner, agreements: [anAgreement(partner)] }),
    });
    const { body } = await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${request}`),
      (it) => it.status === 200 && it.body.record.deliveries[0]?.state === 'sent',
    );
    return { request, child, number: body.record.deliveries[0].task as string };
  }

  const put = (letter: string, request: string, child: string, changes: object = {}) =>
    sandbox.call('PUT', `/v1/letters/${letter}`, {
      body: {
        version: 1,
        centre: 'hochelaga',
        happenedAt: '2026-11-20',
        child: { id: child },
        request,
        recipient: partner,
        kind: 'referral-note',
        title: `Lettre ${letter}`,
        contentType: 'text/plain',
        content: base64(`contenu de ${letter}`),
        ...changes,
      },
    });

  const leavesOnce = async () => {
    const { request, child } = await asked('letter-out');
    const [leaves, stays] = [`${request}-leaves`, `${request}-stays`];
    expect((await put(stays, request, child, { recipient: undefined })).status).toBe(201);
    const answer = await put(leaves, request, child);
    expect([answer.status, answer.body.issues]).toEqual([201, []]);

    const letters = await lettersWhen(`/v1/service-referrals/${request}`, (all) =>
      all.some((it) => it.leftAt !== undefined),
    );
    expect(letters.find((it) => it.id === leaves)).toMatchObject({ title: `Lettre ${leaves}`, to: partner });
    expect(letters.find((it) => it.id === stays)?.leftAt).toBeUndefined();
    expect(log().split(base64(`contenu de ${leaves}`)).length - 1).toBe(1);
    expect(log()).not.toContain(base64(`contenu de ${stays}`));
    expect(JSON.stringify(letters)).not.toContain(base64(`contenu de ${leaves}`).slice(0, 12));
    expect((await sandbox.call('GET', `/v1/letters/${leaves}`)).body.content).toBe(base64(`contenu de ${leaves}`));
  };
  const isRefused = async () => {
    const { request, child } = await asked('letter-out');
    const refused = await put(`${request}-leaves`, request, child);
    expect([refused.status, refused.body.issue?.[0]?.expression]).toEqual([422, ['Letter.recipient']]);
    expect(log()).not.toContain(base64(`contenu de ${request}-leaves`));
  };
  test(
    carries
      ? 'a letter leaves after the request, once, and one that names nobody stays'
      : 'a letter for whom the lens lets none through is refused at the door, and does not leave',
    carries ? leavesOnce : isRefused,
  );

  test('a report that comes with an answer is kept in the child’s record, once, with who sent it', async () => {
    const { request, child, number } = await asked('letter-in');
    const text = `Rapport sur ${request} : évalué.`;
    await standInOf(partner).answer(number, { act: 'complete', outcome: 'Évalué', letter: text });
    const [letter, ...others] = await lettersWhen(`/v1/service-referrals/${request}`, (all) => all.length > 0);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ title: 'Rapport du partenaire', from: partner });
    const { body } = await sandbox.call('GET', `/v1/letters/${letter?.id}`);
    expect(body).toMatchObject({
      child: { id: child },
      request,
      partner,
      contentType: 'text/plain',
      content: base64(text),
    });
    expect(
      JSON.stringify((await sandbox.call('GET', `/v1/children/${child}/timeline?language=fr`)).body.entries),
    ).toContain('Rapport du partenaire');
    expect(sandbox.logged()).not.toContain(base64(text));
  });

  test('a letter that comes with a referral is kept with its child; the centre’s own goes back with its answer', async () => {
    const what = id(`Évaluation pour ${partner}`);
    const text = `Bonjour, voici ${what}`;
    await standInOf(partner).refer({
      child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02', sex: 'female' },
      what,
      centre: 'hochelaga',
      letter: { title: 'Lettre du médecin', text },
    });
    const referral = await inboundFrom(sandbox, partner, what);
    await settled(sandbox, referral.id);
    const path = `/v1/inbound-referrals/${referral.id}`;
    const { body: known } = await eventually(
      () => sandbox.call('GET', path),
      ({ body }) => body.child !== undefined,
    );
    const [letter] = await lettersWhen(path, (all) => all.length > 0);
    expect(letter).toMatchObject({ from: partner });
    const kept = await sandbox.call('GET', `/v1/letters/${letter?.id}`);
    expect(kept.body).toMatchObject({ child: known.child, partner, content: base64(text) });

    if (!carries) return;
    await put(`${referral.id}-own`, referral.id, known.child.id);
    await sandbox.call('POST', `${path}/answers`, { body: anAnswer('accepted') });
    if (transport === 'fhir-poll') return;
    await lettersWhen(path, (all) => all.some((it) => it.leftAt !== undefined));
    expect(log().split(base64(`contenu de ${referral.id}-own`)).length - 1).toBe(1);
  });
});

test('a letter for somebody whose lens lets none through is refused, and says why', async () => {
  const community = PARTNERS.find(({ lens }) => lens === 'community');
  const answer = await sandbox.call('PUT', `/v1/letters/${id('refused')}`, {
    body: {
      version: 1,
      centre: 'hochelaga',
      happenedAt: '2026-11-20',
      child: { id: id('nobody') },
      request: id('none'),
      recipient: community?.id,
      contentType: 'text/plain',
      content: base64('bonjour'),
    },
  });
  expect([answer.status, answer.body.issue[0].expression]).toEqual([422, ['Letter.recipient']]);
});
