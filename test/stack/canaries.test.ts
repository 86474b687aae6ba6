import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import type { WebPagePartner } from '../../sandbox/partners/web-page/web-page-partner.ts';
import { type ChildFile, childFiles } from '../generators/child-files.ts';
import { OPEN_WORLD } from '../generators/world.ts';
import { BIRD } from '../leaks/birds.ts';
import { everyForm } from '../leaks/every-form.ts';
import { type LabelsPut, labelled, labelsPut } from '../leaks/labels-put.ts';
import { placesLeaving } from '../leaks/may-leave.ts';
import type { Look, Place } from '../leaks/places.ts';
import { aFlock } from '../leaks/said-with-birds.ts';
import { readPdf } from '../unit/gateway/paper/read-pdf.ts';
import { anAgreement } from './concept-examples.ts';
import { pageBench } from './page-bench.ts';
import { registryWith } from './registry-with.ts';
import { type Answer, eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Generated families in which every word is a bird, asked of a partner of each channel: where a bird is heard that may not be, something leaked. */
const FILES = 20;
const AT_ONCE = 6;
const SEED = 20_261_126;
/** Each opening is several calls, and an address may make so many in ten minutes. */
const PAGES_READ = 6;

type Part = 'service' | 'prescription' | 'legal';
const ASKED = { service: 'service-referral', prescription: 'social-prescription', legal: 'legal-referral' } as const;

/** One partner for each channel, and what of each request may be shown to it. */
const CHANNELS: readonly { readonly to: string; readonly part: Part; readonly look: Look }[] = [
  { to: 'clsc-hochelaga', part: 'service', look: 'public-network' },
  { to: 'clsc-releve', part: 'service', look: 'public-network' },
  { to: 'hopital-hl7', part: 'service', look: 'public-network' },
  { to: 'triage-ereferral', part: 'service', look: 'public-network' },
  { to: 'bser-outreach', part: 'service', look: 'public-network' },
  { to: 'sippe-hochelaga', part: 'service', look: 'public-network' },
  { to: 'plateforme-sociale', part: 'prescription', look: 'community' },
  { to: 'orchestre-vanier', part: 'prescription', look: 'community' },
  { to: 'maison-des-familles', part: 'prescription', look: 'page-before-acceptance' },
  { to: 'avocate-mediatrice', part: 'legal', look: 'lawyer-conflict-check' },
];
/** Where people wrote what may leave; codes and dates have no birds here. */
const WRITTEN: Readonly<Partial<Record<Place, string>>> = {
  'child: name': 'circle.child.name',
  'child: given name': 'circle.child.name.given',
  'request: what': 'PART.what',
  'request: reason': 'PART.reason',
  'request: safe contact': 'PART.safeContact',
  'request: names for the conflict check': 'PART.conflictCheckNames',
  'letter: title': 'letter.title',
  'letter: file': 'letter.content',
};
const PLURALS = {
  service: 'service-referrals',
  prescription: 'social-prescriptions',
  legal: 'legal-referrals',
} as const;
const WITH_LETTER = 'clsc-hochelaga';
const COLLECTS = 'clsc-releve';
const PRINTED: ReadonlySet<string> = new Set(['sippe-hochelaga', 'orchestre-vanier']);

const id = ownIds();
const flock = aFlock();
let sandbox: StackSandbox;
let registry: Awaited<ReturnType<typeof registryWith>>;
beforeAll(async () => {
  registry = await registryWith('hochelaga', ['partnerEverything', 'partnerHistory']);
  const settings = { METRICS_PORT: '0', WORKERS_METRICS_PORT: '0', DELIVERY_FIRST_RETRY_MS: '100' };
  sandbox = await stackSandbox(settings, { registryPath: registry.path });
});
afterAll(async () => {
  await sandbox?.stop();
  await registry?.remove();
});

/** What is asked of one partner for one child, with the birds in it, and in which places a bird may be heard there; none where nothing may be shown. */
interface Asked {
  readonly owner: string;
  readonly to: string;
  readonly part: Part;
  readonly path: string;
  readonly id: string;
  readonly may: readonly string[] | undefined;
}

/** The mother agrees to each; one letter goes with the first. */
function heardOf(file: ChildFile, { part, look, to }: (typeof CHANNELS)[number]): readonly string[] | undefined {
  const asked = ASKED[part];
  const places = placesLeaving({ look, asked, labels: labelsPut(file, asked), basis: 'parent' });
  return places
    ?.filter((it) => !it.startsWith('letter') || to === WITH_LETTER)
    .flatMap((it) => WRITTEN[it]?.replace('PART', part) ?? []);
}
const isHeardBy = ({ owner, may = [] }: Asked, place: string): boolean =>
  may.some((it) => `${place}.`.startsWith(`${owner} ${it}.`));

const generated = (): readonly ChildFile[] => {
  const check = conceptChecker();
  const isFine = ({ circle, plan, assessment, note, service, prescription, legal, letter }: ChildFile) =>
    Object.entries({
      'care-circle': circle,
      'action-plan': plan,
      'shared-assessment': assessment,
      'request-note': note,
      'service-referral': service,
      'social-prescription': prescription,
      'legal-referral': legal,
      letter,
    } as const).every(([name, it]) => check(name as 'letter', it).every(({ severity }) => severity !== 'error'));
  const world = { ...OPEN_WORLD, centre: fc.constant('hochelaga'), recipient: fc.constant('clsc-hochelaga') };
  return fc.sample(childFiles(world).filter(isFine), { numRuns: FILES, seed: SEED }).map(withLabelsByTurns);
};

const NO_LABEL: LabelsPut = { request: [], file: [], letter: [] };
/** Of the labels that were drawn those of one thing only, by turns none, or all: else hardly any community partner would be shown anything. */
const TURNS: readonly ((drawn: LabelsPut) => LabelsPut)[] = [
  (drawn) => drawn,
  () => NO_LABEL,
  ({ request }) => ({ ...NO_LABEL, request }),
  ({ file }) => ({ ...NO_LABEL, file }),
  ({ letter }) => ({ ...NO_LABEL, letter }),
];
const withLabelsByTurns = (file: ChildFile, nth: number): ChildFile =>
  (['service-referral', 'social-prescription'] as const).reduce(
    (labels, asked) => labelled(labels, asked, (TURNS[nth % TURNS.length] ?? (() => NO_LABEL))(labelsPut(file, asked))),
    file,
  );

const put = async <B extends { readonly id: string }>(name: keyof typeof CONCEPT_PLURALS, body: B): Promise<void> => {
  const answer = await sandbox.call('PUT', `/v1/${CONCEPT_PLURALS[name]}/${body.id}`, {
    body,
    headers: { prefer: 'wait=30' },
  });
  if (answer.status !== 201) throw new Error(`${name} ${body.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

/** A child with everything about them, and a request to each partner. */
async function tell(file: ChildFile, nth: number): Promise<readonly Asked[]> {
  const own = (it: string): string => id(`${it}.${nth}`);
  const owner = own(file.circle.child.id);
  const child = { id: owner };
  const base = { version: 1, centre: 'hochelaga', child };
  const sung = <C extends object>(part: string, concept: C): C => flock.sung(`${owner} ${part}`, concept);
  const MAMAN = { kind: 'family', id: 'maman', name: { text: 'x' }, kinship: 'MTH', legalRole: 'tap' } as const;
  const { pivot: _pivot, period: _period, ...circle } = file.circle;
  const members = [...(circle.members ?? []).filter((it) => it.id !== 'maman'), MAMAN];
  await put('care-circle', {
    ...sung('circle', { ...circle, members, child: { ...circle.child, birthDate: '2018-05-04' } }),
    ...base,
    id: own('circle'),
    child: sung('circle.child', { ...circle.child, id: owner, birthDate: '2018-05-04' }),
    status: 'active',
  });
  const { replaces: _replaces, circle: _circle, assessment: _assessment, ...plan } = file.plan;
  await put('action-plan', { ...sung('plan', plan), ...base, id: own('plan') });
  const { meeting: _meeting, previous: _previous, ...assessment } = file.assessment;
  await put('shared-assessment', { ...sung('assessment', assessment), ...base, id: own('assessment') });
  const asked: Asked[] = [];
  for (const channel of CHANNELS) {
    const { to, part } = channel;
    const { replaces: _before, statusReason: _why, plan: _plan, goals: _goals, ...concept } = file[part];
    const request = own(`${part}-${to}`);
    await put(ASKED[part], {
      ...sung(part, concept),
      ...base,
      id: request,
      status: 'active',
      recipient: to,
      plan: own('plan'),
      agreements: [anAgreement(to)],
    });
    const path = `/v1/${PLURALS[part]}/${request}`;
    asked.push({ owner, to, part, path, id: request, may: heardOf(file, channel) });
  }
  const first = own(`service-${WITH_LETTER}`);
  const { by: _by, partner: _partner, ...letter } = file.letter;
  await put('letter', {
    ...sung('letter', letter),
    ...base,
    id: own('letter'),
    contentType: 'text/plain',
    request: first,
    recipient: WITH_LETTER,
    status: 'current',
  });
  const { recipient: _recipient, ...note } = file.note;
  await put('request-note', { ...sung('note', note), ...base, id: own('note'), request: first });
  return asked;
}

async function inParallel<T, R>(items: readonly T[], run: (item: T, nth: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[0]] = await run(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** All that one who collects is given of a request beside what it asks by itself: everything at once, and versions. */
async function askedByNumber({ path, to, may }: Asked): Promise<string> {
  const task: string = (await sandbox.call('GET', path)).body.record.deliveries[0]?.task;
  const authorization = `Bearer ${await sandbox.partnerToken(to)}`;
  const kinds = ['Task', 'ServiceRequest', 'Patient'].map((type) => `${type}/${task}/_history`);
  const answers: Answer[] = [];
  // One after the other: of very many who change one partner's book at once, some are asked to come again (503).
  for (const it of [`Patient/${task}/$everything`, ...kinds])
    answers.push(await request('GET', `${sandbox.gatewayUrl}/fhir/${it}`, undefined, { authorization }));
  expect([path, answers.map(({ status }) => status)]).toEqual([path, answers.map(() => (may ? 200 : 404))]);
  return JSON.stringify(answers.map(({ body }) => body));
}

/** Where the birds of ours sit that are heard in these bytes. */
const heardIn = (bytes: string): readonly string[] =>
  [...new Set(everyForm(bytes).match(BIRD) ?? [])].map((bird) => flock.birds.get(bird) ?? 'nowhere');

/** Everything that Redis holds, keys and names of jobs too. */
async function everythingIn(redis: Redis): Promise<string> {
  const texts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const value =
      type === 'string'
        ? await redis.get(key)
        : type === 'hash'
          ? await redis.hgetall(key)
          : type === 'list'
            ? await redis.lrange(key, 0, -1)
            : type === 'set'
              ? await redis.smembers(key)
              : type === 'zset'
                ? await redis.zrange(key, '0', '-1')
                : await redis.xrange(key, '-', '+');
    texts.push(`${key} ${JSON.stringify(value)}`);
  }
  return texts.join('\n');
}

/** A leak as each of these would write it down. */
const PLANTED: Readonly<Record<string, (bird: string) => string>> = {
  logs: (bird) => JSON.stringify({ level: 30, url: `/v1/children?name=${encodeURIComponent(bird)}` }),
  metrics: (bird) => `passerelle_requests_total{child="${bird.toUpperCase()}"} 1`,
  'keys, job names and jobs': (bird) => JSON.stringify({ body: Buffer.from(bird, 'utf8').toString('base64') }),
  mails: (bird) => JSON.stringify([{ subject: `Demande pour ${bird}` }]),
  exchanges: (bird) => JSON.stringify({ exchange: bird }),
  'set aside': (bird) => JSON.stringify({ why: [...bird].map((it) => `&#${it.codePointAt(0)};`).join('') }),
  refusals: (bird) => JSON.stringify({ diagnostics: bird }),
};

test('of two hundred generated requests each partner hears by its real channel what it may, and nothing else of the family is heard anywhere', async () => {
  const bench = pageBench(sandbox, id);
  const maison = sandbox.partners.get('maison-des-familles') as WebPagePartner;
  const linksBefore = maison.links().length;
  const asked = (await inParallel(generated(), tell)).flat();
  expect(asked.length).toBeGreaterThanOrEqual(200);
  // Labels hide much of it, not most: the rest is as many cases.
  expect(asked.filter(({ may }) => may === undefined).length).toBeGreaterThanOrEqual(20);
  expect(asked.filter(({ may }) => may !== undefined).length).toBeGreaterThanOrEqual(100);
  await inParallel(asked, async ({ path, to, may }) => {
    const wanted = may === undefined ? 'no-basis' : PRINTED.has(to) ? 'to-print' : 'sent';
    const stands = async () => ({
      path,
      wanted,
      state: (await sandbox.call('GET', path)).body.record?.deliveries[0]?.state,
    });
    return eventually(stands, ({ state }) => state === wanted, 120_000, 1_000);
  });

  const said = new Map<string, string>();
  for (const { to } of CHANNELS) said.set(to, JSON.stringify(sandbox.partners.get(to)?.log() ?? ''));
  const beside = await inParallel(
    asked.filter(({ to }) => to === COLLECTS),
    askedByNumber,
  );
  said.set(COLLECTS, `${said.get(COLLECTS)} ${beside.join(' ')}`);
  for (const to of PRINTED)
    for (const isShown of [true, false])
      for (const one of asked.filter((it) => it.to === to && (it.may !== undefined) === isShown)) {
        const page = await sandbox.call('GET', `/v1/referrals/${one.id}/page?recipient=${to}`);
        expect([one.id, page.status]).toEqual([one.id, isShown ? 200 : 403]);
        if (!isShown) {
          said.set(to, `${said.get(to)} ${JSON.stringify(page.body)}`);
          continue;
        }
        const { texts, aroundThePage } = readPdf(page.body);
        // A word may be broken over two lines.
        said.set(to, `${said.get(to)} ${texts.map(({ text }) => text).join(' ')} ${aroundThePage}`);
      }
  const mails = JSON.stringify([maison.mails(), maison.texts()]);
  const opened: string[] = [];
  for (const link of maison.links().slice(linksBefore, linksBefore + PAGES_READ)) {
    const { session } = await bench.opened(link);
    opened.push(JSON.stringify((await bench.post('request', undefined, session)).body));
  }
  said.set('maison-des-familles', opened.join('\n'));

  for (const { to } of CHANNELS) {
    const heard = heardIn(said.get(to) ?? '');
    const here = asked.filter((it) => it.to === to);
    expect([to, heard.filter((place) => !here.some((it) => isHeardBy(it, place)))]).toEqual([to, []]);
    // What it may hear, it does: otherwise nothing was shown.
    expect([to, heard.length > 0]).toEqual([to, true]);
  }

  // Refused, unknown, unreadable: each with a bird in it, and answered without.
  const bird = everyForm(mails) === '' ? '' : ([...flock.birds.keys()][0] ?? '');
  const url = sandbox.gatewayUrl;
  const answers = [
    await sandbox.call('PUT', `/v1/care-circles/${id('bad')}`, { body: { id: id('bad'), nom: bird, note: bird } }),
    await sandbox.call('PUT', `/v1/care-circles/${id('bad')}`, { body: `{"child": "${bird}` }),
    await request('GET', `${url}/v1/changes?since=${bird}`, undefined, { authorization: `Bearer ${bird}` }),
    await sandbox.call('POST', '/v1/children/_search', { body: { name: bird, birthDate: bird } }),
  ];
  const metrics = await Promise.all(sandbox.metricsUrls.map(async (it) => (await fetch(it)).text()));
  const redis = new Redis(sandbox.stack.redis.url, { lazyConnect: true });
  const stored = await everythingIn(redis).finally(() => redis.disconnect());
  const outside = {
    logs: sandbox.logged(),
    metrics: metrics.join('\n'),
    'keys, job names and jobs': stored,
    mails,
    exchanges: JSON.stringify((await sandbox.call('GET', '/v1/changes')).body),
    'set aside': JSON.stringify((await sandbox.call('GET', '/v1/dead-letters')).body),
    refusals: JSON.stringify(answers.map(({ body }) => body)),
  };
  expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(outside).sort());
  for (const [where, bytes] of Object.entries(outside)) {
    expect([where, heardIn(bytes)]).toEqual([where, []]);
    const leaking = `${bytes}\n${PLANTED[where]?.(bird)}`;
    expect([where, heardIn(leaking)]).toEqual([where, [flock.birds.get(bird)]]);
  }
  expect(outside.logs.length).toBeGreaterThan(10_000);
  expect(stored.length).toBeGreaterThan(10_000);
});
