import type { CompileContext, Item, Scope } from './items.ts';
import type { Expression } from './parse-expression.ts';
import type { Shapes } from './shape-of.ts';

/** The parts of the compiler, as they call each other. Each gives JavaScript. */
export interface Compiler {
  readonly context: CompileContext;
  readonly shapes: Shapes;
  /** A name of a variable that no other has, marked so that it is found again when a function is cut out. */
  readonly fresh: (hint: string) => string;
  /** A call of a function of its own for statements over the scope’s element. */
  readonly hoisted: (hint: string, body: string, scope: Scope, end: string) => string;
  /** A boolean: whether the expression is true (`wanted`), or false. Neither holds where it is empty. */
  readonly truth: (expression: Expression, scope: Scope, wanted: boolean) => string;
  /** A boolean: whether there is anything. */
  readonly exists: (expression: Expression, scope: Scope) => string;
  /** true, false or undefined. */
  readonly comparison: (operator: string, left: Expression, right: Expression, scope: Scope) => string;
  readonly tristate: (expression: Expression, scope: Scope) => string;
  /** Statements that run `body` for each item of the expression. */
  readonly each: (expression: Expression, scope: Scope, body: (item: Item) => string) => string;
  /** A boolean, or the text of one: whether an item is of a type. */
  readonly isOfType: (item: Item, type: string) => string;
  /** The one value, undefined where there is none or more than one. */
  readonly scalar: (expression: Expression, scope: Scope) => string;
  /** The array of all values. */
  readonly listOf: (expression: Expression, scope: Scope) => string;
}
