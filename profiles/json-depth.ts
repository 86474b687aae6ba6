/** Whether `value` holds an object or array nested deeper than `depthMax`; a bare object or array has depth 1. Without recursion: the input is hostile. */
export function tooDeep(value: unknown, depthMax: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const containers = level.filter((it) => typeof it === 'object' && it !== null);
    if (containers.length > 0 && depth >= depthMax) return true;
    level = containers.flatMap((it) => Object.values(it ?? {}));
  }
  return false;
}
