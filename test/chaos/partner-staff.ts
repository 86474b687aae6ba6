import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import type { PartnerAct } from './load-plan.ts';
import type { ChaosPartner } from './partners.ts';

/** People at one partner: they answer what came, act by act, and send again what did not leave. */
export interface PartnerStaff {
  /** Nothing is left to say, and all that was said was taken. */
  isIdle(): boolean;
  /** Resolves when the signal is aborted. */
  readonly over: Promise<void>;
}

interface TaskThere {
  readonly identifier: { readonly value: string };
  readonly status: string;
  readonly withdrawn: boolean;
  readonly stopAsked: boolean;
  readonly request?: { readonly text: string };
  readonly answers: readonly { readonly answerId: string; readonly act: string; readonly result: string }[];
}

const LOOK_EVERY_MS = 700;
const ANSWER_WITHIN_MS = 8_000;
/** Nobody answers everything at once. */
const AT_ONCE = 6;

export const MARK = /\b(r\d+[ab])-v(\d+)\b/;

/** Starts to look again and again; `acts` says what becomes of each request. */
export function partnerStaff(
  { controlUrl }: Pick<ChaosPartner, 'controlUrl'>,
  acts: (request: string) => readonly PartnerAct[],
  signal: AbortSignal,
): PartnerStaff {
  let idle = false;
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${controlUrl}${path}`, {
      method,
      signal: timeLimit(signal, ANSWER_WITHIN_MS),
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return response.json();
  };

  const look = async (): Promise<void> => {
    const { tasks } = (await call('GET', '/tasks')) as { readonly tasks: readonly TaskThere[] };
    const due = tasks.flatMap((task) => nextOf(task, acts) ?? []);
    idle = due.length === 0;
    await Promise.all(
      due
        .filter((next) => next.kind !== 'wait')
        .slice(0, AT_ONCE)
        .map((next) => call('POST', next.path, next.body)),
    );
  };

  const over = (async () => {
    while (!signal.aborted) {
      // A partner that was killed or paused is looked at again later.
      await look().catch(() => {
        idle = false;
      });
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return { isIdle: () => idle, over };
}

type Next = { readonly kind: 'wait' } | { readonly kind: 'do'; readonly path: string; readonly body?: object };

const BODIES: Readonly<Record<PartnerAct, object>> = {
  acknowledge: {},
  accept: { priority: 'P2' },
  schedule: { at: '2026-12-10T09:00:00-05:00' },
  start: {},
  complete: { outcome: 'Fait' },
  decline: { reason: 'full' },
};

/** What is to be done next about one request; nothing when it is done with. */
function nextOf(task: TaskThere, acts: (request: string) => readonly PartnerAct[]): Next | undefined {
  const last = task.answers.at(-1);
  if (last?.result === 'pending') return { kind: 'wait' };
  if (last?.result === 'not-delivered') return { kind: 'do', path: `/answers/${last.answerId}/sending`, body: {} };
  const path = `/tasks/${encodeURIComponent(task.identifier.value)}/answers`;
  if (task.withdrawn || ENDED.has(task.status)) return undefined;
  if (task.stopAsked) return { kind: 'do', path, body: { act: 'stop' } };
  const request = MARK.exec(task.request?.text ?? '')?.[1];
  const act = request === undefined ? undefined : acts(request)[task.answers.length];
  return act === undefined ? undefined : { kind: 'do', path, body: { act, ...BODIES[act] } };
}

const ENDED: ReadonlySet<string> = new Set(['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error']);
