/** Does something with each, so many at a time, in their order. The first that fails ends all: what was begun is waited for, then its error is thrown. */
export async function severalAtOnce<T>(
  all: Iterable<T>,
  atOnce: number,
  run: (one: T, hasFailed: () => boolean) => Promise<void>,
): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const failures: unknown[] = [];
  const hasFailed = (): boolean => failures.length > 0;
  const inTurn = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true && !hasFailed(); next = waiting.next()) {
      try {
        await run(next.value, hasFailed);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, inTurn));
  if (hasFailed()) throw failures[0];
}
