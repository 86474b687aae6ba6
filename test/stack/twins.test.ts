import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { withinProvince } from '../builders/within-province.ts';
import { aCircle, aLegalReferral, anAgreement, aPlan, aReferral, type Changes } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Pairs of children who differ only in what the reader may not see, read over HTTP: the same status, headers and bytes. */
const COLLECTS = 'clsc-releve';
/** What each of two partners that collect their requests may see is another’s list of fields. */
const READERS = { network: { lens: 'public-network' }, community: { lens: 'community' } } as const;
type Reader = keyof typeof READERS;
const id = ownIds();
const partnerOf = (reader: Reader): string => id(`${reader}-releve`);

let issuer: LocalIssuer;
let sandbox: StackSandbox;
let folder: string;
beforeAll(async () => {
  issuer = await localIssuer();
  folder = await mkdtemp(join(tmpdir(), 'passerelle-twins-'));
  const registryPath = join(folder, 'registry.yaml');
  await writeFile(registryPath, await twoWhoCollect());
  sandbox = await stackSandbox({}, { registryPath, tokens: async () => issuer });
});
afterAll(async () => {
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Two who are asked the same, but that one of them is asked more that nobody agreed to. */
const LISTERS = ['hidden', 'plain'] as const;

async function twoWhoCollect(): Promise<string> {
  const plan: { centres: readonly { readonly id: string }[]; partners: readonly { readonly id: string }[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
  );
  const [model] = plan.partners
    .filter((it) => it.id === COLLECTS)
    .map(({ proposes: _p, ...it }: Changes & { id: string }) => it);
  const partners = (Object.keys(READERS) as Reader[]).map((reader) => ({
    ...model,
    id: partnerOf(reader),
    ...READERS[reader],
  }));
  const listers = LISTERS.map((it) => ({ ...model, id: id(`${it}-liste`), lens: 'public-network' }));
  const centres = withinProvince(plan.centres as readonly Changes[]);
  return stringify({ ...plan, centres, partners: [...partners, ...listers] });
}

/** What one of the twins has, beside what both have. */
interface File {
  readonly circle?: Changes;
  readonly request?: Changes;
  readonly beside?: (child: string) => readonly (readonly [plural: string, body: Changes])[];
}

const FATHER = { kind: 'family', id: 'papa', name: { text: 'Un père' }, kinship: 'FTH' };
const withFather = (more: Changes): Changes => {
  const { members } = aCircle('', 'x') as { readonly members: readonly Changes[] };
  const [mother] = members;
  return { members: [mother, { ...FATHER, ...more }], pivot: undefined };
};
const aChild = (more: Changes): Changes => ({
  child: { name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04', ...more },
});
const about = (child: string, name: string): Changes & { id: string } => ({
  id: `${child}-${name}`,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20T10:00:00-05:00',
  child: { id: child },
});
const beside = (plural: string, body: (child: string) => Changes): File => ({
  beside: (child) => [[plural, body(child)]],
});

/** What differs, the two files, and from whom it is hidden. */
const DIFFERENCES: readonly (readonly [differ: string, one: File, other: File, hiddenFrom: readonly Reader[]])[] = [
  [
    'a legal referral, or none',
    beside('legal-referrals', (child) => ({
      ...aLegalReferral(`${child}-legal`, child),
      recipient: undefined,
      agreements: undefined,
    })),
    {},
    ['network', 'community'],
  ],
  ['a health card, or none', { circle: aChild({ cards: ['own'] }) }, { circle: aChild({}) }, ['community']],
  [
    'where the child lives',
    { circle: aChild({ address: { city: 'Ottawa' } }) },
    { circle: aChild({ address: { noFixedAddress: true } }) },
    ['network', 'community'],
  ],
  ['a girl, or a boy', { circle: aChild({ gender: 'female' }) }, { circle: aChild({ gender: 'male' }) }, ['community']],
  [
    'a father who decides, or one whose role has ended',
    { circle: withFather({ legalRole: 'tap', telecom: [{ system: 'phone', value: '514 555-0188' }] }) },
    { circle: withFather({ period: { end: '2025-01-31' } }) },
    ['network', 'community'],
  ],
  ['a father in the circle, or none', { circle: withFather({}) }, {}, ['network', 'community']],
  ['a plan, or none', beside('action-plans', (child) => aPlan(`${child}-plan`, child)), {}, ['network', 'community']],
  [
    'a visit, or none',
    beside('contacts', (child) => ({ ...about(child, 'visite'), kind: 'visit', note: 'Elle a chanté.' })),
    {},
    ['network', 'community'],
  ],
  [
    'a shared assessment, or none',
    beside('shared-assessments', (child) => ({
      ...about(child, 'lecture'),
      kind: 'orientation',
      summary: 'Elle comprend beaucoup.',
      stresses: [{ class: 'crowded-home', words: 'Une chambre pour quatre.' }],
    })),
    {},
    ['network', 'community'],
  ],
  [
    'an enrolment, or none',
    beside('enrolments', (child) => ({
      ...about(child, 'inscription'),
      status: 'active',
      programme: 'centre-follow-up',
      period: { start: '2026-03' },
    })),
    {},
    ['network', 'community'],
  ],
  [
    'an internal note on the request, or another',
    { request: { note: 'un mot' } },
    { request: { note: 'un autre' } },
    ['network', 'community'],
  ],
  [
    'the reason of what is asked',
    { request: { reason: 'Peu de mots' } },
    { request: { reason: 'Autre chose' } },
    ['community'],
  ],
];
const PAIRS = DIFFERENCES.flatMap(([differ, one, other, hiddenFrom]) =>
  hiddenFrom.map((reader) => ({ differ, one, other, reader })),
);

const put = async (plural: string, body: Changes): Promise<void> => {
  const answer = await sandbox.call('PUT', `/v1/${plural}/${body.id}`, { body, headers: { prefer: 'wait=30' } });
  if (answer.status !== 201) throw new Error(`${plural} ${body.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

/** The health card of a girl born on 2023-05-04. */
const aCard = (nth: number): Changes => ({ kind: 'nam', number: `NGUM235504${String(nth).padStart(2, '0')}` });

/** The only delivery of a request, once it is as wanted. */
async function deliveryWhen(referral: string, wanted: (delivery: Changes) => boolean): Promise<Changes> {
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    (it) => it.status === 200 && wanted(it.body.record.deliveries[0] ?? {}),
  );
  return body.record.deliveries[0];
}

/** Read by who collects it: then it has left, and nothing of it moves any more. The number under which they know it. */
async function collectedBy(partner: string, referral: string): Promise<string> {
  const { task } = await deliveryWhen(referral, (it) => it.task !== undefined);
  const authorization = `Bearer ${await issuer.token({ partner })}`;
  await request('GET', `${sandbox.gatewayUrl}/fhir/ServiceRequest/${task}`, undefined, { authorization });
  await deliveryWhen(referral, ({ state, sentAt }) => state === 'sent' && sentAt !== undefined);
  return String(task);
}

/** One child with this file, and a request to the reader; the number under which the reader knows it. */
async function written(
  name: string,
  { circle = {}, request: asked = {}, beside: more = () => [] }: File,
  reader: Reader,
) {
  const child = id(name);
  const own = aCircle(`${child}-c`, child, circle) as Changes & { readonly child: Changes };
  await put('care-circles', { ...own, child: { ...own.child, id: child } });
  for (const [plural, body] of more(child)) await put(plural, body);
  const partner = partnerOf(reader);
  await put(
    'service-referrals',
    aReferral(`${child}-r`, child, { recipient: partner, agreements: [anAgreement(partner)], ...asked }),
  );
  return { child, number: await collectedBy(partner, `${child}-r`) };
}

/** What a reader hears at these addresses, but for ids and clocks. */
async function heard(bearer: string, paths: readonly string[], ids: readonly string[]) {
  const answers = [];
  for (const path of paths) {
    const { status, headers, body } = await request('GET', `${sandbox.gatewayUrl}${path}`, undefined, {
      authorization: `Bearer ${bearer}`,
    });
    const said = [...headers].filter(([name]) => name !== 'date' && name !== 'content-length');
    answers.push(ids.reduce((text, it) => text.replaceAll(it, 'ID'), JSON.stringify({ path, status, said, body })));
  }
  return answers.map((text) =>
    text
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})/g, 'AT')
      .replaceAll(/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g, 'AT')
      // A mark of the whole content, ids and clocks too.
      .replaceAll(/W\/\\*"[0-9a-f]+\\*"/g, 'ETAG')
      .replaceAll(UUID, 'ID')
      .replaceAll(/"versionId":"[0-9a-f]+"/g, '"versionId":"V"'),
  );
}

const AT_ONCE = 4;
const READ = ['Task', 'ServiceRequest', 'Patient'] as const;

async function compared(nth: number, { differ, one, other, reader }: (typeof PAIRS)[number]): Promise<void> {
  const bearer = await issuer.token({ partner: partnerOf(reader) });
  const [first, second] = await Promise.all(
    [one, other].map(async (file, which) => {
      const { child, number } = await written(`t${nth}${'ab'[which]}`, withOwnCard(file, nth), reader);
      const paths = READ.map((type) => `/fhir/${type}/${number}`);
      return heard(bearer, paths, [number, child]);
    }),
  );
  expect({ differ, reader, heard: second }).toEqual({ differ, reader, heard: first });
  expect(first?.filter((text) => text.includes('"status":200'))).toHaveLength(READ.length);
}

test('twins who differ only in what a partner may not see are the same to it, at each address where it reads', async () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(20);
  const waiting = [...PAIRS.entries()];
  const compare = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await compared(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compare));
}, 180_000);

const withOwnCard = (file: File, nth: number): File => {
  const child = file.circle?.child as Changes | undefined;
  return child?.cards === undefined ? file : { ...file, circle: { child: { ...child, cards: [aCard(nth)] } } };
};

test('a list has the same pages, whether or not hidden requests stand before, between and after those that are shown', async () => {
  const pagesOf = async (lister: (typeof LISTERS)[number]) => {
    const partner = id(`${lister}-liste`);
    const child = id(`${lister}-enfant`);
    const own = aCircle(`${child}-c`, child) as Changes & { readonly child: Changes };
    await put('care-circles', { ...own, child: { ...own.child, id: child } });
    const ask = async (name: string, isAgreed: boolean): Promise<void> => {
      const agreed = isAgreed && { agreements: [anAgreement(partner)] };
      await put('service-referrals', aReferral(`${child}-${name}`, child, { recipient: partner, ...agreed }));
      if (isAgreed) await collectedBy(partner, `${child}-${name}`);
    };
    for (const [nth, agreed] of [false, true, false, false, true, false].entries())
      if (agreed || lister === 'hidden') await ask(`r${nth}`, agreed);
    const authorization = `Bearer ${await issuer.token({ partner })}`;
    const pages: { readonly status: number; readonly entries: number; readonly links: readonly string[] }[] = [];
    let next: string | undefined = '/fhir/Task?_count=1';
    while (next !== undefined && pages.length < 10) {
      const { status, body } = await request('GET', `${sandbox.gatewayUrl}${next}`, undefined, { authorization });
      const links: readonly { readonly relation: string; readonly url: string }[] = body.link;
      pages.push({ status, entries: body.entry.length, links: links.map(({ relation }) => relation) });
      const url: string | undefined = links.find(({ relation }) => relation === 'next')?.url;
      expect(decodeURIComponent(url ?? '')).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
      next = url === undefined ? undefined : `/fhir/Task${new URL(url).search}`;
    }
    return pages;
  };
  const [hidden, plain] = [await pagesOf('hidden'), await pagesOf('plain')];
  expect(hidden).toEqual(plain);
  expect(plain.map(({ entries }) => entries)).toEqual([1, 1]);
}, 60_000);

test('twins who differ in what the partner may see are told apart: the comparison sees a difference', async () => {
  const bearer = await issuer.token({ partner: partnerOf('network') });
  const [one, other] = await Promise.all(
    ['Orthophonie', 'Ergothérapie'].map(async (what, which) => {
      const { child, number } = await written(`seen${'ab'[which]}`, { request: { what } }, 'network');
      return heard(bearer, [`/fhir/ServiceRequest/${number}`], [number, child]);
    }),
  );
  expect(one).not.toEqual(other);
});

test('a child with a legal referral and one without are the same to clinical staff, but while the child’s side lets them know that there is one', async () => {
  const person = { [CLAIMS.professional]: 'quelquun', [CLAIMS.role]: 'clinical' };
  const bearer = await issuer.sign({ ...issuer.claims({ centre: 'hochelaga' }), ...person });
  const seen = (child: string): Promise<readonly string[]> => {
    const lists = [`/v1/children/${child}/referrals`, `/v1/children/${child}/timeline`];
    const ofLegal = [
      `/v1/legal-referrals/${child}-legal`,
      `/v1/referrals/${child}-legal/page`,
      `/v1/consents/${child}-savoir`,
    ];
    return heard(bearer, [...lists, ...ofLegal], [child]);
  };
  const [legal = '', none = ''] = await Promise.all(
    (['legal', 'none'] as const).map(async (which) => {
      const { child } = await written(`role-${which}`, which === 'legal' ? (DIFFERENCES[0]?.[1] ?? {}) : {}, 'network');
      return child;
    }),
  );
  const without = await seen(none);
  expect(await seen(legal)).toEqual(without);

  const letsKnow: Changes & { readonly id: string } = {
    ...about(legal, 'savoir'),
    by: { kind: 'member', id: 'maman' },
    decision: 'permit',
    purpose: 'rights-support',
    information: ['legal-referral-exists'],
    regime: 'qc-private',
    how: 'written',
  };
  await put('consents', letsKnow);
  const [requests, course, ...ofLegal] = await seen(legal);
  for (const [told, untold] of [
    [requests, without[0]],
    [course, without[1]],
  ])
    expect(told?.replace(',"legalReferral":"exists"', '')).toBe(untold);
  expect([requests, course].every((text) => text?.includes('"legalReferral":"exists"'))).toBe(true);
  expect(ofLegal).toEqual(without.slice(2));

  // Taken back: from its acknowledgement, whether or not the record has it yet.
  const takenBack = { ...letsKnow, version: 2, status: 'withdrawn', withdrawal: { at: '2026-11-21' } };
  const { status } = await sandbox.call('PUT', `/v1/consents/${letsKnow.id}`, {
    body: takenBack,
    headers: { prefer: 'respond-async' },
  });
  expect([200, 202]).toContain(status);
  expect(await seen(legal)).toEqual(without);
}, 60_000);

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
