import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { SWITCHED_ON } from '../builders/a-registry.ts';
import { withinProvince } from '../builders/within-province.ts';
import { aCircle, anAgreement, aReferral, type Changes } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';
import { about, DIFFERENCES, READERS, type Reader, type TwinFile } from './twin-differences.ts';

/** Pairs of children who differ only in what the reader may not see, read over HTTP: the same status, headers and bytes. */
const COLLECTS = 'clsc-releve';
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

/** Two who are asked the same, but that one of them is asked more: what nobody agreed to, and what a label hides. */
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
  const listers = LISTERS.map((it) => ({ ...model, id: id(`${it}-liste`), lens: 'community' }));
  const on = { partnerEverything: SWITCHED_ON, partnerHistory: SWITCHED_ON };
  const centres = withinProvince(plan.centres as readonly Changes[]).map((centre) => ({ ...centre, ...on }));
  return stringify({ ...plan, centres, partners: [...partners, ...listers] });
}

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
  { circle = {}, request: asked = {}, beside: more = () => [], letter }: TwinFile,
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
  if (letter !== undefined) {
    const of = { request: `${child}-r`, recipient: partner, title: 'Un rapport', contentType: 'text/plain' };
    const content = Buffer.from('Elle parle peu.').toString('base64');
    await put('letters', { ...about(child, 'lettre'), ...of, content, ...letter });
  }
  return { child, number: await collectedBy(partner, `${child}-r`) };
}

/** What a reader hears at these addresses, but for ids and clocks. */
async function heard(bearer: string, paths: readonly string[], ids: readonly string[]) {
  const answers = [];
  for (const path of paths) {
    const { status, headers, body } = await request('GET', `${sandbox.gatewayUrl}${path}`, undefined, {
      authorization: `Bearer ${bearer}`,
    });
    // The version is one thing in the ETag and in the body; of a Task, so is the moment.
    if (body.meta?.versionId !== undefined) expect(headers.get('etag')).toBe(`W/"${body.meta.versionId}"`);
    if (body.resourceType === 'Task') expect(body.lastModified).toBe(body.meta.lastUpdated);
    const said = [...headers].filter(([name]) => name !== 'date' && name !== 'content-length');
    answers.push(ids.reduce((text, it) => text.replaceAll(it, 'ID'), JSON.stringify({ path, status, said, body })));
  }
  return answers.map((text) =>
    text
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})/g, 'AT')
      .replaceAll(/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g, 'AT')
      // A mark of all that is seen, ids and clocks too: that nothing hidden moves it is seen of one child, before and after (partner-polls.test.ts).
      .replaceAll(/W\/\\*"[0-9a-f]+\\*"/g, 'ETAG')
      .replaceAll(UUID, 'ID')
      .replaceAll(/"versionId":"[0-9a-f]+"/g, '"versionId":"V"'),
  );
}

const AT_ONCE = 4;
const READ = ['Task', 'ServiceRequest', 'Patient'] as const;
/** Where a reader may ask by a number, also for what its centre turned on. */
const placesOf = (number: string): readonly string[] => [
  ...READ.map((type) => `/fhir/${type}/${number}`),
  `/fhir/Patient/${number}/$everything`,
  ...READ.map((type) => `/fhir/${type}/${number}/_history`),
];

async function compared(nth: number, { differ, one, other, reader }: (typeof PAIRS)[number]): Promise<void> {
  const bearer = await issuer.token({ partner: partnerOf(reader) });
  const [first, second] = await Promise.all(
    [one, other].map(async (file, which) => {
      const { child, number } = await written(`t${nth}${'ab'[which]}`, withOwnCard(file, nth), reader);
      return heard(bearer, placesOf(number), [number, child]);
    }),
  );
  expect({ differ, reader, heard: second }).toEqual({ differ, reader, heard: first });
  expect(first?.filter((text) => text.includes('"status":200'))).toHaveLength(placesOf('').length);
}

test('twins who differ only in what a partner may not see are the same to it, at each address where it reads', async () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(20);
  const waiting = [...PAIRS.entries()];
  const compare = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await compared(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compare));
}, 180_000);

const withOwnCard = (file: TwinFile, nth: number): TwinFile => {
  const child = file.circle?.child as Changes | undefined;
  return child?.cards === undefined ? file : { ...file, circle: { child: { ...child, cards: [aCard(nth)] } } };
};

test('a list has the same pages, whether or not hidden requests stand before, between and after those that are shown', async () => {
  const pagesOf = async (lister: (typeof LISTERS)[number]) => {
    const partner = id(`${lister}-liste`);
    const child = id(`${lister}-enfant`);
    const own = aCircle(`${child}-c`, child) as Changes & { readonly child: Changes };
    await put('care-circles', { ...own, child: { ...own.child, id: child } });
    const agreed = { agreements: [anAgreement(partner)] };
    const kinds: Readonly<Record<'shown' | 'not agreed' | 'labelled', Changes>> = {
      shown: agreed,
      'not agreed': {},
      labelled: { ...agreed, labels: ['whereabouts'] },
    };
    const ask = async (name: string, kind: keyof typeof kinds): Promise<void> => {
      await put('service-referrals', aReferral(`${child}-${name}`, child, { recipient: partner, ...kinds[kind] }));
      if (kind === 'shown') await collectedBy(partner, `${child}-${name}`);
    };
    const asked = ['labelled', 'shown', 'not agreed', 'labelled', 'shown', 'labelled', 'not agreed'] as const;
    for (const [nth, kind] of asked.entries()) if (kind === 'shown' || lister === 'hidden') await ask(`r${nth}`, kind);
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
