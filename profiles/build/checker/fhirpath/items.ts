import type { CodeSets } from '../code-sets.ts';
import type { ElementNode } from '../element-node.ts';
import type { FunctionPool } from '../function-pool.ts';
import { js } from '../function-pool.ts';
import type { Expression } from './parse-expression.ts';

/** One kind of expression. */
export type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

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
export interface Item {
  /** An expression for its value, without side effects; undefined if a primitive has only an extension. */
  readonly value: string;
  /** An expression for the object beside a primitive. */
  readonly beside: string;
  /** An expression for the property that held it, where it was a choice. */
  readonly property?: string;
  readonly type: ItemType;
}

export interface Shape {
  readonly type: ItemType;
  readonly many: boolean;
}

/** Where an expression stands. */
export interface Scope {
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

export const UNKNOWN: ItemType = { name: '?', node: undefined };

export const BOOLEAN: ItemType = { name: 'Boolean', node: undefined };

export const STRING: ItemType = { name: 'String', node: undefined };

export const NUMBER: ItemType = { name: 'Number', node: undefined };

export const TIME: ItemType = { name: 'Time', node: undefined };

export const LITERALS = { string: STRING, number: NUMBER, boolean: BOOLEAN, time: TIME } as const;

export const CONSTANTS: Readonly<Record<string, string>> = {
  ucum: 'http://unitsofmeasure.org',
  sct: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
};

/** Functions of one text that give a text, a number or a boolean: name → the type, and the runtime function. */
export const OF_ONE = new Map<string, readonly [type: ItemType, runtime: string]>([
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

export const TRUTHS = new Set([
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

export const THIS: Expression = { kind: 'this' };

export const ZERO: Expression = { kind: 'literal', type: 'number', value: 0 };

export function needed(argument: Expression | undefined, name: string): Expression {
  if (argument === undefined) throw new Error(`${name}() lacks an argument`);
  return argument;
}

export const SCALARS = /^(?:Boolean|String|Number|Time|[a-z].*)$/;

export const isScalar = ({ name }: ItemType): boolean => SCALARS.test(name);

export const TIMES = new Set(['Time', 'date', 'dateTime', 'instant', 'time']);

export const isTime = ({ name }: ItemType): boolean => TIMES.has(name);

/** Never empty. */
export const isDefinite = (expression: Expression): boolean =>
  expression.kind === 'literal' || (expression.kind === 'constant' && CONSTANTS[expression.name] !== undefined);

/** True or false, never empty. */
export function isDefiniteTruth(expression: Expression): boolean {
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
export function literalsOf(expression: Expression): readonly (string | number | boolean)[] | undefined {
  if (expression.kind === 'literal') return [expression.value];
  if (expression.kind !== 'operator' || expression.operator !== '|') return undefined;
  const left = literalsOf(expression.left);
  const right = literalsOf(expression.right);
  return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])];
}

export const isSimple = (code: string): boolean => /^[\w.$]+$/.test(code);

export function constantItem(name: string, { self, resource }: Scope): Item {
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
