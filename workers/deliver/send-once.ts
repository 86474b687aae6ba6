import type { Attempt, DeliveryTries } from '../../gateway/disclosure/delivery-tries.ts';
import { GatewayError, isTransient } from '../../gateway/failures.ts';
import type { Partner } from '../../gateway/registry.ts';
import type { Written } from '../../mappings/dialects/dialect.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { Connector, Receipt } from '../connectors/connector.ts';

export interface Sending extends Attempt {
  readonly partner: Partner;
  readonly connector: Connector;
  /** Made at the last moment: basis, lens and audit are in it. */
  readonly write: () => Promise<Written>;
  /** Nothing was ever acknowledged of this Task: what stands there under its number can only be what was tried. */
  readonly first: boolean;
  /** The audit in the record says that this was disclosed. */
  readonly wasDisclosed: () => Promise<boolean>;
  /** A person asked for it, knowing that it may have arrived. */
  readonly again: boolean;
}

export interface SentOnce extends Receipt {
  /** What the dialect could not carry. */
  readonly lost: readonly Issue[];
}

export type SendOnce = (sending: Sending, signal: AbortSignal) => Promise<SentOnce>;

/**
 * Sends one message, and after a try without an answer asks before it sends again, where the partner's server can be read. A partner that
 * does not take what comes twice as one is sent it once; in doubt a person asks. Throws GatewayError `inDoubt`, and what the channel throws.
 */
export function sendOnce(tries: DeliveryTries): SendOnce {
  return async (sending, signal) => {
    const { partner, connector, number, again } = sending;
    const before = again ? 'nothing' : await tries.before(sending);
    const onceOnly = takesTwice(partner);
    if (onceOnly && (await isInDoubt(sending, before))) throw inDoubt(number);
    if (before === 'this' && sending.first && (await connector.hasArrived?.(number, signal)) === true) {
      await tries.end(sending);
      // Nothing leaves: without a basis any more it has arrived all the same.
      const lost = await sending.write().then(
        (written) => written.lost,
        () => [],
      );
      return { reference: FOUND, lost };
    }
    const { message, lost } = await sending.write();
    await tries.begin(sending);
    try {
      const receipt = await connector.send(message, signal);
      await tries.end(sending);
      return { ...receipt, lost };
    } catch (error) {
      if (didNotArrive(error)) await tries.end(sending);
      else if (onceOnly) throw inDoubt(number, error);
      throw error;
    }
  };
}

/** Of what was found there by its number, after a send that had no answer. */
const FOUND = 'found there';

/** Whether two of the same would be two requests to its people. */
const takesTwice = ({ hl7v2 }: Partner): boolean => hl7v2?.deduplicates === false;

const isInDoubt = async (
  { wasDisclosed }: Sending,
  before: Awaited<ReturnType<DeliveryTries['before']>>,
): Promise<boolean> => (before === 'forgotten' ? wasDisclosed() : before !== 'nothing');

/** It was answered, or nobody was reached. */
const didNotArrive = (error: unknown): boolean =>
  error instanceof GatewayError && (!isTransient(error) || error.arrived === 'no');

const inDoubt = (number: string, cause?: unknown): GatewayError =>
  new GatewayError('inDoubt', `task ${number} may have arrived`, cause === undefined ? {} : { cause });
