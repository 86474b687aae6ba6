import type { CodeSets } from './code-sets.ts';
import { choiceProperty, type ElementNode, isList, typesOf } from './element-node.ts';
import { fixedOrPattern, patternTest } from './emit-pattern.ts';
import { type FunctionPool, js } from './function-pool.ts';

type Discriminator = fhir4.ElementDefinitionSlicingDiscriminator;

/** What is needed to say which slice an element is of. */
export interface MatchContext {
  readonly pool: FunctionPool;
  readonly sets: CodeSets;
  /** The tree of a type or profile by its URL or its name. */
  readonly treeOf: (type: string) => ElementNode;
}

/** A step of a discriminator’s path. */
type Step =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'extension'; readonly url: string }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'ofType'; readonly type: string };

/** The name of a function `(v, w) => boolean`: whether an element belongs to the slice. */
export function sliceMatcher(
  slice: ElementNode,
  discriminators: readonly Discriminator[],
  context: MatchContext,
): string {
  const tests = discriminators.flatMap((it) => discriminatorTest(slice, it, context) ?? []);
  if (tests.length === 0) throw new Error(`${slice.definition.id}: no discriminator has a value to compare with`);
  return context.pool.fn(
    `is_${slice.sliceName}`,
    'v, w',
    `return ${tests.map((name) => `${name}(v, w)`).join(' && ')};`,
  );
}

function discriminatorTest(
  slice: ElementNode,
  { type, path }: Discriminator,
  context: MatchContext,
): string | undefined {
  const steps = pathSteps(path);
  const criteria = type === 'profile' ? slice : criteriaAt(slice, steps, context);
  if (criteria?.definition.max === '0') {
    const present = walked(slice, steps, context.pool.fn('exists', 'v', 'return v !== undefined;'), context);
    return context.pool.fn('absent', 'v, w', `return !${present}(v, w);`);
  }
  const test = criteria === undefined ? undefined : criteriaTest(type, criteria, steps, context);
  return test === undefined ? undefined : walked(slice, steps, test, context);
}

const STEP =
  /^(?:\$this|extension\('([^']+)'\)|resolve\(\)|(?:ofType|as)\(([A-Za-z]+)\)|([A-Za-z]+)(?:\[x\])?)(?:\.|$)/;

function pathSteps(path: string): readonly Step[] {
  const steps: Step[] = [];
  let rest = path;
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (match === null) throw new Error(`discriminator path ${path} is not understood`);
    const [whole, url, type, name] = match;
    if (url !== undefined) steps.push({ kind: 'extension', url });
    else if (type !== undefined) steps.push({ kind: 'ofType', type });
    else if (name !== undefined) steps.push({ kind: 'child', name });
    else if (whole.startsWith('resolve')) steps.push({ kind: 'resolve' });
    rest = rest.slice(whole.length);
  }
  return steps;
}

/** The element of the slice that a discriminator looks at. */
function criteriaAt(slice: ElementNode, steps: readonly Step[], context: MatchContext): ElementNode | undefined {
  return steps.reduce<ElementNode | undefined>(
    (node, step) => (node === undefined ? undefined : below(node, step, context)),
    slice,
  );
}

function below(node: ElementNode, step: Step, context: MatchContext): ElementNode | undefined {
  if (step.kind === 'ofType' || step.kind === 'resolve') return node;
  const children = childrenOf(node, context);
  if (step.kind === 'child') return children.find(({ name }) => name === step.name);
  const all = children.find(({ name }) => name === 'extension')?.slices ?? [];
  return all.find((it) => it.definition.type?.[0]?.profile?.[0] === step.url || urlOf(it, context) === step.url);
}

const urlOf = (extension: ElementNode, context: MatchContext): unknown => {
  const url = childrenOf(extension, context).find(({ name }) => name === 'url');
  return url === undefined ? undefined : fixedOrPattern(url.definition)?.value;
};

