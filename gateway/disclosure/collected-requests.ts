import { codingOf } from '../../mappings/concepts/code-map.ts';
import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { isAsked, isTakenBack, takingBack } from '../../mappings/domain/current-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { BUSINESS_STATUSES } from '../../profiles/codes.ts';
import { isClosedElsewhere } from '../access/other-provinces.ts';
import { isOn } from '../access/switches.ts';
import { GatewayError } from '../failures.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Intake } from '../lanes/intake.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Partner } from '../registry.ts';
import { type Decided, decidedAtOf } from './decided-just-now.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import type { Disclosable, Disclosures } from './disclosure.ts';
import { outgoingContext } from './outgoing-context.ts';
import type { FoundTask } from './page-of-shown.ts';
import { requestMessageId, requestReceipt } from './receipts.ts';

/** A Task as the partner that collects it may see it now. */
export interface CollectedTask extends Decided {
  readonly task: fhir4.Task & { readonly id: string; readonly meta: fhir4.Meta & { readonly versionId: string } };
  /** When the Task changed last: FHIR instant. */
  readonly lastUpdated: string;
  /** What it saw counts as sent: to be called once the answer is with the partner. */
  left(): Promise<void>;
}

/** A request as the partner that collects it may see it now, under numbers that only it knows. */
export interface CollectedRequest extends CollectedTask {
  /** Absent once the request was taken back. */
  readonly request?: fhir4.ServiceRequest;
  readonly child?: fhir4.Patient;
  /** Whether its centre lets these two come with the Task in a list, and not by their number only. */
  readonly mayBeIncluded?: boolean;
  /** Letters that go along, files and all: to be read one by one, each its own receipt. */
  readonly letters?: readonly CollectedLetter[];
}

export interface CollectedLetter {
  readonly document: fhir4.DocumentReference & { readonly id: string };
  left(): Promise<void>;
}

export interface CollectedRequestsDeps {
  readonly store: FhirStore;
  readonly disclosures: Disclosures;
  readonly statuses: DeliveryStatuses;
  readonly intake: Intake;
  /** Remembers what a pairwise number stands for, so that its answer finds its lane also while HAPI is away. */
  readonly rememberTask: (disclosable: Disclosable) => Promise<void>;
  /** Whether it was remembered: what was shown once may have arrived. */
  readonly mayHaveArrived: (disclosable: Disclosable) => Promise<boolean>;
  readonly now: () => Date;
}

/** The requests that a partner without a server of its own collects here. Each look is a disclosure: basis, lens, audit. */
export interface CollectedRequests {
  /** The partner's Tasks, also those that it may not see: for us alone to choose from. */
  numbers(partner: Partner, since: readonly string[]): Promise<readonly FoundTask[]>;
  /** Where it stands, if `show` would show it now; nothing is shown by this, and nothing audited. */
  standing(partner: Partner, number: string): Promise<Pick<fhir4.Task, 'status'> | undefined>;
  /**
   * Undefined for what is not this partner's, may not be shown, or is not there: all alike; of what it saw before its province was closed,
   * number and where it stands, to be answered. Throws GatewayError `held` for what the partner
   * has seen while something acknowledged bears on it: who is answering is to ask again, not to be told that there is no such request.
   */
  show(partner: Partner, number: string): Promise<CollectedRequest | undefined>;
}

export function collectedRequests(deps: CollectedRequestsDeps): CollectedRequests {
  return {
    async numbers(partner, since) {
      const found = await deps.store.search('Task', {
        'owner:Organization.identifier': identifierToken(IDENTIFIERS.partner, partner.id),
        _sort: '_lastUpdated',
        ...(since.length > 0 && { _lastUpdated: since }),
      });
      return found.flatMap((task) => {
        const number = task.resourceType === 'Task' ? numberOf(task) : undefined;
        const lastUpdated = task.meta?.lastUpdated;
        return number === undefined || lastUpdated === undefined ? [] : [{ number, lastUpdated }];
      });
    },

    async standing(partner, number) {
      const disclosable = await deps.disclosures.read(number);
      if (disclosable === undefined || disclosable.partner.id !== partner.id) return undefined;
      const isShown = isOver(disclosable) ? await wasSeen(deps, disclosable) : mayBeShownWhole(deps, disclosable);
      return isShown ? disclosable.task : undefined;
    },

    async show(partner, number) {
      const disclosable = await deps.disclosures.read(number);
      if (disclosable === undefined || disclosable.partner.id !== partner.id) return undefined;
      return isOver(disclosable) ? shownBare(deps, disclosable) : shownWhole(deps, disclosable);
    },
  };
}

