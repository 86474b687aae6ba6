import type { Heard } from '../../mappings/dialects/dialect.ts';
import { ahead } from '../../profiles/coherence/any-concept.ts';
import type { Issue } from '../../profiles/issue.ts';
import type { Partner } from '../registry.ts';

/** Where a message says when it was said. */
const PLACES: Readonly<Partial<Record<Partner['dialect'], string>>> = { hl7v2: 'MSH-7' };

/**
 * What a partner says has happened, and has not: once kept, it would stand before what anybody says later, until that day — an appointment that
 * is moved would not move. A clock that is wrong by a year is enough. A request is checked like any concept.
 */
export function notYetHappened(heard: Heard, { dialect }: Pick<Partner, 'dialect'>, now: Date): readonly Issue[] {
  const [found] = ahead('', momentOf(heard), now);
  if (found === undefined) return [];
  const place = PLACES[dialect] ?? 'Task.lastModified';
  const { severity, code, text } = found;
  const told = { fr: `${place} : ${text.fr}`, en: `${place}: ${text.en}` };
  return [{ severity, code, expression: place, text: told }];
}

function momentOf(heard: Heard): string | undefined {
  switch (heard.kind) {
    case 'answer':
      return heard.answer.happenedAt;
    case 'cancellation':
    case 'note':
      return heard.happenedAt;
    default:
      return undefined;
  }
}
