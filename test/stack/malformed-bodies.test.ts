import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aLegalReferral, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
  await sandbox.call('PUT', `/v1/care-circles/${id('circle')}`, { body: aCircle(id('circle'), id('child')) });
  await sandbox.call('PUT', `/v1/service-referrals/${id('ref')}`, {
    body: aReferral(id('ref'), id('child'), { recipient: 'sippe-hochelaga' }),
  });
});
afterAll(() => sandbox.stop());

type Body = Readonly<Record<string, unknown>>;
interface Malformed {
  readonly name: string;
  /** What must be named: part of an `expression`, or of the text where a byte is named. */
  readonly names: string;
  readonly status?: number;
  readonly path: string;
  readonly method?: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const without = (body: Body, field: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
const circle = (changes: Body): Body => aCircle('bad', 'bad-child', changes);
const child = (changes: Body): Body => circle({ child: { id: 'bad-child', name: { text: 'Mai' }, ...changes } });
const member = (changes: Body): Body =>
  circle({ members: [{ kind: 'family', name: { text: 'Lan' }, ...changes }], pivot: undefined });
const inCircle = (name: string, body: unknown, names: string, more: Partial<Malformed> = {}): Malformed => ({
  name,
  path: '/v1/care-circles/bad',
  body,
  names,
  ...more,
});
const inReferral = (name: string, changes: Body, names: string): Malformed => ({
  name,
  path: '/v1/service-referrals/bad',
  body: aReferral('bad', 'bad-child', changes),
  names,
});
const raw = (
  name: string,
  body: unknown,
  names: string,
  headers: Readonly<Record<string, string>> = {},
  status = 400,
): Malformed => inCircle(name, body, names, { headers, status });

const MALFORMED: readonly Malformed[] = [
  inCircle('no child', without(circle({}), 'child'), 'CareCircle.child'),
  inCircle('no centre', without(circle({}), 'centre'), 'CareCircle.centre'),
  inCircle('no moment', without(circle({}), 'happenedAt'), 'CareCircle.happenedAt'),
  inCircle('another centre', circle({ centre: 'carrefour-vanier' }), 'centre', { status: 403 }),
  inCircle('a version of zero', circle({ version: 0 }), 'CareCircle.version'),
  inCircle('a version with a fraction', circle({ version: 1.5 }), 'CareCircle.version'),
  inCircle('a version in words', circle({ version: 'un' }), 'CareCircle.version'),
  inCircle('an unknown field', circle({ colour: 'blue' }), 'CareCircle.colour'),
  inCircle('an unknown status', circle({ status: 'asleep' }), 'CareCircle.status'),
  inCircle('an impossible day', circle({ happenedAt: '2026-02-30' }), 'CareCircle.happenedAt'),
  inCircle('a moment without an offset', circle({ happenedAt: '2026-02-03T10:00:00' }), 'CareCircle.happenedAt'),
  inCircle('a moment far in the future', circle({ happenedAt: '2199-01-01' }), 'CareCircle.happenedAt'),
  inCircle('a child without a name', circle({ child: { id: 'bad-child' } }), 'CareCircle.child.name'),
  inCircle('a child with an empty name', child({ name: {} }), 'CareCircle.child.name'),
  inCircle('a name of spaces', child({ name: { text: '   ' } }), 'CareCircle.child.name.text'),
  inCircle('a name with a control character', child({ name: { text: 'Mai\u0007' } }), 'CareCircle.child.name.text'),
  inCircle('a name of absurd length', child({ name: { text: 'a'.repeat(5_000) } }), 'CareCircle.child.name.text'),
  inCircle('a child with an empty identifier', child({ id: '' }), 'CareCircle.child.id'),
  inCircle('a child identifier with a space', child({ id: 'a b' }), 'CareCircle.child.id'),
  inCircle('a child identifier that is a card number', child({ id: 'NGUM23550412' }), 'CareCircle.child.id'),
  inCircle('a child identifier that is an OHIP number', child({ id: '1234567890' }), 'CareCircle.child.id'),
  inCircle('an impossible birth date', child({ birthDate: '2023-13-01' }), 'CareCircle.child.birthDate'),
  inCircle('a birth date in words', child({ birthDate: 'hier' }), 'CareCircle.child.birthDate'),
  inCircle(
    'a NAM of the wrong shape',
    child({ cards: [{ kind: 'nam', number: 'NGUM2355' }] }),
    'CareCircle.child.cards[0].number',
  ),
  inCircle(
    'an OHIP number that fails its check digit',
    child({ cards: [{ kind: 'ohip', number: '1234567890' }] }),
    'CareCircle.child.cards[0].number',
  ),
  inCircle('an unknown card', child({ cards: [{ kind: 'passport', number: 'X' }] }), 'CareCircle.child.cards[0]'),
  inCircle('an empty list of cards', child({ cards: [] }), 'CareCircle.child.cards'),
  inCircle('a language that is none', child({ languages: ['français!'] }), 'CareCircle.child.languages[0]'),
  inCircle('a member without a kind', circle({ members: [{ name: { text: 'Lan' } }] }), 'CareCircle.members[0].kind'),
  inCircle(
    'a member of an unknown kind',
    circle({ members: [{ kind: 'pet', name: { text: 'Rex' } }] }),
    'CareCircle.members[0].kind',
  ),
  inCircle('an unknown kinship', member({ kinship: 'MOM' }), 'CareCircle.members[0].kinship'),
  inCircle(
    'two members with one identifier',
    circle({
      members: [
        { kind: 'family', id: 'a', name: { text: 'A' } },
        { kind: 'family', id: 'a', name: { text: 'B' } },
      ],
      pivot: undefined,
    }),
    'CareCircle.members[1].id',
  ),
  inCircle('a pivot who is no member', circle({ pivot: 'nobody' }), 'CareCircle.pivot'),
  inCircle(
    'a period that ends before it starts',
    member({ period: { start: '2026-02-01', end: '2026-01-01' } }),
    'CareCircle.members[0].period',
  ),
  inCircle(
    'too many members',
    circle({ members: Array.from({ length: 200 }, () => ({ kind: 'family', name: { text: 'A' } })), pivot: undefined }),
    'CareCircle.members',
  ),
  inCircle('members that are no list', circle({ members: 'Lan' }), 'CareCircle.members'),
  inCircle('an identifier other than that of the address', circle({ id: 'other' }), 'id'),
  inCircle('a list', [], 'CareCircle'),
  inCircle('a text', '"bonjour"', 'CareCircle'),
  inCircle('nothing', 'null', 'CareCircle'),
  {
    name: 'an address that is a card number',
    path: '/v1/care-circles/NGUM23550412',
    body: without(circle({}), 'id'),
    names: 'CareCircle.id',
  },
  {
    name: 'an address with an absurd identifier',
    path: `/v1/care-circles/${'a'.repeat(300)}`,
    body: without(circle({}), 'id'),
    names: 'CareCircle.id',
  },
  {
    name: 'no version and no key',
    path: '/v1/care-circles/bad',
    body: without(circle({}), 'version'),
    names: 'version',
  },
  {
    name: 'a plan whose goal has no words',
    path: '/v1/action-plans/bad',
    body: aPlan('bad', 'bad-child', { goals: [{}] }),
    names: 'ActionPlan.goals[0].words',
  },
  {
    name: 'a plan with a commitment of nobody',
    path: '/v1/action-plans/bad',
    body: aPlan('bad', 'bad-child', { actions: [{ kind: 'commitment', what: 'Lire' }] }),
    names: 'ActionPlan.actions[0].who',
  },
  inReferral('a referral without a safe contact', { safeContact: undefined }, 'ServiceReferral.safeContact'),
  inReferral(
    'a safe contact through a person who is not named',
    { safeContact: { through: 'person' } },
    'ServiceReferral.safeContact.person',
  ),
  inReferral('an unknown programme', { programme: 'dpj' }, 'ServiceReferral.programme'),
  inReferral('an unknown recipient', { recipient: 'nobody' }, 'recipient'),
  inReferral(
    'an agreement of an unknown kind of person',
    { agreements: [{ recipient: 'clsc-verdun', by: { kind: 'ghost' }, at: '2026-11-20' }] },
    'ServiceReferral.agreements[0].by.kind',
  ),
  {
    name: 'an article that the convention does not have',
    path: '/v1/legal-referrals/bad',
    body: aLegalReferral('bad', 'bad-child', { rights: [{ article: 55 }] }),
    names: 'LegalReferral.rights[0].article',
  },
  {
    name: 'a rating of six',
    path: '/v1/social-prescriptions/bad',
    body: {
      centre: 'hochelaga',
      version: 1,
      child: { id: 'c' },
      happenedAt: '2026-11-20',
      kind: 'sport',
      safeContact: { through: 'centre' },
      ratingsBefore: [{ factor: 'belonging', rating: 6 }],
    },
    names: 'SocialPrescription.ratingsBefore[0].rating',
  },
  raw('broken JSON', '{"centre": "hochelaga",}', 'octet 23'),
  raw('JSON cut off', '{"centre": "hoch', 'octet'),
  raw('no body', '', 'Le corps de la requête est vide'),
  raw('broken UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 'octet 2'),
  raw(
    'a lone surrogate',
    '{"centre":"hochelaga","child":{"id":"bad-child","name":{"text":"\\ud800"}},"happenedAt":"2026-11-20","version":1}',
    'CareCircle.child.name.text',
    {},
    422,
  ),
  raw('absurd depth', `${'['.repeat(2_000)}${']'.repeat(2_000)}`, 'octet'),
  raw('a body that is too large', `{"centre":"${'a'.repeat(1_100_000)}"}`, 'http.Content-Length', {}, 413),
  raw('XML', '<CareTeam/>', 'http.Content-Type', { 'content-type': 'application/xml' }, 415),
  raw('a form', 'centre=hochelaga', 'http.Content-Type', { 'content-type': 'application/x-www-form-urlencoded' }, 415),
  raw(
    'another character set',
    '{}',
    'http.Content-Type',
    { 'content-type': 'application/json; charset=iso-8859-1' },
    415,
  ),
  inCircle('an If-Match that is no version', circle({}), 'http.If-Match', {
    headers: { 'if-match': 'abc' },
    status: 400,
  }),
  inCircle('an Idempotency-Key that is too long', circle({}), 'http.Idempotency-Key', {
    headers: { 'idempotency-key': 'k'.repeat(300) },
    status: 400,
  }),
  { name: 'a search by nothing', path: '/v1/children/_search', method: 'POST', body: {}, names: 'ChildSearch' },
  {
    name: 'a search by an empty card',
    path: '/v1/children/_search',
    method: 'POST',
    body: { card: { kind: 'nam', number: '' } },
    names: 'ChildSearch.card.number',
  },
  {
    name: 'a cursor that is none',
    path: '/v1/changes?since=yesterday',
    method: 'GET',
    body: undefined,
    names: 'http.since',
    status: 400,
  },
  {
    name: 'an answer that says nothing',
    path: `/v1/referrals/${id('ref')}/answers`,
    method: 'POST',
    body: without(anAnswer('accepted'), 'what'),
    names: 'Answer.what',
  },
  {
    name: 'an answer of nobody',
    path: `/v1/referrals/${id('ref')}/answers`,
    method: 'POST',
    body: without(anAnswer('accepted'), 'saidBy'),
    names: 'Answer.saidBy',
  },
];

test('there are at least fifty of them', () => {
  expect(MALFORMED.length).toBeGreaterThanOrEqual(50);
});

test.each(MALFORMED)(
  '$name: refused with an OperationOutcome that names it',
  async ({ path, method = 'PUT', body, headers = {}, names, status = 422 }) => {
    const answer = await sandbox.call(method, path, { body, headers });
    expect({ status: answer.status, type: answer.body.resourceType }).toEqual({ status, type: 'OperationOutcome' });
    const issues = answer.body.issue as readonly fhir4.OperationOutcomeIssue[];
    expect(issues.flatMap(({ expression, details }) => [...(expression ?? []), details?.text]).join(' ')).toContain(
      names,
    );
    expect(issues.every(({ details }) => (details?.text ?? '').length > 10)).toBe(true);
  },
);

test('the same refusal is told in English to who asks for English', async () => {
  const ask = (language: string) =>
    sandbox.call('PUT', '/v1/care-circles/bad', {
      body: circle({ status: 'asleep' }),
      headers: { 'accept-language': language },
    });
  const [french, english] = [await ask('fr-CA'), await ask('en')];
  expect([french.headers.get('content-language'), english.headers.get('content-language')]).toEqual(['fr', 'en']);
  expect(french.body.issue[0].details.text).not.toBe(english.body.issue[0].details.text);
});

test('a partner’s Task with an empty identifier, of another partner or that is no answer is refused', async () => {
  const token = await sandbox.partnerToken('clsc-verdun');
  const task = { resourceType: 'Task', status: 'accepted', intent: 'order', lastModified: '2026-11-22T01:00:00-05:00' };
  const put = (query: string, body: unknown) =>
    sandbox.call('PUT', `/fhir/Task${query}`, { body, headers: { authorization: `Bearer ${token}` } });
  const system = 'https://fhir.passerelle.example/NamingSystem/task';
  const answers = await Promise.all([
    put('', task),
    put(`?identifier=${system}|`, task),
    put(`?identifier=${system}|00000000-0000-5000-8000-000000000000`, task),
    put(`?identifier=${system}|x`, { ...task, output: 'all' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 422]);
  expect(answers.every(({ body }) => body.resourceType === 'OperationOutcome')).toBe(true);
});
