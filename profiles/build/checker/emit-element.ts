import type { CodeSets } from './code-sets.ts';
import { capitalized, choiceProperty, type ElementNode, isList, typesOf } from './element-node.ts';
import { fixedOrPattern, patternTest } from './emit-pattern.ts';
import { isPrimitive, primitiveCheck } from './emit-primitive.ts';
import { sliceMatcher } from './emit-slice-match.ts';
import { type FunctionPool, js } from './function-pool.ts';

/** What a definition is emitted with. */
export interface EmitContext {
  readonly pool: FunctionPool;
  readonly sets: CodeSets;
  /** The tree of a type or profile by its name or URL. */
  readonly treeOf: (type: string) => ElementNode;
  readonly isResource: (type: string) => boolean;
  /** Statements that check the invariants of an element: `v` its value, `c` the companion of a primitive. */
  readonly invariants: (node: ElementNode, type: string | undefined) => string;
  /** The element that a contentReference of this structure names. */
  readonly referred: (id: string) => ElementNode;
  /** The structure’s own name, for the functions that call themselves. */
  readonly structure: string;
}

/** Stands for the type of the object beside a primitive. */
const COMPANION = 'companion';

/** Bit 0 says that there is something besides an id. */
const SOMETHING = 1;
const BITS_MAX = 30;

/** Checks that a type asks for beyond its definition (profiles/checker-runtime/codes.ts, references.ts). */
const TYPE_RULES: Readonly<Record<string, string>> = {
  Coding: 'coding(v, w);',
  Quantity: 'quantity(v, w);',
  Age: 'quantity(v, w);',
  Count: 'quantity(v, w);',
  Distance: 'quantity(v, w);',
  Duration: 'quantity(v, w);',
  Identifier: 'identifier(v, w);',
  Reference: 'reference(v, w);',
  Attachment: 'attachment(v, w);',
  Meta: 'meta(v, w);',
};

/** The name of the check of a complex type by its base definition. */
export function typeCheck(type: string, context: EmitContext): string {
  const tree = context.treeOf(type);
  return context.pool.recursive(`t_${type}`, 'v, w', () =>
    objectBody(tree, type, { ...context, structure: `t_${type}` }),
  );
}

/** The check of a whole definition: a resource, a profile of one, or an extension. */
export const structureCheck = (name: string, tree: ElementNode, type: string, context: EmitContext): string =>
  context.pool.recursive(name, 'v, w', () => objectBody(tree, type, { ...context, structure: name }));

/** The name of the check of one complex element. */
function elementCheck(node: ElementNode, type: string, where: string, context: EmitContext): string {
  const { contentReference } = node.definition;
  if (contentReference !== undefined) return referredCheck(contentReference, context);
  if (node.children.length > 0) {
    const inner = type === 'BackboneElement' || type === 'Element' ? `${where}.${node.name}` : type;
    return context.pool.fn(inner, 'v, w', objectBody(node, inner, context, type));
  }
  const profile = node.definition.type?.find((it) => it.code === type)?.profile?.[0];
  const check = profile === undefined ? typeCheck(type, context) : profiledType(profile, type, context);
  const more = [...valueRules(node, type, context), context.invariants(node, type)].filter((it) => it !== '');
  if (more.length === 0) return check;
  return context.pool.fn(
    `${where}.${node.name}`,
    'v, w',
    `const b = w.broken;\n${check}(v, w);\nif (w.broken !== b || !isObject(v)) return;\n${more.join('\n')}`,
  );
}

/** A data type’s own profile (SimpleQuantity, MoneyQuantity). */
const profiledType = (url: string, type: string, context: EmitContext): string =>
  context.pool.recursive(`p_${url.slice(url.lastIndexOf('/') + 1).replace(/\W/g, '_')}`, 'v, w', () =>
    objectBody(context.treeOf(url), type, context, type),
  );

