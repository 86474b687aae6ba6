import type { AnswerGiven } from '../domain/lane-events.ts';
import type { Issue } from '../domain/mapped.ts';
import { ANSWER_MEANINGS } from '../domain/referral-table.ts';
import { revisionOf } from '../domain/revision-on-record.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { type Answered, answeredTask } from './answered-task.ts';
import { extension } from './extension.ts';
import { uuidOf } from './identity.ts';

/** Whether this is the owner's to say: the centre's, to which the request was addressed. Passing a partner's request on is a new request of ours. */
export const isOwners = (what: AnswerGiven['answer']['what']): boolean =>
  ANSWER_MEANINGS[what].by === 'owner' && what !== 'passed-on';

/**
 * The Task of an inbound referral as the centre's answer leaves it, through the one state machine; psc-revision numbers the answers, so that
 * what the sender was last told can be compared with what there is to tell.
 */
export function answeredInbound(task: fhir4.Task, event: AnswerGiven): Answered {
  const answered = answeredTask(task, event);
  return answered.task === undefined ? answered : { ...answered, task: numbered(answered.task, event) };
}

function numbered(task: fhir4.Task, { exchangeId, answer }: AnswerGiven): fhir4.Task {
  const revision: fhir4.Extension = {
    url: EXTENSIONS.revision,
    extension: [
      ...extension('version', 'valuePositiveInt', revisionOf(task).version + 1),
      ...extension('hash', 'valueString', hashOf(exchangeId)),
      ...extension('happened', 'valueDateTime', answer.happenedAt),
      ...extension('exchange', 'valueString', exchangeId),
    ],
  };
  return {
    ...task,
    extension: [revision, ...(task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.revision)],
  };
}

/** Stands for the answer: its exchange is made from what it says. */
const hashOf = (exchangeId: string): string =>
  `${uuidOf('answer', exchangeId)}${uuidOf('answered', exchangeId)}`.replaceAll('-', '');

/** The family and what it is told are the requester's to speak of. */
export const NOT_OURS_TO_SAY: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'Answer.what',
  text: {
    fr: 'De cette demande, le centre est le destinataire : il dit si elle est reçue, acceptée, refusée, en attente, commencée, rendue ou non… Si la famille y met fin, dites « failed » ou « declined » avec sa raison : elle ne sort pas du centre.',
    en: 'The centre is this request’s recipient: it says whether it is received, accepted, declined, waiting, started, done or not… If the family ends it, say "failed" or "declined" with its reason: that reason does not leave the centre.',
  },
};
