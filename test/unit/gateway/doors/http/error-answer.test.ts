import { afterEach, expect, test } from '@jest/globals';
import { nothingHere } from '../../../../../gateway/doors/http/error-answer.ts';
import { FAILURES, type FailureKind, GatewayError } from '../../../../../gateway/failures.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { keptLog } from '../../../../builders/quiet-log.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

/** What a caller and the log are told of an error. */
async function told(error: unknown, headers: Readonly<Record<string, string>> = {}) {
  const { log, text } = keptLog();
  app = await anApp(
    {
      '/fails': () => {
        throw error;
      },
    },
    { log },
  );
  return { ...(await app.call('GET', '/fails', { headers })), logged: text() };
}

test.each(Object.keys(FAILURES) as FailureKind[])(
  '%s, which brings no issue, is an OperationOutcome of its row, in both languages',
  async (kind) => {
    const { status, issueCode } = FAILURES[kind];
    const fr = await told(new GatewayError(kind, 'task n-1'));
    await app?.stop();
    const en = await told(new GatewayError(kind, 'task n-1'), { 'accept-language': 'en' });
    for (const [language, answer] of Object.entries({ fr, en })) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/fhir+json; charset=utf-8',
      ]);
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.body).toMatchObject({
        resourceType: 'OperationOutcome',
        language,
        issue: [{ severity: 'error', code: issueCode }],
      });
      expect(answer.text).not.toContain('n-1');
    }
    expect(fr.body.issue[0].details.text).not.toBe(en.body.issue[0].details.text);
    if (status < 500) expect(fr.body.issue[0].details.text).not.toMatch(/de notre côté/);
  },
);

test('an error that is not ours is a 500 that tells nothing of it, neither to the caller nor to the log', async () => {
  const error = new TypeError('Mai Nguyễn\nn’a pas\nde nom\n    et habite à Verdun', {
    cause: new Error('514 555-0199'),
  });
  const { status, body, text, logged } = await told(error);
  expect([status, body.issue]).toEqual([
    500,
    [{ severity: 'error', code: 'exception', details: { text: expect.stringContaining('de notre côté') } }],
  ]);
  for (const told of [text, logged]) expect(told).not.toMatch(/Nguyễn|n’a pas|Verdun|514 555|TypeError: /);
  expect(text).not.toMatch(/at |\.ts/);
});

test('the log says where it happened', async () => {
  const { logged } = await told(new GatewayError('recordRefused', 'transaction: the record answered 400, HAPI-0550'));
  expect(JSON.parse(logged)).toMatchObject({
    level: 50,
    kind: 'recordRefused',
    message: expect.stringContaining('HAPI-0550'),
    cause: expect.stringMatching(/^ {4}at .*error-answer\.test\.ts/),
  });
});

test.each(['invalidInput', 'notFound', 'forbidden'] as const)(
  '%s is the caller’s, and not logged as ours',
  async (kind) => {
    expect((await told(new GatewayError(kind, 'x'))).logged).toBe('');
  },
);

test('what is thrown and is no error at all is a 500 too', async () => {
  expect((await told('Mai Nguyễn')).status).toBe(500);
});

test.each([
  ['a malformed path', new URIError('URI malformed')],
  ['a malformed body', Object.assign(new Error('bad'), { status: 400 })],
])('what express could not read is the caller’s: %s', async (_what, error) => {
  const { status, body } = await told(error);
  expect([status, body.issue[0].code]).toEqual([400, 'structure']);
});

test('every issue that an error brings is told', async () => {
  const issue = (severity: 'error' | 'warning', expression: string) =>
    ({ severity, code: 'value', expression, text: { fr: 'à corriger', en: 'to correct' } }) as const;
  const { status, body } = await told(
    new GatewayError('invalidInput', 'x', { issues: [issue('error', 'a'), issue('warning', 'b')] }),
  );
  expect([status, body.issue.map(({ expression }: { expression: string[] }) => expression[0])]).toEqual([
    422,
    ['a', 'b'],
  ]);
});

test('a failure that brings warnings only says first that it failed', async () => {
  const warning = { severity: 'warning', code: 'value', text: { fr: 'x', en: 'x' } } as const;
  const { body } = await told(new GatewayError('recordRefused', 'x', { issues: [warning] }));
  expect(body.issue.map(({ severity }: { severity: string }) => severity)).toEqual(['error', 'warning']);
});

test('what is away for a moment says when to come again', async () => {
  expect((await told(new GatewayError('unavailable', 'x'))).headers.get('retry-after')).toBe('5');
});

test('an address that no route took is not found', async () => {
  app = await anApp({ '/': nothingHere });
  expect((await app.call('GET', '/v1/nothing')).status).toBe(404);
});

test('an answer that has begun is not begun again', async () => {
  app = await anApp({
    '/': (_req, res) => {
      res.write('x');
      throw new Error('late');
    },
  });
  await expect(app.call('GET', '/')).rejects.toThrow();
});
