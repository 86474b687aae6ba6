import { expect } from '@jest/globals';
import type { WebPagePartner } from '../../sandbox/partners/web-page/web-page-partner.ts';
import { aCircle, anAgreement } from './concept-examples.ts';
import { type Answer, eventually, request, type StackSandbox } from './stack-sandbox.ts';

type Delivery = Readonly<Record<string, string>>;
type Changes = Readonly<Record<string, unknown>>;

/** What must stand in no announcement, and nowhere on a page before the code. */
export const SECRETS = ['Mai', 'Nguyễn', 'Hochelaga', 'pédiatrie', 'Maison', 'entorat', 'samedi', 'Lan', '0199'];

/** A request that was announced to the partner without a system. */
export interface Announced {
  readonly number: string;
  readonly link: string;
  /** What the API tells of its only delivery, once it is as wanted. */
  deliveryWhen(wanted: (delivery: Delivery) => boolean): Promise<Delivery>;
}

/** What tests of the secure page do on both its sides. */
export interface PageBench {
  readonly maison: WebPagePartner;
  /** A prescription of an invented family; revised by another version. */
  prescribe(name: string, changes?: Changes): Promise<Answer>;
  announced(name: string): Promise<Announced>;
  /** Posts as the page does. */
  post(path: string, body?: unknown, session?: string): Promise<Answer>;
  /** The code of the next text message after this. */
  codeAfter(act: () => Promise<unknown>): Promise<string>;
  /** Opens a link as the page does. */
  opened(link: string): Promise<{ readonly session: string; readonly code: string }>;
  /** The links that came after this. */
  linksAfter(act: () => Promise<unknown>): Promise<readonly string[]>;
  /** The acts that the exchange of a request tells. */
  actsOf(name: string): Promise<readonly Delivery[]>;
  /** A link opens nothing: no text message comes, and every answer is that of a link that never was. */
  expectNothing(link: string): Promise<void>;
}

export const NO_TOKEN = 'A'.repeat(43);
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);

export function pageBench(sandbox: StackSandbox, id: (name: string) => string): PageBench {
  const maison = sandbox.partners.get('maison-des-familles') as WebPagePartner;
  const path = (name: string) => `/v1/social-prescriptions/${id(name)}`;
  const childOf = (name: string) => id(`${name}-child`);

  const prescribe: PageBench['prescribe'] = (name, changes = {}) =>
    sandbox.call('PUT', path(name), {
      body: {
        id: id(name),
        version: 1,
        centre: 'hochelaga',
        child: { id: childOf(name) },
        happenedAt: '2026-11-21T09:00:00-05:00',
        kind: 'mentoring',
        what: 'Une place au groupe du samedi matin, avec des enfants de son âge',
        recipient: 'maison-des-familles',
        agreements: [anAgreement('maison-des-familles')],
        safeContact: {
          through: 'person',
          person: 'Lan, la maman',
          means: 'telephone',
          number: '514 555-0199',
          when: 'le matin, avant 11 h',
          language: 'vi',
          mustNot: ['laisser de message', 'parler au voisin'],
        },
        ...changes,
      },
    });

  const deliveryOf =
    (name: string): Announced['deliveryWhen'] =>
    async (wanted) => {
      const { body } = await eventually(
        () => sandbox.call('GET', path(name)),
        (answer) => answer.status === 200 && answer.body.record.deliveries.some(wanted),
      );
      return body.record.deliveries[0];
    };

  const more = async <T>(list: () => readonly T[], act: () => Promise<unknown>): Promise<readonly T[]> => {
    const before = list().length;
    await act();
    const all = await eventually(
      async () => list(),
      ({ length }) => length > before,
    );
    return all.slice(before);
  };

  const announced: PageBench['announced'] = async (name) => {
    const child = { id: childOf(name), name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2019-05-04' };
    const circle = aCircle(id(`${name}-circle`), child.id, { child: { ...child, languages: ['vi', 'fr'] } });
    await sandbox.call('PUT', `/v1/care-circles/${circle.id}`, { body: circle });
    const links = await more(maison.links, () => prescribe(name));
    const deliveryWhen = deliveryOf(name);
    const { task: number = '' } = await deliveryWhen(({ state }) => state === 'sent');
    return { number, link: links.at(-1) ?? '', deliveryWhen };
  };

  const post: PageBench['post'] = (to, body, session) =>
    request('POST', `${sandbox.gatewayUrl}/p/${to}`, body, {
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
    });

  const codeAfter: PageBench['codeAfter'] = async (act) =>
    /\b\d{6}\b/.exec((await more(maison.texts, act)).at(-1)?.text ?? '')?.[0] ?? '';

  const opened: PageBench['opened'] = async (link) => {
    const token = tokenOf(link);
    const code = await codeAfter(() => post('codes', { token }));
    const { status, body } = await post('sessions', { token, code });
    expect(status).toBe(200);
    return { session: body.session, code };
  };

  return {
    maison,
    prescribe,
    announced,
    post,
    codeAfter,
    opened,
    linksAfter: (act) => more(maison.links, act),

    async actsOf(name) {
      // The same version again changes nothing, and names its exchange.
      const { body } = await prescribe(name);
      return (await sandbox.call('GET', `/v1/exchanges/${body.id}`)).body.acts;
    },

    async expectNothing(link) {
      const token = tokenOf(link);
      const before = maison.texts().length;
      const [asked, askedOfNone] = [await post('codes', { token }), await post('codes', { token: NO_TOKEN })];
      expect([asked.status, asked.body]).toEqual([askedOfNone.status, askedOfNone.body]);
      const given = await post('sessions', { token, code: '000000' });
      const givenToNone = await post('sessions', { token: NO_TOKEN, code: '000000' });
      expect([given.status, given.body]).toEqual([403, givenToNone.body]);
      // Codes are sent in their order: one for another link shows that none is coming for this one.
      await opened((await announced(`after-${before}`)).link);
      expect(maison.texts().slice(before)).toHaveLength(1);
    },
  };
}
