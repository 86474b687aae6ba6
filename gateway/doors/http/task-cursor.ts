import type { PlaceInList } from '../../disclosure/tasks-listed.ts';
import { GatewayError } from '../../failures.ts';
import type { Seal } from '../../lanes/sealing.ts';
import { shortLivedSeal } from '../../lanes/short-lived-seal.ts';

/** Where a partner’s list of Tasks goes on: sealed as the facade’s pages are, so that no link names a Task. */
export interface TaskCursors {
  write(last: PlaceInList, partner: string): string;
  /** Throws GatewayError `malformed` for anything but a cursor that was written for this partner a short while ago. */
  read(text: string, partner: string): PlaceInList;
}

export function taskCursors(deps: { readonly seal: Seal; readonly now: () => Date }): TaskCursors {
  const cursors = shortLivedSeal<PlaceInList>({ ...deps, use: 'partner-tasks', isOne: isPlaceInList });
  return {
    write: ({ number, lastUpdated }, partner) => cursors.seal({ number, lastUpdated }, partner),

    read(text, partner) {
      const last = cursors.open(text, partner);
      if (last === undefined) throw pageGone();
      return last;
    },
  };
}

const isPlaceInList = (value: unknown): value is PlaceInList =>
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