function referredCheck(contentReference: string, context: EmitContext): string {
  const id = contentReference.slice(contentReference.indexOf('#') + 1);
  const name = `${context.structure}_${id.replace(/\W/g, '_')}`;
  return context.pool.recursive(name, 'v, w', () => objectBody(context.referred(id), id, context, 'BackboneElement'));
}

/** The body of a check of an object: what its properties are, then what they say together. */
function objectBody(node: ElementNode, where: string, context: EmitContext, type: string = where): string {
  const isResource = context.isResource(type);
  const bits = new Map<ElementNode, number>();
  const tracked = node.children.filter((it) => (it.definition.min ?? 0) > 0 || it.slices.some(isRequired));
  for (const [index, child] of tracked.entries()) bits.set(child, index + 1);
  const words = Math.floor(tracked.length / BITS_MAX) + 1;
  const bitOf = (child: ElementNode): Bit => {
    const bit = bits.get(child) ?? 0;
    return { word: `s${Math.floor(bit / BITS_MAX)}`, mask: bit === 0 ? SOMETHING : 2 ** (bit % BITS_MAX) };
  };
  const choices = node.children.filter(({ choice }) => choice);
  const counter = (child: ElementNode): string => `n${choices.indexOf(child)}`;
  const cases = node.children.flatMap((child) =>
    childCases(
      child,
      { where, seen: seenText(bitOf(child)), counter: counter(child), isCompanion: type === COMPANION },
      context,
    ),
  );
  const names = node.children.filter(({ choice }) => !choice).map(({ name }) => name);
  const choiceTypes = Object.fromEntries(
    choices.map((child) => [child.name, child.definition.max === '0' ? '' : typesOf(child).join(', ')]),
  );
  const known = context.pool.constant('known', js([names, choiceTypes]));
  // The invariants of a primitive are asked where its value is.
  const invariants = type === COMPANION ? '' : context.invariants(node, type);
  const rules = [TYPE_RULES[type] ?? '', ...valueRules(node, type, context), invariants].filter((it) => it !== '');
  return [
    'if (!object(v, w)) return;',
    `w.types[w.depth] = ${js(where)};`,
    'const b = w.broken;',
    `let ${[...Array.from({ length: words }, (_, i) => `s${i} = 0`), ...choices.map((it) => `${counter(it)} = 0`)].join(', ')};`,
    'for (const k in v) {',
    'const e = v[k];',
    'if (e === undefined) continue;',
    'switch (k) {',
    ...(isResource ? [`case 'resourceType': break;`] : []),
    ...cases,
    `default: unknownKey(k, ${known}, w);`,
    '}',
    '}',
    ...(isResource
      ? []
      : [
          `if (${Array.from({ length: words }, (_, i) => `s${i}`).join(' + ')} === 0) { w.misshapen('emptyObject'); return; }`,
        ]),
    ...tracked.flatMap((child) => missingLine(child, bitOf(child))),
    ...choices.map(
      (child) => `if (${counter(child)} > 1) w.misshapen('choiceTwice', ${js(child.name)}, ${js(child.name)});`,
    ),
    ...(rules.length === 0 ? [] : ['if (w.broken !== b) return;', ...rules]),
  ].join('\n');
}

interface Bit {
  readonly word: string;
  readonly mask: number;
}

const seenText = ({ word, mask }: Bit): string => `${word} |= ${mask};`;

const isRequired = ({ definition }: ElementNode): boolean => (definition.min ?? 0) > 0;

function missingLine(child: ElementNode, { word, mask }: Bit): readonly string[] {
  const name = js(child.name);
  const absent = `if ((${word} & ${mask}) === 0)`;
  if (isRequired(child) && !child.slices.some(isRequired))
    return [`${absent} w.report('min', ${js(String(child.definition.min))}, ${name});`];
  const slices = child.choice ? [] : child.slices.filter(isRequired);
  if (slices.length === 0) return [`${absent} w.report('min', '1', ${name});`];
  return [`${absent} { ${slices.map((it) => tooFew(it, name)).join(' ')} }`];
}

