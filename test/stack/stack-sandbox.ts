import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-sandbox.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into whatever came back.
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the test asserts
  readonly body: any;
}

/** A sandbox on the run's HAPI with everything else its own, and a client for it. */
export interface StackSandbox extends Sandbox {
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Everything that gateway and workers logged, from the finest level up. */
  logged(): string;
  /** Reads HAPI itself. */
  hapi(path: string): Promise<Answer>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly centre?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Letters only: with digits an identifier might look like a health card by chance. */
export const ownMark = (): string => [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** Ids of one test file never meet those of another in the shared HAPI. */
export const ownIds = (): ((name: string) => string) => {
  const mark = ownMark();
  return (name) => `${name}-${mark}`;
};

export async function stackSandbox(
  settings: Readonly<Record<string, string>> = {},
  options: Pick<SandboxOptions, 'registryPath' | 'morePartnersPath' | 'tokens'> = {},
): Promise<StackSandbox> {
  const hapiUrl = process.env.STACK_TEST_HAPI_URL ?? '';
  const lines: string[] = [];
  const sandbox = await startSandbox({
    say: () => undefined,
    language: 'en',
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    env: { ...process.env, HAPI_URL: hapiUrl },
    settings,
    ...options,
  });
  return withClient(sandbox, () => lines.join(''));
}

const WRITTEN_WITHIN_SECONDS = 20;

export function withClient(sandbox: Sandbox, logged: () => string = () => ''): StackSandbox {
  return {
    ...sandbox,
    logged,
    call: async (method, path, { body, centre = 'hochelaga', headers = {} } = {}) =>
      request(method, `${sandbox.gatewayUrl}${path}`, body, {
        authorization: `Bearer ${await sandbox.centreToken(centre)}`,
        // What is written is in the record when it is answered, also on a slow machine; a test of the wait itself says its own.
        ...(method !== 'GET' && { prefer: `wait=${WRITTEN_WITHIN_SECONDS}` }),
        ...headers,
      }),
    hapi: (path) => request('GET', `${sandbox.stack.hapi.url}/${path}`, undefined, { 'cache-control': 'no-cache' }),
  };
}

export async function request(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && {
      body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = response.headers.get('content-type')?.includes('json') === true && bytes.length > 0;
  return {
    status: response.status,
    headers: response.headers,
    body: json ? JSON.parse(bytes.toString('utf8')) : bytes,
  };
}

/** Asks again until the answer is as wanted, at most for the given time. What costs the machine is to be asked more rarely. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  withinMs = 60_000,
  everyMs = 50,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`not so within ${withinMs} ms: ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
