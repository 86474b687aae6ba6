import { setTimeout as wait } from 'node:timers/promises';
import { Router } from 'express';
import type { Office } from '../office.ts';
import type { SendAnswer } from '../outbox.ts';
import { PartnerProblem } from '../problem.ts';
import { fhirRestRefer } from '../protocols/fhir-rest-refer.ts';
import { callGateway } from '../protocols/fhir-rest-send.ts';
import type { Protocol, SendOptions } from '../protocols/protocol.ts';
import { textsAt, valuesAt } from '../reading.ts';
import { taskFromAnswer } from '../task-from-answer.ts';
import { conditionalTransaction } from './referral-message.ts';
import type { Sender } from './referral-resources.ts';
import { serverTransactionFrom } from './server-transaction.ts';

export interface PollerOptions extends Sender {
  /** How often it asks the gateway for what is new. */
  readonly everyMs: number;
}

/**
 * Windows overlap, and widely: a server dates a Task when it begins to write it and shows it when that is done, which takes as long as the
 * server is busy or stands still.
 */
const OVERLAP_MS = 30_000;

/**
 * A partner without a server of its own: it asks the gateway for its Tasks, reads what each refers to, and answers by updating the Task there
 * with the version it read.
 */
export function poller({ everyMs, ...sender }: PollerOptions): Protocol {
  let options: SendOptions | undefined;
  return {
    path: '/fhir',
    receive({ office, signal }) {
      // It is known by now: a stand-in is told how to send before it is told how to receive.
      if (options !== undefined) void pollUntilStopped(options, { office, id: sender.id, everyMs }, signal);
      return nobodyListens();
    },
    send(given) {
      options = given;
      return updateOf(given);
    },
    referrals: fhirRestRefer,
    read: serverTransactionFrom,
    taskOf: taskFromAnswer,
  };
}

function nobodyListens(): Router {
  const routes = Router();
  routes.use(() => {
    throw new PartnerProblem(404, {
      fr: 'Ce partenaire n’a pas de serveur : il relève lui-même ses demandes.',
      en: 'This partner has no server: it collects its requests itself.',
    });
  });
  return routes;
}

interface Polling {
  readonly office: Pick<Office, 'receive' | 'turnAway'>;
  readonly id: string;
  readonly everyMs: number;
}

