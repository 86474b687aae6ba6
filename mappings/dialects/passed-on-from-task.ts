import type { AnswerSaid } from '../domain/lane-events.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import type { RequestNumber } from './dialect.ts';

type Status = NonNullable<NonNullable<AnswerSaid['passedOn']>['status']>;

/** Where it stands there; states that we do not use are read as the nearest that we do. */
const STATUSES: Readonly<Record<fhir4.Task['status'], Status>> = {
  draft: 'requested',
  requested: 'requested',
  received: 'received',
  accepted: 'accepted',
  ready: 'accepted',
  rejected: 'rejected',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
};

/**
 * A recipient's own Task at somebody else, `partOf` the one by which it has our request: who has it now. Never an answer to our request,
 * whatever its status says.
 */
export function passedOnFromTask(
  task: fhir4.Task,
  partner: string,
): Mapped<{ readonly number: RequestNumber; readonly answer: AnswerSaid }> {
  const ours = task.partOf?.find(({ identifier }) => identifier?.system === IDENTIFIERS.task)?.identifier?.value;
  const to = task.owner?.display;
  const happenedAt = task.lastModified;
  if (ours === undefined || to === undefined || happenedAt === undefined)
    return { ok: false, issues: missing({ partOf: ours, owner: to, lastModified: happenedAt }) };
  const number = task.identifier?.find(({ value }) => value !== undefined && value !== '')?.value;
  const words = task.note?.at(-1)?.text;
  return {
    ok: true,
    value: {
      number: { system: IDENTIFIERS.task, value: ours },
      answer: {
        what: 'passed-on',
        happenedAt,
        saidBy: partner,
        recordedBy: partner,
        channel: 'system',
        passedOn: { to, status: STATUSES[task.status], ...(number !== undefined && { number }) },
        ...(words !== undefined && { words }),
      },
    },
  };
}

const WHAT = {
  partOf: {
    fr: 'Nommez la tâche dont celle-ci fait partie : Task.partOf.identifier, avec le numéro que nous vous avons donné.',
    en: 'Name the Task that this one is part of: Task.partOf.identifier, with the number that we gave you.',
  },
  owner: {
    fr: 'Dites qui l’a maintenant : Task.owner.display.',
    en: 'Say who has it now: Task.owner.display.',
  },
  lastModified: {
    fr: 'Dites quand c’est arrivé : Task.lastModified, avec le décalage horaire.',
    en: 'Say when it happened: Task.lastModified, with its offset.',
  },
} as const;

const missing = (parts: Readonly<Record<keyof typeof WHAT, string | undefined>>): readonly Issue[] =>
  (['partOf', 'owner', 'lastModified'] as const)
    .filter((part) => parts[part] === undefined)
    .map((part) => ({ severity: 'error', code: 'required', expression: `Task.${part}`, text: WHAT[part] }));
