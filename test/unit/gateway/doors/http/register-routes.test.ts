import { afterEach, expect, test } from '@jest/globals';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import { accessEvent } from '../../../../../gateway/audit/access-event.ts';
import { disclosureEvent } from '../../../../../gateway/audit/disclosure-event.ts';
import { registerReader } from '../../../../../gateway/audit/register-reader.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { registerRoutes } from '../../../../../gateway/doors/http/register-routes.ts';
import { refusalDesk } from '../../../../../gateway/existence-refusals/refusal-desk.ts';
import { holdsIn } from '../../../../../gateway/lanes/holds.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import type { RecordedRefusal } from '../../../../../mappings/existence-refusals/refusal.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aDisclosure, uuidOf } from '../../../../builders/a-disclosure.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { aCircle, circleEvent, referralEvent } from '../../../../builders/concept-events.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';

let app: AnApp;
afterEach(() => app?.stop());

const at = (nth: number) => new Date(Date.UTC(2026, 2, 10, 12, nth)).toISOString();
const disclosure = (nth: number, changes: object = {}) =>
  disclosureEvent(aDisclosure(nth, { at: at(nth), ...changes }), uuidOf(nth));
const access = (nth: number, changes: object = {}) =>
  accessEvent({
    id: uuidOf(nth),
    centre: 'verdun',
    by: { of: { centre: 'verdun' } },
    how: 'read',
    kind: 'care-circle',
    on: [],
    children: ['enf-1'],
    at: at(nth),
    ...changes,
  });

const linkOf = (nth: number) => ({ chain: 'own', n: nth + 1, previous: '', hash: '' });

const never = async () => {
  throw new Error('an extract writes no decision');
};

/** The last of them still in Redis and the one before in both places, as while it is moved. */
async function opened(
  events: readonly fhir4.AuditEvent[],
  record: readonly fhir4.FhirResource[] = [],
  refusals: readonly RecordedRefusal[] = [],
) {
  await app?.stop();
  const { redis } = memoryRedis();
  const holds = holdsIn(redis);
  const inStream = events.slice(-2);
  const stand = {
    ...redis,
    xrange: async () =>
      inStream.map((event, nth) => [`${nth}-0`, ['entry', JSON.stringify({ link: linkOf(nth), event })]]),
  } as unknown as typeof redis;
  const store = {
    // As a server does it: by site, the most recent first, page after page.
    async *pages(_type: string, params: Readonly<Record<string, unknown>>) {
      const requests = params.entity === undefined ? undefined : String(params.entity).split(',');
      const found = events
        .slice(0, -1)
        .filter(({ source }) => source.site === params.site)
        .filter(
          ({ entity }) =>
            requests === undefined || entity?.some(({ what }) => requests.includes(what?.reference ?? '')),
        )
        .filter(
          ({ recorded }) => !String(params.date ?? '').startsWith('ge') || recorded >= String(params.date).slice(2, 12),
        )
        .sort((a, b) => (a.recorded < b.recorded ? 1 : -1));
      for (let from = 0; from < found.length; from += 2) yield found.slice(from, from + 2);
    },
    search: memoryRecord(record).search,
  };
  const noted: Access[] = [];
  const check = conceptChecker();
  app = await anApp(
    {
      '/v1/register': registerRoutes({
        register: registerReader({ store, redis: stand, holds }),
        existenceRefusals: refusalDesk({
          store,
          registry: aRegistry(),
          sheets: { of: async () => refusals, add: never, revoke: never },
        }),
        check,
        registry: aRegistry(),
        body: jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 }),
        now: () => new Date('2026-03-11T12:00:00Z'),
      }),
    },
    { caller: { kind: 'centre', id: 'verdun' }, audit: { access: async (it) => void noted.push(it) } },
  );
  return { noted, holds };
}

test('page after page the register tells every line once, the most recent first, also what is not in the record yet, and nothing of another centre', async () => {
  const events = [1, 2, 3, 4, 5, 6, 7].map((nth) => (nth % 2 === 0 ? disclosure(nth) : access(nth)));
  const { noted } = await opened([disclosure(9, { centre: 'vanier' }), ...events]);
  const seen: string[] = [];
  let after = '';
  for (;;) {
    const { body, status } = await app.call('GET', `/v1/register?limit=2&lang=fr${after}`);
    expect(status).toBe(200);
    seen.push(...body.entries.map(({ id }: { id: string }) => id));
    if (body.next === undefined) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map(uuidOf));
  expect(noted.map(({ kind }) => kind)).toEqual(['register', 'register', 'register', 'register']);
});