interface ChildPlace {
  /** The type or path of the object that holds the child. */
  readonly where: string;
  /** Notes that the child is there. */
  readonly seen: string;
  /** Counts the values of a choice. */
  readonly counter: string;
  /** The object stands beside a primitive value. */
  readonly isCompanion: boolean;
}

/** The `case`s of one child: of each type where it has a choice, and of the companion where it is a primitive. */
function childCases(child: ElementNode, place: ChildPlace, context: EmitContext): readonly string[] {
  const { definition, name } = child;
  const types = typesOf(child);
  if (definition.max === '0') {
    const properties = child.choice ? types.map((type) => choiceProperty(name, type)) : [name];
    return properties
      .flatMap((property) => [property, `_${property}`])
      .map((property) => `case ${js(property)}: w.report('max', '0', ${js(name)}); break;`);
  }
  if (name === 'id' && types[0] === 'string') return idCases(place, context);
  if (!child.choice) return typedCases(child, types[0] ?? 'BackboneElement', name, place, context);
  const closed = definition.slicing?.rules === 'closed' && child.slices.length > 0;
  const sliceOf = (type: string): ElementNode | undefined => child.slices.find((it) => typesOf(it).includes(type));
  return types
    .filter((type) => !closed || sliceOf(type) !== undefined)
    .flatMap((type) =>
      typedCases(
        sliceOf(type) ?? child,
        type,
        choiceProperty(name, type),
        { ...place, seen: `${place.seen} ${place.counter} += 1;` },
        context,
      ),
    );
}

/** An element with an id and nothing else says nothing, unless its value stands beside it. */
function idCases({ where, seen, isCompanion }: ChildPlace, context: EmitContext): readonly string[] {
  if (!context.isResource(where)) return [`case 'id': ${isCompanion ? seen : ''} elementId(e, v, w); break;`];
  return [
    `case 'id': ${seen} if (!isId(e)) wrong(e, 'id', 'id', w); break;`,
    `case '_id': one(e, 'id', ${companionOfType('string', context)}, w); break;`,
  ];
}

function typedCases(
  child: ElementNode,
  type: string,
  property: string,
  place: ChildPlace,
  context: EmitContext,
): readonly string[] {
  const { seen } = place;
  if (type === 'Resource' || context.isResource(type)) return [resourceCase(child, type, place, context)];
  if (isPrimitive(type)) return primitiveCases(child, type, property, place, context);
  if (child.definition.slicing !== undefined && child.slices.length > 0 && !child.choice) {
    return [`case ${js(property)}: ${seen} ${slicedCheck(child, type, place.where, context)}(e, v, w); break;`];
  }
  if (type === 'Extension') {
    return [
      `case ${js(property)}: ${seen} extensions(e, ${js(property)}, v, ${typeCheck('Extension', context)}, w); break;`,
    ];
  }
  const check = elementCheck(child, type, place.where, context);
  const name = js(child.name);
  if (!isList(child)) return [`case ${js(property)}: ${seen} one(e, ${name}, ${check}, w); break;`];
  return [`case ${js(property)}: ${seen} ${counted(child, `list(e, ${name}, ${check}, w)`)} break;`];
}

/** A call that returns how many there are, and what is said when they are too few or too many. */
function counted({ definition, name }: ElementNode, call: string): string {
  const min = definition.min ?? 0;
  const max = definition.max ?? '*';
  const bounds = [
    min > 1 ? `if (n < ${min}) w.report('min', ${js(String(min))}, ${js(name)});` : '',
    max === '*' ? '' : `if (n > ${max}) w.report('max', ${js(max)}, ${js(name)});`,
  ].filter((it) => it !== '');
  return bounds.length === 0 ? `${call};` : `{ const n = ${call}; ${bounds.join(' ')} }`;
}

