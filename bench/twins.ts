import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { CLAIMS } from '../gateway/access/caller-from-claims.ts';
import { type LocalIssuer, localIssuer } from '../sandbox/access/local-issuer.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { CENTRE, circleOf } from './children-read.ts';
import { median } from './median.ts';

const PAIRS = 8;
const ROUNDS = 80;
const WARM_UP = 5;
const LIMITS = [0.9, 1.1] as const;
const COLLECTS = 'clsc-releve';
const ON_PAPER = 'sippe-hochelaga';
const OTHER_CENTRE = 'petits-renards';
const UNKNOWN = '00000000-0000-5000-8000-000000000009';

/** Two addresses between which a reader may hear no difference. */
interface Question {
  readonly title: string;
  readonly bearer: string;
  readonly status: number;
  readonly one: (nth: number) => string;
  readonly other: (nth: number) => string;
}

/** What one file has that another has not. */
type More = 'legal' | 'family' | 'visit';

/** Three that have the same request: with all that a partner may not see, with what clinical staff may not, and with nothing beside. */
interface Triplet {
  readonly whole: Twin;
  readonly legal: Twin;
  readonly plain: Twin;
}

interface Twin {
  readonly child: string;
  readonly number: string;
  /** The number of a request to somebody else. */
  readonly others: string;
  /** The Patient’s id in the record. */
  readonly patient: string;
}

/**
 * The time of an answer tells nothing either: what is read of two records that differ only in what the lens hides, and what is unknown or
 * hidden, asked one after the other in the same run. Says whether each ratio of medians is within the limits.
 */
export async function benchTwins(say: (line: string) => void): Promise<boolean> {
  const issuer = await localIssuer();
  const log = pino({ level: 'silent' });
  const sandbox = await startSandbox({ say, language: 'en', fullJit: true, log, tokens: async () => issuer });
  try {
    const triplets: Triplet[] = [];
    for (let nth = 0; nth < PAIRS; nth += 1)
      triplets.push({
        whole: await written(sandbox, `child-${nth}-a`, ['legal', 'family', 'visit']),
        legal: await written(sandbox, `child-${nth}-b`, ['legal']),
        plain: await written(sandbox, `child-${nth}-c`, []),
      });
    const results: boolean[] = [];
    for (const question of await questionsAbout(triplets, issuer)) results.push(await isAlike(question, sandbox, say));
    const isKept = results.every(Boolean);
    say(`\n${isKept ? 'Each' : 'Not each'} between ${LIMITS.join(' and ')}.`);
    return isKept;
  } finally {
    await sandbox.stop();
  }
}

