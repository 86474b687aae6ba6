import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openApiDocument } from '../../../gateway/doors/http/openapi.ts';
import { ROUTES } from '../../../gateway/doors/http/openapi-routes.ts';
import { readRegistry } from '../../../gateway/registry.ts';
import { operationsBy } from '../../schemathesis/callers.ts';
import { fuzzedDocument } from '../../schemathesis/fuzzed-document.ts';
import { FUZZED_CENTRE, FUZZED_PARTNERS, writeFuzzedRegistry } from '../../schemathesis/fuzzed-registry.ts';

const document = JSON.parse(JSON.stringify(openApiDocument({ language: 'en', serverUrl: '/' })));

test('each operation that needs a token is called by one kind of caller, and each of them by somebody', () => {
  const called = (['centre', 'partner', 'operator'] as const).flatMap((caller) =>
    [true, false].flatMap((hasBody) => operationsBy(caller, hasBody)),
  );
  const needed = ROUTES.filter(({ needs }) => needs !== undefined).map(({ operationId }) => operationId);
  expect([...called].sort()).toEqual([...needed].sort());
});

test('bodies and examples name the centre of the caller, and partners of the registry that goes with it', async () => {
  const registry = readRegistry(await writeFuzzedRegistry(mkdtempSync(join(tmpdir(), 'fuzzed-'))));
  expect(registry.centres.map(({ id }) => id)).toEqual([FUZZED_CENTRE]);
  expect(registry.partners.map(({ id }) => id).sort()).toEqual([...FUZZED_PARTNERS].sort());
  const fuzzed = JSON.stringify(fuzzedDocument(document));
  expect([...new Set(fuzzed.match(/"centre":"[^"]*"/g))]).toEqual([`"centre":"${FUZZED_CENTRE}"`]);
  expect(fuzzed).toContain(`"const":"${FUZZED_CENTRE}"`);
  for (const partner of ['essais-clsc-verdun', 'essais-sippe-hochelaga']) {
    expect(FUZZED_PARTNERS).toContain(partner);
    expect(fuzzed).toContain(`"recipient":"${partner}"`);
  }
});

test('nothing else of the document changes: operations, answers and the schemas of answers stay what is promised', () => {
  const fuzzed = fuzzedDocument(document);
  for (const [path, methods] of Object.entries<Record<string, { responses: object }>>(document.paths))
    for (const [method, { responses }] of Object.entries(methods))
      expect(fuzzed.paths).toMatchObject({ [path]: { [method]: { responses } } });
  expect(fuzzed.components).toMatchObject({ responses: document.components.responses });
});
