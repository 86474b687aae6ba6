import type { WebPagePartner } from '../../sandbox/partners/web-page/web-page-partner.ts';
import { aCircle, anAgreement } from '../stack/concept-examples.ts';
import { eventually, type StackSandbox } from '../stack/stack-sandbox.ts';

export const partnerIn = (sandbox: StackSandbox): WebPagePartner =>
  sandbox.partners.get('maison-des-familles') as WebPagePartner;

export interface Announced {
  /** Business identifier of the request at the centre. */
  readonly request: string;
  /** What stands in the announcement. */
  readonly link: string;
  /** What the API tells of its only delivery, once it is as wanted. */
  deliveryWhen(
    wanted: (delivery: Readonly<Record<string, string>>) => boolean,
  ): Promise<Readonly<Record<string, string>>>;
}

/** A request of an invented family that was announced to the partner without a system. */
export async function announced(sandbox: StackSandbox, name: string): Promise<Announced> {
  const partner = partnerIn(sandbox);
  const child = `${name}-child`;
  const before = partner.links().length;
  await sandbox.call('PUT', `/v1/care-circles/${name}-circle`, {
    body: aCircle(`${name}-circle`, child, {
      child: {
        id: child,
        name: { given: ['Mai'], family: 'Nguyễn' },
        birthDate: '2019-05-04',
        languages: ['vi', 'fr'],
      },
    }),
  });
  await sandbox.call('PUT', `/v1/social-prescriptions/${name}`, {
    body: {
      id: name,
      version: 1,
      centre: 'hochelaga',
      child: { id: child },
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
    },
  });
  const links = await eventually(
    async () => partner.links(),
    ({ length }) => length > before,
  );
  return {
    request: name,
    link: links.at(-1) ?? '',
    async deliveryWhen(wanted) {
      const { body } = await eventually(
        () => sandbox.call('GET', `/v1/social-prescriptions/${name}`),
        (answer) => answer.status === 200 && answer.body.record.deliveries.some(wanted),
      );
      return body.record.deliveries[0];
    },
  };
}

/** The code of the next text message after `act`. */
export async function codeAfter(sandbox: StackSandbox, act: () => Promise<unknown>): Promise<string> {
  const partner = partnerIn(sandbox);
  const before = partner.texts().length;
  await act();
  const texts = await eventually(
    async () => partner.texts(),
    ({ length }) => length > before,
  );
  return /\b\d{6}\b/.exec(texts.at(-1)?.text ?? '')?.[0] ?? '';
}
