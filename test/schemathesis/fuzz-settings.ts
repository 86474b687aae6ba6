import { type FuzzedCaller, operationsBy } from './callers.ts';

/** What no answer may be, whatever is asked. */
export const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'ignored_auth',
] as const;

const CALLERS: readonly FuzzedCaller[] = ['centre', 'partner', 'operator'];

/** Where Schemathesis finds a caller’s token: in its environment, so that it stands in no file and in no report. */
const tokenVariable = (caller: FuzzedCaller): string => `FUZZ_TOKEN_${caller.toUpperCase()}`;

/** The variables of the environment with these tokens. */
export const tokenVariables = (tokens: Readonly<Record<FuzzedCaller, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(CALLERS.map((caller) => [tokenVariable(caller), tokens[caller]]));

/**
 * schemathesis.toml: each operation is called by whom it is for, and no answer waits long for what never comes (Prefer), since then nothing is
 * tried. `isShort`: bodies are those of the document’s examples only, since to make them up takes longer than all the rest.
 */
export const fuzzSettings = ({ isShort }: { readonly isShort: boolean }): string =>
  CALLERS.flatMap((caller) =>
    [true, false].map((hasBody) => ({ caller, hasBody, operations: operationsBy(caller, hasBody) })),
  )
    .filter(({ operations }) => operations.length > 0)
    .map(
      ({ caller, hasBody, operations }) => `[[operations]]
include-operation-id = ${JSON.stringify(operations)}
headers = { Authorization = "Bearer \${${tokenVariable(caller)}}", Prefer = "wait=1" }
${isShort && hasBody ? 'phases.fuzzing.enabled = false\n' : ''}`,
    )
    .join('\n');