async function questionsAbout(triplets: readonly Triplet[], issuer: LocalIssuer): Promise<readonly Question[]> {
  const [partner, centre, other] = [
    await issuer.token({ partner: COLLECTS }),
    await issuer.token({ centre: CENTRE }),
    await issuer.token({ centre: OTHER_CENTRE }),
  ];
  const person = { [CLAIMS.professional]: 'quelquun', [CLAIMS.role]: 'clinical' };
  const clinical = await issuer.sign({ ...issuer.claims({ centre: CENTRE }), ...person });
  const twin = (nth: number, which: keyof Triplet): Twin => {
    const triplet = triplets[nth % triplets.length];
    if (triplet === undefined) throw new RangeError('no children');
    return triplet[which];
  };
  const between = (which: 'whole' | 'legal', path: (twin: Twin) => string) => ({
    one: (nth: number) => path(twin(nth, which)),
    other: (nth: number) => path(twin(nth, 'plain')),
  });
  return [
    {
      title: 'A partner reads a request: the child has a legal referral, a father and a visit, or none of them',
      bearer: partner,
      status: 200,
      ...between('whole', ({ number }) => `/fhir/ServiceRequest/${number}`),
    },
    {
      title: 'A partner asks for a request by its number: it is another partner’s, or nobody’s',
      bearer: partner,
      status: 404,
      one: (nth) => `/fhir/ServiceRequest/${twin(nth, 'whole').others}`,
      other: () => `/fhir/ServiceRequest/${UNKNOWN}`,
    },
    {
      title: 'Clinical staff list a child’s requests: one of them is legal, or none is',
      bearer: clinical,
      status: 200,
      ...between('legal', ({ child }) => `/v1/children/${child}/referrals`),
    },
    {
      title: 'Clinical staff read a child’s course: there is a legal referral and what is about it, or none',
      bearer: clinical,
      status: 200,
      ...between('legal', ({ child }) => `/v1/children/${child}/timeline`),
    },
    {
      title: 'Clinical staff ask for a request by its id: it is legal, or there is none',
      bearer: clinical,
      status: 404,
      ...between('legal', ({ child }) => `/v1/referrals/${child}-legal/page`),
    },
    ...ABOUT_LEGAL.map(({ plural, is }) => ({
      title: `Clinical staff read ${is} by its number: it is about a legal referral, or there is none`,
      bearer: clinical,
      status: 404,
      one: (nth: number) => `/v1/${plural}/${twin(nth, 'legal').child}-of-legal`,
      other: (nth: number) => `/v1/${plural}/nobody-${nth}`,
    })),
    {
      title: 'Another centre reads a child by id: it is a centre’s, or nobody’s',
      bearer: other,
      status: 404,
      one: (nth) => `/fhir/Patient/${twin(nth, 'legal').patient}`,
      other: (nth) => `/fhir/Patient/${nobodysLike(twin(nth, 'legal').patient)}`,
    },
    {
      title: 'Another centre searches a child by id: it is a centre’s, or nobody’s',
      bearer: other,
      status: 200,
      one: (nth) => `/fhir/Patient?_id=${twin(nth, 'legal').patient}`,
      other: (nth) => `/fhir/Patient?_id=${nobodysLike(twin(nth, 'legal').patient)}`,
    },
    {
      title: 'A centre reads a circle by its number: another’s, or nobody’s',
      bearer: other,
      status: 404,
      one: (nth) => `/v1/care-circles/${twin(nth, 'legal').child}-circle`,
      other: (nth) => `/v1/care-circles/nobody-${nth}`,
    },
    {
      title: 'The same child, read twice: what the measurement itself makes of it',
      bearer: centre,
      status: 200,
      one: (nth) => `/fhir/Patient/${twin(nth, 'legal').patient}`,
      other: (nth) => `/fhir/Patient/${twin(nth, 'legal').patient}`,
    },
  ];
}

/** An id as the record gives them, and as long, that nothing has: one of another shape is looked for in another way. */
const nobodysLike = (id: string): string => '9'.repeat(id.length);

/** What may be about a legal referral, as small as it can be. */
const ABOUT_LEGAL = [
  { plural: 'contacts', is: 'a contact', body: { kind: 'visit', note: 'Rencontre avec la mère' } },
  { plural: 'request-notes', is: 'a note', body: { words: 'À rappeler' } },
  {
    plural: 'letters',
    is: 'a letter',
    body: {
      kind: 'referral-note',
      title: 'Lettre',
      contentType: 'text/plain',
      content: Buffer.from('contenu', 'utf8').toString('base64'),
    },
  },
  {
    plural: 'consents',
    is: 'a consent',
    body: {
      by: { kind: 'member', id: 'mother' },
      decision: 'refuse',
      purpose: 'rights-support',
      information: ['legal-referral-exists'],
      regime: 'qc-private',
      how: 'written',
    },
  },
] as const;

