import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/access/caller.ts';
import { grantsOperation, grantsStatingKnown, scopesIn } from '../../../../../gateway/access/scopes.ts';
import type { OperatorAct } from '../../../../../gateway/audit/operator-act-event.ts';
import { conceptRoutes } from '../../../../../gateway/doors/http/concept-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import type { RecordReader } from '../../../../../gateway/record/record-reader.ts';
import { serviceReferralMapping } from '../../../../../mappings/concepts/service-referral.ts';
import type { ConceptEvent } from '../../../../../mappings/domain/lane-events.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { aReferral } from '../../../../builders/concept-events.ts';
import { memoryAudit } from '../../../../builders/memory-audit.ts';

const check = conceptChecker();
const PAST = scopesIn('system/*.cruds passerelle/known.u');
const PROGRAM: Caller = { kind: 'centre', id: 'verdun', client: 'reprise-verdun', scopes: PAST };
const NOW = '2026-03-10T12:00:00.000Z';
/** When the referral of the builders happened, and a while later. */
const { happenedAt } = aReferral();
const KNOWN = '2026-03-04T09:30:00-05:00';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor(caller: Caller, act?: (act: OperatorAct) => Promise<void>) {
  const { intake, accepted } = anIntake();
  const { audit, events } = memoryAudit();
  const { call, ...rest } = await anApp(
    {
      '/v1/service-referrals': conceptRoutes({
        mapping: serviceReferralMapping,
        plural: 'service-referrals',
        check: (body) => check('service-referral', body),
        intake,
        reader: {} as RecordReader,
        registry: aRegistry(),
        audit: act === undefined ? audit : { act },
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
        now: () => new Date(NOW),
      }),
    },
    { caller },
  );
  app = { call, ...rest };
  const put = (known?: string) =>
    call('PUT', '/v1/service-referrals/ref-1', {
      body: aReferral(),
      headers: known === undefined ? {} : { 'passerelle-known-at': known },
    });
  return { put, events, accepted: () => accepted.map(({ event }) => event as ConceptEvent) };
}

const recordedIn = ({ bundle }: ConceptEvent) =>
  bundle.entry?.flatMap(({ resource }) => (resource?.resourceType === 'Provenance' ? [resource.recorded] : []));

test('a program that may says since when it was known: the trace says so, all else still counts from now, and the audit says that it was stated', async () => {
  const { put, accepted, events } = await aDoor(PROGRAM);
  expect((await put(KNOWN)).status).toBe(202);
  const [event] = accepted();
  expect(event).toMatchObject({ recordedAt: NOW, knownAt: '2026-03-04T14:30:00.000Z' });
  expect(event && recordedIn(event)).toEqual(['2026-03-04T14:30:00.000Z']);
  expect(events()).toMatchObject([
    {
      recorded: NOW,
      action: 'E',
      agent: [{ who: { identifier: { value: 'verdun' } } }],
      entity: [
        { what: { identifier: { value: `urn:uuid:${event?.exchangeId}` } }, detail: [{ valueString: 'state-known' }] },
      ],
    },
  ]);
});

test('without the header it is known from now on, whatever the scopes, and the audit has nothing to say', async () => {
  const { put, accepted, events } = await aDoor(PROGRAM);
  await put();
  const [event] = accepted();
  expect(event).not.toHaveProperty('knownAt');
  expect(event && recordedIn(event)).toEqual([NOW]);
  expect(events()).toEqual([]);
});

const OTHERS: readonly (readonly [string, Caller])[] = [
  ['every scope but that one', { ...PROGRAM, scopes: scopesIn('system/*.cruds user/*.cruds passerelle/operate.ru') }],
  ['no scope', { kind: 'centre', id: 'verdun' }],
  ['the right to look only', { ...PROGRAM, scopes: scopesIn('system/*.cruds passerelle/known.r') }],
  ['a person who acts', { ...PROGRAM, professional: 'verdun/pivot', role: 'pivot' }],
];
test.each(OTHERS)('with %s it is refused by name, and nothing is written', async (_who, caller) => {
  const { put, accepted, events } = await aDoor(caller);
  const { status, headers, body } = await put(KNOWN);
  expect([status, headers.get('www-authenticate')]).toEqual([
    403,
    'Bearer error="insufficient_scope", scope="passerelle/known.u"',
  ]);
  expect(body.issue).toMatchObject([{ severity: 'error', expression: ['http.Passerelle-Known-At'] }]);
  expect([accepted(), events()]).toEqual([[], []]);
});

test.each([
  ['a day without a time', '2026-03-04', 400],
  ['a time without an offset', '2026-03-04T09:30:00', 400],
  ['an empty header', '', 400],
  ['a moment ahead of us', '2026-03-10T12:00:01Z', 422],
  ['a moment before it happened', new Date(Date.parse(happenedAt) - 1_000).toISOString(), 422],
])('%s is refused, and nothing is written', async (_what, known, status) => {
  const { put, accepted, events } = await aDoor(PROGRAM);
  expect((await put(known)).status).toBe(status);
  expect([accepted(), events()]).toEqual([[], []]);
});

test('it may be known at the moment at which it happened, and at the latest now', async () => {
  const { put, accepted } = await aDoor(PROGRAM);
  await put(happenedAt);
  await put(NOW);
  expect(accepted().map(({ knownAt }) => knownAt)).toEqual([new Date(happenedAt).toISOString(), NOW]);
});

test('the same content said to be known at another time is the same exchange: what stands is not dated again', async () => {
  const { put, accepted } = await aDoor(PROGRAM);
  await put(KNOWN);
  await put(NOW);
  await put();
  expect(new Set(accepted().map(({ exchangeId }) => exchangeId)).size).toBe(1);
});

test('when the audit cannot be written, nothing is', async () => {
  const { put, accepted } = await aDoor(PROGRAM, async () => {
    throw new GatewayError('unavailable', 'no audit');
  });
  expect((await put(KNOWN)).status).toBe(503);
  expect(accepted()).toEqual([]);
});

test('the scope opens nothing of operation, and that of operation does not open it', () => {
  expect(grantsOperation(scopesIn('passerelle/known.ru'), 'u')).toBe(false);
  expect(grantsStatingKnown(scopesIn('passerelle/operate.ru'))).toBe(false);
  expect(grantsStatingKnown(scopesIn('system/*.cruds user/known.u system/known.u patient/known.u'))).toBe(false);
});
