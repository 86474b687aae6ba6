import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { partnerBundleRoute } from '../../../../../gateway/doors/http/partner-bundle-route.ts';
import { hearing } from '../../../../../gateway/hearing/hear.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { memoryWords, NOBODY_ASKS } from '../../../../builders/a-hearing.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';

const CLSC: Caller = { kind: 'partner', id: 'clsc-verdun' };
const NUMBERS = ['n-1', 'n-2'];

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor(caller: Caller = CLSC) {
  const { intake, accepted } = anIntake({ state: 'synced' });
  const finder = {
    toldUnder: async (number: string) =>
      NUMBERS.includes(number)
        ? { centre: 'verdun', child: 'enf-1', request: `ref-${number}`, partner: 'clsc-verdun' }
        : undefined,
  };
  app = await anApp(
    {
      '/fhir': partnerBundleRoute({
        registry: aRegistry(),
        hearing: hearing({
          registry: aRegistry(),
          intake,
          finder,
          inbound: NOBODY_ASKS,
          words: memoryWords(),
          now: () => new Date('2026-03-10T15:00:00Z'),
        }),
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
      }),
    },
    { caller },
  );
  const { call } = app;
  return { accepted, post: (body: unknown) => call('POST', '/fhir', { body }) };
}

const answering = (number: string, status: fhir4.Task['status'] = 'accepted'): fhir4.BundleEntry<fhir4.Task> => ({
  fullUrl: `urn:uuid:00000000-0000-4000-8000-00000000000${number.at(-1)}`,
  resource: {
    resourceType: 'Task',
    identifier: [{ system: IDENTIFIERS.task, value: number }],
    status,
    intent: 'order',
    lastModified: '2026-03-10T10:30:00-04:00',
  },
});
const collection = (...entry: readonly fhir4.BundleEntry<fhir4.Task>[]): fhir4.Bundle<fhir4.Task> => ({
  resourceType: 'Bundle',
  type: 'collection',
  identifier: { system: 'https://clsc.example/messages', value: 'm-1' },
  entry: [...entry],
});

test('every answer of a Bundle is an event of its own, in the lane of the child that it is about', async () => {
  const { post, accepted } = await aDoor();
  expect((await post(collection(answering('n-1'), answering('n-2', 'rejected')))).status).toBe(200);
  expect(accepted.map(({ event, identifier }) => [event.kind, identifier])).toEqual([
    ['answer', 'ref-n-1'],
    ['answer', 'ref-n-2'],
  ]);
});

test('a letter that comes with an answer goes with it; one that cannot be kept is told, and the answer goes on', async () => {
  const { post, accepted } = await aDoor();
  const letter = (nth: number, contentType: string): fhir4.BundleEntry<fhir4.FhirResource> => ({
    fullUrl: `urn:uuid:00000000-0000-4000-8000-0000000000a${nth}`,
    resource: {
      resourceType: 'DocumentReference',
      status: 'current',
      content: [{ attachment: { contentType, data: 'UFNFVURP' } }],
    },
  });
  const { entry = [], ...bundle } = collection(answering('n-1'));
  const { status, text } = await post({
    ...bundle,
    entry: [...entry, letter(1, 'text/plain'), letter(2, 'text/html')],
  });
  expect([status, accepted.length]).toEqual([200, 1]);
  expect(accepted[0]?.event).toMatchObject({ letters: [{ contentType: 'text/plain', content: 'UFNFVURP' }] });
  expect(accepted[0]?.issues).toMatchObject([{ severity: 'warning', expression: 'DocumentReference[1]' }]);
  expect(text).not.toContain('UFNFVURP');
});

test('the same Bundle again is the same events', async () => {
  const { post, accepted } = await aDoor();
  for (let time = 0; time < 2; time += 1) await post(collection(answering('n-1')));
  expect(new Set(accepted.map(({ event }) => event.exchangeId)).size).toBe(1);
});

test('one number that is not this partner’s, and nothing of the Bundle is kept', async () => {
  const { post, accepted } = await aDoor();
  const { status, body } = await post(collection(answering('n-1'), answering('n-9')));
  expect([status, body.resourceType, accepted]).toEqual([404, 'OperationOutcome', []]);
});

test.each([
  ['what is no Bundle', { resourceType: 'Task', status: 'accepted', intent: 'order' }, 'Bundle'],
  ['a Bundle without a Task', collection(), 'Bundle.entry'],
  [
    'a Task without a number',
    collection({
      fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      resource: { resourceType: 'Task', status: 'accepted', intent: 'order' },
    }),
    'Task.identifier',
  ],
  [
    'an element that R4 does not know',
    collection({ ...answering('n-1'), remarque: 'PSEUDO' } as fhir4.BundleEntry<fhir4.Task>),
    'Bundle.entry[0].remarque',
  ],
])('%s is refused, and it is told where', async (_what, sent, expression) => {
  const { post, accepted } = await aDoor();
  const { status, body, text } = await post(sent);
  expect([status, body.issue[0].expression, accepted]).toEqual([422, [expression], []]);
  expect(text).not.toContain('PSEUDO');
});

test('a centre has nothing to say here', async () => {
  const { post } = await aDoor({ kind: 'centre', id: 'verdun' });
  expect((await post(collection(answering('n-1')))).status).toBe(403);
});
