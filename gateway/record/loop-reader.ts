import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import {
  counterpartOf,
  isPassedOn,
  isReferralTask,
  isWithdrawn,
  senderOf,
  takingBack,
  taskNumberOf,
} from '../../mappings/domain/current-task.ts';
import { type Loop, loopOf } from '../../mappings/domain/loop.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { type DeliveryStatus, type DeliveryStatuses, isFailed } from '../disclosure/deliveries.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';
import { type LetterTold, lettersTold } from './letters-told.ts';

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
    | 'telephone'
    | 'in-doubt'
    | 'no-basis'
    | 'not-sent'
    /** Of an inbound referral: nobody has answered yet. */
    | 'to-answer';
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
  /** To whom it passed the request on: it still answers for it. */
  readonly passedOn?: readonly PassedOn[];
}

/** Who has the request now at a recipient that passed it on. */
export interface PassedOn {
  /** In words. */
  readonly to: string;
  /** Where it stands there (Task.status). */
  readonly status: string;
  /** When the recipient passed it on: FHIR dateTime. */
  readonly since?: string;
}

/** A dispatch or an answer, with its two times: when it happened, and when the centre knew. */
export interface Act {
  readonly what: string;
  readonly happenedAt?: string;
  readonly knownAt: string;
  readonly channel?: string;
  readonly saidBy?: string;
  /** A person wrote down one thing and a system says another. */
  readonly finding?: 'contradictory';
}

/** Where a request stands. */
export interface LoopTold {
  readonly loop: Loop;
  readonly deliveries: readonly Delivery[];
  /** The ended request that this one resumes or corrects. */
  readonly replaces?: string;
  /** The request in which this one goes on. */
  readonly replacedBy?: string;
  /** Letters about it; absent where none are, and in lists. */
  readonly letters?: readonly LetterTold[];
}

export interface LoopReader {
  /** From resources that were read already: the request's Tasks, what its recipients passed on, and the request that replaces it. */
  told(request: fhir4.ServiceRequest | undefined, around: readonly fhir4.FhirResource[]): Promise<LoopTold>;
  /** Reads the letters about it: they are told beside one request, not in lists. */
  letters(
    request: fhir4.ServiceRequest | undefined,
    around: readonly fhir4.FhirResource[],
  ): Promise<Pick<LoopTold, 'letters'>>;
  /** Reads one request's loop, and what happened to it, in order. */
  read(centre: string, request: string): Promise<LoopTold & { readonly acts: readonly Act[] }>;
}

export interface LoopReaderDeps {
  readonly store: FhirStore;
  readonly statuses: DeliveryStatuses;
  /** Whom the registry proposes when this partner declines: to a person, nothing is ever sent by itself. */
  readonly proposedAfter?: (partner: string) => readonly string[] | undefined;
}

export function loopReader({ store, statuses, proposedAfter = () => undefined }: LoopReaderDeps): LoopReader {
  const told: LoopReader['told'] = async (request, around) => {
    const tasks = around.filter(isReferralTask).filter((it) => fulfils(it, request));
    const replacing = around.find((it) => request !== undefined && isReplacing(it, request));
    const [replaces, replacedBy] = [request?.replaces?.[0]?.identifier?.value, numberOf(replacing, request)];
    return {
      loop: loopOf(tasks, request, { replaced: replacing !== undefined }),
      deliveries: await Promise.all(
        tasks.map(async (task) => {
          const delivery = await deliveryOf(task, statuses);
          const proposed = task.status === 'rejected' ? proposedAfter(delivery.recipient) : undefined;
          const passedOn = passedOnBy(task, around);
          return {
            ...delivery,
            ...(proposed !== undefined && { proposed }),
            ...(passedOn.length > 0 && { passedOn }),
          };
        }),
      ),
      ...(replaces !== undefined && { replaces }),
      ...(replacedBy !== undefined && { replacedBy }),
    };
  };

  const letters: LoopReader['letters'] = async (request, around) => {
    const found = request?.id === undefined ? [] : await lettersTold(store, request, around.filter(isReferralTask));
    return found.length === 0 ? {} : { letters: found };
  };

  return {
    told,
    letters,

    async read(centre, request) {
      const [found, requests] = await Promise.all([
        store.search('Task', {
          'group-identifier': identifierToken(IDENTIFIERS.request(centre), request),
          _revinclude: ['Provenance:target', 'Task:part-of'],
        }),
        store.search('ServiceRequest', {
          identifier: identifierToken(IDENTIFIERS.request(centre), request),
          _revinclude: 'ServiceRequest:replaces',
        }),
      ]);
      const asked = requests
        .filter((it) => it.resourceType === 'ServiceRequest')
        .find(({ identifier }) => identifier?.some(({ value }) => value === request));
      return {
        ...(await told(asked, [...found, ...requests])),
        ...(await letters(asked, found)),
        acts: actsIn(found),
      };
    },
  };
}

