import type { FoundTask } from '../../disclosure/page-of-shown.ts';
import { GatewayError } from '../../failures.ts';
import type { Seal } from '../../lanes/sealing.ts';
import { shortLivedSeal } from '../../lanes/short-lived-seal.ts';

/** Where a partner’s list of Tasks goes on: sealed as the facade’s pages are, so that no link names a Task. */
export interface TaskCursors {
  write(last: FoundTask, partner: string): string;
  /** Throws GatewayError `malformed` for anything but a cursor that was written for this partner a short while ago. */
  read(text: string, partner: string): FoundTask;
}

export function taskCursors(deps: { readonly seal: Seal; readonly now: () => Date }): TaskCursors {
  const cursors = shortLivedSeal<FoundTask>({ ...deps, use: 'partner-tasks', isOne: isFoundTask });
  return {
    write: ({ number, lastUpdated }, partner) => cursors.seal({ number, lastUpdated }, partner),

    read(text, partner) {
      const last = cursors.open(text, partner);
      if (last === undefined) throw pageGone();
      return last;
    },
  };
}

const isFoundTask = (value: unknown): value is FoundTask =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'lastUpdated' in value &&
  typeof value.lastUpdated === 'string';

const pageGone = (): GatewayError =>
  new GatewayError('malformed', 'a page that is no more', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'http._after',
        text: {
          fr: '_after : cette page n’existe plus. Recommencez la recherche.',
          en: '_after: this page is no more. Search again.',
        },
      },
    ],
  });
