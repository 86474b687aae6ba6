import { momentSpan, surelyBefore } from '../../profiles/moment-span.ts';
import { CODE_SYSTEMS, EXTENSIONS } from './systems.ts';

/** The last thing that the owner of a Task said and that counted. */
export interface LastWord {
  /** Code of the act. */
  readonly what: string;
  /** When it happened, as the owner says: FHIR date or dateTime. */
  readonly at: string;
  /** By which channel we know: `system`, or a person wrote it down. */
  readonly how: string;
  /** The owner has accepted at some time, in so many words or by implication. */
  readonly accepted: boolean;
  /** The service has begun at some time. */
  readonly begun: boolean;
}

/** The last word that stands on a Task; undefined while its owner has said nothing. */
export function lastWordOf({ extension = [] }: fhir4.Task): LastWord | undefined {
  const parts = extension.find(({ url }) => url === EXTENSIONS.lastWord)?.extension;
  const part = (url: string) => parts?.find((it) => it.url === url);
  const what = part('what')?.valueCode;
  const at = part('at')?.valueDateTime;
  const how = part('how')?.valueCode;
  if (what === undefined || at === undefined || how === undefined) return undefined;
  return {
    what,
    at,
    how,
    accepted: part('accepted')?.valueBoolean ?? false,
    begun: part('begun')?.valueBoolean ?? false,
  };
}

/** Extension psc-last-word. */
export const lastWordExtension = ({ what, at, how, accepted, begun }: LastWord): fhir4.Extension => ({
  url: EXTENSIONS.lastWord,
  extension: [
    { url: 'what', valueCode: what },
    { url: 'at', valueDateTime: at },
    { url: 'how', valueCode: how },
    { url: 'accepted', valueBoolean: accepted },
    { url: 'begun', valueBoolean: begun },
  ],
});

const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'in-progress', 'completed']);

/** Whether the owner had accepted: its Task says so, or what it said before a pause. */
export const wasAccepted = (task: fhir4.Task): boolean =>
  ACCEPTED.has(task.status) || lastWordOf(task)?.accepted === true;

/** Whether the service had begun, also if it has paused since. */
export const hasBegun = (task: fhir4.Task): boolean =>
  task.status === 'in-progress' || task.executionPeriod?.start !== undefined || lastWordOf(task)?.begun === true;

/** Whether this surely happened before what the owner last said. */
export function isOlder(task: fhir4.Task, happenedAt: string): boolean {
  const last = lastWordOf(task);
  return last !== undefined && surelyBefore(happenedAt, last.at);
}

/** Whether two moments are the same one, however their offsets are written. */
export function sameMoment(one: string, other: string): boolean {
  const [a, b] = [momentSpan(one), momentSpan(other)];
  return a.startMs === b.startMs && a.endMs === b.endMs;
}

/** The requester asked to stop work that had been accepted, and its owner has not answered. */
export const isStopAsked = ({ businessStatus }: fhir4.Task): boolean =>
  businessStatus?.coding?.some(
    ({ system, code }) => system === CODE_SYSTEMS.businessStatus && code === 'cancel-requested',
  ) ?? false;
