import type { CodeSets } from '../code-sets.ts';
import { choiceProperty, type ElementNode, isList, typesOf } from '../element-node.ts';
import { isPrimitive } from '../emit-primitive.ts';
import { type FunctionPool, js } from '../function-pool.ts';
import type { Expression } from './parse-expression.ts';

/** What is known of an item before the resource is there. */
export interface ItemType {
  /** FHIR type; `?` where only the resource tells; `Boolean`, `String`, `Number`, `Time` for FHIRPath’s own. */
  readonly name: string;
  /** What may lie below it. */
  readonly node: ElementNode | undefined;
  /** The properties of a choice, of which one holds the item. */
  readonly properties?: readonly string[];
}

/** An item in the generated code. */
interface Item {
  /** An expression for its value, without side effects; undefined if a primitive has only an extension. */
  readonly value: string;
  /** An expression for the object beside a primitive. */
  readonly beside: string;
  /** An expression for the property that held it, where it was a choice. */
  readonly property?: string;
  readonly type: ItemType;
}

interface Shape {
  readonly type: ItemType;
  readonly many: boolean;
}

/** Where an expression stands. */
interface Scope {
  readonly self: Item;
  readonly resource: ItemType;
}

export interface CompileContext {
  readonly pool: FunctionPool;
  readonly sets: CodeSets;
  readonly childrenOf: (node: ElementNode) => readonly ElementNode[];
  readonly treeOf: (type: string) => ElementNode;
  readonly isResource: (type: string) => boolean;
}

const UNKNOWN: ItemType = { name: '?', node: undefined };
const BOOLEAN: ItemType = { name: 'Boolean', node: undefined };
const STRING: ItemType = { name: 'String', node: undefined };
const NUMBER: ItemType = { name: 'Number', node: undefined };
const TIME: ItemType = { name: 'Time', node: undefined };

const LITERALS = { string: STRING, number: NUMBER, boolean: BOOLEAN, time: TIME } as const;
const CONSTANTS: Readonly<Record<string, string>> = {
  ucum: 'http://unitsofmeasure.org',
  sct: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
};

/** Functions of one text that give a text, a number or a boolean: name → the type, and the runtime function. */
const OF_ONE = new Map<string, readonly [type: ItemType, runtime: string]>([
  ['startsWith', [BOOLEAN, 'startsWith']],
  ['endsWith', [BOOLEAN, 'endsWith']],
  ['contains', [BOOLEAN, 'includes']],
  ['matches', [BOOLEAN, 'matches']],
  ['matchesFull', [BOOLEAN, 'matchesFull']],
  ['substring', [STRING, 'substring']],
  ['indexOf', [NUMBER, 'indexOf']],
  ['length', [NUMBER, 'lengthOf']],
  ['upper', [STRING, 'upper']],
  ['lower', [STRING, 'lower']],
  ['trim', [STRING, 'trim']],
  ['replace', [STRING, 'replace']],
  ['replaceMatches', [STRING, 'replaceMatches']],
  ['toString', [STRING, 'toText']],
  ['toInteger', [NUMBER, 'toInteger']],
  ['toDecimal', [NUMBER, 'toDecimal']],
]);

const TRUTHS = new Set([
  'exists',
  'empty',
  'not',
  'hasValue',
  'all',
  'allTrue',
  'allFalse',
  'anyTrue',
  'anyFalse',
  'isDistinct',
  'memberOf',
  'subsetOf',
]);

/**
 * Compiles FHIRPath to JavaScript. `isTrue` gives an expression over `v` (the element), `c` (what stands beside it, for a primitive)
 * and `w` (the walk) that is true exactly where FHIRPath says true: empty is not true. Throws at what is not understood.
 */
