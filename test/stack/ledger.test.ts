import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { quarterNamed } from '../../mappings/indicators/quarter.ts';
import type { Unit } from '../../mappings/indicators/unit.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { publishQuarter } from '../../workers/indicators/publish-quarter.ts';
import { aCircle, aLegalReferral, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
const child = id('enf');
let issuer: LocalIssuer;
let sandbox: StackSandbox;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  await kept('care-circles', aCircle(id('cercle'), child));
  const goals = [
    { id: 'parler', words: 'Qu’elle puisse se faire comprendre', agreedOn: '2026-11-19' },
    { id: 'logis', words: 'Rester chez nous', agreedOn: '2026-11-20' },
  ];
  await kept('action-plans', aPlan(id('plan'), child, { goals }));
  await kept('service-referrals', aReferral(id('ortho'), child, { goals: ['parler'] }));
  await kept('legal-referrals', aLegalReferral(id('droit'), child, { goals: ['logis'] }));
  const accepted = anAnswer('accepted', { happenedAt: '2026-11-23T10:00:00-05:00' });
  const { status } = await sandbox.call('POST', `/v1/referrals/${id('ortho')}/answers`, {
    body: accepted,
    headers: { prefer: 'wait=30', 'idempotency-key': id('oui') },
  });
  expect(status).toBe(201);
}, 120_000);
afterAll(() => sandbox?.stop());

async function kept(plural: string, concept: object): Promise<void> {
  const { id: number } = concept as { id: string };
  const { status } = await sandbox.call('PUT', `/v1/${plural}/${number}`, {
    body: concept,
    headers: { prefer: 'wait=30' },
  });
  expect(status).toBe(201);
}

test('who held each need is told from the record, day by day, as it happened', async () => {
  const { status, body } = await sandbox.call('GET', `/v1/children/${child}/ledger?asOf=2026-11-24&lang=fr`);
  expect(status).toBe(200);
  const [parler] = body.needs.filter(({ goal }: { goal: string }) => goal === 'parler');
  // What was agreed the day before our records begin is not known, and the request left when this test made it.
  expect(parler.strip.at(-1)).toMatchObject({
    from: '2026-11-23',
    to: '2026-11-25',
    days: 2,
    state: 'waiting',
    holders: [{ kind: 'partner', id: 'clsc-hochelaga', name: 'CLSC Hochelaga (bac à sable)' }],
  });
  expect(parler.daysWithoutCare.waiting).toBe(2);
  expect(body.accompanied).toMatchObject([{ name: "Dre Hélène d'Arcy-Côté" }]);
});

const as = async (role: string, path: string, centre = 'hochelaga') =>
  request('GET', `${sandbox.gatewayUrl}${path}`, undefined, {
    authorization: `Bearer ${await issuer.sign({
      ...issuer.claims({ centre }),
      [CLAIMS.professional]: 'julie',
      [CLAIMS.role]: role,
    })}`,
  });

test('clinical staff do not learn from it that there is a lawyer', async () => {
  const path = `/v1/children/${child}/ledger`;
  const [pivot, clinical, reception] = [
    await as('pivot', path),
    await as('clinical', path),
    await as('reception', path),
  ];
  expect(pivot.body.needs.map(({ goal }: { goal: string }) => goal).sort()).toEqual(['logis', 'parler']);
  expect(clinical.body.needs.map(({ goal }: { goal: string }) => goal)).toEqual(['parler']);
  expect(reception.status).toBe(403);
});

test('to read it stands in the register', async () => {
  const { body } = await sandbox.call('POST', '/v1/register/_search', { body: { child } });
  expect(body.entries.map(({ what }: { what: string }) => what)).toContain('ledger');
});

test('what is published stands in HAPI once, and only its centre’s pivot and privacy officer read it', async () => {
  const quarter = quarterNamed('1999-Q4');
  if (quarter === undefined) throw new Error('1999-Q4');
  const { hapiUrl: baseUrl, hapiTimeoutMs: timeoutMs } = sandbox.config;
  const units = (row: Unit['row'], count: number): readonly Unit[] =>
    Array.from({ length: count }, (_, nth) => ({
      counted: 'endings',
      child: `${row}-${nth}`,
      row,
      marks: { told: nth % 2 === 0 },
    }));
  const publish = (all: readonly Unit[]) =>
    publishQuarter(fhirStore({ baseUrl, timeoutMs }), all, {
      centre: 'hochelaga',
      quarter,
      now: '2000-02-01T06:00:00.000Z',
    });
  await publish([...units('clsc', 20), ...units('sippe', 12), ...units('hospital', 3)]);
  // Whoever publishes it anew changes nothing.
  expect(await publish(units('clsc', 40))).toBe(false);
  const path = '/v1/indicators?period=1999-Q4&indicator=loops-closed&lang=fr';
  const { status, body } = await as('pivot', path);
  expect(status).toBe(200);
  expect(body.quarters).toMatchObject([{ period: '1999-Q4', publishedAt: '2000-02-01T06:00:00.000Z' }]);
  const [{ total, programmes }] = body.quarters[0].indicators;
  expect(total).toMatchObject({ suppressed: false, counted: 35, having: 18 });
  expect(programmes.map((it: { programme: string; counted?: number }) => [it.programme, it.counted])).toEqual([
    ['clsc', 20],
    ['sippe', undefined],
    ['hospital', undefined],
  ]);
  expect((await as('privacy', path)).body).toEqual(body);
  for (const role of ['clinical', 'legal', 'reception'])
    expect([role, (await as(role, path)).status]).toEqual([role, 403]);
  expect((await as('pivot', path, 'petits-renards')).body.quarters).toEqual([]);
  const { body: reports } = await as('pivot', '/v1/indicators/reports?period=1999-Q4');
  expect(reports.entry.map(({ resource }: { resource: fhir4.MeasureReport }) => resource.status)).toContain('complete');
  expect((await as('pivot', '/v1/indicators/table', 'carrefour-vanier')).status).toBe(403);
});
