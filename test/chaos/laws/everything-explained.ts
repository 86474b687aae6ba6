import type { History } from '../history.ts';
import { type Breach, breach } from './breach.ts';

const FINAL: ReadonlySet<string> = new Set(['synced', 'superseded', 'refused', 'parked', 'absent']);

/** Nothing waits any more; what was set aside has a reason and deserved it; all poison was refused or set aside. */
export function everythingExplained({ sent, exchanges, letters, queues, poison, quiet }: History): readonly Breach[] {
  const restless = quiet.reached ? [] : [breach('unexplained', 'quiet', `never came: ${quiet.waitsFor.join(', ')}`)];
  const left = queues
    .filter((queue) => queue.left > 0)
    .map(({ name, left: jobs }) => breach('unexplained', name, `${jobs} jobs are left`));
  const open = exchanges
    .filter(({ state }) => !FINAL.has(state))
    .map(({ id, state }) => breach('unexplained', id, `is still ${state}`));

  const orphans = sent.filter(({ orphan, acknowledged }) => orphan === true && acknowledged.length > 0);
  const deserved = new Set([
    ...poison.flatMap(({ exchange }) => exchange ?? []),
    ...orphans.flatMap(({ acknowledged }) => acknowledged.map(({ exchange }) => exchange)),
    // Never acknowledged, and taken all the same.
    ...sent.filter(({ orphan }) => orphan === true).map(({ id }) => id),
  ]);
  // Bytes that say nothing come from somebody all the same: a person is told that something was said and could not be read.
  const garbage = poison.filter(({ what }) => what === 'garbage-over-mllp').length;
  const garbled = letters.filter(({ kind }) => kind === 'unheard').length <= garbage;
  const setAside = letters.flatMap(({ id, identifier = '', kind, failure, reason }) => [
    ...(reason === '' ? [breach('unexplained', id, 'was set aside without a reason')] : []),
    ...(deserved.has(id) || deserved.has(identifier) || (kind === 'unheard' && garbled)
      ? []
      : [
          breach(
            'unexplained',
            identifier || id,
            `a ${kind} was set aside (${failure}), though nothing was wrong with it`,
          ),
        ]),
  ]);

  const told = new Set(letters.map(({ id }) => id));
  const poisoned = poison.flatMap(({ what, exchange, refused }) => {
    if (exchange !== undefined)
      return told.has(exchange) ? [] : [breach('unexplained', exchange, `${what}: nobody was told`)];
    return refused === true ? [] : [breach('unexplained', what, 'was not refused')];
  });
  const forgotten = orphans
    .filter(({ acknowledged }) => !acknowledged.some(({ exchange }) => told.has(exchange)))
    .map(({ id }) => breach('unexplained', id, 'names what never came, and nobody was told'));
  return [...restless, ...left, ...open, ...setAside, ...poisoned, ...forgotten];
}