/** In turns, and who is first changes each time. */
async function isAlike(question: Question, { gatewayUrl }: Sandbox, say: (line: string) => void): Promise<boolean> {
  const { title, bearer, status } = question;
  const ask = async (path: string): Promise<{ readonly took: number; readonly bytes: number }> => {
    const began = performance.now();
    const response = await fetch(`${gatewayUrl}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    const { byteLength: bytes } = await response.arrayBuffer();
    const took = performance.now() - began;
    if (response.status !== status) throw new Error(`${path} answered ${response.status}`);
    return { took, bytes };
  };
  const lengths = new Set<number>();
  const taken = { one: [] as number[], other: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (let nth = 0; nth < PAIRS; nth += 1)
      for (const which of (round + nth) % 2 === 0 ? (['one', 'other'] as const) : (['other', 'one'] as const)) {
        const { took, bytes } = await ask(question[which](nth));
        if (round >= WARM_UP) taken[which].push(took);
        if (status === 200) lengths.add(bytes);
      }
  if (lengths.size > 1) throw new Error(`${title}: not twins, the answers have ${[...lengths].join(', ')} bytes`);
  const [one, other] = [median(taken.one), median(taken.other)];
  const ratio = one / other;
  say(`\n${title}, ${taken.one.length} times each, in turns`);
  say(`  ${one.toFixed(2)} ms and ${other.toFixed(2)} ms   ratio of medians ${ratio.toFixed(3)} (${LIMITS.join('–')})`);
  return ratio >= LIMITS[0] && ratio <= LIMITS[1];
}

/** A child with a request to a partner that collects it, and what there is more. */
async function written(sandbox: Sandbox, child: string, more: readonly More[]): Promise<Twin> {
  const { gatewayUrl, centreToken } = sandbox;
  const headers = {
    authorization: `Bearer ${await centreToken(CENTRE)}`,
    'content-type': 'application/json',
    prefer: 'wait=30',
  };
  const put = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${gatewayUrl}/v1/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  };
  const about = { version: 1, centre: CENTRE, happenedAt: '2026-01-15T10:00:00-05:00', child: { id: child } };
  const { members, ...circle } = circleOf(child);
  const father = { kind: 'family', id: 'papa', name: { text: 'Un père' }, kinship: 'FTH', legalRole: 'tap' };
  await put(`care-circles/${child}-circle`, {
    ...circle,
    members: more.includes('family') ? [...members, father] : members,
  });
  if (more.includes('visit')) await put(`contacts/${child}-visit`, { ...about, kind: 'visit', note: 'Elle a chanté.' });
  if (more.includes('legal')) {
    await put(`legal-referrals/${child}-legal`, {
      ...about,
      mandate: 'representation',
      rights: [{ article: 27 }],
      facts: 'Logement insalubre',
      safeContact: { through: 'centre' },
    });
    for (const { plural, body } of ABOUT_LEGAL)
      await put(`${plural}/${child}-of-legal`, {
        ...about,
        ...body,
        ...(plural !== 'consents' && { request: `${child}-legal` }),
      });
  }
  for (const [id, programme, recipient] of [
    ['request', 'clsc', COLLECTS],
    ['others', 'sippe', ON_PAPER],
  ] as const)
    await put(`service-referrals/${child}-${id}`, {
      ...about,
      programme,
      service: 'speech-therapy',
      what: 'Évaluation du langage',
      recipient,
      safeContact: { through: 'centre' },
      agreements: [{ recipient, by: { kind: 'member', id: 'mother' }, at: '2026-01-14', how: 'oral' }],
    });
  const number = await toldUnder(sandbox, `${child}-request`, 'sent', headers);
  const others = await toldUnder(sandbox, `${child}-others`, 'to-print', headers);
  const written = await fetch(`${gatewayUrl}/v1/care-circles/${child}-circle`, { headers });
  const places: readonly { readonly reference: string }[] = JSON.parse(await written.text()).record.fhir;
  const patient = places.find(({ reference }) => reference.startsWith('Patient/'))?.reference.split('/')[1];
  if (patient === undefined) throw new Error(`${child}: there is no Patient on record`);
  return { child, number, others, patient };
}

/** The number under which a request is told, once it is where it is to be: then nothing of it moves any more. */
async function toldUnder(
  { gatewayUrl }: Sandbox,
  id: string,
  state: string,
  headers: Readonly<Record<string, string>>,
) {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const response = await fetch(`${gatewayUrl}/v1/service-referrals/${id}`, { headers });
    const [delivery] = JSON.parse(await response.text()).record?.deliveries ?? [];
    if (delivery?.state === state) return String(delivery.task);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error(`${id} is not ${state}`);
}

const TRIES_MAX = 200;
const LOOK_AGAIN_MS = 100;
