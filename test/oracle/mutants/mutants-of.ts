import { createHash } from 'node:crypto';
import { applyPatch } from 'rfc6902';
import { format } from './format-mutator.ts';
import { bundle, invariant } from './invariant-mutators.ts';
import {
  type CodesOf,
  extension,
  narrative,
  profile,
  recode,
  reference,
  type SlicedPaths,
  slice,
} from './meaning-mutators.ts';
import { type Base, MUTANT_CLASSES, type Mutant, type MutantClass, type Mutator } from './mutant.ts';
import { type JsonObject, placesOf } from './places.ts';
import type { R4Members } from './r4-elements.ts';
import { choice, drop, duplicate, empty, retype, unknown } from './structure-mutators.ts';

export interface MutantDeps {
  readonly members: (path: string) => R4Members;
  readonly codesOf: CodesOf;
  readonly slicedPaths: SlicedPaths;
}

/** Every mutant that can be made of a base by one change. */
export function mutantsOf(base: Base, { members, codesOf, slicedPaths }: MutantDeps): readonly Mutant[] {
  const mutators = {
    drop,
    duplicate,
    retype,
    empty,
    format,
    unknown,
    choice: choice(members),
    recode: recode(codesOf),
    reference,
    slice: slice(slicedPaths),
    invariant,
    extension,
    narrative,
    profile,
    bundle,
  } satisfies Record<MutantClass, Mutator>;
  return placesOf(base.resource, members).flatMap((place) =>
    MUTANT_CLASSES.flatMap((name) =>
      mutators[name](place, base).map((change) => ({ ...change, class: name, base, path: place.path })),
    ),
  );
}

/** The resource that a mutant is. Throws when its patch does not fit its base. */
export function resourceOf({ base, patch }: Pick<Mutant, 'base' | 'patch'>): JsonObject {
  const resource = copyOf(base.resource);
  const failures = applyPatch(resource, [...copyOf(patch)]);
  const failure = failures.find((it) => it !== null);
  if (failure) throw failure;
  return resource;
}

/** Not structuredClone: its lists are of another realm than a test's, and rfc6902 takes them for objects. */
const copyOf = <T>(node: T): T => JSON.parse(JSON.stringify(node));

/**
 * `count` mutants out of all those of the bases, the same for the same seed: classes in turn, and within a class first one of each thing that
 * can be done to each path, so that no long list and no large base crowds out the others.
 */
export function pickMutants(
  bases: readonly Base[],
  deps: MutantDeps,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Mutant[] {
  const kinds = new Map<string, Ranked[]>();
  for (const mutant of bases.flatMap((base) => mutantsOf(base, deps))) {
    const kind = `${mutant.class} ${mutant.path} ${mutant.what}`;
    const ranked = { mutant, rank: rankOf(mutant, seed) };
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [ranked]);
    else same.push(ranked);
  }
  for (const same of kinds.values()) same.sort(byRank);
  const queues = MUTANT_CLASSES.map((name) =>
    inTurn([...kinds.values()].filter(([first]) => first?.mutant.class === name)),
  );
  const picked: Mutant[] = [];
  while (picked.length < count) {
    const turn = queues.flatMap((queue) => queue.next().value ?? []);
    if (turn.length === 0) break;
    picked.push(...turn.filter(isOther));
  }
  return picked.slice(0, count);
}

/** The first of each kind, then the second: those of one round in the order of their ranks. */
function* inTurn(kinds: readonly (readonly Ranked[])[]): Generator<Mutant, undefined> {
  for (let round = 0; ; round += 1) {
    const these = kinds.flatMap((same) => same[round] ?? []);
    if (these.length === 0) return undefined;
    for (const { mutant } of these.sort(byRank)) yield mutant;
  }
}

/** What is put there may have stood there already. */
const isOther = (mutant: Mutant): boolean =>
  JSON.stringify(resourceOf(mutant)) !== JSON.stringify(mutant.base.resource);

/** Its place in an order that only the seed and the mutants themselves decide; worked out once, since there are more than a million. */
interface Ranked {
  readonly mutant: Mutant;
  readonly rank: string;
}

const rankOf = (mutant: Mutant, seed: number): string =>
  createHash('sha1')
    .update(`${seed} ${keyOf(mutant)}`)
    .digest('base64');

const byRank = (a: Ranked, b: Ranked): number => (a.rank < b.rank ? -1 : 1);

/** Names a mutant in a finding. */
export const keyOf = ({ class: name, base, what, patch }: Mutant): string =>
  `${name} ${base.name} ${what} ${patch.map(({ op, path }) => `${op} ${path}`).join(', ')}`;
