import { startStack } from '../../sandbox/launcher/start-stack.ts';

/** One HAPI for the whole run: it is what takes long to start, and it serves half an hour of tests, worth compiling well. Each test file has its own Redis, gateway, workers and partners. */
export default async function start(): Promise<void> {
  const stack = await startStack({ say: (line) => process.stderr.write(`${line}\n`), language: 'en', fullJit: true });
  process.env.STACK_TEST_HAPI_URL = stack.hapi.url;
  Object.assign(globalThis, { stopStack: () => stack.stop() });
}
