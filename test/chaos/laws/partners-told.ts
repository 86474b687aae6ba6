import type { CaseSeen, History, TaskSeen } from '../history.ts';
import type { Manner } from '../partners.ts';
import { type Breach, breach } from './breach.ts';
import { concepts, type Sent } from './newest-versions.ts';

/** Each partner has each request, in its newest version or knowing that it was taken back; and what it answered was heard. */
export function partnersTold(history: History): readonly Breach[] {
  const tasks = new Map(history.record.tasks.map((task) => [`${task.request} ${task.partner}`, task]));
  const cases = new Map(history.partners.flatMap(({ id, cases: all }) => all.map((it) => [`${id} ${it.number}`, it])));
  const requests = concepts(history).filter(({ concept }) => concept === 'service-referral');
  const told = requests.flatMap((sent) => {
    const partner = String(sent.versions[0]?.body.recipient ?? '');
    const task = tasks.get(`${sent.id} ${partner}`);
    if (task === undefined) return [breach('lost', sent.id, `no Task for ${partner}`)];
    return requestTold(sent, task, cases.get(`${partner} ${task.number}`));
  });
  const manners = new Map(history.partners.map(({ id, manner }) => [id, manner]));
  const heard = history.record.tasks.flatMap((task) =>
    answersHeard(task, cases.get(`${task.partner} ${task.number}`), waysOf(task, manners.get(task.partner))),
  );
  return [...told, ...heard];
}

const UNDER_WAY: ReadonlySet<string> = new Set(['requested', 'received', 'accepted', 'in-progress', 'on-hold']);
const TAKEN_BACK: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error']);
const ENDED_THERE: ReadonlySet<string> = new Set(['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error']);

function requestTold({ id, root }: Sent, task: TaskSeen, there: CaseSeen | undefined): readonly Breach[] {
  const status = task.statuses.at(-1) ?? '';
  // Cancelled before it left: there is nobody to tell.
  if (there === undefined) return TAKEN_BACK.has(status) ? [] : [breach('lost', id, `${task.partner} never got it`)];
  const knowsTheEnd = there.withdrawn || ENDED_THERE.has(there.status);
  if (TAKEN_BACK.has(status) && !knowsTheEnd)
    return [breach('lost', id, `${task.partner} does not know that it was taken back`)];
  if (!UNDER_WAY.has(status)) return [];
  if (task.stopAsked)
    return there.stopAsked || knowsTheEnd ? [] : [breach('lost', id, `${task.partner} was not asked to stop`)];
  const newest = root?.versions.at(-1);
  return there.mark?.version === newest
    ? []
    : [breach('lost', id, `${task.partner} has version ${there.mark?.version ?? 'none'}, HAPI has ${newest}`)];
}

/** What each act of a partner is called where it is noted, and the status that it leads to. */
const ACTS: Readonly<Record<string, { readonly noted: string; readonly status: string }>> = {
  acknowledge: { noted: 'acknowledged', status: 'received' },
  accept: { noted: 'accepted', status: 'accepted' },
  schedule: { noted: 'scheduled', status: 'accepted' },
  start: { noted: 'started', status: 'in-progress' },
  complete: { noted: 'completed', status: 'completed' },
  decline: { noted: 'declined', status: 'rejected' },
  stop: { noted: 'cancelled', status: 'cancelled' },
};

/**
 * One that tells us and that we read as well says the same act in two ways, its Task alone and its Task with what it refers to. Of a request
 * that has ended nothing changes any more, and each saying is kept, once.
 */
const waysOf = ({ statuses }: TaskSeen, manner: Manner | undefined): number =>
  manner === 'fhir-server' && ENDED_THERE.has(statuses.at(-1) ?? '') ? 2 : 1;

function answersHeard(task: TaskSeen, there: CaseSeen | undefined, ways: number): readonly Breach[] {
  const answers = there?.answers ?? [];
  const unheard = answers.flatMap(({ act, result }) => {
    const { noted = act } = ACTS[act] ?? {};
    const times = task.noted.filter(({ what }) => what === noted).length;
    if (result === 'refused')
      return [breach('lost', task.request, `what ${task.partner} answered (${act}) was refused`)];
    if (result !== 'taken')
      return [breach('unexplained', task.request, `what ${task.partner} answered (${act}) is ${result}`)];
    if (times === 0)
      return [breach('lost', task.request, `what ${task.partner} answered (${act}) was taken, and is nowhere`)];
    return times > ways
      ? [breach('twice', task.request, `what ${task.partner} answered (${act}) was noted ${times} times`)]
      : [];
  });
  const last = answers.findLast(({ result }) => result === 'taken');
  const [status, wanted] = [task.statuses.at(-1) ?? '', last === undefined ? undefined : ACTS[last.act]?.status];
  const differs = wanted !== undefined && status !== wanted && !TAKEN_BACK.has(status);
  return differs
    ? [...unheard, breach('lost', task.request, `${task.partner} last answered ${last?.act}, and HAPI says ${status}`)]
    : unheard;
}
