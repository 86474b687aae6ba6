/** What a Task of another system must still say when its owner answers: who asked whom, what for, under which numbers. */
export type AskersPart = Pick<
  fhir4.Task,
  'id' | 'identifier' | 'focus' | 'for' | 'requester' | 'owner' | 'authoredOn' | 'priority' | 'code' | 'partOf'
>;

const PARTS = [
  'id',
  'identifier',
  'focus',
  'for',
  'requester',
  'owner',
  'authoredOn',
  'priority',
  'code',
  'partOf',
] as const satisfies readonly (keyof AskersPart)[];

/** The asker's part of a Task as an opaque text, without names: it is kept beside the request until the answer leaves. */
export function threadOf(task: fhir4.Task): string {
  const own = Object.fromEntries(PARTS.flatMap((name) => (task[name] === undefined ? [] : [[name, task[name]]])));
  return JSON.stringify(own, (key, value: unknown) => (key === 'display' ? undefined : value));
}

/** Undefined for a text that `threadOf` did not make. */
export function askersPartIn(thread: string | undefined): AskersPart | undefined {
  if (thread === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(thread);
    // Only `threadOf` writes threads: an object of these elements of a Task.
    return typeof parsed === 'object' && parsed !== null ? (parsed as AskersPart) : undefined;
  } catch {
    return undefined;
  }
}