test('one child’s register is asked for in a body; a page to hand over names no child and says nothing of what it leaves out', async () => {
  const { noted } = await opened([
    disclosure(1),
    disclosure(2, { kind: 'legal-referral', recipient: 'mediation-juridique-est' }),
    disclosure(3, { restricted: true, request: 'Task/task-3' }),
    disclosure(4, { basis: 'consent c-1 (own-consent)', request: 'Task/task-4' }),
    access(5, { children: ['enf-2'] }),
    access(6),
  ]);
  const own = await app.call('POST', '/v1/register/_search?lang=en', { body: { child: 'enf-1' } });
  expect(own.body.entries.map(({ id }: { id: string }) => id)).toEqual([6, 4, 3, 2, 1].map(uuidOf));

  const asked = { child: 'enf-1', for: 'parent', reviewedBy: 'Julie <Bertrand>' };
  const { body: review } = await app.call('POST', '/v1/register/_review?lang=en', { body: asked });
  expect(review.leftOut).toEqual({ legal: 1, restricted: 1, askedAlone: 1, onlyMentioned: 0, refused: 0 });
  expect(review.entries).toHaveLength(2);
  const page = await app.call('POST', '/v1/register/_page?lang=fr', { body: asked });
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.text).toContain('Julie &lt;Bertrand&gt;');
  expect(page.text).not.toMatch(/enf-1|juridique|mediation|restrein|laiss/);
  expect(page.text.match(/<li>/g)).toHaveLength(2);
  expect(noted.map(({ kind, children }) => [kind, ...children])).toEqual([
    ['register', 'enf-1'],
    ['register-extract', 'enf-1'],
    ['register-extract', 'enf-1'],
  ]);
});

const CANCELLED = 'cancellation (bare-cancellation)';
const REQUEST = { system: IDENTIFIERS.request('verdun'), value: 'ref-1' };
const LOOKED = { kind: 'loop', on: [{ type: 'ServiceRequest', identifier: REQUEST }] };
const TASK: fhir4.Task = {
  resourceType: 'Task',
  id: 'task-1',
  status: 'cancelled',
  intent: 'order',
  groupIdentifier: REQUEST,
  focus: { reference: 'ServiceRequest/sr-1' },
};
const ASKED: fhir4.ServiceRequest = {
  resourceType: 'ServiceRequest',
  id: 'sr-1',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/1' },
};
const OWN = 'Consent/5 (own-consent)';
const late = (nth: number) => ({ at: `2026-03-${20 + nth}T12:00:00.000Z` });

test.each<readonly [string, readonly fhir4.AuditEvent[], readonly fhir4.FhirResource[], number]>([
  [
    'asked alone, with who looked at it',
    [disclosure(1, { basis: OWN }), access(2, { ...late(2), ...LOOKED })],
    [TASK],
    3,
  ],
  ['asked alone before the days that are asked for', [disclosure(1, { basis: OWN }), access(2)], [TASK], 1],
  [
    'asked alone, and opened by an emergency',
    [disclosure(1, { basis: 'Consent/6 (emergency)', askedAlone: true })],
    [],
    1,
  ],
  ['asked alone as the request itself says', [disclosure(1)], [TASK, { ...ASKED, requester: { type: 'Patient' } }], 1],
  ['of which nothing says how it had left', [access(1)], [], 1],
  ['of which only others’ lines say how it had left', [disclosure(1, { request: 'Task/task-2' })], [], 1],
])(
  'a parent is not told that a request is cancelled which a young person %s; the young person is',
  async (_how, before, record, hidden) => {
    await opened([...before, disclosure(8, { basis: CANCELLED, ...late(3) }), access(9, late(4))], record);
    const asked = { child: 'enf-1', from: '2026-03-20', reviewedBy: 'Julie' };
    const review = async (reader: 'parent' | 'child') =>
      (await app.call('POST', '/v1/register/_review?lang=en', { body: { ...asked, for: reader } })).body;
    const { entries, leftOut } = await review('parent');
    expect(leftOut.askedAlone).toBe(before.some(({ recorded }) => recorded >= '2026-03-20') ? hidden - 1 : hidden);
    expect(entries.join('\n')).not.toContain('CLSC');
    expect((await review('child')).entries.join('\n')).toContain('CLSC');
  },
);

