import { mappedConcepts } from '../generators/mapped-concepts.ts';
import { atOnce } from './at-once.ts';
import { codesAtHand, ourExamples, ourInvalidExamples, r4Examples, slicedPathsOfOurs } from './corpus.ts';
import type { Judged } from './judge.ts';
import type { Base } from './mutants/mutant.ts';
import { keyOf, pickMutants, resourceOf } from './mutants/mutants-of.ts';
import { isObject, type JsonObject } from './mutants/places.ts';
import { profilesOf } from './mutants/profiles-of.ts';
import { r4Elements } from './mutants/r4-elements.ts';
import type { Validator } from './verdict.ts';

export interface OracleOptions {
  readonly hl7: Validator;
  readonly ours: Validator;
  readonly mutants: number;
  readonly concepts: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** A resource to be judged by both. */
interface Case {
  readonly class: string;
  readonly key: string;
  readonly mutant: boolean;
  readonly resource: JsonObject;
  readonly labelled?: 'valid' | 'invalid';
}

const AT_ONCE = 4;
/** Of the resources that mappings make, so many of each profile are mutated, and so many whole Bundles of each concept. */
const OF_EACH_PROFILE_MAX = 3;
const OF_EACH_CONCEPT_MAX = 2;
const BUNDLE_MAX_BYTES = 15_000;

/** Has the whole corpus and the mutants of what is valid in it judged by both validators. */
export async function askOracle({
  hl7,
  ours,
  mutants,
  concepts,
  seed,
  say,
}: OracleOptions): Promise<readonly Judged[]> {
  const judged = async ({ resource, ...rest }: Case): Promise<Judged> => ({
    ...rest,
    hl7: await hl7(resource),
    ours: await ours(resource),
  });
  const corpus = corpusOf(mappedConcepts({ count: concepts, seed }));
  say(`corpus: ${corpus.length} resources …`);
  const known = await atOnce(AT_ONCE, corpus, judged);

  const whole = corpus.filter((_, nth) => known[nth]?.hl7.says === 'valid');
  const bases = basesIn(whole);
  // Examples and whole Bundles were judged as they are; what stands in a Bundle was not judged alone yet.
  const judgedAlready = new Set(whole.map(({ resource }) => resource));
  const alone = await atOnce(
    AT_ONCE,
    bases,
    async ({ resource }) => judgedAlready.has(resource) || (await hl7(resource)).says === 'valid',
  );
  const deps = { members: r4Elements(), codesOf: codesAtHand(), slicedPaths: slicedPathsOfOurs() };
  const valid = bases.filter((_, nth) => alone[nth]);
  const picked = pickMutants(valid, deps, { count: mutants, seed });
  say(`mutants: ${picked.length}, of ${valid.length} valid resources …`);
  const them = await atOnce(AT_ONCE, picked, (mutant) =>
    judged({ class: mutant.class, key: keyOf(mutant), mutant: true, resource: resourceOf(mutant) }),
  );
  return [...known, ...them];
}

const corpusOf = (concepts: ReturnType<typeof mappedConcepts>): readonly Case[] => [
  ...ourExamples().map((it) => caseOf('our examples', it, 'valid')),
  ...ourInvalidExamples().map((it) => caseOf('our invalid examples', it, 'invalid')),
  ...r4Examples().map((it) => caseOf('R4 examples', it)),
  ...concepts.map(({ name, bundle }) =>
    caseOf('mapped concepts', { name, resource: JSON.parse(JSON.stringify(bundle)) }, 'valid'),
  ),
];

const caseOf = (name: string, base: Base, labelled?: Case['labelled']): Case => ({
  class: name,
  key: base.name,
  mutant: false,
  resource: base.resource,
  ...(labelled === undefined ? {} : { labelled }),
});

/** What mutants are made of: examples, and some of what the mappings make, alone and as they are sent. */
function basesIn(cases: readonly Case[]): readonly Base[] {
  const examples = cases.filter((it) => it.class === 'our examples' || it.class === 'R4 examples');
  const mapped = cases.filter((it) => it.class === 'mapped concepts');
  const alone = mapped.flatMap(({ key, resource }) =>
    entriesOf(resource).map((entry, nth) => ({ name: `${key}, entry ${nth}`, resource: entry })),
  );
  const small = mapped.filter(({ resource }) => JSON.stringify(resource).length <= BUNDLE_MAX_BYTES);
  return [
    ...examples.map(({ key, resource }) => ({ name: key, resource })),
    ...firstOfEach(alone, OF_EACH_PROFILE_MAX, ({ resource }) =>
      [resource.resourceType, ...profilesOf(resource)].join(' '),
    ),
    ...firstOfEach(small, OF_EACH_CONCEPT_MAX, ({ key }) => key.replace(/ \d+$/, '')).map(({ key, resource }) => ({
      name: key,
      resource,
    })),
  ];
}

const entriesOf = ({ entry }: JsonObject): readonly JsonObject[] =>
  Array.isArray(entry) ? entry.flatMap((it) => (isObject(it) && isObject(it.resource) ? [it.resource] : [])) : [];

/** The largest of each kind, since they have the most to be broken. */
function firstOfEach<T extends { readonly resource: JsonObject }>(
  all: readonly T[],
  max: number,
  kindOf: (it: T) => string,
): readonly T[] {
  const bySize = [...all].sort((a, b) => JSON.stringify(b.resource).length - JSON.stringify(a.resource).length);
  const counts = new Map<string, number>();
  return bySize.filter((it) => {
    const kind = kindOf(it);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= max;
  });
}
