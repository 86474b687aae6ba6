import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { loadDefinitions } from './load-definitions.ts';

/** Gives our definitions to the FHIR server of HAPI_URL, once it answers; then ends. For servers that the launcher does not start. */
const ANSWER_WITHIN_MS = 5 * 60_000;
const ASK_EVERY_MS = 1_000;
const METADATA_WITHIN_MS = 10_000;
const COMPILED = fileURLToPath(new URL('../../profiles/compiled', import.meta.url));

const url = process.env.HAPI_URL?.trim().replace(/\/+$/, '') ?? '';
try {
  if (url === '') throw new Error('HAPI_URL ?');
  await answering(AbortSignal.timeout(ANSWER_WITHIN_MS));
  const loaded = await loadDefinitions(COMPILED, url, AbortSignal.timeout(ANSWER_WITHIN_MS));
  process.stdout.write(`${loaded} définitions chargées / definitions loaded\n`);
} catch (failure) {
  const why = failure instanceof Error ? failure.message : String(failure);
  process.stderr.write(`Définitions non chargées / definitions not loaded: ${why}\n`);
  process.exitCode = 1;
}

async function answering(signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/metadata`, {
      signal: timeLimit(signal, METADATA_WITHIN_MS),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    await pause(ASK_EVERY_MS, undefined, { signal });
  }
}