function resourceCase(child: ElementNode, type: string, { seen }: ChildPlace, context: EmitContext): string {
  const name = js(child.name);
  const types = typesOf(child);
  const only = type === 'Resource' ? '' : `, ${context.pool.constant('types', js(types))}`;
  const call = isList(child) ? counted(child, `resources(e, ${name}, w${only})`) : `resource(e, ${name}, w${only});`;
  return `case ${name}: ${seen} ${call} break;`;
}

function primitiveCases(
  child: ElementNode,
  type: string,
  property: string,
  place: ChildPlace,
  context: EmitContext,
): readonly string[] {
  const { seen } = place;
  const name = js(child.name);
  const beside = `_${property}`;
  const { test, check } = primitiveCheck(child, type, context);
  const companion = companionCheck(child, type, context);
  if (isList(child)) {
    const call = (values: string, companions: string): string =>
      counted(
        child,
        check === undefined
          ? `primitives(${values}, ${companions}, ${name}, ${js(type)}, ${test}, ${companion}, w)`
          : `checkedPrimitives(${values}, ${companions}, ${name}, ${check}, ${companion}, w)`,
      );
    return [
      `case ${js(property)}: ${seen} ${call('e', `v[${js(beside)}]`)} break;`,
      `case ${js(beside)}: if (v.${property} === undefined) { ${seen} ${call('undefined', 'e')} } break;`,
    ];
  }
  const value =
    check === undefined
      ? `if (!${test}(e)) wrong(e, ${js(type)}, ${name}, w);`
      : `onePrimitive(e, v[${js(beside)}], ${name}, ${check}, w);`;
  const alone = check === undefined ? '' : ` onePrimitive(undefined, e, ${name}, ${check}, w);`;
  return [
    `case ${js(property)}: ${seen} ${value} break;`,
    `case ${js(beside)}: if (v.${property} === undefined) { ${seen}${alone} } one(e, ${name}, ${companion}, w); break;`,
  ];
}

/** The check of the object beside a primitive: its id and extensions. */
const companionCheck = (child: ElementNode, type: string, context: EmitContext): string =>
  child.children.length > 0 ? besideCheck(child, type, context) : companionOfType(type, context);

const companionOfType = (type: string, context: EmitContext): string =>
  besideCheck(context.treeOf(type), type, context);

function besideCheck(node: ElementNode, type: string, context: EmitContext): string {
  const children = node.children.filter(({ name }) => name !== 'value');
  const definition = { id: type, path: type };
  return context.pool.fn(
    `beside_${type}`,
    'v, w',
    objectBody({ ...node, definition, children }, type, context, COMPANION),
  );
}

/** Fixed and pattern values, bindings, reference targets. */
function valueRules(node: ElementNode, type: string, { pool, sets }: EmitContext): readonly string[] {
  const { definition } = node;
  const rules: string[] = [];
  const wanted = fixedOrPattern(definition);
  if (wanted !== undefined) {
    rules.push(
      `if (!${patternTest(pool, wanted.kind, wanted.value)}(v)) w.report(${js(wanted.kind)}, ${js(js(wanted.value))});`,
    );
  }
  const { binding } = definition;
  if (binding?.strength === 'required' && binding.valueSet !== undefined) {
    const set = sets.coded(binding.valueSet);
    const fn = BOUND[type];
    if (set !== undefined && fn !== undefined) rules.push(`${fn}(v, ${set}, w);`);
    else if (fn !== undefined) rules.push(`w.report('unknownSystem');`);
  }
  if (type === 'Reference') {
    const targets = (definition.type ?? []).flatMap(({ targetProfile }) => targetProfile ?? []);
    const types = targets.map((url) => url.slice(url.lastIndexOf('/') + 1));
    if (types.length > 0 && !types.includes('Resource'))
      rules.push(`referenceTo(v, ${pool.constant('targets', js(types.sort()))}, w);`);
  }
  return rules;
}

const BOUND: Readonly<Record<string, string>> = {
  CodeableConcept: 'boundConcept',
  Coding: 'boundCoding',
  Quantity: 'boundCoding',
};

