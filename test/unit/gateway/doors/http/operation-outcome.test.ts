import { expect, test } from '@jest/globals';
import express from 'express';
import { languageOf, operationOutcome } from '../../../../../gateway/doors/http/operation-outcome.ts';
import type { Issue } from '../../../../../profiles/issue.ts';

const issue: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'CareCircle.centre',
  text: { fr: 'centre : ce champ manque.', en: 'centre: this field is missing.' },
};

test.each(['fr', 'en'] as const)('issues are said in %s', (language) => {
  expect(operationOutcome([issue], language)).toEqual({
    resourceType: 'OperationOutcome',
    language,
    issue: [
      {
        severity: 'error',
        code: 'required',
        expression: ['CareCircle.centre'],
        details: { text: issue.text[language] },
      },
    ],
  });
});

test('an issue that is nowhere in particular has no expression', () => {
  const { expression: _none, ...nowhere } = issue;
  expect(operationOutcome([nowhere], 'fr').issue[0]).not.toHaveProperty('expression');
});

test('nothing to report is still an issue, since R4 wants at least one', () => {
  expect(operationOutcome([], 'en').issue).toEqual([
    { severity: 'information', code: 'informational', details: { text: 'Nothing to report.' } },
  ]);
});

test.each([
  [undefined, 'fr'],
  ['fr-CA', 'fr'],
  ['en', 'en'],
  ['en-CA,en;q=0.9,fr;q=0.5', 'en'],
  ['en;q=0.4,fr;q=0.9', 'fr'],
  ['de', 'fr'],
  ['*', 'fr'],
  ['iu, en;q=0.5', 'en'],
  ['garbage;;;', 'fr'],
])('Accept-Language %s is answered in %s', async (header, language) => {
  const app = express().get('/', (req, res) => res.send(languageOf(req)));
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    // Node’s fetch adds `Accept-Language: *` when none is given.
    const response = await fetch(
      `http://127.0.0.1:${port}/`,
      header === undefined ? {} : { headers: { 'accept-language': header } },
    );
    expect(await response.text()).toBe(language);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
