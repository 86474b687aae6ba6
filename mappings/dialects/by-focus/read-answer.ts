import { ANSWER_PRIORITIES, ANSWER_REASONS } from '../../domain/answer-codes.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { Issue } from '../../domain/mapped.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../domain/systems.ts';
import type { RequestNumber, WordsHeard } from '../dialect.ts';
import { lettersIn } from '../messaging/letters-in.ts';
import { fault, notCarried, picked } from '../messaging/not-carried.ts';
import { partyIn } from '../messaging/party-in.ts';
import { conceptText, narrativeWords, wordsAt } from '../messaging/words-in.ts';
import { lettersOf } from './letters-of.ts';
import type { OpenedBundle } from './opened-bundle.ts';
import { saidByTask } from './said-by-task.ts';
import { outputsIn } from './task-outputs.ts';
import { heardOf, type TaskRead } from './task-read.ts';

/** Read here, or the asker's own part of the Task, which only comes back. */
const READ = [
  'identifier',
  'status',
  'businessStatus',
  'statusReason',
  'lastModified',
  'note',
  'output',
  'owner',
  'extension',
  'contained',
  'executionPeriod',
  'intent',
  'code',
  'description',
  'focus',
  'for',
  'requester',
  'authoredOn',
  'priority',
  'groupIdentifier',
] as const satisfies readonly (keyof fhir4.Task)[];

/** What the owner of a request of ours says of it by its Task. */
export function answerIn(task: fhir4.Task, number: RequestNumber, opened: OpenedBundle, partner: string): TaskRead {
  if (task.status === 'entered-in-error') return { ok: false, issues: [NOT_THE_OWNERS] };
  const { what, issues } = saidByTask(task);
  // What comes back is what we wrote: it is no news.
  if (what === undefined) return { ok: true, value: { heard: [], issues } };
  const happenedAt = task.lastModified ?? task.meta?.lastUpdated;
  if (happenedAt === undefined) return { ok: false, issues: [NO_DATE] };

  const outputs = outputsIn(task, opened);
  const letters = lettersIn(lettersOf(task, opened));
  const coded = task.statusReason?.coding?.find(({ system }) => system === CODE_SYSTEMS.declineReason)?.code;
  const reason = ANSWER_REASONS.find((code) => code === coded);
  const given = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const priority = ANSWER_PRIORITIES.find((code) => code === given);
  const words = conceptText(task.statusReason) ?? task.businessStatus?.text;
  const by = task.note?.at(-1)?.authorString ?? task.owner?.display ?? partyIn(task.owner, opened)?.name;
  return heardOf(
    {
      kind: 'answer',
      number,
      answer: {
        what,
        happenedAt,
        saidBy: by ?? partner,
        recordedBy: partner,
        channel: 'system',
        ...(FINER.has(what) && isStanding(task.status) && { stands: task.status }),
        ...(reason !== undefined && { reason }),
        ...(words !== undefined && { words }),
        ...(priority !== undefined && { priority }),
        ...(outputs.appointmentAt !== undefined && { appointmentAt: outputs.appointmentAt }),
        ...(outputs.outcome !== undefined && { outcome: outputs.outcome }),
      },
      letters: letters.letters,
      words: [...wordsOf(task), ...outputs.words],
    },
    [
      ...issues,
      ...outputs.issues,
      ...letters.issues,
      ...picked(task, READ).issues,
      ...unknownCodes(task, reason === undefined),
      ...(task.extension?.some(({ url }) => url !== EXTENSIONS.receiverPriority) ? [notCarried('Task.extension')] : []),
    ],
  );
}

/** What says more than the status beside it: where the work stands is news too. */
const FINER: ReadonlySet<string> = new Set(['waitlisted', 'scheduled', 'no-show']);

const isStanding = (status: fhir4.Task['status']): status is 'accepted' | 'in-progress' =>
  status === 'accepted' || status === 'in-progress';

const wordsOf = (task: fhir4.Task): readonly WordsHeard[] => [
  ...wordsAt(
    'Task.note',
    (task.note ?? []).map(({ text }) => text),
  ),
  ...narrativeWords(task),
];

const unknownCodes = ({ statusReason }: fhir4.Task, unread: boolean): readonly Issue[] =>
  unread && statusReason?.coding?.some(({ code }) => code !== undefined) === true
    ? [notCarried('Task.statusReason.coding')]
    : [];

/**
 * A community platform passed our request on: its own Task, part of ours. It tells where the request is now, and is no answer to it: the
 * platform still owes one.
 */
export function passedOnIn(task: fhir4.Task, number: RequestNumber, opened: OpenedBundle, partner: string): TaskRead {
  const happenedAt = task.lastModified ?? task.authoredOn ?? task.meta?.lastUpdated;
  if (happenedAt === undefined) return { ok: false, issues: [NO_DATE] };
  const to = task.owner?.display ?? partyIn(task.owner, opened)?.name ?? task.owner?.identifier?.value;
  if (to === undefined) return { ok: false, issues: [NO_OWNER] };
  const own = task.identifier?.find(({ value }) => value !== undefined && value !== '')?.value;
  const status = PASSED_ON_STATES.find((state) => state === task.status);
  return heardOf({
    kind: 'answer',
    number,
    answer: {
      what: 'passed-on',
      happenedAt,
      saidBy: partyIn(task.requester, opened)?.name ?? partner,
      recordedBy: partner,
      channel: 'system',
      passedOn: { to, ...(own !== undefined && { number: own }), ...(status !== undefined && { status }) },
    },
    letters: [],
    words: wordsOf(task),
  });
}

const PASSED_ON_STATES = [
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
  'rejected',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
] as const satisfies readonly NonNullable<AnswerSaid['passedOn']>['status'][];

const NO_OWNER = fault('Task.owner', 'dites à qui la demande a été confiée.', 'say to whom the request was passed on.');

const NO_DATE = fault(
  'Task.lastModified',
  'dites quand c’est arrivé, avec le décalage horaire.',
  'say when it happened, with its offset.',
);
const NOT_THE_OWNERS = fault(
  'Task.status',
  'seul le demandeur peut dire que sa demande était une erreur ; le destinataire la refuse (rejected) ou la termine.',
  'only the requester can say that its request was an error; the owner rejects it or ends it.',
  'business-rule',
);