export function expressionCompiler(context: CompileContext): {
  readonly isTrue: (expression: Expression, self: ItemType, resource: ItemType) => string;
} {
  const { pool } = context;
  let names = 0;

  /** A name of a variable that no other has, marked so that it is found again when a function is cut out. */
  function fresh(hint: string): string {
    names += 1;
    return `${hint}$${names}`;
  }

  /** A JavaScript boolean: whether the expression is true (`wanted`), or false. Neither holds where it is empty. */
  function truth(expression: Expression, scope: Scope, wanted: boolean): string {
    if (expression.kind === 'operator') {
      const compiled = logical(expression, scope, wanted);
      if (compiled !== undefined) return compiled;
    }
    if (expression.kind === 'literal' && expression.type === 'boolean') return String(expression.value === wanted);
    if (expression.kind === 'type' && expression.operator === 'is') return typeTruth(expression, scope, wanted);
    if (expression.kind === 'call') {
      const compiled = calledTruth(expression, scope, wanted);
      if (compiled !== undefined) return compiled;
    }
    const shape = shapeOf(expression, scope);
    if (shape.type.name === 'Boolean' || shape.type.name === 'boolean')
      return `${scalar(expression, scope)} === ${wanted}`;
    // One item that is no boolean is true.
    return wanted ? exists(expression, scope) : 'false';
  }

  function logical(
    { operator, left, right }: Extract<Expression, { kind: 'operator' }>,
    scope: Scope,
    wanted: boolean,
  ): string | undefined {
    const T = (it: Expression): string => truth(it, scope, true);
    const F = (it: Expression): string => truth(it, scope, false);
    switch (operator) {
      case 'and':
        return wanted ? `(${T(left)} && ${T(right)})` : `(${F(left)} || ${F(right)})`;
      case 'or':
        return wanted ? `(${T(left)} || ${T(right)})` : `(${F(left)} && ${F(right)})`;
      case 'implies':
        return wanted ? `(${F(left)} || ${T(right)})` : `(${T(left)} && ${F(right)})`;
      case 'xor':
        return wanted
          ? `((${T(left)} && ${F(right)}) || (${F(left)} && ${T(right)}))`
          : `((${T(left)} && ${T(right)}) || (${F(left)} && ${F(right)}))`;
      case '=':
      case '!=':
        return equality(left, right, scope, wanted === (operator === '='));
      case '~':
        return `equivalent(${listOf(left, scope)}, ${listOf(right, scope)}) === ${wanted}`;
      case '!~':
        return `equivalent(${listOf(left, scope)}, ${listOf(right, scope)}) === ${!wanted}`;
      case 'in':
        return membership(left, right, scope, wanted);
      case 'contains':
        return membership(right, left, scope, wanted);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return `${comparison(operator, left, right, scope)} === ${wanted}`;
      default:
        return undefined;
    }
  }

  function equality(left: Expression, right: Expression, scope: Scope, wanted: boolean): string {
    const one = shapeOf(left, scope);
    const other = shapeOf(right, scope);
    if (one.many || other.many || !isScalar(one.type) || !isScalar(other.type)) {
      return `equalLists(${listOf(left, scope)}, ${listOf(right, scope)}) === ${wanted}`;
    }
    const [a, b] = [scalar(left, scope), scalar(right, scope)];
    if (isTime(one.type) || isTime(other.type)) return `equalTimes(${a}, ${b}) === ${wanted}`;
    const definite = isDefinite(right);
    if (wanted && (definite || isDefinite(left))) return `${a} === ${b}`;
    if (!wanted && definite) return unequal(a, b);
    return `same(${a}, ${b}) === ${wanted}`;
  }

  function unequal(a: string, b: string): string {
    return isSimple(a) ? `(${a} !== undefined && ${a} !== ${b})` : `same(${a}, ${b}) === false`;
  }

  function membership(item: Expression, list: Expression, scope: Scope, wanted: boolean): string {
    const values = literalsOf(list);
    const { many, type } = shapeOf(item, scope);
    if (values !== undefined && !many && isScalar(type)) {
      const a = scalar(item, scope);
      if (wanted) return `${pool.constant('values', `new Set(${js(values)})`)}.has(${a})`;
      return isSimple(a)
        ? `(${a} !== undefined && !${pool.constant('values', `new Set(${js(values)})`)}.has(${a}))`
        : `isIn([${a}], ${js(values)}) === false`;
    }
    return `isIn(${listOf(item, scope)}, ${listOf(list, scope)}) === ${wanted}`;
  }

  /** An expression that is true, false or undefined. */
  function comparison(operator: string, left: Expression, right: Expression, scope: Scope): string {
    const types = [shapeOf(left, scope).type, shapeOf(right, scope).type];
    const [a, b] = [scalar(left, scope), scalar(right, scope)];
    if (types.some(isTime)) return `orderedTimes(${js(operator)}, ${a}, ${b})`;
    return `ordered(${js(operator)}, ${a}, ${b})`;
  }

  function calledTruth(call: Extract<Expression, { kind: 'call' }>, scope: Scope, wanted: boolean): string | undefined {
    const { name, of = THIS, args } = call;
    const [criteria] = args;
    const not = wanted ? '' : '!';
    switch (name) {
      case 'exists':
        return `${not}${exists(criteria === undefined ? of : { kind: 'call', of, name: 'where', args }, scope)}`;
      case 'empty':
        return `${wanted ? '!' : ''}${exists(of, scope)}`;
      case 'not':
        return truth(of, scope, !wanted);
      case 'hasValue':
        return `${not}${hoisted(
          'hasValue',
          each(of, scope, ({ value }) => `if (${value} !== undefined && typeof ${value} !== 'object') return true;`),
          scope,
          'return false;',
        )}`;
      case 'all':
        if (criteria === undefined) throw new Error('all() without criteria');
        return `${not}${hoisted(
          'all',
          each(of, scope, (item) => `if (!(${truth(criteria, { ...scope, self: item }, true)})) return false;`),
          scope,
          'return true;',
        )}`;
      case 'allTrue':
      case 'allFalse':
      case 'anyTrue':
      case 'anyFalse':
        return `${not}${name}(${listOf(of, scope)})`;
      case 'isDistinct':
        return `${not}isDistinct(${listOf(of, scope)})`;
      case 'subsetOf':
        if (criteria === undefined) throw new Error('subsetOf() of nothing');
        return `${not}isSubset(${listOf(of, scope)}, ${listOf(criteria, scope)})`;
      case 'memberOf':
        return `${not}${memberOf(of, criteria, scope)}`;
      default:
        return undefined;
    }
  }

  function memberOf(of: Expression, valueSet: Expression | undefined, scope: Scope): string {
    if (valueSet?.kind !== 'literal') throw new Error('memberOf() of what is no literal');
    const set = context.sets.coded(String(valueSet.value));
    if (set === undefined) throw new Error(`no value set ${valueSet.value}`);
    return `${listOf(of, scope)}.some((it) => isMember(it, ${set}))`;
  }

  function typeTruth({ of, type }: Extract<Expression, { kind: 'type' }>, scope: Scope, wanted: boolean): string {
    if (of.kind === 'this') return `${isOfType(scope.self, type)} === ${wanted}`;
    const body = each(of, scope, (item) => `return ${isOfType(item, type)} === ${wanted};`);
    return hoisted('is', body, scope, 'return false;');
  }

  /** Whether there is anything: a JavaScript boolean. */
  function exists(expression: Expression, scope: Scope): string {
    const direct = directPath(expression, scope);
    if (direct !== undefined) return direct;
    return hoisted(
      'exists',
      each(expression, scope, () => 'return true;'),
      scope,
      'return false;',
    );
  }

  /** `a` and `a.b` of elements that do not repeat need no loop. */
  function directPath(expression: Expression, scope: Scope): string | undefined {
    if (expression.kind !== 'child' || (expression.of !== undefined && expression.of.kind !== 'this')) return undefined;
    const { self } = scope;
    const child = childOf(self.type, expression.name);
    if (child === undefined || child.choice || self.type.node === undefined || isPrimitive(self.type.name))
      return undefined;
    const primitive = typesOf(child).some(isPrimitive);
    const at = `${self.value}.${child.name}`;
    return primitive ? `(${at} !== undefined || ${self.value}._${child.name} !== undefined)` : `(${at} !== undefined)`;
  }

  /** Statements that run `body` for each item of the expression. */
  function each(expression: Expression, scope: Scope, body: (item: Item) => string): string {
    switch (expression.kind) {
      case 'this':
        return body(scope.self);
      case 'empty':
        return '';
      case 'literal':
        return body({ value: js(expression.value), beside: 'undefined', type: LITERALS[expression.type] });
      case 'constant':
        return body(constantItem(expression.name, scope));
      case 'child':
        return eachChild(expression, scope, body);
      case 'at':
        return eachAt(expression, scope, body);
      case 'type':
        if (expression.operator === 'is') return eachValue(scalar(expression, scope), BOOLEAN, body);
        return each(expression.of, scope, (item) => narrowed(item, expression.type, body));
      case 'operator':
        if (expression.operator === '|')
          return `${each(expression.left, scope, body)}\n${each(expression.right, scope, body)}`;
        return eachValue(scalar(expression, scope), shapeOf(expression, scope).type, body);
      case 'negative':
        return eachValue(`-${scalar(expression.of, scope)}`, NUMBER, body);
      default:
        return eachCall(expression, scope, body);
    }
  }

  function eachValue(value: string, type: ItemType, body: (item: Item) => string): string {
    const t = fresh('t');
    return `{ const ${t} = ${value}; if (${t} !== undefined) { ${body({ value: t, beside: 'undefined', type })} } }`;
  }

  function constantItem(name: string, { self, resource }: Scope): Item {
    const text = CONSTANTS[name];
    if (text !== undefined) return { value: js(text), beside: 'undefined', type: STRING };
    if (name === 'resource') return { value: 'w.resource', beside: 'undefined', type: resource };
    if (name === 'rootResource') return { value: 'w.root', beside: 'undefined', type: UNKNOWN };
    if (name === 'context') {
      if (self.value === 'v') return self;
      throw new Error('%context within a criterion is not understood');
    }
    throw new Error(`FHIRPath %${name} is not understood`);
  }

  function eachChild(
    { of, name }: Extract<Expression, { kind: 'child' }>,
    scope: Scope,
    body: (item: Item) => string,
  ): string {
    // `Appointment.status` in an invariant of Appointment: the type’s own name is the element.
    if (of === undefined && name === scope.self.type.name) return body(scope.self);
    return each(of ?? THIS, scope, (item) => childItems(item, name, body));
  }

  function childItems(item: Item, name: string, body: (item: Item) => string): string {
    if (item.type.node === undefined || item.type.name === '?')
      return dynamicItems(`childrenNamed(${item.value}, ${js(name)})`, body);
    if (isPrimitive(item.type.name)) return besideItems(item, name, body);
    const child = childOf(item.type, name);
    if (child === undefined) throw new Error(`${item.type.name} has no ${name}`);
    return child.choice ? choiceItems(item, child, body) : plainItems(item, child, body);
  }

  /** What a primitive has besides its value: extensions. */
  function besideItems(item: Item, name: string, body: (item: Item) => string): string {
    if (name !== 'extension') throw new Error(`${item.type.name} has no ${name}`);
    const t = fresh('t');
    const type = { name: 'Extension', node: context.treeOf('Extension') };
    return `if (${item.beside} !== undefined && Array.isArray(${item.beside}.extension)) for (const ${t} of ${item.beside}.extension) { ${body({ value: t, beside: 'undefined', type })} }`;
  }

  function plainItems(item: Item, child: ElementNode, body: (item: Item) => string): string {
    const [type = 'BackboneElement'] = typesOf(child);
    const at = `${item.value}.${child.name}`;
    const beside = `${item.value}._${child.name}`;
    const t = fresh('t');
    const itemType = typeOf(child, type);
    if (!isPrimitive(type)) {
      const inner = body({ value: t, beside: 'undefined', type: itemType });
      return isList(child)
        ? `if (Array.isArray(${at})) for (const ${t} of ${at}) { ${inner} }`
        : `{ const ${t} = ${at}; if (${t} !== undefined) { ${inner} } }`;
    }
    const c = fresh('c');
    const inner = body({ value: t, beside: c, type: itemType });
    if (!isList(child))
      return `{ const ${t} = ${at}, ${c} = ${beside}; if (${t} !== undefined || ${c} !== undefined) { ${inner} } }`;
    const i = fresh('i');
    return `for (let ${i} = 0; ${i} < longer(${at}, ${beside}); ${i} += 1) { const ${t} = itemAt(${at}, ${i}), ${c} = itemAt(${beside}, ${i}); ${inner} }`;
  }

  function choiceItems(item: Item, child: ElementNode, body: (item: Item) => string): string {
    const types = typesOf(child);
    const properties = types.map((type) => choiceProperty(child.name, type));
    const [k, t, c] = [fresh('k'), fresh('t'), fresh('c')];
    const [only] = types;
    const type: ItemType =
      types.length === 1 && only !== undefined ? typeOf(child, only) : { name: '?', node: undefined, properties };
    const found = `choiceOf(${item.value}, ${pool.constant('properties', js(properties))})`;
    return `{ const ${k} = ${found}; if (${k} !== undefined) { const ${t} = ${item.value}[${k}], ${c} = ${item.value}['_' + ${k}]; ${body({ value: t, beside: c, property: k, type })} } }`;
  }

  function dynamicItems(list: string, body: (item: Item) => string): string {
    const t = fresh('t');
    return `for (const ${t} of ${list}) { ${body({ value: t, beside: 'undefined', type: UNKNOWN })} }`;
  }

  function eachAt(
    { of, place }: Extract<Expression, { kind: 'at' }>,
    scope: Scope,
    body: (item: Item) => string,
  ): string {
    return eachValue(`${listOf(of, scope)}[${scalar(place, scope)}]`, shapeOf(of, scope).type, body);
  }

  /** The item, where it is of this type. */
  function narrowed(item: Item, type: string, body: (item: Item) => string): string {
    const node = isPrimitive(type) || !/^[A-Z]/.test(type) ? undefined : context.treeOf(type);
    const inner = body({
      ...item,
      type: isPrimitive(type) ? { name: type, node: context.treeOf(type) } : { name: type, node },
    });
    return `if (${isOfType(item, type)}) { ${inner} }`;
  }

  function isOfType(item: Item, type: string): string {
    const { properties, name } = item.type;
    if (properties !== undefined && item.property !== undefined) {
      const property = properties.find((it) => it.toLowerCase().endsWith(type.toLowerCase()));
      return property === undefined ? 'false' : `${item.property} === ${js(property)}`;
    }
    if (name === '?') return `isOfType(${item.value}, ${js(type)})`;
    return String(name === type || name.toLowerCase() === type.toLowerCase());
  }

  function eachCall(call: Extract<Expression, { kind: 'call' }>, scope: Scope, body: (item: Item) => string): string {
    const { name, of = THIS, args } = call;
    const [first, second, third] = args;
    const within = (item: Item): Scope => ({ ...scope, self: item });
    switch (name) {
      case 'where':
        return each(of, scope, (item) => `if (${truth(needed(first, name), within(item), true)}) { ${body(item)} }`);
      case 'select':
        return each(of, scope, (item) => each(needed(first, name), within(item), body));
      case 'trace':
        return each(of, scope, body);
      case 'extension':
        return each(
          {
            kind: 'call',
            of: { kind: 'child', of, name: 'extension' },
            name: 'where',
            args: [urlIs(needed(first, name))],
          },
          scope,
          body,
        );
      case 'first':
        return eachAt({ kind: 'at', of, place: ZERO }, scope, body);
      case 'last':
        return eachValue(`${listOf(of, scope)}.at(-1)`, shapeOf(of, scope).type, body);
      case 'tail':
        return typedItems(`${listOf(of, scope)}.slice(1)`, shapeOf(of, scope).type, body);
      case 'skip':
        return typedItems(
          `${listOf(of, scope)}.slice(${scalar(needed(first, name), scope)})`,
          shapeOf(of, scope).type,
          body,
        );
      case 'take':
        return typedItems(
          `${listOf(of, scope)}.slice(0, ${scalar(needed(first, name), scope)})`,
          shapeOf(of, scope).type,
          body,
        );
      case 'distinct':
        return typedItems(`distinct(${listOf(of, scope)})`, shapeOf(of, scope).type, body);
      case 'combine':
        return `${each(of, scope, body)}\n${each(needed(first, name), scope, body)}`;
      case 'union':
        return typedItems(
          `distinct([...${listOf(of, scope)}, ...${listOf(needed(first, name), scope)}])`,
          shapeOf(of, scope).type,
          body,
        );
      case 'intersect':
        return typedItems(
          `intersection(${listOf(of, scope)}, ${listOf(needed(first, name), scope)})`,
          shapeOf(of, scope).type,
          body,
        );
      case 'exclude':
        return typedItems(
          `difference(${listOf(of, scope)}, ${listOf(needed(first, name), scope)})`,
          shapeOf(of, scope).type,
          body,
        );
      case 'children':
        return each(of, scope, ({ value }) => dynamicItems(`allChildren(${value})`, body));
      case 'descendants':
        return each(of, scope, ({ value }) => dynamicItems(`descendants(${value})`, body));
      case 'resolve':
        return each(of, scope, ({ value }) => dynamicItems(`resolvedItems(${value}, w)`, body));
      case 'split':
        return typedItems(`splitText(${scalar(of, scope)}, ${scalar(needed(first, name), scope)})`, STRING, body);
      case 'iif': {
        const otherwise = third === undefined ? '' : ` else { ${each(third, scope, body)} }`;
        if (of !== THIS) throw new Error('iif() of a collection is not understood');
        return `if (${truth(needed(first, name), scope, true)}) { ${each(needed(second, name), scope, body)} }${otherwise}`;
      }
      default:
        return eachValue(scalar(call, scope), shapeOf(call, scope).type, body);
    }
  }

  function typedItems(list: string, type: ItemType, body: (item: Item) => string): string {
    const t = fresh('t');
    return `for (const ${t} of ${list}) { ${body({ value: t, beside: 'undefined', type })} }`;
  }

  /** An expression for the one value, undefined where there is none or more than one. */
  function scalar(expression: Expression, scope: Scope): string {
    switch (expression.kind) {
      case 'literal':
        return js(expression.value);
      case 'constant': {
        const { value } = constantItem(expression.name, scope);
        return value;
      }
      case 'this':
        return scope.self.value;
      case 'negative':
        return `-${scalar(expression.of, scope)}`;
      case 'operator':
        return scalarOperator(expression, scope);
      case 'child': {
        const self = scope.self.type;
        const simple =
          (expression.of === undefined || expression.of.kind === 'this') &&
          self.node !== undefined &&
          !isPrimitive(self.name);
        const child = simple ? childOf(self, expression.name) : undefined;
        if (child !== undefined && !child.choice && !isList(child)) return `${scope.self.value}.${child.name}`;
        break;
      }
      case 'type':
        if (expression.operator === 'is') return tristate(expression, scope);
        break;
      case 'call': {
        const compiled = scalarCall(expression, scope);
        if (compiled !== undefined) return compiled;
        break;
      }
      default:
        break;
    }
    if (shapeOf(expression, scope).many) return `onlyOne(${listOf(expression, scope)})`;
    return hoisted(
      'one',
      each(expression, scope, ({ value }) => `return ${value};`),
      scope,
      'return undefined;',
    );
  }

  function scalarOperator(expression: Extract<Expression, { kind: 'operator' }>, scope: Scope): string {
    const { operator, left, right } = expression;
    switch (operator) {
      case '&':
        return `joined(${scalar(left, scope)}, ${scalar(right, scope)})`;
      case '+':
        return `plus(${scalar(left, scope)}, ${scalar(right, scope)})`;
      case '-':
      case '*':
      case '/':
      case 'div':
      case 'mod':
        return `arithmetic(${js(operator)}, ${scalar(left, scope)}, ${scalar(right, scope)})`;
      case '|':
        return `onlyOne(${listOf(expression, scope)})`;
      case '<':
      case '<=':
      case '>':
      case '>=':
        return comparison(operator, left, right, scope);
      default:
        return tristate(expression, scope);
    }
  }

  /** true, false or undefined. */
  function tristate(expression: Expression, scope: Scope): string {
    const yes = truth(expression, scope, true);
    return isDefiniteTruth(expression)
      ? `(${yes})`
      : `(${yes} ? true : ${truth(expression, scope, false)} ? false : undefined)`;
  }

  function scalarCall(call: Extract<Expression, { kind: 'call' }>, scope: Scope): string | undefined {
    const { name, of = THIS, args } = call;
    const [, fn] = OF_ONE.get(name) ?? [];
    if (fn !== undefined) {
      if (name === 'matches' && args[0]?.kind === 'literal') {
        return `matchesPattern(${scalar(of, scope)}, ${pool.constant('pattern', `pattern(${js(args[0].value)})`)})`;
      }
      return `${fn}(${[scalar(of, scope), ...args.map((it) => scalar(it, scope))].join(', ')})`;
    }
    if (name === 'count') return hoisted('count', `let n = 0;\n${countable(of, scope)}`, scope, 'return n;');
    if (TRUTHS.has(name)) return tristate(call, scope);
    return undefined;
  }

  /** A union counts what is equal once. */
  function countable(of: Expression, scope: Scope): string {
    if (of.kind === 'operator' && of.operator === '|') return `n = distinct(${listOf(of, scope)}).length;`;
    return each(of, scope, () => 'n += 1;');
  }

  /** An expression for the array of all values. */
  function listOf(expression: Expression, scope: Scope): string {
    const values = literalsOf(expression);
    if (values !== undefined) return pool.constant('list', js(values));
    return hoisted(
      'list',
      `const r = [];\n${each(expression, scope, ({ value, beside }) => `r.push(${beside === 'undefined' ? value : `${value} ?? ${beside}`});`)}`,
      scope,
      'return r;',
    );
  }

  /** A call of a function of its own for statements over the scope’s element. */
  function hoisted(hint: string, body: string, { self }: Scope, end: string): string {
    const own = renamed(body, self);
    const name = pool.fn(`f_${hint}`, 'v, c, w', `${own}\n${end}`);
    return `${name}(${self.value}, ${self.beside}, w)`;
  }

  function childOf(type: ItemType, name: string): ElementNode | undefined {
    if (type.node === undefined) return undefined;
    return context.childrenOf(type.node).find((it) => it.name === name);
  }

  function typeOf(child: ElementNode, type: string): ItemType {
    if (type === 'Resource' || context.isResource(type)) return UNKNOWN;
    return { name: type, node: isPrimitive(type) && child.children.length === 0 ? context.treeOf(type) : child };
  }

  function shapeOf(expression: Expression, scope: Scope): Shape {
    switch (expression.kind) {
      case 'literal':
        return { type: LITERALS[expression.type], many: false };
      case 'empty':
        return { type: UNKNOWN, many: false };
      case 'constant':
        return { type: constantItem(expression.name, scope).type, many: false };
      case 'this':
        return { type: scope.self.type, many: false };
      case 'negative':
        return { type: NUMBER, many: false };
      case 'child':
        return childShape(expression, scope);
      case 'at':
        return { ...shapeOf(expression.of, scope), many: false };
      case 'type': {
        if (expression.operator === 'is') return { type: BOOLEAN, many: false };
        const known = isPrimitive(expression.type) || /^[A-Z]/.test(expression.type);
        return {
          type: { name: expression.type, node: known ? context.treeOf(expression.type) : undefined },
          many: shapeOf(expression.of, scope).many,
        };
      }
      case 'operator':
        return operatorShape(expression, scope);
      default:
        return callShape(expression, scope);
    }
  }

  function childShape({ of, name }: Extract<Expression, { kind: 'child' }>, scope: Scope): Shape {
    if (of === undefined && name === scope.self.type.name) return { type: scope.self.type, many: false };
    const base = shapeOf(of ?? THIS, scope);
    if (base.type.node === undefined || base.type.name === '?') return { type: UNKNOWN, many: true };
    if (isPrimitive(base.type.name))
      return { type: { name: 'Extension', node: context.treeOf('Extension') }, many: true };
    const child = childOf(base.type, name);
    if (child === undefined) throw new Error(`${base.type.name} has no ${name}`);
    const types = typesOf(child);
    const [type = 'BackboneElement'] = types;
    return { type: types.length > 1 ? UNKNOWN : typeOf(child, type), many: base.many || isList(child) };
  }

  function operatorShape({ operator, left, right }: Extract<Expression, { kind: 'operator' }>, scope: Scope): Shape {
    if (operator === '|') return { type: shapeOf(left, scope).type, many: true };
    if (operator === '&') return { type: STRING, many: false };
    if (operator === '+')
      return { type: shapeOf(left, scope).type.name === 'Number' ? NUMBER : plusType(left, right, scope), many: false };
    if (['-', '*', '/', 'div', 'mod'].includes(operator)) return { type: NUMBER, many: false };
    return { type: BOOLEAN, many: false };
  }

  const plusType = (left: Expression, right: Expression, scope: Scope): ItemType =>
    [left, right].some((it) => ['String', 'string', 'code', 'uri', 'id'].includes(shapeOf(it, scope).type.name))
      ? STRING
      : NUMBER;

  function callShape({ name, of = THIS, args }: Extract<Expression, { kind: 'call' }>, scope: Scope): Shape {
    const text = OF_ONE.get(name);
    if (text !== undefined) return { type: text[0], many: false };
    if (TRUTHS.has(name)) return { type: BOOLEAN, many: false };
    const [first, second] = args;
    const base = (): Shape => shapeOf(of, scope);
    switch (name) {
      case 'count':
        return { type: NUMBER, many: false };
      case 'where':
      case 'trace':
      case 'distinct':
      case 'tail':
      case 'skip':
      case 'take':
        return base();
      case 'union':
      case 'combine':
      case 'intersect':
      case 'exclude':
        return { ...base(), many: true };
      case 'first':
      case 'last':
        return { ...base(), many: false };
      case 'select': {
        const outer = base();
        const inner = shapeOf(needed(first, name), { ...scope, self: { ...scope.self, type: outer.type } });
        return { ...inner, many: inner.many || outer.many };
      }
      case 'extension':
        return { type: { name: 'Extension', node: context.treeOf('Extension') }, many: true };
      case 'split':
        return { type: STRING, many: true };
      case 'iif':
        return shapeOf(needed(second, name), scope);
      case 'children':
      case 'descendants':
      case 'resolve':
        return { type: UNKNOWN, many: true };
      default:
        throw new Error(`FHIRPath function ${name}() is not understood`);
    }
  }
  return {
    isTrue: (expression, self, resource) =>
      truth(
        expression,
        { self: { value: 'v', beside: isPrimitive(self.name) ? 'c' : 'undefined', type: self }, resource },
        true,
      ),
  };
}

