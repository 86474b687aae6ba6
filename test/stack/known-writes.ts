import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { aCircle, aLegalReferral, anIncident, aPlan, aReferral, type Changes } from './concept-examples.ts';
import { eventually, type StackSandbox } from './stack-sandbox.ts';

/** Numbers that somebody tries to write to, and that are hidden from them. */
export interface KnownWrites {
  readonly child: string;
  /** A legal referral of that child: clinical staff may not know of it. */
  readonly legal: string;
  /** A public-network referral of that child: the legal pillar may not know of it. */
  readonly service: string;
  /** What is about that legal referral, and what stands for another child, by the plural of its concept. */
  readonly about: ReadonlyMap<string, string>;
  readonly taken: ReadonlyMap<string, string>;
  /** What only another centre has: a number by the plural of its concept, a child, an incident, words that a partner sent. */
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly othersChild: string;
  readonly othersIncident: string;
  readonly othersWords: string;
}

const HOSPITAL = 'hopital-enfants';

/** Concepts that may be about a request, or that say something of the child’s rights, as small as they can be. */
const ABOUT = {
  contacts: { kind: 'visit', note: 'Elle a chanté.' },
  appointments: { start: '2026-12-01T10:00:00-05:00', end: '2026-12-01T11:00:00-05:00' },
  enrolments: { programme: 'centre-follow-up' },
  'request-notes': { words: 'À rappeler' },
  'outcome-evaluations': {
    moment: 'after',
    about: 'community',
    ratings: [{ factor: 'community-involvement', rating: 4, by: { kind: 'person', name: 'Une voisine' } }],
  },
  letters: {
    kind: 'referral-note',
    title: 'Lettre',
    contentType: 'text/plain',
    content: Buffer.from('contenu', 'utf8').toString('base64'),
  },
} as const satisfies Readonly<Record<string, Changes>>;

const CONSENT = {
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  purpose: 'rights-support',
  information: ['legal-referral-exists'],
  regime: 'qc-private',
  how: 'written',
} as const;

export const isAboutRequest = (plural: string): plural is keyof typeof ABOUT => Object.hasOwn(ABOUT, plural);

/** A concept under that number; about that request where it can be about one. */
export function smallest(plural: string, id: string, child: string, request?: string): Changes {
  const base = { id, version: 1, centre: 'hochelaga', happenedAt: '2026-11-21T10:00:00-05:00', child: { id: child } };
  if (isAboutRequest(plural)) return { ...base, ...ABOUT[plural], request };
  const { child: _child, ...withoutChild } = base;
  const made: Readonly<Record<string, Changes>> = {
    'care-circles': aCircle(id, child),
    'shared-assessments': { ...base, kind: 'orientation' },
    'action-plans': aPlan(id, child),
    'social-prescriptions': { ...base, kind: 'food-aid', safeContact: { through: 'centre' } },
    'service-referrals': aReferral(id, child),
    'legal-referrals': aLegalReferral(id, child, { recipient: undefined, agreements: undefined }),
    consents: { ...base, ...CONSENT },
    resources: { ...withoutChild, name: 'La cuisine du quartier', kinds: ['food-aid'] },
  };
  const one = made[plural];
  if (one === undefined) throw new RangeError(plural);
  return one;
}

/** Writes what is hidden, by a program that may write all. */
export async function knownWrites(
  sandbox: StackSandbox,
  own: string,
  other: string,
  mark: string,
  /** What the other centre has is marked otherwise: its lists are walked for what is not its own. */
  othersMark: string,
  officer: string,
): Promise<KnownWrites> {
  const numbered = (name: string): string => `${name}-${mark}`;
  const others = (name: string): string => `${name}-${othersMark}`;
  const put = async (centre: string, plural: string, body: Changes, statuses = [201]) => {
    const path = `/v1/${plural}/${body.id}`;
    const { status, body: told } = await sandbox.call('PUT', path, { body: { ...body, centre }, centre });
    if (!statuses.includes(status)) throw new Error(`${path}: ${status} ${JSON.stringify(told)}`);
  };
  const child = numbered('cache');
  const legal = numbered('juridique');
  const service = numbered('reseau');
  await put(own, 'care-circles', aCircle(numbered('cercle-cache'), child));
  await put(own, 'legal-referrals', smallest('legal-referrals', legal, child));
  await put(own, 'service-referrals', smallest('service-referrals', service, child));
  const about = new Map<string, string>();
  const taken = new Map<string, string>();
  const elsewhere = new Map<string, string>();
  const anotherChild = numbered('un-autre');
  await put(own, 'care-circles', aCircle(numbered('cercle-autre'), anotherChild));
  for (const plural of Object.values(CONCEPT_PLURALS)) {
    if (isAboutRequest(plural) || plural === 'consents') {
      about.set(plural, numbered(`sur-${plural}`));
      await put(own, plural, smallest(plural, numbered(`sur-${plural}`), child, legal));
    }
    if (isAboutRequest(plural) || ['consents', 'legal-referrals', 'service-referrals'].includes(plural)) {
      taken.set(plural, numbered(`pris-${plural}`));
      // What names a request of another child waits, and has its number all the same.
      await put(own, plural, smallest(plural, numbered(`pris-${plural}`), anotherChild, numbered('rien')), [201, 202]);
    }
  }
  const othersChild = others('ailleurs');
  await put(other, 'care-circles', aCircle(others('cercle-ailleurs'), othersChild));
  for (const plural of ['care-circles', 'shared-assessments', 'action-plans', 'resources'])
    for (const method of ['put', 'post']) {
      elsewhere.set(`${method} ${plural}`, others(`ailleurs-${method}-${plural}`));
      const id = others(`ailleurs-${method}-${plural}`);
      await put(other, plural, smallest(plural, id, plural === 'care-circles' ? `${id}-x` : othersChild));
    }
  const othersIncident = others('INC-AILLEURS');
  const noted = await sandbox.call('PUT', `/v1/incidents/${othersIncident}`, {
    body: anIncident(othersChild),
    headers: { authorization: `Bearer ${officer}` },
  });
  if (noted.status !== 201) throw new Error(`incident: ${noted.status} ${JSON.stringify(noted.body)}`);
  await sandbox.partners.get(HOSPITAL)?.refer({
    child: { given: 'Jade', family: `Ailleurs${othersMark}`, birthDate: '2022-04-01' },
    centre: other,
    what: others('demande-ailleurs'),
    note: others('mots'),
  });
  const { body } = await eventually(
    () => sandbox.call('GET', '/v1/words', { centre: other }),
    ({ status, body: { words } }) => status === 200 && JSON.stringify(words).includes(others('mots')),
  );
  const said = body.words.find((one: object) => JSON.stringify(one).includes(others('mots')));
  return { child, legal, service, about, taken, elsewhere, othersChild, othersIncident, othersWords: said.id };
}
