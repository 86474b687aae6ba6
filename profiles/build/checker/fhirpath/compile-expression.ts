import { isPrimitive } from '../emit-primitive.ts';
import type { Compiler } from './compiler.ts';
import { eachEmitter } from './emit-each.ts';
import { scalarEmitter } from './emit-scalar.ts';
import { truthEmitter } from './emit-truth.ts';
import type { CompileContext, Item, ItemType } from './items.ts';
import type { Expression } from './parse-expression.ts';
import { shapesOf } from './shape-of.ts';

/**
 * Compiles FHIRPath to JavaScript. `isTrue` gives an expression over `v` (the element), `c` (what stands beside it, for a primitive)
 * and `w` (the walk) that is true exactly where FHIRPath says true: empty is not true. Throws at what is not understood.
 */
export function expressionCompiler(context: CompileContext): {
  readonly isTrue: (expression: Expression, self: ItemType, resource: ItemType) => string;
} {
  let names = 0;
  const compiler: Compiler = {
    context,
    shapes: shapesOf(context),
    fresh(hint) {
      names += 1;
      return `${hint}$${names}`;
    },
    hoisted(hint, body, { self }, end) {
      const name = context.pool.fn(`f_${hint}`, 'v, c, w', `${renamed(body, self)}\n${end}`);
      return `${name}(${self.value}, ${self.beside}, w)`;
    },
    truth: (...all) => truths.truth(...all),
    exists: (...all) => truths.exists(...all),
    comparison: (...all) => truths.comparison(...all),
    tristate: (...all) => truths.tristate(...all),
    each: (...all) => loops.each(...all),
    isOfType: (...all) => loops.isOfType(...all),
    scalar: (...all) => scalars.scalar(...all),
    listOf: (...all) => scalars.listOf(...all),
  };
  const truths = truthEmitter(compiler);
  const loops = eachEmitter(compiler);
  const scalars = scalarEmitter(compiler);

  return {
    isTrue(expression, self, resource) {
      const beside = isPrimitive(self.name) ? 'c' : 'undefined';
      return truths.truth(expression, { self: { value: 'v', beside, type: self }, resource }, true);
    },
  };
}

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
