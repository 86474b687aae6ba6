import { expect, test } from '@jest/globals';
import { apiClient } from '../../../../board/api/api-client.ts';
import { ApiError } from '../../../../board/api/api-error.ts';
import { isWorthAgain } from '../../../../board/api/query-client.ts';

const client = (answer: () => Promise<Response>) => {
  const asked: { path: string; init: RequestInit }[] = [];
  let refused = 0;
  const api = apiClient({
    token: () => 'the-token',
    language: () => 'en',
    refused: () => {
      refused += 1;
    },
    fetch: (path, init) => {
      asked.push({ path, init });
      return answer();
    },
  });
  return { api, asked, refused: () => refused };
};
const outcome = (text: string, expression?: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', details: { text }, ...(expression !== undefined && { expression: [expression] }) }],
});
const failing = (status: number, body: unknown = {}) => client(async () => Response.json(body, { status }));
const errorOf = async (asked: Promise<unknown>): Promise<ApiError> => {
  const error = await asked.then(
    () => undefined,
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

test('a call carries the token and the reader’s language, and its body as JSON; nothing of it stands in the address', async () => {
  const { api, asked } = client(async () => Response.json({ ok: true }));
  expect(await api.json('/v1/x', { method: 'POST', body: { a: 'é' }, headers: { 'idempotency-key': 'k' } })).toEqual({
    ok: true,
  });
  expect(asked).toMatchObject([
    {
      path: '/v1/x',
      init: {
        method: 'POST',
        body: '{"a":"é"}',
        headers: {
          authorization: 'Bearer the-token',
          'accept-language': 'en',
          'content-type': 'application/json',
          'idempotency-key': 'k',
        },
      },
    },
  ]);
});

test('what the gateway says is wrong comes with its field, in its words', async () => {
  const error = await errorOf(failing(422, outcome('« until » est un jour à venir.', 'until')).api.json('/v1/x'));
  expect([error.kind, error.issues]).toEqual(['invalid', [{ text: '« until » est un jour à venir.', field: 'until' }]]);
});

test.each([
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [412, 'conflict'],
  [429, 'tooMany'],
  [503, 'unavailable'],
  [500, 'broken'],
] as const)('an answer %i is told as %s, whatever its body', async (status, kind) => {
  expect((await errorOf(client(async () => new Response('<html>', { status })).api.json('/v1/x'))).kind).toBe(kind);
  expect((await errorOf(failing(status, { issue: 'none' }).api.json('/v1/x'))).issues).toEqual([]);
});

test('a token that is taken no more ends the session, once a call', async () => {
  const { api, refused } = failing(401);
  expect((await errorOf(api.json('/v1/x'))).kind).toBe('unauthenticated');
  expect(refused()).toBe(1);
});

test('no answer is told as such; what the page gave up itself is no failure', async () => {
  const away = client(() => Promise.reject(new TypeError('fetch failed')));
  expect((await errorOf(away.api.json('/v1/x'))).kind).toBe('offline');
  const left = AbortSignal.abort(new Error('left'));
  await expect(away.api.json('/v1/x', { signal: left })).rejects.toThrow('fetch failed');
});

test('only what may be otherwise in a moment is asked again, and not for ever', () => {
  expect([0, 2, 3].map((failures) => isWorthAgain(failures, new ApiError('unavailable')))).toEqual([true, true, false]);
  expect(
    (['forbidden', 'invalid', 'conflict', 'broken'] as const).filter((kind) => isWorthAgain(0, new ApiError(kind))),
  ).toEqual([]);
});
