import type { LaunchContext } from './launch-context.ts';
import { secondsSince, withProgress } from './progress.ts';
import type { StartedPart } from './running-part.ts';
import { shownAddress } from './shown-address.ts';
import { type Probe, waitUntilReady } from './wait-until-ready.ts';

export interface GivenPartSpec {
  readonly name: string;
  readonly variable: string;
  readonly url: string;
  readonly probe: Probe;
  readonly readyWithinMs: number;
}

const ASK_EVERY_MS = 250;

/** A part that somebody else runs: waited for, never stopped. Rejects when it does not answer in time. */
export async function givenPart(spec: GivenPartSpec, { say, words, signal }: LaunchContext): Promise<StartedPart> {
  const { name, variable, url, probe, readyWithinMs } = spec;
  const address = shownAddress(url);
  const startMs = performance.now();
  say(words.givenUrl(name, variable, address));
  const ready = await withProgress(
    (elapsedS) => say(words.stillWorking(words.starting(name), elapsedS)),
    () => waitUntilReady(probe, { limitMs: readyWithinMs, everyMs: ASK_EVERY_MS, signal }),
  );
  if (!ready) throw new Error(words.noAnswer(name, variable, address, readyWithinMs / 1_000));
  say(words.ready(name, address, secondsSince(startMs)));

  const refuse = () => Promise.reject(new Error(words.notOurs(name, variable)));
  return { url, origin: 'given', kill: refuse, restart: refuse, stop: async () => {} };
}
