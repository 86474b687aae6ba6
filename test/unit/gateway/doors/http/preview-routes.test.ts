import { afterEach, expect, test } from '@jest/globals';
import { scopesIn } from '../../../../../gateway/access/scopes.ts';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import type { RequestPreview, UnsentRequest } from '../../../../../gateway/disclosure/request-preview.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { ROUTES } from '../../../../../gateway/doors/http/openapi-routes.ts';
import { partnerDirectoryRoute } from '../../../../../gateway/doors/http/partner-directory-route.ts';
import { previewRoutes } from '../../../../../gateway/doors/http/preview-routes.ts';
import { routeGuard } from '../../../../../gateway/doors/http/route-guard.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { serviceReferralMapping } from '../../../../../mappings/concepts/service-referral.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { aReferral } from '../../../../builders/concept-events.ts';

const VERDUN: Caller = { kind: 'centre', id: 'verdun' };
const SEEN: RequestPreview = { views: [], missing: [], lost: [] };
const checker = conceptChecker();

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor({
  preview = async () => SEEN,
  access = async () => undefined,
}: {
  preview?: (unsent: UnsentRequest) => Promise<RequestPreview | undefined>;
  access?: (access: Access) => Promise<void>;
} = {}) {
  const asked: UnsentRequest[] = [];
  app = await anApp(
    {
      '/v1/service-referrals': previewRoutes({
        mapping: serviceReferralMapping,
        check: (body) => checker('service-referral', body),
        registry: aRegistry(),
        preview: async (unsent) => {
          asked.push(unsent);
          return preview(unsent);
        },
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
        newId: () => 'neuve',
        now: () => new Date('2026-03-10T12:00:00Z'),
      }),
      '/v1/partner-directory': partnerDirectoryRoute(aRegistry()),
    },
    { caller: VERDUN, audit: { access } },
  );
  const { call } = app;
  const post = (body: unknown, language = 'fr') =>
    call('POST', '/v1/service-referrals/_preview', { body, headers: { 'accept-language': language } });
  return { post, asked, directory: () => call('GET', '/v1/partner-directory') };
}

test('a request is previewed as it would be written: checked, mapped, addressed to its recipient', async () => {
  const { post, asked } = await aDoor();
  const { status, body } = await post(aReferral());
  expect([status, body]).toEqual([
    200,
    { recipient: 'clsc-verdun', channel: 'fhir-rest', language: 'fr', views: [], missing: [], lost: [] },
  ]);
  expect(asked).toMatchObject([
    { centre: { id: 'verdun' }, partner: { id: 'clsc-verdun' }, childId: 'enf-1', requestId: 'ref-1' },
  ]);
  expect(JSON.stringify(asked[0]?.bundle)).toContain('Peu de mots à trois ans');
});

test('who looked, and at whose child, is in the audit before anything is answered; without it nothing is', async () => {
  const noted: Access[] = [];
  const { post } = await aDoor({ access: async (it) => void noted.push(it) });
  await post(aReferral());
  expect(noted).toMatchObject([{ centre: 'verdun', kind: 'preview', children: ['enf-1'] }]);
  await app?.stop();
  const silent = await aDoor({ access: async () => Promise.reject(new GatewayError('unavailable', 'no audit')) });
  expect((await silent.post(aReferral())).status).toBe(503);
});

test.each([
  ['without a recipient', { recipient: undefined, agreements: undefined }, 'recipient'],
  ['to nobody known', { recipient: 'inconnu' }, 'recipient'],
  ['of another centre', { centre: 'vanier' }, 'centre'],
  ['of an unknown programme', { programme: 'autre' }, 'programme'],
] as const)('a request %s is told at the field, and nothing is looked at', async (_what, changes, field) => {
  const { post, asked } = await aDoor();
  const { status, body } = await post({ ...aReferral(), ...changes });
  expect([403, 422]).toContain(status);
  expect(JSON.stringify(body.issue)).toContain(field);
  expect(asked).toEqual([]);
});

test('a child whom the record does not know is told at the field, in the reader’s language', async () => {
  const { post } = await aDoor({ preview: async () => undefined });
  const { status, body } = await post(aReferral(), 'en');
  expect([status, body.issue[0].expression, body.issue[0].details.text]).toEqual([
    422,
    ['child'],
    expect.stringContaining('circle'),
  ]);
});

test('of a partner, the directory tells how to reach people there, and neither where its system is nor what opens it', async () => {
  const { directory } = await aDoor();
  const { body } = await directory();
  expect(body.partners.map(({ id }: { id: string }) => id)).toEqual(aRegistry().partners.map(({ id }) => id));
  expect(body.partners[0]).toEqual({
    id: 'clsc-verdun',
    name: { fr: 'CLSC de Verdun', en: 'Verdun CLSC' },
    kind: 'clsc',
    province: 'QC',
    lens: 'public-network',
    channel: 'fhir-rest',
    language: 'fr',
  });
  expect(JSON.stringify(body)).not.toMatch(/TOKEN|127\.0\.0\.1|announceTo|codeTo/);
});

test('whoever may not write such a request may not preview it either', async () => {
  const guarded = async (caller: Caller, path: string) => {
    await app?.stop();
    app = await anApp({ '/': routeGuard(ROUTES), '/v1': (_req, res) => void res.json({}) }, { caller });
    return (await app.call('POST', path, { body: {} })).status;
  };
  const person = (role: Caller['role'], scopes = 'user/*.cruds'): Caller => ({
    ...VERDUN,
    professional: 'verdun-1',
    ...(role !== undefined && { role }),
    scopes: scopesIn(scopes),
  });
  const [clinical, legal] = ['/v1/service-referrals/_preview', '/v1/legal-referrals/_preview'] as const;
  expect(await guarded(person('pivot'), legal)).toBe(200);
  expect(await guarded(person('clinical'), clinical)).toBe(200);
  expect(await guarded(person('clinical'), legal)).toBe(403);
  expect(await guarded(person('legal'), clinical)).toBe(403);
  expect(await guarded(person('reception'), clinical)).toBe(403);
  expect(await guarded(person('pivot', 'user/*.rs'), clinical)).toBe(403);
  expect(await guarded({ kind: 'partner', id: 'clsc-verdun', scopes: scopesIn('system/*.cruds') }, clinical)).toBe(403);
});