/** What is written below the element, else below its type’s or profile’s own definition. */
export function childrenOf(node: ElementNode, { treeOf }: Pick<MatchContext, 'treeOf'>): readonly ElementNode[] {
  if (node.children.length > 0) return node.children;
  // The pattern of a list may stand on the one slice of it.
  const [slice] = node.slices;
  if (slice !== undefined && slice.children.length > 0) return slice.children;
  const type = node.definition.type?.[0];
  const profile = type?.profile?.[0];
  if (profile !== undefined) return treeOf(profile).children;
  const [name] = typesOf(node);
  return name === undefined ? [] : treeOf(name).children;
}

/** The name of a function over what the path leads to. */
function criteriaTest(
  type: Discriminator['type'],
  node: ElementNode,
  steps: readonly Step[],
  { pool, sets }: MatchContext,
): string | undefined {
  const { definition } = node;
  if (type === 'exists') return pool.fn('exists', 'v', `return v !== undefined;`);
  if (type === 'type') return pool.fn('isType', 'v, w', `return ${typeTest(node, steps)};`);
  if (type === 'profile') {
    const types = definition.type ?? [];
    const urls = types.flatMap((it) => (steps.at(-1)?.kind === 'resolve' ? it.targetProfile : it.profile) ?? []);
    return pool.fn('conforms', 'v, w', `return conformsToAny(v, ${js(urls)}, w);`);
  }
  const wanted = fixedOrPattern(definition);
  if (wanted !== undefined) return patternTest(pool, wanted.kind, wanted.value);
  if (definition.binding?.strength !== 'required' || definition.binding.valueSet === undefined) return undefined;
  const set = sets.coded(definition.binding.valueSet);
  return set === undefined ? undefined : pool.fn('member', 'v', `return isMember(v, ${set});`);
}

function typeTest(node: ElementNode, steps: readonly Step[]): string {
  const types = steps.at(-1)?.kind === 'resolve' ? targetTypes(node) : typesOf(node);
  return types.map((type) => `isOfType(v, ${js(type)})`).join(' || ') || 'true';
}

const targetTypes = ({ definition }: ElementNode): readonly string[] =>
  (definition.type ?? [])
    .flatMap(({ targetProfile }) => targetProfile ?? [])
    .map((url) => url.slice(url.lastIndexOf('/') + 1));

/** Leads `test` along the path: it holds if it holds for one of the elements there. */
function walked(slice: ElementNode, steps: readonly Step[], test: string, context: MatchContext): string {
  const [step, ...rest] = steps;
  if (step === undefined) return test;
  const { pool } = context;
  if (step.kind === 'ofType') return walked(slice, rest, test, context);
  if (step.kind === 'resolve') {
    const next = walked(slice, rest, test, context);
    return pool.fn('resolved', 'v, w', `const t = resolved(v, w);\nreturn t !== undefined && ${next}(t, w);`);
  }
  const node = below(slice, step, context);
  if (node === undefined) throw new Error(`${slice.definition.id}: no ${js(step)} to discriminate by`);
  const next = walked(node, rest, test, context);
  if (step.kind === 'extension') {
    return pool.fn(
      'extension',
      'v, w',
      `if (!isObject(v) || !Array.isArray(v.extension)) return false;\nfor (const it of v.extension) if (isObject(it) && it.url === ${js(step.url)} && ${next}(it, w)) return true;\nreturn false;`,
    );
  }
  const properties = node.choice ? typesOf(node).map((type) => choiceProperty(node.name, type)) : [node.name];
  const some = properties.map((property) => `isObject(v) && ${childTest(`v.${property}`, isList(node), next)}`);
  return pool.fn(`by_${node.name}`, 'v, w', `return ${some.join(' || ')};`);
}

/** Where nothing stands, only a test of existence may hold; for lists one of them must. */
const childTest = (at: string, list: boolean, test: string): string =>
  list ? `Array.isArray(${at}) && ${at}.some((it) => ${test}(it, w))` : `${at} !== undefined && ${test}(${at}, w)`;
