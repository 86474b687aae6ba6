import pino from 'pino';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { publishRound } from '../../workers/indicators/publish-round.ts';
import type { Sandbox } from '../start-sandbox.ts';

export interface PublishToldOptions {
  readonly language: keyof Bilingual;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Publishes the indicators of all that was told, now that it is whole: the workers’ own round would have begun in the middle of it. */
export async function publishTold(
  { config: { hapiUrl: baseUrl, hapiTimeoutMs: timeoutMs }, registry }: Sandbox,
  { language, say, signal }: PublishToldOptions,
): Promise<void> {
  const publish = publishRound({
    store: fhirStore({ baseUrl, timeoutMs }),
    registry,
    memory: { looks: async () => ({}), looked: async () => undefined },
    now: () => new Date(),
    log: pino({ level: 'silent' }),
  });
  say(WORDS[language](await publish(signal)));
}

const WORDS = {
  fr: (quarters: number): string => `Indicateurs publiés : ${quarters} trimestres (GET /v1/indicators).`,
  en: (quarters: number): string => `Indicators published: ${quarters} quarters (GET /v1/indicators).`,
} as const;
