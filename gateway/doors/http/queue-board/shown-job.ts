/** What of a job anybody may see: an allow-list of ids and counts. What it carries is sealed, and is not shown sealed either. */

type Told = Readonly<Record<string, unknown>>;

/** Ids that we made, or that the registry gives. */
const DATA = ['exchangeId', 'task', 'partner', 'about', 'kind', 'replay', 'lane', 'waited'];
const OPTIONS = ['attempts', 'delay', 'jobId', 'priority', 'timestamp'];
const JOB = ['id', 'name', 'timestamp', 'processedOn', 'finishedOn', 'attempts', 'delay', 'isFailed', 'priority'];
const COUNTS = ['attemptsStarted', 'stalledCounter'];

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && !Array.isArray(value);

const only = (names: readonly string[], given: unknown): Told =>
  Object.fromEntries(isTold(given) ? Object.entries(given).filter(([name]) => names.includes(name)) : []);

/** What a job carries, as it is shown. */
export const shownData = (data: unknown): Told => ({
  ...only(DATA, data),
  ...(isTold(data) && 'sealed' in data && { sealed: 'scellé / sealed' }),
});

/** A job as the board tells it, without words: why it failed stands in the dead letters, in our own. */
export const shownJob = (job: unknown): Told => ({
  ...only([...JOB, ...COUNTS], job),
  progress: 0,
  returnValue: null,
  stacktrace: [],
  data: shownData(isTold(job) ? job.data : undefined),
  opts: only(OPTIONS, isTold(job) ? job.opts : undefined),
  ...(isTold(job) && job.isFailed === true && { failedReason: FAILED }),
});

const FAILED = 'npm run operate -- dead-letters list';

/** Whatever the board answers, with the jobs in it cut to what is shown. */
export function shownAnswer(body: unknown): unknown {
  if (!isTold(body)) return body;
  return {
    ...body,
    ...('job' in body && { job: shownJob(body.job) }),
    ...(Array.isArray(body.queues) && { queues: body.queues.map(shownQueue) }),
  };
}

const shownQueue = (queue: unknown): unknown =>
  isTold(queue) ? { ...queue, jobs: Array.isArray(queue.jobs) ? queue.jobs.map(shownJob) : [] } : {};
