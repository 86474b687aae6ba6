import type { LaunchContext } from './launch-context.ts';
import type { StartedPart } from './running-part.ts';

/** The three ways to have a part, in the order in which they are tried. */
export interface PartChoices {
  readonly name: string;
  readonly given: (() => Promise<StartedPart>) | undefined;
  readonly engineAnswers: () => Promise<boolean>;
  readonly container: () => Promise<StartedPart>;
  readonly native: () => Promise<StartedPart>;
}

/** A given part is never replaced by another; an engine that answers but cannot run the image is told and passed over. */
export async function choosePart(choices: PartChoices, { say, words, signal }: LaunchContext): Promise<StartedPart> {
  if (choices.given) return choices.given();
  if (await choices.engineAnswers()) {
    try {
      return await choices.container();
    } catch (failure) {
      signal.throwIfAborted();
      say(words.containerFailed(choices.name, firstLine(failure)));
    }
  }
  return choices.native();
}

function firstLine(failure: unknown): string {
  return String(failure instanceof Error ? failure.message : failure).split('\n')[0] ?? '';
}