const RESTRICTS = { security: [{ system: FOREIGN.actCode, code: 'VIO' }] };
const CHILD: fhir4.Patient = {
  resourceType: 'Patient',
  id: '1',
  identifier: [{ system: IDENTIFIERS.child('verdun'), value: 'enf-1' }],
};

test.each<readonly [string, readonly fhir4.AuditEvent[], readonly fhir4.FhirResource[]]>([
  ['a request that was labelled since', [disclosure(1)], [TASK, { ...ASKED, meta: RESTRICTS }]],
  ['a request of which the Task was labelled since', [disclosure(1)], [{ ...TASK, meta: RESTRICTS }, ASKED]],
  ['a request of a child whose file was labelled since', [disclosure(1)], [TASK, ASKED, { ...CHILD, meta: RESTRICTS }]],
  ['a request that bore a label when it left once more', [disclosure(1), disclosure(2, { restricted: true })], [TASK]],
  [
    'a request that bore a label when it left before the days that are asked for',
    [disclosure(1, { at: '2026-02-01T12:00:00.000Z', restricted: true }), disclosure(2)],
    [TASK, ASKED],
  ],
])('nobody of the family is told to whom went %s', async (_what, events, record) => {
  await opened([...events, access(9, late(4))], record);
  for (const reader of ['parent', 'child']) {
    const body = { child: 'enf-1', for: reader, from: '2026-03-01', reviewedBy: 'Julie' };
    const { body: review } = await app.call('POST', '/v1/register/_review?lang=en', { body });
    expect(review.entries.join('\n')).not.toContain('CLSC');
    expect([review.entries.length, review.leftOut.restricted > 0]).toEqual([1, true]);
  }
});

test.each([
  ['the request', 'task-1', referralEvent({ version: 2, labels: ['violence'] })],
  // Of which the record no longer has the request.
  ['the child’s file', 'gone', circleEvent({ version: 2, child: { ...aCircle().child, labels: ['restricted'] } })],
])(
  'a label on %s counts in an extract from its acknowledgement, before the record has it',
  async (_what, task, labelled) => {
    const { holds } = await opened(
      [disclosure(1, { request: `Task/${task}` }), access(9, late(4))],
      [TASK, ASKED, CHILD],
    );
    const review = async (reader: string) =>
      (
        await app.call('POST', '/v1/register/_review?lang=en', {
          body: { child: 'enf-1', for: reader, reviewedBy: 'J' },
        })
      ).body;
    expect((await review('parent')).entries.join('\n')).toContain('CLSC');
    await holds.place(labelled);
    for (const reader of ['parent', 'child']) {
      const { entries, leftOut } = await review(reader);
      expect(entries.join('\n')).not.toContain('CLSC');
      expect([entries.length, leftOut.restricted]).toEqual([1, 1]);
    }
  },
);

test('a reading by the legal pillar is in the register of the centre and in no extract', async () => {
  const by = { of: { centre: 'verdun' }, professional: 'me-roy', role: 'legal' };
  await opened([access(1, { by }), access(2)]);
  const own = await app.call('POST', '/v1/register/_search?lang=en', { body: { child: 'enf-1' } });
  expect(own.body.entries.map(({ text }: { text: string }) => text.includes('me-roy'))).toEqual([false, true]);
  const body = { child: 'enf-1', for: 'child', reviewedBy: 'Julie' };
  const { body: review } = await app.call('POST', '/v1/register/_review?lang=en', { body });
  expect([review.entries.length, review.leftOut.legal]).toEqual([1, 1]);
});