const numberOf = ({ identifier = [], status, partOf }: fhir4.Task): string | undefined =>
  status === 'draft' || partOf !== undefined
    ? undefined
    : identifier.find(({ system }) => system === IDENTIFIERS.task)?.value;

const isOver = ({ stage, request }: Disclosable): boolean => stage === 'cancellation' || request.status === 'revoked';

/** What is held is not listed: it keeps no other from being found, and comes with its next change. */
function mayBeShownWhole({ disclosures }: CollectedRequestsDeps, disclosable: Disclosable): boolean {
  const { task, partner } = disclosable;
  if (dialectOf(partner.dialect) === undefined || task.status === 'draft') return false;
  try {
    disclosures.mustHaveBasis(disclosable, partner.transport);
    return true;
  } catch (error) {
    if (error instanceof GatewayError && (error.kind === 'noBasis' || error.kind === 'held')) return false;
    throw error;
  }
}

/**
 * The bare cancellation, that accepted work is to stop, or where its owner left it meanwhile: number and that, nothing else (fhir.md §6). Who
 * never saw it is told nothing.
 */
async function shownBare(deps: CollectedRequestsDeps, disclosable: Disclosable): Promise<CollectedRequest | undefined> {
  const { task, number } = disclosable;
  if (!(await wasSeen(deps, disclosable))) return undefined;
  const bare: fhir4.Task = {
    resourceType: 'Task',
    identifier: [{ system: IDENTIFIERS.task, value: number }],
    status: task.status,
    intent: 'order',
    ...TOLD_BARE[takingBack(task) ?? 'ended'],
  };
  return { ...numbered(bare, disclosable), left: () => left(deps, disclosable) };
}

/** Who had it before its province was closed can still answer: number and where it stands. What it has not seen has not left. */
async function shownToAnswer(
  deps: CollectedRequestsDeps,
  disclosable: Disclosable,
): Promise<CollectedRequest | undefined> {
  const shown = await shownBare(deps, disclosable);
  return shown && { ...shown, left: async () => undefined };
}

const WITHDRAWN = { statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }] } };

const wasSeen = async (deps: CollectedRequestsDeps, disclosable: Disclosable): Promise<boolean> =>
  receiptOf(disclosable.task) !== undefined || (await deps.mayHaveArrived(disclosable));

async function shownWhole(
  deps: CollectedRequestsDeps,
  disclosable: Disclosable,
): Promise<CollectedRequest | undefined> {
  const { task, number, partner, version } = disclosable;
  const dialect = dialectOf(partner.dialect);
  if (dialect === undefined || task.status === 'draft') return undefined;
  const seen = await deps.disclosures.disclose(disclosable, partner.transport).catch(async (error: unknown) => {
    const kind = error instanceof GatewayError ? error.kind : undefined;
    if (kind === 'noBasis' || (kind === 'held' && !(await wasSeen(deps, disclosable)))) return undefined;
    throw error;
  });
  if (seen === undefined)
    return isClosedElsewhere(disclosable.centre, partner) ? shownToAnswer(deps, disclosable) : undefined;
  await deps.rememberTask(disclosable);
  const { message } = dialect.writeRequest(
    travellingRequest(task, seen, seen.letters),
    outgoingContext(disclosable, { messageId: requestMessageId(disclosable), at: deps.now().toISOString() }),
  );
  if (message.form !== 'fhir') return undefined;

  const { lastModified: _moves, ...written } = find(message.bundle, 'Task') ?? task;
  const request = find(message.bundle, 'ServiceRequest');
  const letters = lettersShown(deps, disclosable, seen.letters);
  const child = find(message.bundle, 'Patient');
  const said = task.businessStatus?.coding?.find(({ code }) => code !== undefined && isOwners(code))?.code;
  const to = (type: string, reference: fhir4.Reference) => ({ ...reference, reference: `${type}/${number}` });
  const forChild = child === undefined ? {} : { for: to('Patient', written.for ?? {}) };
  const requester = withoutUrl(written.requester);
  return {
    ...numbered(
      {
        ...written,
        focus: to('ServiceRequest', written.focus ?? {}),
        ...forChild,
        ...(requester !== undefined && { requester }),
        ...(said !== undefined && isOwners(said) && { businessStatus: businessStatus(said) }),
      },
      disclosable,
      seen.letters,
    ),
    ...(request !== undefined && {
      request: {
        ...request,
        id: number,
        meta: { versionId: `${version}` },
        subject: child === undefined ? request.subject : to('Patient', request.subject),
        ...(letters.length > 0 && {
          supportingInfo: letters.map(({ document: { id } }) => ({ reference: `DocumentReference/${id}` })),
        }),
      },
    }),
    ...(child !== undefined && { child: { ...child, id: number } }),
    ...(letters.length > 0 && { letters }),
    mayBeIncluded: isOn(disclosable.centre, 'partnerIncludes'),
    ...decidedAtOf(disclosable),
    left: () => left(deps, disclosable),
  };
}