/** Without the request, whatever was read is its. */
const fulfils = ({ focus }: fhir4.Task, request: fhir4.ServiceRequest | undefined): boolean =>
  request?.id === undefined || focus?.reference === `ServiceRequest/${request.id}`;

const isReplacing = (resource: fhir4.FhirResource, request: fhir4.ServiceRequest): boolean =>
  resource.resourceType === 'ServiceRequest' &&
  resource.status !== 'entered-in-error' &&
  (resource.replaces?.some(({ reference }) => reference === `ServiceRequest/${request.id}`) ?? false);

/** A centre's number of a request, in the system of another of its requests. */
function numberOf(
  resource: fhir4.FhirResource | undefined,
  like: fhir4.ServiceRequest | undefined,
): string | undefined {
  const system = like?.identifier?.[0]?.system;
  return resource?.resourceType === 'ServiceRequest'
    ? resource.identifier?.find((it) => it.system === system)?.value
    : undefined;
}

function passedOnBy({ id }: fhir4.Task, around: readonly fhir4.FhirResource[]): readonly PassedOn[] {
  return around
    .filter(isPassedOn)
    .filter(({ partOf }) => partOf?.some(({ reference }) => reference === `Task/${id}`))
    .map(({ owner, status, authoredOn }) => ({
      to: owner?.display ?? '',
      status,
      ...(authoredOn !== undefined && { since: authoredOn }),
    }));
}

function actsIn(resources: readonly fhir4.FhirResource[]): readonly Act[] {
  const acts = resources.flatMap((resource): readonly Act[] => {
    if (resource.resourceType !== 'Provenance') return [];
    const what = resource.activity?.coding?.find(({ system }) => system === CODE_SYSTEMS.referralAct)?.code;
    if (what === undefined) return [];
    const channel = resource.extension?.find(({ url }) => url === EXTENSIONS.answerChannel)?.valueCode;
    const saidBy = resource.agent[0]?.who.display;
    const contradicts = resource.activity?.coding?.some(
      ({ system, code }) => system === CODE_SYSTEMS.watchFinding && code === 'contradictory',
    );
    return [
      {
        what,
        knownAt: resource.recorded,
        ...(resource.occurredDateTime !== undefined && { happenedAt: resource.occurredDateTime }),
        ...(channel !== undefined && { channel }),
        ...(saidBy !== undefined && { saidBy }),
        ...(contradicts === true && { finding: 'contradictory' as const }),
      },
    ];
  });
  return acts.sort((a, b) => (a.knownAt < b.knownAt ? -1 : 1));
}

/** Where what the centre asks of a partner is on its way. */
function requestState(task: fhir4.Task, known: DeliveryStatus | undefined): Delivery['state'] {
  const receipt = receiptOf(task);
  const unsent = task.status === 'draft' ? 'draft' : task.status === 'cancelled' ? 'not-sent' : 'to-send';
  // A failed try counts also when an earlier version has left.
  const isUnsaid =
    receipt?.at === undefined || (known !== undefined && (isFailed(known) || (known.version ?? 0) > receipt.version));
  if (isUnsaid) return known?.state ?? unsent;
  const telling = takingBack(task);
  const toTell = telling !== undefined && receipt.stage !== telling;
  return toTell && (known === undefined || known.state === 'to-tell') ? 'to-tell' : 'sent';
}

/** Where the centre's answer to what a partner asks is on its way. */
function answerState(task: fhir4.Task, known: DeliveryStatus | undefined): Delivery['state'] {
  const { version } = revisionOf(task);
  if (isAnswerUntold(task))
    return known !== undefined && (known.version ?? version) === version ? known.state : 'to-send';
  if (receiptOf(task) !== undefined) return 'sent';
  return isWithdrawn(task) ? 'not-sent' : 'to-answer';
}

async function deliveryOf(task: fhir4.Task, statuses: DeliveryStatuses): Promise<Delivery> {
  const number = taskNumberOf(task) ?? '';
  const { at: sentAt, how, notCarried = [] } = receiptOf(task) ?? {};
  const known = await statuses.of(number);
  const business = task.businessStatus?.coding?.[0]?.code;
  const priority = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const output = (code: string) => task.output?.findLast(({ type }) => type.coding?.[0]?.code === code);
  const appointmentAt = output('appointment')?.valueDateTime;
  const outcome = output('outcome')?.valueString;
  return {
    recipient: counterpartOf(task) ?? '',
    task: number,
    status: task.status,
    state: senderOf(task) === undefined ? requestState(task, known) : answerState(task, known),
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