test('a label under which a request left a moment ago, after the days that are asked for and before the record has it, counts too', async () => {
  await opened([disclosure(1), access(2), disclosure(9, { restricted: true, ...late(5) })], [TASK, ASKED]);
  const body = { child: 'enf-1', for: 'parent', until: '2026-03-12', reviewedBy: 'Julie' };
  const { body: review } = await app.call('POST', '/v1/register/_review?lang=en', { body });
  expect([review.entries.length, review.leftOut.restricted]).toEqual([1, 1]);
});

test('a parent is not told who looked through the FHIR facade at a request that a young person asked alone', async () => {
  const read = { kind: 'ServiceRequest', on: [{ type: 'ServiceRequest', reference: 'ServiceRequest/sr-1' }] };
  await opened([disclosure(1, { basis: OWN }), access(2, { ...late(2), ...read }), access(9, late(4))], [TASK, ASKED]);
  const body = { child: 'enf-1', from: '2026-03-20', reviewedBy: 'Julie' };
  const review = async (reader: string) =>
    (await app.call('POST', '/v1/register/_review?lang=en', { body: { ...body, for: reader } })).body.entries;
  expect(await review('parent')).toHaveLength(1);
  expect(await review('child')).toHaveLength(2);
});

test('that a request which others agreed to is cancelled is told to a parent, also where it left before the days asked for', async () => {
  await opened(
    [disclosure(1), disclosure(8, { basis: CANCELLED, ...late(3) }), access(9, { ...late(4), ...LOOKED })],
    [TASK, ASKED],
  );
  const body = { child: 'enf-1', from: '2026-03-20', reviewedBy: 'Julie', for: 'parent' };
  const { body: review } = await app.call('POST', '/v1/register/_review?lang=en', { body });
  expect(review.leftOut.askedAlone).toBe(0);
  expect(review.entries).toHaveLength(2);
});

test.each([
  ['GET', '?child=enf-1', undefined, 400],
  ['GET', '?from=hier', undefined, 400],
  ['GET', '?after=abc', undefined, 400],
  ['GET', `?after=${Buffer.from('["2026-99-99T99:99:99Z","a"]').toString('base64url')}`, undefined, 400],
  ['POST', '/_search', {}, 422],
  ['POST', '/_search', { child: 'enf-1', from: '2026' }, 422],
  ['POST', '/_search', { child: 'enf-1', after: 'abc' }, 422],
  ['POST', '/_page', { child: 'enf-1', for: 'parent' }, 422],
] as const)(
  '%s /v1/register%s %j is refused with the field and a way out, and nothing is read',
  async (method, path, body, status) => {
    const { noted } = await opened([disclosure(1)]);
    const answer = await app.call(method, `/v1/register${path}`, body === undefined ? {} : { body });
    expect(answer.status).toBe(status);
    expect(answer.body.issue[0].expression).toHaveLength(1);
    expect(noted).toEqual([]);
  },
);

test('days are those of the centre: an evening there is the next day elsewhere', async () => {
  await opened([
    disclosure(1, { at: '2026-03-11T02:30:00.000Z' }),
    disclosure(2, { at: '2026-03-11T12:00:00.000Z' }),
    access(3),
  ]);
  const { body } = await app.call('GET', '/v1/register?from=2026-03-10&until=2026-03-10');
  expect(body.entries.map(({ id }: { id: string }) => id)).toEqual([1, 3].map(uuidOf));
});

const REFUSAL: RecordedRefusal = {
  id: 'e0a9',
  member: 'pere',
  decidedBy: 'rprp',
  basis: 'youth-protection-director',
  from: '2026-03-01',
  recordedBy: 'rprp',
  recordedAt: '2026-03-01T12:00:00.000Z',
};
const member = (id: string): fhir4.RelatedPerson => ({
  resourceType: 'RelatedPerson',
  identifier: [{ system: IDENTIFIERS.member('verdun'), value: `enf-1:${id}` }],
  patient: { reference: 'Patient/1' },
});
const CIRCLE = [TASK, ASKED, member('pere'), member('mere')];
const FULL = [disclosure(1), disclosure(2, { kind: 'action-plan' }), access(3), access(4, LOOKED)];
/** What this very reviewing and printing leave in the register. */
const MADE = [1, 2].map((nth) =>
  access(90 + nth, { kind: 'register-extract', how: 'search-type', at: `2026-03-11T11:5${nth}:00.000Z` }),
);
const forOne = (changes: object) => ({ child: 'enf-1', for: 'parent', reviewedBy: 'Julie', ...changes });
const page = async (changes: object) =>
  (await app.call('POST', '/v1/register/_page?lang=fr', { body: forOne(changes) })).text;
