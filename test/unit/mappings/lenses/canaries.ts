/** What stands at a place of a tree: the names of the members that lead to it. */
export interface Planted<T> {
  readonly tree: T;
  /** Each canary, with the path at which it was put: `name[0].family`. */
  readonly canaries: ReadonlyMap<string, string>;
}

/** A copy of a tree with a bird of its own in every string; `keep` leaves those on which the meaning of the rest depends. */
export function planted<T>(name: string, tree: T, keep: (path: string, text: string) => boolean): Planted<T> {
  const canaries = new Map<string, string>();
  const visit = (node: unknown, path: string): unknown => {
    if (Array.isArray(node)) return node.map((item, nth) => visit(item, `${path}[${nth}]`));
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(
        Object.entries(node).map(([key, value]) => [key, visit(value, path === '' ? key : `${path}.${key}`)]),
      );
    if (typeof node !== 'string' || keep(path, node)) return node;
    const canary = `canari-${name}-${canaries.size}-`;
    canaries.set(canary, path);
    return canary;
  };
  return { tree: visit(tree, '') as T, canaries };
}

/** The paths of the canaries that are found in these bytes. */
export const escaped = ({ canaries }: Planted<unknown>, bytes: string): readonly string[] =>
  [...canaries].filter(([canary]) => bytes.includes(canary)).map(([, path]) => path);
