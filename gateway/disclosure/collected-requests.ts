import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { taskNumberOf } from '../../mappings/domain/current-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { isClosedElsewhere } from '../access/other-provinces.ts';
import { GatewayError } from '../failures.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Partner } from '../registry.ts';
import { type AskedByNumber, isAmong, isShut } from './asked-by-number.ts';
import type { Disclosable } from './disclosure.ts';
import {
  type CollectedRequest,
  type CollectedRequestsDeps,
  shownBare,
  shownToAnswer,
  shownWhole,
} from './request-to-collect.ts';
import { bookOf, lookedTogether, shownSince, stampOf, type TaskLook, type TaskSource } from './tasks-listed.ts';

/** The requests that a partner without a server of its own collects here. Each look is a disclosure: basis, lens, audit. */
export interface CollectedRequests extends TaskSource<CollectedRequest> {
  /**
   * Undefined for what is not this partner's, may not be shown, or is not there: all alike; of what it saw before its province was closed,
   * number and where it stands, to be answered. Throws GatewayError `held` for what the partner
   * has seen while something acknowledged bears on it: who is answering is to ask again, not to be told that there is no such request.
   */
  show(partner: Partner, number: string, asked?: AskedByNumber): Promise<CollectedRequest | undefined>;
}

export function collectedRequests(deps: CollectedRequestsDeps): CollectedRequests {
  return {
    kind: 'asked',

    async numbers(partner, since) {
      const found = await deps.store.search('Task', {
        'owner:Organization.identifier': identifierToken(IDENTIFIERS.partner, partner.id),
        _sort: '_lastUpdated',
        ...(since !== undefined && { _lastUpdated: `ge${since}` }),
      });
      return found.flatMap((task) => {
        const number = task.resourceType === 'Task' ? numberOf(task) : undefined;
        const lastUpdated = task.meta?.lastUpdated;
        return number === undefined || lastUpdated === undefined ? [] : [{ number, lastUpdated, stamp: stampOf(task) }];
      });
    },

    async look(partner, numbers) {
      const own = await deps.disclosures.readAll(numbers, partner.id);
      return lookedTogether(own, (disclosable) => lookAt(deps, disclosable));
    },

    async show(partner, number, asked) {
      const disclosable = await deps.disclosures.read(number, partner.id);
      if (disclosable === undefined || isShut(asked, disclosable.centre)) return undefined;
      const { shown, closed } = await lookAt(deps, disclosable);
      if (closed?.kind === 'held' && (await wasSeen(deps, disclosable))) throw closed;
      if (shown === undefined || !isAmong(asked, shown.versions)) return undefined;
      return shownSince(deps.book, bookOf('asked', partner), { number, stamp: stampOf(disclosable.task) }, shown);
    },
  };
}

const numberOf = (task: fhir4.Task): string | undefined =>
  task.status === 'draft' || task.partOf !== undefined ? undefined : taskNumberOf(task);

const isOver = ({ stage, request }: Disclosable): boolean => stage === 'cancellation' || request.status === 'revoked';

interface LookAt extends TaskLook<CollectedRequest> {
  /** Why nothing may be shown now. */
  readonly closed?: GatewayError;
}

/** What of it would be shown now. What is held is not listed: it keeps no other from being found, and comes once it is held no more. */
async function lookAt(deps: CollectedRequestsDeps, disclosable: Disclosable): Promise<LookAt> {
  const { number, task, partner } = disclosable;
  const about = { number, stamp: stampOf(task) };
  if (isOver(disclosable)) {
    const isKnown = await wasSeen(deps, disclosable);
    return { ...about, ...(isKnown && { shown: shownBare(deps, disclosable) }) };
  }
  const dialect = dialectOf(partner.dialect);
  if (dialect === undefined || task.status === 'draft') return about;
  try {
    const look = await deps.disclosures.look(disclosable, partner.transport);
    const shown = shownWhole(deps, disclosable, look, dialect);
    return { ...about, ...(shown !== undefined && { shown }) };
  } catch (closed) {
    if (!(closed instanceof GatewayError) || (closed.kind !== 'noBasis' && closed.kind !== 'held')) throw closed;
    const isToAnswer =
      closed.kind === 'noBasis' && isClosedElsewhere(disclosable.centre, partner) && (await wasSeen(deps, disclosable));
    const shown = isToAnswer ? { shown: shownToAnswer(deps, disclosable) } : {};
    return { ...about, again: true, closed, ...shown };
  }
}

const wasSeen = async (deps: CollectedRequestsDeps, disclosable: Disclosable): Promise<boolean> =>
  receiptOf(disclosable.task) !== undefined || (await deps.mayHaveArrived(disclosable));
