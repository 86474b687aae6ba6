import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AnsweredFact, BusinessId, JournalEntry, ReceivedFact } from './journal.ts';
import { type Transaction, type TransactionEntry, transactionFrom } from './protocols/transaction.ts';

type TaskStatus = fhir4.Task['status'];

/** A request as this partner has it now. */
export interface Case {
  readonly identifier: BusinessId;
  readonly status: TaskStatus;
  /** The requester cancelled it or said it was an error: later messages change nothing any more. */
  readonly withdrawn: boolean;
  /** The requester asked to stop work that this partner had accepted. */
  readonly stopAsked: boolean;
  /** It was cancelled before this partner had ever received it. */
  readonly unknown: boolean;
  readonly receivedAt: string;
  readonly lastReceivedAt: string;
  readonly timesReceived: number;
  readonly task: fhir4.Task;
  readonly request?: fhir4.ServiceRequest;
  readonly child?: fhir4.Patient;
  /** Whatever else came along: organizations, practitioners. */
  readonly others: readonly fhir4.FhirResource[];
  readonly answers: readonly JournalEntry<AnsweredFact>[];
}

/** Where a received resource stands on this server. */
export interface Stored {
  readonly location: string;
  readonly created: boolean;
}

/** What this partner holds, rebuilt by applying the journal's entries in order. */
export interface Caseload {
  /** True if this message, with this content, was received before. */
  knows(transaction: Transaction): boolean;
  applyReceived(entry: JournalEntry<ReceivedFact>): readonly Stored[];
  applyAnswered(entry: JournalEntry<AnsweredFact>): void;
  cases(): readonly Case[];
  clear(): void;
}

/** Starts empty; `read` is how this partner's messages are read. */
export function createCaseload(read: (body: unknown) => Transaction = transactionFrom): Caseload {
  const cases = new Map<string, Case>();
  const stored = new Map<string, { readonly version: number; readonly resource: fhir4.FhirResource }>();
  const messages = new Map<string, readonly unknown[]>();

  return {
    knows({ messageId, bundle }) {
      return (messages.get(keyOf(messageId)) ?? []).some((content) => isDeepStrictEqual(content, bundle.entry));
    },
    applyReceived({ bundle, repeated, at }) {
      const transaction = read(bundle);
      const key = keyOf(transaction.messageId);
      if (!repeated) messages.set(key, [...(messages.get(key) ?? []), bundle.entry]);
      for (const entry of transaction.entries) {
        if (entry.resource.resourceType !== 'Task') continue;
        const stops = stopAskedBy(entry.resource, entry.identifier);
        const caseKey = keyOf(stops ?? entry.identifier);
        const before = cases.get(caseKey);
        if (stops !== undefined && before !== undefined) cases.set(caseKey, { ...before, stopAsked: true });
        if (stops !== undefined) continue;
        cases.set(
          caseKey,
          repeated && before !== undefined
            ? { ...before, timesReceived: before.timesReceived + 1, lastReceivedAt: at }
            : caseAfter(before, entry.identifier, entry.resource, transaction.entries, at),
        );
      }
      return transaction.entries.map((entry) => {
        const resourceKey = `${entry.type} ${keyOf(entry.identifier)}`;
        const before = stored.get(resourceKey);
        // As HAPI does: what did not change gets no new version, and a repeat changes nothing.
        const unchanged = before !== undefined && (repeated || isDeepStrictEqual(before.resource, entry.resource));
        const version = unchanged ? before.version : (before?.version ?? 0) + 1;
        if (!unchanged) stored.set(resourceKey, { version, resource: entry.resource });
        return { location: `${entry.type}/${idOf(resourceKey)}/_history/${version}`, created: before === undefined };
      });
    },
    applyAnswered(entry) {
      const key = keyOf(entry.task);
      const before = cases.get(key);
      if (before === undefined) return;
      cases.set(key, { ...before, status: entry.resource.status, answers: [...before.answers, entry] });
    },
    cases: () => [...cases.values()],
    clear() {
      cases.clear();
      stored.clear();
      messages.clear();
    },
  };
}

function caseAfter(
  before: Case | undefined,
  identifier: BusinessId,
  task: fhir4.Task,
  entries: readonly TransactionEntry[],
  at: string,
): Case {
  const withdraws = task.status === 'cancelled' || task.status === 'entered-in-error';
  const arrival = { receivedAt: at, timesReceived: 0, answers: [], others: [], stopAsked: false, ...before };
  const counted = { ...arrival, identifier, timesReceived: arrival.timesReceived + 1, lastReceivedAt: at };
  if (withdraws) {
    const unknown = before === undefined ? task.focus === undefined : before.unknown;
    return { ...counted, task, status: task.status, withdrawn: true, unknown };
  }
  // An older message overtaken by its cancellation must not bring back what the family took back.
  if (before?.withdrawn === true) return { ...counted, ...pick(before) };

  const request = resourceAt(entries, task.focus?.reference);
  const child = resourceAt(entries, task.for?.reference ?? subjectOf(request));
  return {
    ...counted,
    task,
    // Once this partner has answered, the state of the work is its own.
    status: before !== undefined && before.answers.length > 0 ? before.status : task.status,
    withdrawn: false,
    unknown: false,
    ...(request?.resourceType === 'ServiceRequest' ? { request } : {}),
    ...(child?.resourceType === 'Patient' ? { child } : {}),
    others: entries.map(({ resource }) => resource).filter((one) => one !== task && one !== request && one !== child),
  };
}

/**
 * The Task that is to stop, if that is what this one asks: a Task of its own whose code is `abort` (HL7’s Clinical Order Workflows), or the
 * same one with the business status that says so, ours or BSeR’s 5.2.
 */
function stopAskedBy(task: fhir4.Task, own: BusinessId): BusinessId | undefined {
  const codes = (concept: fhir4.CodeableConcept | undefined) => concept?.coding?.map(({ code }) => code) ?? [];
  const { system = '', value = '' } = task.focus?.identifier ?? {};
  if (codes(task.code).includes('abort')) return { system, value };
  return codes(task.businessStatus).some((code) => code === '5.2' || code === 'cancel-requested') ? own : undefined;
}

const pick = ({ task, status, withdrawn, unknown }: Case) => ({ task, status, withdrawn, unknown });

const resourceAt = (entries: readonly TransactionEntry[], reference: string | undefined) =>
  reference === undefined ? undefined : entries.find(({ fullUrl }) => fullUrl === reference)?.resource;

const subjectOf = (request: fhir4.FhirResource | undefined) =>
  request?.resourceType === 'ServiceRequest' ? request.subject?.reference : undefined;

const keyOf = ({ system, value }: BusinessId): string => `${system}|${value}`;

/** Made from the identity, so that it is the same after a restart. */
const idOf = (resourceKey: string): string => createHash('sha256').update(resourceKey).digest('hex').slice(0, 20);