/** The letters of a request under numbers that begin with its own, so that each is found again. */
function lettersShown(
  deps: CollectedRequestsDeps,
  disclosable: Disclosable,
  letters: readonly fhir4.DocumentReference[],
): readonly CollectedLetter[] {
  const { number, going } = disclosable;
  return letters.map((letter, nth) => ({
    document: {
      ...letter,
      id: `${number}.${letter.identifier?.[0]?.value?.slice(0, 8)}`,
      context: { related: [{ reference: `ServiceRequest/${number}` }] },
    },
    left: () => left(deps, disclosable, going.length === letters.length ? going.slice(nth, nth + 1) : []),
  }));
}

/** Where it stands, as its owner said: what the family was told, and what we ask, is ours to know. */
const isOwners = (code: string): code is Exclude<keyof typeof BUSINESS_STATUSES, 'family-told' | 'cancel-requested'> =>
  code !== 'family-told' && code !== 'cancel-requested' && Object.hasOwn(BUSINESS_STATUSES, code);

const businessStatus = (code: keyof typeof BUSINESS_STATUSES): fhir4.CodeableConcept => ({
  coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, code)],
});

const TOLD_BARE: Readonly<Record<NonNullable<ReturnType<typeof takingBack>> | 'ended', Partial<fhir4.Task>>> = {
  stop: { businessStatus: businessStatus('cancel-requested') },
  cancellation: WITHDRAWN,
  error: WITHDRAWN,
  /** Its owner ended it before it learned that it was taken back. */
  ended: {},
};

/** A reference into a message leads nowhere here: who asks is named by identifier and words. */
function withoutUrl(reference: fhir4.Reference | undefined): fhir4.Reference | undefined {
  if (reference === undefined) return undefined;
  const { reference: _url, ...rest } = reference;
  return rest;
}

/** The Task under its pairwise number; its version is made from what is shown, so that neither a receipt of ours nor a letter that stays makes another. */
function numbered(
  shown: fhir4.Task,
  { number, version, task, stage }: Disclosable,
  letters: readonly fhir4.DocumentReference[] = [],
) {
  const lastUpdated = task.meta?.lastUpdated ?? '';
  const versionId = contentHash({ shown, version, stage, ...(letters.length > 0 && { letters }) }).slice(0, 16);
  const lastModified = task.lastModified === undefined ? {} : { lastModified: task.lastModified };
  return { task: { ...shown, ...lastModified, id: number, meta: { versionId, lastUpdated } }, lastUpdated };
}

type TypeOf = 'Task' | 'ServiceRequest' | 'Patient';

const find = <T extends TypeOf>(bundle: fhir4.Bundle<fhir4.FhirResource>, type: T) =>
  (bundle.entry ?? [])
    .flatMap(({ resource }) => resource ?? [])
    .find((resource): resource is Extract<fhir4.FhirResource, { resourceType: T }> => resource.resourceType === type);

/** The first look at a version is its receipt: the request has left; so is the first look at a letter that goes along. */
async function left(
  deps: CollectedRequestsDeps,
  disclosable: Disclosable,
  letters: readonly string[] = [],
): Promise<void> {
  const { task, number, requestId, version, telling } = disclosable;
  const last = receiptOf(task);
  const isTold =
    last?.version === version && last.stage === telling && letters.every((it) => last.letters.includes(it));
  if (!(isAsked(task) || isTakenBack(task)) || isTold) return;
  const at = deps.now().toISOString();
  const event = requestReceipt(disclosable, { at, letters });
  await deps.intake.accept({ event, identifier: requestId, issues: [], waitMs: 0 });
  await deps.statuses.note(number, { state: 'sent', version, at });
}
