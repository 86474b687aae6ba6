import type { ReferralState } from '../../../mappings/domain/referral-state.ts';
import { OWNER_MAY, REQUESTER_MAY } from '../../unit/mappings/domain/legal-moves.ts';
import type { History } from '../history.ts';
import { type Breach, breach } from './breach.ts';

const FIRST: readonly string[] = ['draft', 'requested', 'cancelled', 'entered-in-error'];

/** What the text of fhir.md §3 lets depend on more than the two states. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  // Back to before the pause.
  'on-hold': ['received'],
  // It was done before the cancellation reached its owner.
  cancelled: ['completed'],
};

/** Every status that HAPI has had for a Task follows the one before by a move of the text. */
export function legalMoves({ record }: History): readonly Breach[] {
  return record.tasks.flatMap(({ request, partner, statuses }) => {
    const about = `${request} at ${partner}`;
    const [first = ''] = statuses;
    const begins = FIRST.includes(first) ? [] : [breach('illegal', about, `began as ${first}`)];
    const moves = statuses.flatMap((to, index) => {
      const from = statuses[index - 1];
      return from === undefined || from === to || mayMove(from, to)
        ? []
        : [breach('illegal', about, `${from} → ${to}`)];
    });
    return [...begins, ...moves];
  });
}

function mayMove(from: string, to: string): boolean {
  if (!isState(from)) return false;
  const may: readonly string[] = [...OWNER_MAY[from], ...REQUESTER_MAY[from], ...(ALSO[from] ?? []), ...STOPPED(from)];
  return may.includes(to);
}

/** Whoever accepted it ends it when asked to stop. */
const STOPPED = (from: ReferralState): readonly string[] =>
  ['accepted', 'in-progress', 'on-hold'].includes(from) ? ['cancelled'] : [];

const isState = (status: string): status is ReferralState => Object.hasOwn(OWNER_MAY, status);
