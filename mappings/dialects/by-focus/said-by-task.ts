import { BSER } from '../../../profiles/concept-maps.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { Issue } from '../../domain/mapped.ts';
import { CODE_SYSTEMS } from '../../domain/systems.ts';
import { notCarried } from '../messaging/not-carried.ts';

type Status = fhir4.Task['status'];
type What = AnswerSaid['what'];

/** What a Task.status says by itself. STU2 peers still write `received` and `ready`; `requested` is what we wrote ourselves. */
const BY_STATUS: Readonly<Partial<Record<Status, What>>> = {
  received: 'acknowledged',
  ready: 'accepted',
  accepted: 'accepted',
  rejected: 'declined',
  'in-progress': 'started',
  'on-hold': 'awaiting-information',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};

interface Code {
  /** Statuses beside which it stands without contradiction. */
  readonly beside: readonly Status[];
  /** What it says more than such a status. */
  readonly finer?: What;
  /** What it says beside a status that was left as it was asked. */
  readonly alone?: What;
}

const OPEN: readonly Status[] = ['requested', 'received', 'ready', 'accepted', 'in-progress', 'on-hold'];
const UNDER_WAY: readonly Status[] = ['accepted', 'in-progress', 'on-hold', 'ready'];
const BEGUN: readonly Status[] = ['accepted', 'in-progress'];

/** Ours, for partners that have taken them over. */
const OURS: Readonly<Record<string, Code>> = {
  acknowledged: { beside: ['requested', 'received'], finer: 'acknowledged' },
  accepted: { beside: UNDER_WAY, alone: 'accepted' },
  declined: { beside: ['rejected'], alone: 'declined' },
  waitlisted: { beside: ['received', 'accepted'], finer: 'waitlisted', alone: 'waitlisted' },
  scheduled: { beside: BEGUN, finer: 'scheduled', alone: 'scheduled' },
  started: { beside: ['in-progress'], alone: 'started' },
  'no-show': { beside: BEGUN, finer: 'no-show', alone: 'no-show' },
  'awaiting-information': { beside: ['on-hold'], alone: 'awaiting-information' },
  completed: { beside: ['completed'], alone: 'completed' },
  failed: { beside: ['failed'], alone: 'failed' },
  cancelled: { beside: ['cancelled'], alone: 'cancelled' },
};

/** BSeR’s, those of its first version too (5.4, 5.x): HL7’s only codes for this, so that a Gravity peer may write them as well. */
const BSERS: Readonly<Record<string, Code>> = {
  '2.0': { beside: ['draft', 'requested', 'received', 'on-hold'] },
  '3.0': { beside: UNDER_WAY, alone: 'accepted' },
  '4.0': { beside: ['rejected'], alone: 'declined' },
  '5.1.1': { beside: BEGUN, finer: 'scheduled', alone: 'scheduled' },
  '5.1.2': { beside: BEGUN, finer: 'no-show', alone: 'no-show' },
  '5.1.3': { beside: UNDER_WAY },
  '5.1.4': { beside: BEGUN, finer: 'started', alone: 'started' },
  '5.x': { beside: BEGUN, finer: 'started', alone: 'started' },
  '5.2': { beside: OPEN },
  '5.4': { beside: OPEN },
  '6.0': { beside: ['cancelled', 'failed'], alone: 'cancelled' },
  '7.0': { beside: ['completed'], alone: 'completed' },
};

const STOP_ASKED: ReadonlySet<string> = new Set(['5.2', '5.4']);

/** Whether it says, in BSeR’s way, that accepted work is asked to stop. */
export const asksToStop = (task: fhir4.Task): boolean => STOP_ASKED.has(codeOf(task, BSER) ?? '');

/** What the owner of a Task says by it; without `what`, nothing new. */
export interface SaidByTask {
  readonly what?: What;
  readonly issues: readonly Issue[];
}

/**
 * Status and business status together. The finer one counts beside a status that fits it; where they contradict each other the status
 * counts, with a warning. A status that was left as we wrote it (`requested`) says nothing, so that a business status counts alone.
 */
export function saidByTask(task: fhir4.Task): SaidByTask {
  const { status } = task;
  const ours = codeOf(task, CODE_SYSTEMS.businessStatus);
  const bsers = codeOf(task, BSER);
  const code = (ours === undefined ? undefined : OURS[ours]) ?? (bsers === undefined ? undefined : BSERS[bsers]);
  const unknown =
    task.businessStatus?.coding?.some((coding) => coding.code !== undefined) === true && code === undefined;
  const issues = [
    ...(unknown ? [notCarried('Task.businessStatus')] : []),
    ...(bsers === '5.1.3' ? [EVENT_CANCELLED] : []),
  ];
  if (code === undefined) return said(BY_STATUS[status], issues);
  return code.beside.includes(status)
    ? said(code.finer ?? BY_STATUS[status], issues)
    : said(BY_STATUS[status] ?? code.alone, [...issues, CONTRADICTORY]);
}

const said = (what: What | undefined, issues: readonly Issue[]): SaidByTask => ({
  issues,
  ...(what !== undefined && { what }),
});

const codeOf = ({ businessStatus }: fhir4.Task, system: string): string | undefined =>
  businessStatus?.coding?.find((coding) => coding.system === system)?.code;

const CONTRADICTORY: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'Task.businessStatus',
  text: {
    fr: 'Task.businessStatus contredit Task.status : Task.status compte, sauf s’il en est resté à la demande. Écrivez les deux ensemble.',
    en: 'Task.businessStatus contradicts Task.status: Task.status counts, unless it was left as it was asked. Write both together.',
  },
};

const EVENT_CANCELLED: Issue = {
  severity: 'warning',
  code: 'not-supported',
  expression: 'Task.businessStatus',
  text: {
    fr: 'Task.businessStatus : un rendez-vous annulé n’est pas repris ; l’état de la demande compte.',
    en: 'Task.businessStatus: a cancelled appointment is not carried over; where the request stands counts.',
  },
};