const THIS: Expression = { kind: 'this' };
const ZERO: Expression = { kind: 'literal', type: 'number', value: 0 };

const urlIs = (url: Expression): Expression => ({
  kind: 'operator',
  operator: '=',
  left: { kind: 'child', of: undefined, name: 'url' },
  right: url,
});

function needed(argument: Expression | undefined, name: string): Expression {
  if (argument === undefined) throw new Error(`${name}() lacks an argument`);
  return argument;
}

const SCALARS = /^(?:Boolean|String|Number|Time|[a-z].*)$/;
const isScalar = ({ name }: ItemType): boolean => SCALARS.test(name);

const TIMES = new Set(['Time', 'date', 'dateTime', 'instant', 'time']);
const isTime = ({ name }: ItemType): boolean => TIMES.has(name);

/** Never empty. */
const isDefinite = (expression: Expression): boolean =>
  expression.kind === 'literal' || (expression.kind === 'constant' && CONSTANTS[expression.name] !== undefined);

/** True or false, never empty. */
function isDefiniteTruth(expression: Expression): boolean {
  if (expression.kind === 'call')
    return expression.name === 'not' ? isDefiniteTruth(expression.of ?? THIS) : TRUTHS.has(expression.name);
  if (expression.kind !== 'operator') return false;
  if (expression.operator === '~') return true;
  return (
    ['and', 'or', 'xor', 'implies'].includes(expression.operator) &&
    isDefiniteTruth(expression.left) &&
    isDefiniteTruth(expression.right)
  );
}

/** The values of `'a' | 'b'`, or of one literal. */
function literalsOf(expression: Expression): readonly (string | number | boolean)[] | undefined {
  if (expression.kind === 'literal') return [expression.value];
  if (expression.kind !== 'operator' || expression.operator !== '|') return undefined;
  const left = literalsOf(expression.left);
  const right = literalsOf(expression.right);
  return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])];
}

const isSimple = (code: string): boolean => /^[\w.$]+$/.test(code);

/** Statements over one element as the body of a function of their own: the element becomes `v`, and names start again from 1. */
function renamed(body: string, { value, beside }: Item): string {
  const own = new Map([
    [value, 'v'],
    [beside, 'c'],
  ]);
  const numbered = new Map<string, string>();
  return body.replace(/[tcik]\$\d+/g, (whole) => {
    const mine = own.get(whole) ?? numbered.get(whole) ?? `${whole.charAt(0)}${numbered.size + 1}`;
    if (!own.has(whole)) numbered.set(whole, mine);
    return mine;
  });
}