async function pollUntilStopped(options: SendOptions, { office, id, everyMs }: Polling, signal: AbortSignal) {
  const seen = new Set<string>();
  let since = 0;
  while (!signal.aborted) {
    const askedAt = Date.now();
    const tasks = await changedTasks(options, `owner=${encodeURIComponent(id)}`, since - OVERLAP_MS, signal);
    const answers = await changedTasks(options, `requester=${encodeURIComponent(id)}`, since - OVERLAP_MS, signal);
    for (const task of answers ?? []) {
      const news = `answer-${task.id}-${task.meta?.versionId}`;
      if (seen.has(news)) continue;
      seen.add(news);
      keep(office, conditionalTransaction(news, [{ fullUrl: `Task/${task.id}`, resource: task }]));
    }
    let isWhole = tasks !== undefined && answers !== undefined;
    for (const task of tasks ?? []) {
      const version = `task-${task.id}-${task.meta?.versionId}`;
      if (seen.has(version)) continue;
      const bundle = await withWhatItNames(options, task, signal);
      const news = bundle?.identifier?.value;
      if (bundle === undefined || news === undefined) {
        isWhole = false;
        continue;
      }
      seen.add(version);
      if (seen.has(news)) continue;
      seen.add(news);
      keep(office, bundle);
    }
    // What could not be asked, or read whole, is asked again from the same moment.
    if (isWhole) since = askedAt;
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

function keep(office: Polling['office'], bundle: fhir4.Bundle<fhir4.FhirResource>): void {
  try {
    office.receive(serverTransactionFrom(bundle));
  } catch (error) {
    if (!(error instanceof PartnerProblem)) throw error;
    office.turnAway(error.text, error.status);
  }
}

/** Every page of what changed since; undefined when the gateway could not be asked. */
async function changedTasks(options: SendOptions, whose: string, sinceMs: number, signal: AbortSignal) {
  const since = sinceMs <= 0 ? '' : `&_lastUpdated=gt${new Date(sinceMs).toISOString()}`;
  const found: fhir4.Task[] = [];
  let path: string | undefined = `/fhir/Task?${whose}${since}`;
  while (path !== undefined) {
    const page: fhir4.Bundle | undefined = bundleIn(await read(options, path, signal));
    if (page === undefined) return undefined;
    found.push(...(page.entry ?? []).flatMap(({ resource }) => (isTask(resource) ? [resource] : [])));
    const next = page.link?.find(({ relation }) => relation === 'next')?.url;
    path = next === undefined ? undefined : `/fhir/Task${new URL(next).search}`;
  }
  return found;
}

const isTask = (resource: fhir4.Resource | undefined): resource is fhir4.Task => resource?.resourceType === 'Task';

const bundleIn = (resource: fhir4.FhirResource | undefined) =>
  resource?.resourceType === 'Bundle' ? resource : undefined;

/** The Task as a message that this partner keeps: with the request and the child that it names, and the letters that the request names. */
async function withWhatItNames(options: SendOptions, task: fhir4.Task, signal: AbortSignal) {
  const references = [...textsAt(task, 'focus.reference'), ...textsAt(task, 'for.reference')];
  const named = await Promise.all(references.map((reference) => read(options, `/fhir/${reference}`, signal)));
  const parts = [task, ...named.flatMap((resource) => resource ?? [])];
  if (parts.length !== references.length + 1) return undefined;
  const letters = named.flatMap((resource) => textsAt(resource, 'supportingInfo.reference'));
  const enclosed = await Promise.all(letters.map((reference) => read(options, `/fhir/${reference}`, signal)));
  // Its own answers come back as new versions of the Task: only the request, and that it was taken back, is news here.
  const stops = textsAt(task, 'businessStatus.coding.code').includes('cancel-requested');
  const state = ENDED_BY_REQUESTER.has(task.status) ? task.status : stops ? 'stop' : 'asked';
  const message = [task.id, state, ...named.map((resource) => resource?.meta?.versionId), ...letters].join('-');
  return conditionalTransaction(
    message,
    [...parts, ...enclosed.flatMap((letter) => letter ?? [])]
      .filter((resource) => valuesAt(resource, 'identifier').length > 0)
      .map((resource) => ({ fullUrl: `${resource.resourceType}/${resource.id}`, resource })),
  );
}

const ENDED_BY_REQUESTER: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error']);

async function read(options: SendOptions, path: string, signal: AbortSignal): Promise<fhir4.FhirResource | undefined> {
  const { attempt } = await callGateway(options, { method: 'GET', path }, signal);
  if (attempt.result !== 'taken') return undefined;
  const [type] = textsAt(attempt.body, 'resourceType');
  // The gateway's own answer: it says what it is.
  return type === undefined ? undefined : (attempt.body as fhir4.FhirResource);
}

/** `PUT /fhir/Task/{id}` with `If-Match`: if somebody was faster, it reads again and answers what stands now. */
const updateOf =
  (options: SendOptions): SendAnswer =>
  async (task, signal) => {
    const id = task.identifier?.[0]?.value ?? '';
    const path = `/fhir/Task/${encodeURIComponent(id)}`;
    const before = await callGateway(options, { method: 'GET', path }, signal);
    if (before.attempt.result !== 'taken') return before.attempt;
    const headers = before.etag === undefined ? {} : { 'if-match': before.etag };
    const { attempt } = await callGateway(options, { method: 'PUT', path, body: { ...task, id }, headers }, signal);
    return attempt.result === 'refused' && attempt.status === 412
      ? { result: 'not-delivered', willRetry: true, status: 412, because: 'HTTP 412' }
      : attempt;
  };
