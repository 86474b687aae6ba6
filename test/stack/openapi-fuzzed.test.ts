import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';
import { findSchemathesis } from '../schemathesis/find-schemathesis.ts';
import { type FuzzedSandbox, startFuzzedSandbox } from '../schemathesis/fuzzed-sandbox.ts';
import { runSchemathesis } from '../schemathesis/run-schemathesis.ts';

const CASES_MAX = 4;
let program: string;
let folder: string;
let fuzzed: FuzzedSandbox;
beforeAll(async () => {
  program = await findSchemathesis({
    env: process.env,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  folder = await mkdtemp(join(tmpdir(), 'passerelle-fuzzed-'));
  fuzzed = await startFuzzedSandbox({
    say: () => undefined,
    language: 'en',
    log: pino({ level: 'silent' }),
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
}, 600_000);
afterAll(async () => {
  await fuzzed?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('Schemathesis calls every operation with a token: no answer of 5xx, and none that /openapi.json does not promise', async () => {
  const { document, tokens, sandbox } = fuzzed;
  const much = { casesMax: CASES_MAX };
  const verdict = await runSchemathesis({ program, document, url: sandbox.gatewayUrl, tokens, seed: 1, much, folder });
  const { said: _said, cases, ...found } = verdict;
  expect(found).toEqual({ operations: { selected: ROUTES.length, tested: ROUTES.length }, failures: [], errors: [] });
  expect(cases).toBeGreaterThan(2 * ROUTES.length);
}, 300_000);
