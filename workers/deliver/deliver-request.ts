import type { Logger } from 'pino';
import { decidedAtOf, mustBeFresh } from '../../gateway/disclosure/decided-just-now.ts';
import { type DeliveryStatus, type DeliveryStatuses, isFailed } from '../../gateway/disclosure/deliveries.ts';
import { stepsOf } from '../../gateway/disclosure/disclosable-on-record.ts';
import { alongside, type Disclosable, type Disclosures } from '../../gateway/disclosure/disclosure.ts';
import { LETTER_STAYS } from '../../gateway/disclosure/letters-along.ts';
import { outgoingContext } from '../../gateway/disclosure/outgoing-context.ts';
import { requestMessageId, requestReceipt } from '../../gateway/disclosure/receipts.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import type { Partner } from '../../gateway/registry.ts';
import type { Dialect, Written } from '../../mappings/dialects/dialect.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { isWithdrawn } from '../../mappings/domain/current-task.ts';
import type { DispatchEvent } from '../../mappings/domain/lane-events.ts';
import { lastWordOf } from '../../mappings/domain/last-word.ts';
import { type ReceiptOnTask, receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { isRequestUntold } from '../../mappings/domain/request-untold.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Connector } from '../connectors/connector.ts';
import { freshConnector } from '../connectors/fresh-connector.ts';
import type { DeliverByPage } from './deliver-by-page.ts';
import type { HearReply } from './hear-reply.ts';
import type { SendOnce } from './send-once.ts';

export interface DeliverRequestDeps {
  readonly disclosures: Disclosures;
  readonly statuses: DeliveryStatuses;
  /** The channel of a partner that has one; undefined for those reached on paper. */
  readonly connector: (partner: string) => Connector | undefined;
  readonly sendOnce: SendOnce;
  /** For a partner that reads it on the secure page; false where a person must print it or telephone. */
  readonly byPage: DeliverByPage;
  /** Takes in what a partner answered at once, on the same connection. */
  readonly hear: HearReply;
  /** Remembers what a pairwise number stands for, so that its answer finds its lane also while HAPI is away; nothing of it has left yet. */
  readonly prepareTask: (disclosable: Disclosable) => Promise<void>;
  /** A send without an answer may have arrived all the same. */
  readonly mayHaveArrived: (disclosable: Disclosable) => Promise<boolean>;
  /** Hands the receipt to the child's lane: the record has one writer per child. */
  readonly receipt: (event: DispatchEvent) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * Sends the newest version without a receipt. Everything is read and decided here, at the last moment, since an agreement may have gone
 * while the job waited. Throws GatewayError; `noBasis`, `inDoubt` and `partnerRefused` are final, `unavailable` is tried again.
 */
export function deliverRequest(deps: DeliverRequestDeps): (job: DeliveryJob, signal: AbortSignal) => Promise<void> {
  return async ({ task: number, again = false }, signal) => {
    const disclosable = await deps.disclosures.read(number);
    if (disclosable === undefined) throw new GatewayError('unavailable', `task ${number} is not in the record yet`);
    const { task, partner, version, stage, telling, going } = disclosable;
    const last = receiptOf(task);
    const noted = await deps.statuses.of(number);
    if (!isRequestUntold(task, version, telling, stepsOf(partner))) return settled(deps, number, last, noted);
    // It left, and whoever sent it died before the receipt was in the lane.
    if (
      noted?.state === 'sent' &&
      noted.version === version &&
      noted.left !== undefined &&
      isOf(noted.left, disclosable)
    )
      return deps.receipt(requestReceipt(disclosable, { ...noted.left, at: noted.at }));
    // Cancelled before it left: there is nobody to tell. Who has answered has it, however it left.
    const knows = last !== undefined || lastWordOf(task) !== undefined;
    if (stage === 'cancellation' && !knows && !(await deps.mayHaveArrived(disclosable))) {
      if (noted !== undefined)
        await deps.statuses.note(number, { state: 'not-sent', version, at: deps.now().toISOString() });
      return;
    }

    // A letter that comes after the page was announced does not stand on it: a person hands it over.
    const isOnlyLetter = last?.version === version && last.stage === telling;
    if (partner.transport === 'web-page' && !isOnlyLetter && (await deps.byPage(disclosable, signal, { again })))
      return;
    const connector = deps.connector(partner.id);
    const dialect = dialectOf(partner.dialect);
    if (connector === undefined || dialect === undefined) {
      const state = waitingState(partner, stage);
      // Nobody is asked to print what may not be shown, nor waits for who collects it: it is told as what would leave by itself. What the
      // secure page may not show may still be printed.
      deps.disclosures.mustHaveBasis(disclosable, state === 'to-print' ? 'paper' : partner.transport);
      await deps.statuses.note(number, { state, version, at: deps.now().toISOString() });
      return;
    }
    const { reference, reply, lost } = await deps.sendOnce(
      {
        number,
        what: `${version}|${telling}${alongside(going)}`,
        partner,
        connector: freshConnector(connector, number, decidedAtOf(disclosable), deps.now),
        again,
        first: last === undefined,
        wasDisclosed: () => deps.disclosures.wasDisclosed(disclosable, partner.transport),
        write: () => written(deps, dialect, disclosable),
      },
      signal,
    );
    const at = deps.now().toISOString();
    const left = {
      stage: telling,
      reference,
      notCarried: lost.map(({ expression = '' }) => expression),
      letters: going,
    };
    await deps.statuses.note(number, { state: 'sent', version, at, left });
    await deps.receipt(requestReceipt(disclosable, { ...left, at }));
    if (reply !== undefined) await deps.hear(disclosable, reply);
    deps.log.info({ task: number, partner: partner.id, version, stage: telling }, 'delivered');
  };
}

const isOf = (left: NonNullable<DeliveryStatus['left']>, { telling, going }: Disclosable): boolean =>
  left.stage === telling && alongside(left.letters ?? []) === alongside(going);

/** A person told it after it had failed, or it was replaced: what Redis says of an earlier try is out of date. */
async function settled(
  { statuses }: DeliverRequestDeps,
  number: string,
  last: ReceiptOnTask | undefined,
  noted: DeliveryStatus | undefined,
): Promise<void> {
  if (last?.at === undefined || noted === undefined || !isFailed(noted)) return;
  await statuses.note(number, { state: 'sent', version: last.version, at: last.at });
}

/** Who brings it there: the partner itself collects it, or a person prints it or tells. */
function waitingState({ transport }: Partner, stage: Disclosable['stage']): DeliveryStatus['state'] {
  if (transport === 'fhir-poll') return 'to-send';
  return stage === 'cancellation' ? 'to-tell' : 'to-print';
}

/** What leaves now, in the partner's language; only what is disclosed passes the lens, and is audited before it leaves. */
async function written(deps: DeliverRequestDeps, dialect: Dialect, disclosable: Disclosable): Promise<Written> {
  const { task, number, partner, stage, going } = disclosable;
  const context = outgoingContext(disclosable, {
    messageId: requestMessageId(disclosable),
    at: deps.now().toISOString(),
  });
  if (stage === 'cancellation') {
    // What has not ended here was accepted there: its owner is asked to stop, and ends it.
    const state = task.status === 'entered-in-error' ? 'entered-in-error' : 'cancelled';
    return dialect.writeCancellation(
      { number: { system: IDENTIFIERS.task, value: number }, state, accepted: !isWithdrawn(task) },
      context,
    );
  }
  const seen = await deps.disclosures.disclose(disclosable, partner.transport);
  await deps.prepareTask(disclosable);
  const { message, lost } = dialect.writeRequest(travellingRequest(task, seen, seen.letters), context);
  // Before a try is noted as well: of what was stopped here it is known that nothing left.
  mustBeFresh(number, decidedAtOf(disclosable), deps.now);
  return { message, lost: seen.letters.length < going.length ? [...lost, LETTER_STAYS] : lost };
}
