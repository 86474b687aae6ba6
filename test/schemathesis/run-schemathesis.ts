import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { FuzzedCaller } from './callers.ts';
import { CHECKS, fuzzSettings, tokenVariables } from './fuzz-settings.ts';

export interface SchemathesisRun {
  readonly program: string;
  /** The OpenAPI document. */
  readonly document: object;
  /** Where the API answers. */
  readonly url: string;
  readonly tokens: Readonly<Record<FuzzedCaller, string>>;
  readonly seed: number;
  /** How much: so many seconds, or once: the examples of the document, and so many cases made up for each operation that takes no body, always the same ones. */
  readonly much: { readonly seconds: number } | { readonly casesMax: number };
  /** Where settings and reports go. */
  readonly folder: string;
}

/** What Schemathesis found. */
export interface SchemathesisVerdict {
  /** Calls that it made up. */
  readonly cases: number;
  readonly operations: { readonly selected: number; readonly tested: number };
  readonly failures: readonly {
    readonly type: string;
    readonly title: string;
    readonly count: number;
    readonly operations: readonly string[];
  }[];
  /** What kept it from trying. */
  readonly errors: readonly { readonly title: string; readonly count: number }[];
  /** Where all that it said stands, with a curl command for each failure. */
  readonly said: string;
}

/** Runs Schemathesis against a gateway that runs. Throws when it ends without a verdict. */
export async function runSchemathesis(asked: SchemathesisRun): Promise<SchemathesisVerdict> {
  const { folder } = asked;
  await mkdir(folder, { recursive: true });
  const document = join(folder, 'openapi.json');
  const settings = join(folder, 'schemathesis.toml');
  const report = join(folder, 'report.json');
  const said = join(folder, 'said.txt');
  await writeFile(document, JSON.stringify(asked.document));
  await writeFile(settings, fuzzSettings({ isShort: 'casesMax' in asked.much }));
  await spoken(asked, ['--config-file', settings, 'run', document, ...flags(asked, report)], said);
  const text = await readFile(report, 'utf8').catch((cause: unknown) => {
    throw new Error(`Schemathesis: ${said}`, { cause });
  });
  return { ...verdictIn(JSON.parse(text)), said };
}

const flags = ({ url, seed, much }: SchemathesisRun, report: string): readonly string[] => [
  ...['--url', url, '--checks', CHECKS.join(','), '--seed', `${seed}`, '--continue-on-failure', '--no-color'],
  ...['--report', 'json', '--report-json-path', report],
  ...('seconds' in much
    ? ['--max-time', `${much.seconds}`, '--generation-database', 'none']
    : ['--phases', 'examples,fuzzing', '--max-examples', `${much.casesMax}`, '--generation-deterministic']),
];

/** Runs it to its end, with all that it says in a file. */
async function spoken(
  { program, tokens, folder }: SchemathesisRun,
  args: readonly string[],
  said: string,
): Promise<void> {
  const out = createWriteStream(said);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...tokenVariables(tokens) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  await once(child, 'close');
  out.end();
  await finished(out);
}

/** Its report, which it documents: https://schemathesis.readthedocs.io/en/stable/guides/reporting/ */
interface Report {
  readonly test_cases: { readonly generated: number };
  readonly operations: SchemathesisVerdict['operations'];
  readonly failures: SchemathesisVerdict['failures'];
  readonly errors: SchemathesisVerdict['errors'];
}

const verdictIn = ({ test_cases, operations, failures, errors }: Report): Omit<SchemathesisVerdict, 'said'> => ({
  cases: test_cases.generated,
  operations: { selected: operations.selected, tested: operations.tested },
  failures: failures.map(({ type, title, count, operations: on }) => ({ type, title, count, operations: on })),
  errors,
});
