import { codingOf } from '../../mappings/concepts/code-map.ts';
import type { Dialect } from '../../mappings/dialects/dialect.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { isAsked, isTakenBack, takingBack } from '../../mappings/domain/current-task.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { BUSINESS_STATUSES } from '../../profiles/codes.ts';
import { isOn } from '../access/switches.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Intake } from '../lanes/intake.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { type Decided, decidedAtOf } from './decided-just-now.ts';
import type { DeliveryStatuses } from './deliveries.ts';
import type { Disclosable, Disclosures, Look } from './disclosure.ts';
import { outgoingContext } from './outgoing-context.ts';
import { requestMessageId, requestReceipt } from './receipts.ts';
import type { ShownBook } from './shown-book.ts';
import { bookOf, type Showable } from './tasks-listed.ts';

/** A Task as the partner that collects it may see it now. */
export interface CollectedTask extends Decided {
  readonly task: fhir4.Task & { readonly id: string; readonly meta: Versioned };
  /** Since when the Task is as the partner sees it: FHIR instant. */
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

type Versioned = fhir4.Meta & { readonly versionId: string };

export interface CollectedLetter {
  readonly document: fhir4.DocumentReference & { readonly id: string; readonly meta: Versioned };
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
  /** What each partner is shown, and since when. */
  readonly book: ShownBook;
  readonly now: () => Date;
}

/**
 * The bare cancellation, that accepted work is to stop, or where its owner left it meanwhile: number and that, nothing else (fhir.md §6). Who
 * never saw it is told nothing.
 */
export function shownBare(deps: CollectedRequestsDeps, disclosable: Disclosable): Showable<CollectedRequest> {
  const { task, number } = disclosable;
  const bare: fhir4.Task = {
    resourceType: 'Task',
    identifier: [{ system: IDENTIFIERS.task, value: number }],
    status: task.status,
    intent: 'order',
    ...TOLD_BARE[takingBack(task) ?? 'ended'],
  };
  const mark = markOf({ task: bare });
  return {
    mark,
    status: bare.status,
    versions: new Map([[`Task/${number}`, mark]]),
    stillHas: () => left(deps, disclosable),
    show: async (since) => ({
      ...numbered(bare, { number, mark, since }),
      left: () => readWhole(deps, disclosable, mark),
    }),
  };
}

/** Who had it before its province was closed can still answer: number and where it stands. What it has not seen has not left. */
export function shownToAnswer(deps: CollectedRequestsDeps, disclosable: Disclosable): Showable<CollectedRequest> {
  const bare = shownBare(deps, disclosable);
  const nothing = async (): Promise<void> => undefined;
  return {
    ...bare,
    stillHas: nothing,
    show: async (since) => ({ ...(await bare.show(since)), left: nothing }),
  };
}

const WITHDRAWN = { statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }] } };

export function shownWhole(
  deps: CollectedRequestsDeps,
  disclosable: Disclosable,
  { seen, written }: Look,
  dialect: Dialect,
): Showable<CollectedRequest> | undefined {
  const { task, number } = disclosable;
  const { message } = dialect.writeRequest(
    travellingRequest(task, seen, seen.letters),
    outgoingContext(disclosable, { messageId: requestMessageId(disclosable), at: deps.now().toISOString() }),
  );
  if (message.form !== 'fhir') return undefined;

  const { lastModified: _moves, ...inMessage } = find(message.bundle, 'Task') ?? task;
  const asked = find(message.bundle, 'ServiceRequest');
  const letters = lettersShown(deps, disclosable, seen.letters);
  const found = find(message.bundle, 'Patient');
  const child = found && versioned({ ...found, id: number });
  const said = task.businessStatus?.coding?.find(({ code }) => code !== undefined && isOwners(code))?.code;
  const to = (type: string, reference: fhir4.Reference) => ({ ...reference, reference: `${type}/${number}` });
  const requester = withoutUrl(inMessage.requester);
  const shown: fhir4.Task = {
    ...inMessage,
    focus: to('ServiceRequest', inMessage.focus ?? {}),
    ...(child !== undefined && { for: to('Patient', inMessage.for ?? {}) }),
    ...(requester !== undefined && { requester }),
    ...(said !== undefined && isOwners(said) && { businessStatus: businessStatus(said) }),
  };
  const request =
    asked &&
    versioned({
      ...asked,
      id: number,
      subject: child === undefined ? asked.subject : to('Patient', asked.subject),
      ...(letters.length > 0 && {
        supportingInfo: letters.map(({ document: { id } }) => ({ reference: `DocumentReference/${id}` })),
      }),
    });
  const mark = markOf({ task: shown, request, letters: letters.map(({ document: { meta: _own, ...said } }) => said) });
  const beside = [request, child, ...letters.map(({ document }) => document)].flatMap((it) => it ?? []);
  return {
    mark,
    status: shown.status,
    versions: new Map([
      [`Task/${number}`, mark],
      ...beside.map((it) => [`${it.resourceType}/${it.id}`, it.meta.versionId] as const),
    ]),
    ...decidedAtOf(disclosable),
    stillHas: () => left(deps, disclosable, lettersGiven(disclosable)),
    async show(since) {
      await written();
      await deps.rememberTask(disclosable);
      return {
        ...numbered(shown, { number, mark, since }),
        ...(request !== undefined && { request }),
        ...(child !== undefined && { child }),
        ...(letters.length > 0 && { letters }),
        mayBeIncluded: isOn(disclosable.centre, 'partnerIncludes'),
        ...decidedAtOf(disclosable),
        left: () => readWhole(deps, disclosable, mark),
      };
    },
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
    document: versioned({
      ...letter,
      id: `${number}.${letter.identifier?.[0]?.value?.slice(0, 8)}`,
      context: { related: [{ reference: `ServiceRequest/${number}` }] },
    }),
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

/** The Task under its pairwise number. Its version and its moments are of what is shown: nothing that is hidden from it moves them. */
const numbered = (
  shown: fhir4.Task,
  { number, mark, since }: { readonly number: string; readonly mark: string; readonly since: string },
) => ({
  task: { ...shown, lastModified: since, id: number, meta: { versionId: mark, lastUpdated: since } },
  lastUpdated: since,
});

/** In a version that what is shown of it makes: what is hidden moves it as little as it moves the rest. */
const versioned = <T extends fhir4.FhirResource>(shown: T): T & { readonly meta: Versioned } => ({
  ...shown,
  meta: { versionId: markOf(shown) },
});

const markOf = (shown: unknown): string => contentHash(shown).slice(0, 16);

type TypeOf = 'Task' | 'ServiceRequest' | 'Patient';

const find = <T extends TypeOf>(bundle: fhir4.Bundle<fhir4.FhirResource>, type: T) =>
  (bundle.entry ?? [])
    .flatMap(({ resource }) => resource ?? [])
    .find((resource): resource is Extract<fhir4.FhirResource, { resourceType: T }> => resource.resourceType === type);

/** It read the request: what stands in that version has left, and in each later one that shows it the same. */
async function readWhole(deps: CollectedRequestsDeps, disclosable: Disclosable, mark: string): Promise<void> {
  await left(deps, disclosable);
  await deps.book.had(bookOf('asked', disclosable.partner), disclosable.number, mark);
}

/** The letters that it read already, of those that go along. */
const lettersGiven = ({ task, going }: Disclosable): readonly string[] =>
  (receiptOf(task)?.letters ?? []).filter((letter) => going.includes(letter));

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
