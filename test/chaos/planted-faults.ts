import type { History } from './history.ts';
import type { Law } from './laws/breach.ts';

/** Throws where a history has nothing to break: then it was no run. */
function thatHas<T>(all: readonly T[], wanted: (one: T) => boolean): T {
  const found = all.find(wanted);
  if (found === undefined) throw new RangeError('the history has nothing to plant this fault in');
  return found;
}

/** The history of a real run with one thing broken each, and the law that must say so. */
export function plantedIn(history: History): readonly (readonly [string, Law, History])[] {
  const { record, partners } = history;
  const withRoots = (roots: History['record']['roots']): History => ({ ...history, record: { ...record, roots } });
  const withPartner = (changed: History['partners'][number]): History => ({
    ...history,
    partners: partners.map((it) => (it.id === changed.id ? changed : it)),
  });

  const [dropped] = record.roots;
  const revised = thatHas(record.roots, ({ versions }) => versions.length > 1);
  const pushed = thatHas(
    partners,
    ({ manner, received }) => manner !== 'fhir-poll' && received.some(({ mark }) => mark),
  );
  const message = thatHas(pushed.received, ({ mark }) => mark !== undefined);
  const kept = thatHas(
    record.tasks,
    ({ statuses, request }) =>
      ['requested', 'received', 'accepted'].includes(statuses.at(-1) ?? '') &&
      partners.some(({ cases }) => cases.some(({ mark }) => mark?.id === request)),
  );
  const [queue] = history.queues;
  const others = record.tasks.filter((task) => task !== kept);

  return [
    ['one dropped', 'lost', withRoots(record.roots.filter((it) => it !== dropped))],
    [
      'a partner’s request dropped',
      'lost',
      {
        ...history,
        partners: partners.map((it) => ({ ...it, cases: it.cases.filter(({ mark }) => mark?.id !== kept.request) })),
      },
    ],
    ['one duplicated', 'twice', withRoots(record.roots.map((it) => (it === dropped ? { ...it, resources: 2 } : it)))],
    [
      'an effect duplicated',
      'twice',
      withPartner({ ...pushed, received: [...pushed.received, { ...message, messageId: `${message.messageId}-2` }] }),
    ],
    [
      'two swapped',
      'order',
      withRoots(record.roots.map((it) => (it === revised ? { ...it, versions: [...it.versions].reverse() } : it))),
    ],
    [
      'an illegal transition',
      'illegal',
      {
        ...history,
        record: { ...record, tasks: [...others, { ...kept, statuses: [...kept.statuses, 'completed', 'accepted'] }] },
      },
    ],
    [
      'a job left over',
      'unexplained',
      { ...history, queues: history.queues.map((it) => (it === queue ? { ...it, left: 1 } : it)) },
    ],
  ];
}