const reviewOf = async (changes: object) =>
  (await app.call('POST', '/v1/register/_review?lang=fr', { body: forOne(changes) })).body;

test('the page for whoever is refused the existence of the file is, to the byte, that of a child of whom nothing was disclosed and nobody read anything', async () => {
  await opened(MADE, CIRCLE);
  const empty = await page({ member: 'pere' });
  // Whoever prepares it has just looked at the circle, to say for whom.
  const looked = access(80, { at: '2026-03-11T11:50:00.000Z' });
  await opened([...FULL, looked, ...MADE], CIRCLE, [REFUSAL]);
  expect(await page({ member: 'pere' })).toBe(empty);
  // Where nobody says for which parent, it may be any.
  expect(await page({})).toBe(empty);
  const own = await page({ member: 'mere' });
  expect(own).not.toBe(empty);
  expect(own).not.toMatch(/refus|pere|rprp/);
});

/** To decide it leaves its own trace in the register. */
const DECIDED = ['existence-refusal-written', 'existence-refusals', 'existence-refusal-revoked'];
const by = { of: { centre: 'verdun' }, professional: 'rprp', role: 'privacy' };
const { groupIdentifier: _number, ...UNNUMBERED } = TASK;

test.each<readonly [string, readonly fhir4.FhirResource[]]>([
  ['as its Task says its number', CIRCLE],
  ['as the request itself says its number', [UNNUMBERED, { ...ASKED, identifier: [REQUEST] }, ...CIRCLE.slice(2)]],
])(
  'the page for whoever is refused the existence of a request is, %s, to the byte that of a child for whom it was never made',
  async (_how, record) => {
    const others = [disclosure(5, { request: 'Task/task-5', kind: 'action-plan' }), access(6)];
    await opened([...others, ...MADE], record);
    const without = await page({ member: 'pere' });
    const decided = DECIDED.map((kind, nth) => access(10 + nth, { kind, by }));
    const all = [disclosure(1), access(4, LOOKED), ...decided, ...others, ...MADE];
    await opened(all, record, [{ ...REFUSAL, requests: ['ref-1'] }]);
    expect(await page({ member: 'pere' })).toBe(without);
    expect(await page({ member: 'mere' })).not.toBe(without);
  },
);

test('whoever prepares the extract is told that a decision stands, for whom and until when, whoever the extract is for; nothing of it once it has ended', async () => {
  const until = '2026-06-30';
  await opened([...FULL, ...MADE], CIRCLE, [{ ...REFUSAL, until }]);
  for (const [changes, applies] of [
    [{ member: 'pere' }, true],
    [{}, true],
    [{ member: 'mere' }, false],
    [{ for: 'child' }, false],
  ] as const) {
    const { refusals, leftOut } = await reviewOf(changes);
    expect(refusals).toEqual([
      { id: 'e0a9', member: 'pere', until, applies, text: expect.stringMatching(/pere.*2026-06-30.*art\. 23/) },
    ]);
    expect(leftOut.refused > 0).toBe(applies);
  }
  for (const ended of [
    { ...REFUSAL, until: '2026-03-10' },
    { ...REFUSAL, from: '2026-03-12' },
    { ...REFUSAL, revoked: { decidedBy: 'rprp', recordedBy: 'rprp', recordedAt: '2026-03-05T12:00:00.000Z' } },
  ]) {
    await opened([...FULL, ...MADE], CIRCLE, [ended]);
    const { refusals, leftOut } = await reviewOf({ member: 'pere' });
    expect([refusals, leftOut.refused]).toEqual([[], 0]);
  }
});

test('an extract for somebody who is not in the child’s circle is refused: a slip in the number would pass by a decision', async () => {
  await opened(FULL, CIRCLE, [REFUSAL]);
  const { status, body } = await app.call('POST', '/v1/register/_page', { body: forOne({ member: 'perre' }) });
  expect([status, body.issue[0].expression]).toEqual([422, ['RegisterExportAsked.member']]);
});