/** The name of the check of a sliced list: `(e, v, w)`, `v` being the object that holds it. */
function slicedCheck(child: ElementNode, type: string, where: string, context: EmitContext): string {
  const { pool } = context;
  const name = js(child.name);
  const discriminators = child.definition.slicing?.discriminator ?? [];
  const single = (node: ElementNode): string =>
    type === 'Extension'
      ? extensionCall(node, child.name, where, context)
      : `${elementCheck(node, type, where, context)}(t, w);`;
  const general = single({ ...child, slices: [] });
  const alsoGeneral =
    type !== 'Extension' && (child.children.length > 0 || valueRules(child, type, context).length > 0);
  const slices = child.slices.map((slice, index) => ({
    slice,
    count: `c${index}`,
    matches: sliceMatcher(slice, discriminators, context),
    check: [alsoGeneral ? general : '', single(slice)].filter((it) => it !== '').join(' '),
  }));
  const names = js(slices.map(({ slice }) => slice.sliceName).join(', '));
  const isClosed = child.definition.slicing?.rules === 'closed';
  const isPart = type === 'Extension' && where === 'Extension';
  const told = isClosed ? `w.report('sliceClosed', ${names});` : isPart ? `unknownPart(t, ${names}, w);` : '';
  const unmatched = `${told} ${general}`;
  const body = [
    `if (!isList(e, ${name}, w)) return;`,
    `let ${slices.map(({ count }) => `${count} = 0`).join(', ')};`,
    'for (let i = 0; i < e.length; i += 1) {',
    'const t = e[i];',
    'let m = 0;',
    `if (w.enter(${name}, i)) {`,
    ...slices.map(({ count, matches, check }) => `if (${matches}(t, w)) { m += 1; ${count} += 1; ${check} }`),
    `if (m === 0) { ${unmatched} }`,
    ...(slices.length > 1 ? [`else if (m > 1) w.report('sliceTwice', ${names});`] : []),
    '}',
    'w.leave();',
    '}',
    ...slices.flatMap(({ slice, count }) => sliceBounds(slice, count, name)),
    listBounds(child, name),
  ];
  return pool.fn(`slices_${where}.${child.name}`, 'e, v, w', body.filter((it) => it !== '').join('\n'));
}

/** An extension is checked by its own definition, and by what the slice adds to it. */
function extensionCall(node: ElementNode, name: string, where: string, context: EmitContext): string {
  const form = typeCheck('Extension', context);
  const byDefinition = `extension(t, ${js(name)}, v, ${form}, w);`;
  if (node.children.length === 0) return byDefinition;
  const own = `${elementCheck(node, 'Extension', where, context)}(t, w);`;
  return node.definition.type?.[0]?.profile === undefined ? own : `${byDefinition} ${own}`;
}

const tooFew = ({ sliceName }: ElementNode, name: string): string => `w.report('sliceMin', ${js(sliceName)}, ${name});`;

function sliceBounds(slice: ElementNode, count: string, name: string): readonly string[] {
  const { definition } = slice;
  const min = definition.min ?? 0;
  const max = definition.max ?? '*';
  return [
    min > 0 ? `if (${count} < ${min}) ${tooFew(slice, name)}` : '',
    max === '*' ? '' : `if (${count} > ${max}) w.report('sliceMax', ${js(slice.sliceName)}, ${name});`,
  ];
}

function listBounds({ definition }: ElementNode, name: string): string {
  const min = definition.min ?? 0;
  const max = definition.max ?? '*';
  return [
    min > 1 ? `if (e.length < ${min}) w.report('min', ${js(String(min))}, ${name});` : '',
    max === '*' ? '' : `if (e.length > ${max}) w.report('max', ${js(max)}, ${name});`,
  ].join('');
}

export const profileName = (url: string): string =>
  `p_${capitalized(url.slice(url.lastIndexOf('/') + 1)).replace(/\W/g, '_')}`;
