import { type Loop, loopOf } from '../mappings/domain/loop.ts';
import { receiptOf } from '../mappings/domain/receipt-on-task.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../mappings/domain/systems.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';

/** Where one request stands at one recipient. */
export interface Delivery {
  readonly recipient: string;
  /** Pairwise number that the recipient knows. */
  readonly task: string;
  readonly status: string;
  readonly businessStatus?: string;
  readonly state:
    | 'draft'
    | 'to-send'
    | 'to-print'
    | 'to-tell'
    | 'sent'
    | 'failing'
    | 'refused'
    | 'no-basis'
    | 'not-sent';
  readonly sentAt?: string;
  readonly how?: string;
  readonly why?: string;
  /** What the recipient's dialect could not carry: FHIRPaths, for somebody to say on the telephone. */
  readonly notCarried?: readonly string[];
  readonly priority?: string;
  readonly appointmentAt?: string;
  readonly outcome?: string;
  /** When it declined: whom a person may ask next. */
  readonly proposed?: readonly string[];
}

/** A dispatch or an answer, with its two times: when it happened, and when the centre knew. */
export interface Act {
  readonly what: string;
  readonly happenedAt?: string;
  readonly knownAt: string;
  readonly channel?: string;
  readonly saidBy?: string;
}

/** Where a request stands. */
export interface LoopTold {
  readonly loop: Loop;
  readonly deliveries: readonly Delivery[];
}

export interface LoopReader {
  /** From resources that were read already. */
  told(request: fhir4.ServiceRequest | undefined, tasks: readonly fhir4.Task[]): Promise<LoopTold>;
  /** Reads one request's loop, and what happened to it, in order. */
  read(centre: string, request: string): Promise<LoopTold & { readonly acts: readonly Act[] }>;
}

/** A Task that carries a request to a recipient; a plan's commitments are Tasks too. */
export const isReferralTask = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  resource.resourceType === 'Task' && resource.intent === 'order';

export interface LoopReaderDeps {
  readonly store: FhirStore;
  readonly statuses: DeliveryStatuses;
  /** Whom the registry proposes when this partner declines: to a person, nothing is ever sent by itself. */
  readonly proposedAfter?: (partner: string) => readonly string[] | undefined;
}

export function loopReader({ store, statuses, proposedAfter = () => undefined }: LoopReaderDeps): LoopReader {
  const told: LoopReader['told'] = async (request, tasks) => ({
    loop: loopOf(tasks, request),
    deliveries: await Promise.all(
      tasks.map(async (task) => {
        const delivery = await deliveryOf(task, statuses);
        const proposed = task.status === 'rejected' ? proposedAfter(delivery.recipient) : undefined;
        return { ...delivery, ...(proposed !== undefined && { proposed }) };
      }),
    ),
  });

  return {
    told,

    async read(centre, request) {
      const found = await store.search('Task', {
        'group-identifier': identifierToken(IDENTIFIERS.request(centre), request),
        _include: 'Task:focus',
        _revinclude: 'Provenance:target',
      });
      const asked = found.find((resource) => resource.resourceType === 'ServiceRequest');
      return { ...(await told(asked, found.filter(isReferralTask))), acts: actsIn(found) };
    },
  };
}

function actsIn(resources: readonly fhir4.FhirResource[]): readonly Act[] {
  const acts = resources.flatMap((resource): readonly Act[] => {
    if (resource.resourceType !== 'Provenance') return [];
    const what = resource.activity?.coding?.find(({ system }) => system === CODE_SYSTEMS.referralAct)?.code;
    if (what === undefined) return [];
    const channel = resource.extension?.find(({ url }) => url === EXTENSIONS.answerChannel)?.valueCode;
    const saidBy = resource.agent[0]?.who.display;
    return [
      {
        what,
        knownAt: resource.recorded,
        ...(resource.occurredDateTime !== undefined && { happenedAt: resource.occurredDateTime }),
        ...(channel !== undefined && { channel }),
        ...(saidBy !== undefined && { saidBy }),
      },
    ];
  });
  return acts.sort((a, b) => (a.knownAt < b.knownAt ? -1 : 1));
}

/** States of the last attempt, also when an earlier version has left: what succeeds is noted as sent. */
const FAILED: ReadonlySet<string> = new Set(['failing', 'refused', 'no-basis']);

async function deliveryOf(task: fhir4.Task, statuses: DeliveryStatuses): Promise<Delivery> {
  const number = task.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value ?? '';
  const receipt = receiptOf(task);
  const { at: sentAt, how, notCarried = [] } = receipt ?? {};
  const known = await statuses.of(number);
  const sentVersion = receipt?.version ?? 0;
  const business = task.businessStatus?.coding?.[0]?.code;
  const priority = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const output = (code: string) => task.output?.findLast(({ type }) => type.coding?.[0]?.code === code);
  const appointmentAt = output('appointment')?.valueDateTime;
  const outcome = output('outcome')?.valueString;
  const unsent = task.status === 'draft' ? 'draft' : task.status === 'cancelled' ? 'not-sent' : 'to-send';
  return {
    recipient: task.owner?.identifier?.value ?? '',
    task: number,
    status: task.status,
    state:
      sentAt === undefined || (known?.version ?? 0) > sentVersion || FAILED.has(known?.state ?? '')
        ? (known?.state ?? unsent)
        : known?.state === 'to-tell' && receipt?.stage !== 'cancellation'
          ? 'to-tell'
          : 'sent',
    ...(business !== undefined && { businessStatus: business }),
    ...(sentAt !== undefined && { sentAt }),
    ...(how !== undefined && { how }),
    ...(known?.why !== undefined && { why: known.why }),
    ...(notCarried.length > 0 && { notCarried }),
    ...(priority !== undefined && { priority }),
    ...(appointmentAt !== undefined && { appointmentAt }),
    ...(outcome !== undefined && { outcome }),
  };
}
