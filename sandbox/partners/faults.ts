import type { Bilingual } from './bilingual.ts';
import { PartnerProblem } from './problem.ts';

/** How the partner's FHIR endpoint misbehaves, on demand. */
export const FAULTS = {
  none: { fr: 'Aucune', en: 'None' },
  refuse: { fr: 'Coupe la connexion aussitôt, sans lire', en: 'Resets the connection at once, reads nothing' },
  hang: { fr: 'Ne répond jamais, ne garde rien', en: 'Never answers, keeps nothing' },
  'error-500': { fr: 'Répond 500, ne garde rien', en: 'Answers 500, keeps nothing' },
  slow: { fr: 'Garde aussitôt, répond en retard', en: 'Keeps at once, answers late' },
  'drop-after-receiving': {
    fr: 'Garde, puis coupe la connexion sans répondre',
    en: 'Keeps, then cuts the connection without answering',
  },
  'notification-lost': {
    fr: 'Répond bien, mais ses propres avis se perdent en route',
    en: 'Answers well, but its own notifications are lost on the way',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A fault; with `times` it ends by itself after that many requests. */
export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: Exclude<keyof typeof FAULTS, 'none' | 'slow'>; readonly times?: number }
  | { readonly kind: 'slow'; readonly ms: number; readonly times?: number };

/** The present fault. `take` is called once for each request to the endpoint, `losesNotification` once for each one it would send. */
export interface FaultSwitch {
  present(): Fault;
  set(fault: Fault): void;
  take(): Fault;
  losesNotification(): boolean;
}

/** Starts without a fault. */
export function createFaultSwitch(): FaultSwitch {
  let present: Fault = { kind: 'none' };
  const taken = (): Fault => {
    const fault = present;
    if (fault.kind !== 'none' && fault.times !== undefined) {
      present = fault.times > 1 ? { ...fault, times: fault.times - 1 } : { kind: 'none' };
    }
    return fault;
  };
  return {
    present: () => present,
    set(fault) {
      present = fault;
    },
    take: () => (present.kind === 'notification-lost' ? { kind: 'none' } : taken()),
    losesNotification: () => present.kind === 'notification-lost' && taken().kind === 'notification-lost',
  };
}

const SLOW_MAX_MS = 600_000;
const TIMES_MAX = 1_000_000;

/** The fault in a JSON body or a form (where numbers are texts). Throws a 400 PartnerProblem that names the field. */
export function faultFrom(body: unknown): Fault {
  const { kind, ms, times }: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  if (!isFaultKind(kind)) {
    const kinds = Object.keys(FAULTS).join(', ');
    throw new PartnerProblem(400, { fr: `kind : un de : ${kinds}.`, en: `kind: one of: ${kinds}.` }, 'kind');
  }
  if (kind === 'none') return { kind };
  const limit = times === undefined || times === '' ? {} : { times: whole('times', times, 1, TIMES_MAX) };
  return kind === 'slow' ? { kind, ms: whole('ms', ms, 0, SLOW_MAX_MS), ...limit } : { kind, ...limit };
}

const isFaultKind = (value: unknown): value is keyof typeof FAULTS =>
  typeof value === 'string' && Object.hasOwn(FAULTS, value);

function whole(field: string, given: unknown, min: number, max: number): number {
  const value = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new PartnerProblem(
    400,
    { fr: `${field} : un entier de ${min} à ${max}.`, en: `${field}: a whole number from ${min} to ${max}.` },
    field,
  );
}
