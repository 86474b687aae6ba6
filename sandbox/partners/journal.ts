import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Answer } from './acts.ts';
import type { Bilingual } from './bilingual.ts';
import type { StandInReferral } from './stand-in-referral.ts';

/** A business identifier as FHIR writes it: whose numbering, and the number. */
export interface BusinessId {
  readonly system: string;
  readonly value: string;
}

/** A message that was stored; `repeated` when the same message, with the same content, had been stored before. */
export interface ReceivedFact {
  readonly kind: 'received';
  readonly messageId: BusinessId;
  readonly repeated: boolean;
  readonly bundle: fhir4.Bundle;
}

/** A request to the FHIR endpoint that was not stored, and why; its body is not kept. */
export interface TurnedAwayFact {
  readonly kind: 'turned-away';
  /** Absent when the connection was left hanging or cut. */
  readonly status?: number;
  readonly because: Bilingual;
}

/** What the partner decided, before it is sent. */
export interface AnsweredFact {
  readonly kind: 'answered';
  readonly answerId: string;
  readonly task: BusinessId;
  readonly answer: Answer;
  readonly resource: fhir4.Task;
}

/** One try to bring an answer to the gateway. */
export interface SentFact {
  readonly kind: 'sent';
  readonly answerId: string;
  readonly attempt: Attempt;
}

/** A child that this partner referred to a centre, or took back, and what became of the message. */
export interface ReferredFact {
  readonly kind: 'referred';
  readonly number: BusinessId;
  readonly referral: StandInReferral;
  readonly cancelled: boolean;
  readonly attempt: Attempt;
}

export type Attempt =
  | { readonly result: 'taken'; readonly status: number; readonly body?: unknown }
  | { readonly result: 'refused'; readonly status: number; readonly body?: unknown }
  | {
      readonly result: 'not-delivered';
      readonly willRetry: boolean;
      readonly status?: number;
      readonly because: string;
      readonly body?: unknown;
    };

export type Fact = ReceivedFact | TurnedAwayFact | AnsweredFact | SentFact | ReferredFact;

/** A fact with its place in the order and the time it was written down. */
export type JournalEntry<F extends Fact = Fact> = F & { readonly sequence: number; readonly at: string };

/** Everything that happened, in order; only ever added to, until a person empties it. */
export interface Journal {
  append<F extends Fact>(factOf: (sequence: number) => F): JournalEntry<F>;
  entries(): readonly JournalEntry[];
  clear(): void;
}

/** Opens a journal, in memory and, when a file is given, also on disk as NDJSON read again here. */
export function openJournal({ file, now }: { readonly file?: string; readonly now: () => Date }): Journal {
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  const entries: JournalEntry[] = file === undefined ? [] : entriesIn(file);
  let sequenceLast = entries.at(-1)?.sequence ?? 0;

  return {
    append(factOf) {
      const sequence = sequenceLast + 1;
      const entry = { sequence, at: now().toISOString(), ...factOf(sequence) };
      // On disk first: what could not be written was not received.
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
      entries.push(entry);
      sequenceLast = sequence;
      return entry;
    },
    entries: () => entries,
    clear() {
      if (file !== undefined) writeFileSync(file, '', { mode: 0o600 });
      entries.length = 0;
    },
  };
}

/** A process killed while it wrote leaves half a line at the end: it was acknowledged to nobody, and is cut off. */
function entriesIn(file: string): JournalEntry[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  if (whole.length < bytes.length) truncateSync(file, whole.length);
  return whole
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalEntry);
}
