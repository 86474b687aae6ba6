import { afterEach, expect, test } from '@jest/globals';
import { answerExchange } from '../../../../../gateway/doors/http/answer-exchange.ts';
import type { Exchange } from '../../../../../gateway/lanes/exchanges.ts';
import { NOT_FREE } from '../../../../../gateway/lanes/numbers.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const WARNING = { severity: 'warning', code: 'value', text: { fr: 'à revoir', en: 'to review' } } as const;
const answered = async (
  exchange: Partial<Exchange> & Pick<Exchange, 'state'>,
  headers: Readonly<Record<string, string>> = {},
) => {
  const whole: Exchange = {
    id: 'x-1',
    centre: 'verdun',
    kind: 'concept',
    concept: 'care-circle',
    identifier: 'cercle-1',
    acceptedAt: '2026-03-10T12:00:00Z',
    ...exchange,
  };
  app = await anApp({ '/': (req, res) => answerExchange(req, res, whole, '/v1/care-circles/cercle-1') });
  return app.call('GET', '/', { headers });
};

test.each([
  ['accepted', {}, 202],
  ['waiting', {}, 202],
  ['synced', { created: true, version: 1 }, 201],
  ['synced', { created: false, version: 2 }, 200],
  ['superseded', { version: 5 }, 200],
] as const)('%s %j is %d', async (state, more, status) => {
  const { status: got, headers, body } = await answered({ state, ...more });
  expect(got).toBe(status);
  expect(headers.get('content-location')).toBe('/v1/exchanges/x-1');
  expect(headers.get('location')).toBe(
    status === 202 ? '/v1/exchanges/x-1' : status === 201 ? '/v1/care-circles/cercle-1' : null,
  );
  expect(headers.get('link')).toBe(status === 202 ? '</v1/exchanges/x-1>; rel="status"' : null);
  expect(headers.get('etag')).toBe('version' in more ? `W/"${more.version}"` : null);
  expect(body).toMatchObject({ id: 'x-1', state, identifier: 'cercle-1' });
});

test.each([
  ['refused', 'preconditionFailed', 412],
  ['refused', 'versionConflict', 409],
  ['parked', 'recordRefused', 502],
  ['parked', undefined, 422],
] as const)('%s for %s fails with %d, and tells why', async (state, failure, status) => {
  const issues = [{ ...WARNING, severity: 'error' as const }];
  const { status: got, headers, body } = await answered({ state, issues, ...(failure !== undefined && { failure }) });
  expect([got, headers.get('content-location'), body.resourceType]).toEqual([
    status,
    '/v1/exchanges/x-1',
    'OperationOutcome',
  ]);
  expect(body.issue[0].details.text).toBe('à revoir');
});

test('issues are told in the caller’s language', async () => {
  const { body } = await answered(
    { state: 'synced', created: false, issues: [WARNING] },
    { 'accept-language': 'en-CA' },
  );
  expect(body.issues).toEqual([{ severity: 'warning', code: 'value', details: { text: 'to review' } }]);
});

test('a number that is not free names no exchange: so the lane’s word is that of the door', async () => {
  const { status, headers } = await answered({ state: 'refused', failure: 'versionConflict', issues: [NOT_FREE] });
  expect([status, headers.get('content-location')]).toEqual([409, null]);
});
