import { CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import { type GatewayAnswer, type GatewayClient, OperateProblem } from '../../gateway-client.ts';
import type { Journal } from './journal.ts';
import { isBusy } from './paced.ts';
import type { LoadLine } from './read-lines.ts';

/** What became of a line that was sent. */
export interface SentLine {
  readonly line: LoadLine;
  /** `on-its-way`: accepted, and not seen in the record yet; sent again it changes nothing. */
  readonly outcome: 'loaded' | 'on-its-way' | 'refused';
  /** Why it was refused, in words that repeat no value. */
  readonly words?: string;
}

export interface SendDeps {
  readonly gateway: GatewayClient;
  readonly journal: Journal;
  readonly tell: (sent: SentLine) => void;
  readonly tooBusy: string;
}

/** Children at the same time; the lines of one child follow each other, as they stand in the file. */
const AT_ONCE = 4;
/** Looks at where an event is, each up to the `wait` of the gateway’s pace. */
const LOOKS_MAX = 60;

/**
 * Sends each line through the ordinary API, under a key that its content gives: however often it is sent, it counts once. What is in the
 * record is noted before the next one is sent. Throws OperateProblem when the gateway is away, or stays too busy; what was noted stays.
 */
export async function sendLines(
  { gateway, journal, tell, tooBusy }: SendDeps,
  lines: readonly LoadLine[],
): Promise<void> {
  const groups = new Map<string, LoadLine[]>();
  for (const line of lines) {
    const name = line.child ?? `line ${line.line}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  const waiting = groups.values();
  let isStopped = false;
  const work = async (): Promise<void> => {
    for (const group of waiting) {
      for (const line of group) {
        if (isStopped) return;
        const sent = await sendLine(gateway, line, tooBusy);
        if (sent.outcome === 'loaded' && line.key !== undefined) journal.add(line.key, line.line);
        tell(sent);
        // What follows about this child would wait for a circle that does not come.
        if (sent.outcome === 'refused' && line.concept === 'care-circle') break;
      }
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown) => {
      isStopped = true;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(workers)).find((it) => it.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function sendLine(gateway: GatewayClient, line: LoadLine, tooBusy: string): Promise<SentLine> {
  const { concept = 'care-circle', id = '', body, key = '' } = line;
  const answer = await gateway.ask('PUT', `/v1/${CONCEPT_PLURALS[concept]}/${encodeURIComponent(id)}`, {
    token: 'CENTRE_TOKEN',
    body,
    headers: { 'idempotency-key': key, prefer: 'wait=30' },
  });
  if (isBusy(answer)) throw new OperateProblem(tooBusy);
  if (answer.status === 401 || answer.status === 403) throw new OperateProblem(`${answer.status} : ${answer.words}`);
  if (answer.status > 299) return { line, outcome: 'refused', words: answer.words || String(answer.status) };
  return answer.status === 202 ? followed(gateway, line, answer) : { line, outcome: 'loaded' };
}

/** Looks at an accepted event until it is in the record, was refused, or has taken too long. */
async function followed(gateway: GatewayClient, line: LoadLine, accepted: GatewayAnswer): Promise<SentLine> {
  const id = textAt(accepted.body, 'id');
  for (let look = 0; id !== undefined && look < LOOKS_MAX; look += 1) {
    const { body, status } = await gateway.ask('GET', `/v1/exchanges/${id}`, { token: 'CENTRE_TOKEN' });
    const state = textAt(body, 'state');
    if (state === 'synced' || state === 'superseded') return { line, outcome: 'loaded' };
    if (state === 'refused' || state === 'parked') return { line, outcome: 'refused', words: state };
    if (status > 299 && status !== 404) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { line, outcome: 'on-its-way' };
}

const LOOK_EVERY_MS = 1_000;

const textAt = (body: unknown, name: string): string | undefined => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};
