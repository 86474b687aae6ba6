import { GatewayError } from '../../gateway/failures.ts';
import type { InboundHearing } from '../../gateway/hearing/hear-inbound.ts';
import type { WordsDesk, WordsWaiting } from '../../gateway/hearing/words-desk.ts';
import type { Issue } from '../../profiles/issue.ts';

const NOBODY: Issue = {
  severity: 'error',
  code: 'not-supported',
  expression: 'Task.status',
  text: { fr: 'Personne ne demande ici.', en: 'Nobody asks here.' },
};

/** A door at which no partner asks anything. */
export const NOBODY_ASKS: InboundHearing = {
  asked: async () => {
    throw new GatewayError('invalidInput', 'nobody asks here', { issues: [NOBODY] });
  },
  saidOf: () => {
    throw new Error('nobody asked here');
  },
  find: async () => undefined,
};

/** A desk of words in memory. */
export function memoryWords(): WordsDesk & { readonly all: readonly WordsWaiting[] } {
  const all: WordsWaiting[] = [];
  return {
    all,
    keepWaiting: async (words) => void all.push(...words),
    waiting: async (centre) => all.filter((one) => one.centre === centre),
    find: async (centre, id) => all.find((one) => one.centre === centre && one.id === id),
    decidedOf: async () => undefined,
    settle: async ({ centre, id }) => {
      const at = all.findIndex((one) => one.centre === centre && one.id === id);
      if (at !== -1) all.splice(at, 1);
    },
  };
}
