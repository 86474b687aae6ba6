import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { partnerTaskRoutes } from '../../../../../gateway/doors/http/partner-task-routes.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { hearing } from '../../../../../gateway/hearing/hear.ts';
import {
  CONTRADICTORY,
  ECHO,
  PROPOSE_ANOTHER,
  recordedOnly,
} from '../../../../../mappings/concepts/answer-warnings.ts';
import type { WhyRecordedOnly } from '../../../../../mappings/domain/referral-effect.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { structureDefinition } from '../../../../../profiles/canonical.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { memoryWords, NOBODY_ASKS } from '../../../../builders/a-hearing.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { becauseOf } from '../../../../builders/a-task.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';

const check = conceptChecker();
const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const CLSC: Caller = { kind: 'partner', id: 'clsc-verdun' };
const PSC_CHILD = structureDefinition('psc-child');
const ACCEPTED = {
  resourceType: 'Task',
  status: 'accepted',
  intent: 'order',
  lastModified: '2026-03-10T10:30:00-04:00',
};

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor({ caller = CLSC, outcome }: { caller?: Caller; outcome?: Parameters<typeof anIntake>[0] } = {}) {
  const asked: string[] = [];
  const { intake, accepted } = anIntake(outcome);
  app = await anApp(
    {
      '/fhir': partnerTaskRoutes({
        check: (body) => check('partner-task', body),
        registry: aRegistry(),
        collected: { show: async () => undefined },
        hearing: hearing({
          registry: aRegistry(),
          inbound: NOBODY_ASKS,
          words: memoryWords(),
          intake,
          now: () => new Date('2026-03-10T15:00:00Z'),
          finder: {
            toldUnder: async (number, partner) => {
              asked.push(number);
              return number === NUMBER && partner === 'clsc-verdun'
                ? { centre: 'verdun', child: 'enf-1', request: 'ref-1', partner: 'clsc-verdun' }
                : undefined;
            },
          },
        }),
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
      }),
    },
    { caller },
  );
  const { call } = app;
  const put = (
    body: unknown,
    identifier: string | undefined = `${IDENTIFIERS.task}|${NUMBER}`,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    call('PUT', `/fhir/Task${identifier === undefined ? '' : `?identifier=${encodeURIComponent(identifier)}`}`, {
      body,
      headers,
    });
  return { put, accepted, asked };
}

test('a partner’s Task goes into the child’s lane as an answer, on the partner’s behalf', async () => {
  const { put, accepted } = await aDoor({ outcome: { state: 'synced' } });
  const { status, headers, body } = await put({ ...ACCEPTED, statusReason: becauseOf('full') });
  expect([status, headers.get('content-type'), body.resourceType]).toEqual([
    200,
    'application/fhir+json; charset=utf-8',
    'OperationOutcome',
  ]);
  expect(accepted).toMatchObject([
    {
      identifier: 'ref-1',
      event: {
        kind: 'answer',
        centre: 'verdun',
        child: 'enf-1',
        request: 'ref-1',
        fromPartner: 'clsc-verdun',
        recordedAt: '2026-03-10T15:00:00.000Z',
        answer: { what: 'accepted', happenedAt: ACCEPTED.lastModified, reason: 'full', channel: 'system' },
      },
    },
  ]);
});

test.each(['accepted', 'waiting'] as const)('what is %s only is answered 202', async (state) => {
  const { put } = await aDoor({ outcome: { state } });
  expect((await put(ACCEPTED)).status).toBe(202);
});

test.each([
  ['refused', 'invalidInput', 422],
  ['parked', 'recordRefused', 502],
] as const)('what was %s is not told as taken', async (state, failure, status) => {
  const issues = [
    { severity: 'error', code: 'business-rule', text: { fr: 'ServiceRequest ref-1', en: 'ServiceRequest ref-1' } },
  ] as const;
  const { put } = await aDoor({ outcome: { state, failure, issues } });
  const answer = await put(ACCEPTED);
  expect([answer.status, answer.body.issue]).toEqual([
    status,
    [{ severity: 'error', code: 'processing', details: { text: expect.stringMatching(/n’a pas pu inscrire/) } }],
  ]);
});

test('a partner that waits is told what became of its answer, and nothing of the family, of who wrote down what, nor of the centre’s numbers', async () => {
  const waits = 'Attend ce que le dossier ne connaît pas encore : ServiceRequest ref-1, Patient enf-1.';
  const issues = [
    ...(Object.keys(WHYS) as WhyRecordedOnly[]).map(recordedOnly),
    CONTRADICTORY,
    PROPOSE_ANOTHER,
    ECHO,
    { severity: 'warning', code: 'not-found', text: { fr: waits, en: waits } } as const,
  ];
  const { put } = await aDoor({ outcome: { state: 'synced', issues } });
  for (const language of ['fr', 'en'] as const) {
    const { status, body } = await put({ ...ACCEPTED, statusReason: becauseOf('overbooked') }, undefined, {
      'accept-language': language,
    });
    const told: readonly fhir4.OperationOutcomeIssue[] = body.issue;
    expect(status).toBe(200);
    // What was found in its own message, six ways to change nothing, the contradiction and the echo.
    expect(told).toHaveLength(9);
    expect(told[0]?.expression).toEqual(['Task.statusReason.coding']);
    expect(told.map(({ code }) => code)).toContain('conflict');
    expect(told.map(({ details }) => details?.text)).toContain(recordedOnly('backward').text[language]);
    expect(JSON.stringify(told)).not.toMatch(
      /accord|agree|famille|family|enfant|child|replaces|personne|person|ref-1|enf-1|declined|failed/i,
    );
  }
});

const WHYS = {
  repeated: true,
  terminal: true,
  'not-sent': true,
  backward: true,
  'out-of-order': true,
  'not-asked': true,
} as const satisfies Readonly<Record<WhyRecordedOnly, true>>;

test('the same Task again is the same exchange, whatever the order of its members; another moment is another', async () => {
  const { put, accepted } = await aDoor();
  await put(ACCEPTED);
  await put(Object.fromEntries(Object.entries(ACCEPTED).reverse()));
  await put({ ...ACCEPTED, lastModified: '2026-03-10T10:31:00-04:00' });
  const ids = accepted.map(({ event }) => event.exchangeId);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('a number that is unknown and one that is another partner’s are answered alike', async () => {
  const unknown = await (await aDoor()).put(ACCEPTED, `${IDENTIFIERS.task}|00000000-0000-5000-8000-000000000009`);
  await app?.stop();
  const theirs = await (await aDoor({ caller: { kind: 'partner', id: 'clsc-hochelaga' } })).put(ACCEPTED);
  expect([unknown.status, unknown.text]).toEqual([404, theirs.text]);
  expect(theirs.status).toBe(404);
});

test.each([undefined, '', NUMBER, `${IDENTIFIERS.task}|`, `urn:other|${NUMBER}`])(
  'a Task named %s is malformed, and nobody is looked for',
  async (identifier) => {
    const { put, asked, accepted } = await aDoor();
    expect((await put(ACCEPTED, identifier ?? '')).status).toBe(400);
    expect([asked, accepted]).toEqual([[], []]);
  },
);

test.each([
  ['a status that is no answer', { ...ACCEPTED, status: 'entered-in-error' }, 'Task.status'],
  ['a status that is none', { ...ACCEPTED, status: 'done' }, 'Task.status'],
  ['no moment', { ...ACCEPTED, lastModified: undefined }, 'Task.lastModified'],
  ['a moment that is none', { ...ACCEPTED, lastModified: 'hier' }, 'Task.lastModified'],
  ['another resource', { ...ACCEPTED, resourceType: 'Patient' }, 'Task.resourceType'],
])('%s is refused, and it is told where', async (_what, body, expression) => {
  const { put, accepted } = await aDoor();
  const answer = await put(body);
  expect([answer.status, answer.body.issue[0].expression]).toEqual([422, [expression]]);
  expect(accepted).toEqual([]);
});

test.each([
  ['an element that R4 does not know', { ...ACCEPTED, remarque: 'PSEUDO' }, 'Task.remarque'],
  [
    'a moment that is none where we do not read',
    { ...ACCEPTED, executionPeriod: { start: 'hier' } },
    'Task.executionPeriod.start',
  ],
  ['a reference to the wrong type', { ...ACCEPTED, owner: { reference: 'Medication/1' } }, 'Task.owner'],
  [
    'two values at once',
    { ...ACCEPTED, output: [{ type: { text: 'x' }, valueString: 'x', valueBoolean: true }] },
    'Task.output[0].value',
  ],
  [
    'a period that ends before it starts',
    { ...ACCEPTED, executionPeriod: { start: '2026-03', end: '2026-01' } },
    'Task.executionPeriod',
  ],
  [
    'a profile of ours that is for something else',
    { ...ACCEPTED, meta: { profile: [PSC_CHILD] } },
    'Task.meta.profile[0]',
  ],
])('%s breaks R4: it is refused in the partner’s own terms, and nothing is queued', async (_what, body, expression) => {
  const { put, accepted, asked } = await aDoor();
  const answer = await put(body);
  expect([answer.status, answer.body.issue[0].expression]).toEqual([422, [expression]]);
  expect(answer.text).not.toContain('PSEUDO');
  expect([accepted, asked]).toEqual([[], []]);
});

test('a partner may send more than we read, and profiles and extensions that we do not know', async () => {
  const { put } = await aDoor();
  const more = {
    ...ACCEPTED,
    id: '4711',
    meta: { profile: ['https://elsewhere.example/StructureDefinition/their-task'], versionId: '3' },
    extension: [{ url: 'https://elsewhere.example/queue', valueInteger: 4 }],
    for: { reference: 'Patient/77' },
    requester: { identifier: { system: 'https://elsewhere.example/org', value: '9' } },
    input: [{ type: { text: 'x' }, valueString: 'y' }],
  };
  expect((await put(more)).status).toBe(202);
});

test('our own words coming back are no news: nothing is queued', async () => {
  const { put, accepted } = await aDoor();
  expect((await put({ ...ACCEPTED, status: 'requested' })).status).toBe(200);
  expect(accepted).toEqual([]);
});

test('a code that we do not know is told and goes on', async () => {
  const { put, accepted } = await aDoor();
  expect((await put({ ...ACCEPTED, statusReason: becauseOf('overbooked') })).status).toBe(202);
  expect(accepted[0]?.issues).toMatchObject([{ severity: 'warning', expression: 'Task.statusReason.coding' }]);
});

test('a centre has nothing to say here', async () => {
  const { put, accepted } = await aDoor({ caller: { kind: 'centre', id: 'verdun' } });
  expect((await put(ACCEPTED)).status).toBe(403);
  expect(accepted).toEqual([]);
});

test('what cannot be kept now is told as such', async () => {
  const { put } = await aDoor({ outcome: new GatewayError('unavailable', 'x') });
  expect((await put(ACCEPTED)).status).toBe(503);
});
