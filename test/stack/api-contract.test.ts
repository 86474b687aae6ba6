import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { aCircle, anAgreement, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { type Answer, type CallOptions, eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

interface Route {
  readonly responses?: Readonly<
    Record<
      string,
      {
        readonly $ref?: string;
        readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
      }
    >
  >;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Route>>>>;
  readonly components: { readonly schemas: object; readonly responses: NonNullable<Route['responses']> };
}

const id = ownIds();
let sandbox: StackSandbox;
let document: OpenApi;
let ajv: Ajv2020;
beforeAll(async () => {
  sandbox = await stackSandbox();
  document = (await sandbox.call('GET', '/openapi.json')).body;
  ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'openapi', components: document.components });
});
afterAll(() => sandbox.stop());

/** What the document says of this answer: undefined when it does not foresee it. */
function promised(
  method: string,
  path: string,
  status: number,
): { readonly types: readonly string[]; readonly schema: string | undefined } | undefined {
  const [, routes] =
    Object.entries(document.paths).find(([template]) =>
      new RegExp(`^${template.replace('$', '\\$').replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
    ) ?? [];
  const said = routes?.[method.toLowerCase()]?.responses?.[String(status)];
  const response = said?.$ref === undefined ? said : document.components.responses[said.$ref.split('/').at(-1) ?? ''];
  if (response === undefined) return undefined;
  const [content] = Object.values(response.content ?? {});
  return { types: Object.keys(response.content ?? {}), schema: content?.schema?.$ref };
}

async function kept(method: string, path: string, status: number, options: CallOptions = {}): Promise<Answer> {
  const answer = await sandbox.call(method, path, options);
  expect([path, answer.status]).toEqual([path, status]);
  const promise = promised(method, path, status);
  expect([method, path, status, promise !== undefined]).toEqual([method, path, status, true]);
  expect(promise?.types).toContain(answer.headers.get('content-type')?.split(';')[0]);
  if (promise?.schema !== undefined && !Buffer.isBuffer(answer.body)) {
    const validate = ajv.getSchema(`openapi${promise.schema}`);
    expect([path, validate?.(answer.body), validate?.errors]).toEqual([path, true, null]);
  }
  return answer;
}

test('every answer is the one that /openapi.json promises', async () => {
  const [circle, child, plan, referral] = [id('circle'), id('child'), id('plan'), id('ref')];
  expect(document.openapi).toMatch(/^3\.1\./);
  await kept('PUT', `/v1/care-circles/${circle}`, 201, { body: aCircle(circle, child) });
  await kept('PUT', `/v1/care-circles/${circle}`, 200, {
    body: aCircle(circle, child, { version: 2, status: 'suspended' }),
  });
  await kept('PUT', `/v1/care-circles/${circle}`, 409, { body: aCircle(circle, child, { version: 2 }) });
  await kept('PUT', `/v1/care-circles/${circle}`, 412, {
    body: aCircle(circle, child, { version: 9 }),
    headers: { 'if-match': 'W/"7"' },
  });
  await kept('GET', `/v1/care-circles/${circle}`, 200);
  await kept('GET', `/v1/care-circles/${id('none')}`, 404);
  await kept('PUT', `/v1/action-plans/${plan}`, 201, { body: aPlan(plan, child) });
  await kept('PUT', `/v1/action-plans/${id('waits')}`, 202, { body: aPlan(id('waits'), id('unknown-child')) });
  await kept('GET', `/v1/action-plans/${plan}`, 200);
  const sent = await kept('PUT', `/v1/service-referrals/${referral}`, 201, {
    body: aReferral(referral, child, { plan, goals: ['parler'] }),
  });
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${sent.body.id}`),
    ({ body }) => body.deliveries?.[0]?.state === 'sent',
  );
  const number = (await kept('GET', `/v1/service-referrals/${referral}`, 200)).body.record.deliveries[0].task;
  await sandbox.partners.get('clsc-hochelaga')?.answer(number, { act: 'accept', priority: 'P2' });
  await sandbox.partners.get('clsc-hochelaga')?.answer(number, { act: 'schedule', at: '2026-12-01T09:00:00-05:00' });
  await kept('POST', `/v1/referrals/${referral}/answers`, 201, { body: anAnswer('completed', { outcome: 'Fait' }) });
  await kept('POST', `/v1/referrals/${referral}/answers`, 422, { body: {} });
  const exchange = await kept('GET', `/v1/exchanges/${sent.body.id}`, 200);
  expect(exchange.body.acts.map(({ what }: { what: string }) => what)).toEqual([
    'dispatched',
    'accepted',
    'scheduled',
    'completed',
  ]);
  await kept('GET', '/v1/changes?since=0', 200);
  await kept('GET', `/v1/children/${child}/referrals`, 200);
  await kept('POST', '/v1/children/_search', 200, { body: { name: 'Nguyễn' } });
  const paper = id('paper');
  await kept('PUT', `/v1/service-referrals/${paper}`, 201, {
    body: aReferral(paper, child, {
      programme: 'sippe',
      recipient: 'sippe-hochelaga',
      agreements: [anAgreement('sippe-hochelaga')],
    }),
  });
  await kept('GET', `/v1/referrals/${paper}/page`, 200);
  await kept('POST', `/v1/referrals/${paper}/dispatches`, 201, {
    body: { happenedAt: '2026-11-22', how: 'fax', recordedBy: 'la coordonnatrice' },
  });
  await kept('POST', `/v1/referrals/${paper}/links`, 409);
  await kept('DELETE', `/v1/referrals/${paper}/links`, 200);
  await kept('DELETE', `/v1/referrals/${id('none')}/links`, 404);
  await kept('GET', '/centres/hochelaga', 200);
  await kept('GET', '/centres/nobody', 404);
  await kept('GET', '/p', 200);
  await kept('GET', '/fhir/metadata', 200);
  await kept('GET', '/livez', 200);
  await kept('GET', '/readyz', 200);
  await kept('GET', '/reference', 200);
});
