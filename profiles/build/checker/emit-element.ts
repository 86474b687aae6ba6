import { capitalized, choiceProperty, type ElementNode, isList, typesOf } from './element-node.ts';
import type { EmitContext } from './emit-context.ts';
import { isPrimitive, primitiveCheck } from './emit-primitive.ts';
import { slicedCheck, tooFew } from './emit-slices.ts';
import { valueRules } from './emit-value-rules.ts';
import { js } from './function-pool.ts';

/** Stands for the type of the object beside a primitive. */
const COMPANION = 'companion';

/** Bit 0 says that there is something besides an id. */
const SOMETHING = 1;
const BITS_MAX = 30;

/** Checks that a type asks for beyond its definition (profiles/checker-runtime/codes.ts, references.ts). */
const TYPE_RULES: Readonly<Record<string, string>> = {
  Coding: 'coding(v, w);',
  CodeableConcept: 'concept(v, w);',
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
    return [
      `case ${js(property)}: ${seen} ${slicedCheck(child, type, place.where, context, (it) => sliceItem(it, child.name, type, place.where, context))}(e, v, w); break;`,
    ];
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

/** The statement that checks `t`, one of a sliced list, by its definition. */
function sliceItem(node: ElementNode, name: string, type: string, where: string, context: EmitContext): string {
  return type === 'Extension'
    ? extensionCall(node, name, where, context)
    : `${elementCheck(node, type, where, context)}(t, w);`;
}

/** An extension is checked by its own definition, and by what the slice adds to it. */
function extensionCall(node: ElementNode, name: string, where: string, context: EmitContext): string {
  const form = typeCheck('Extension', context);
  const byDefinition = `extension(t, ${js(name)}, v, ${form}, w);`;
  if (node.children.length === 0) return byDefinition;
  const own = `${elementCheck(node, 'Extension', where, context)}(t, w);`;
  return node.definition.type?.[0]?.profile === undefined ? own : `${byDefinition} ${own}`;
}

export const profileName = (url: string): string =>
  `p_${capitalized(url.slice(url.lastIndexOf('/') + 1)).replace(/\W/g, '_')}`;
