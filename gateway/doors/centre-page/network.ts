import type { DirectoryResource, ResourceKind } from '../../../mappings/domain/concepts.ts';
import { RESOURCE_KINDS } from '../../../profiles/codes/directory.ts';

/** Whom a centre works with, by kind: names of services, none of a person. */
export type Network = readonly {
  readonly kind: ResourceKind;
  readonly names: readonly string[];
  /** How many more there are. */
  readonly others: number;
}[];

/** The page prints on one page: a directory may hold hundreds. */
const NAMES_MAX = 4;

const KINDS = Object.keys(RESOURCE_KINDS).filter((kind): kind is ResourceKind => Object.hasOwn(RESOURCE_KINDS, kind));

/** Pure: each resource once, under the first kind that it names; what has no kind is left out. */
export const networkOf = (resources: readonly Pick<DirectoryResource, 'name' | 'kinds'>[]): Network =>
  KINDS.flatMap((kind) => {
    const names = resources.filter(({ kinds }) => kinds?.[0] === kind).map(({ name }) => name);
    const shown = names.slice(0, NAMES_MAX);
    return names.length === 0 ? [] : [{ kind, names: shown, others: names.length - shown.length }];
  });
