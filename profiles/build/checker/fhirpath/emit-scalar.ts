import { isList } from '../element-node.ts';
import { isPrimitive } from '../emit-primitive.ts';
import { js } from '../function-pool.ts';
import type { Compiler } from './compiler.ts';
import { constantItem, literalsOf, OF_ONE, type Of, type Scope, THIS, TRUTHS } from './items.ts';
import type { Expression } from './parse-expression.ts';

/** Expressions as one value, or as the array of all. */
export function scalarEmitter(compiler: Compiler): Pick<Compiler, 'scalar' | 'listOf'> {
  const { context, shapes } = compiler;
  const { pool } = context;
  return { scalar, listOf };

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
        const child = simple ? shapes.childOf(self, expression.name) : undefined;
        if (child !== undefined && !child.choice && !isList(child)) return `${scope.self.value}.${child.name}`;
        break;
      }
      case 'type':
        if (expression.operator === 'is') return compiler.tristate(expression, scope);
        break;
      case 'call': {
        const compiled = scalarCall(expression, scope);
        if (compiled !== undefined) return compiled;
        break;
      }
      default:
        break;
    }
    if (shapes.shapeOf(expression, scope).many) return `onlyOne(${listOf(expression, scope)})`;
    return compiler.hoisted(
      'one',
      compiler.each(expression, scope, ({ value }) => `return ${value};`),
      scope,
      'return undefined;',
    );
  }

  function scalarOperator(expression: Of<'operator'>, scope: Scope): string {
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
        return compiler.comparison(operator, left, right, scope);
      default:
        return compiler.tristate(expression, scope);
    }
  }

  function scalarCall(call: Of<'call'>, scope: Scope): string | undefined {
    const { name, of = THIS, args } = call;
    const [, fn] = OF_ONE.get(name) ?? [];
    if (fn !== undefined) {
      if (name === 'matches' && args[0]?.kind === 'literal') {
        return `matchesPattern(${scalar(of, scope)}, ${pool.constant('pattern', `pattern(${js(args[0].value)})`)})`;
      }
      return `${fn}(${[scalar(of, scope), ...args.map((it) => scalar(it, scope))].join(', ')})`;
    }
    if (name === 'count') return compiler.hoisted('count', `let n = 0;\n${countable(of, scope)}`, scope, 'return n;');
    if (TRUTHS.has(name)) return compiler.tristate(call, scope);
    return undefined;
  }

  /** A union counts what is equal once. */
  function countable(of: Expression, scope: Scope): string {
    if (of.kind === 'operator' && of.operator === '|') return `n = distinct(${listOf(of, scope)}).length;`;
    return compiler.each(of, scope, () => 'n += 1;');
  }

  /** An expression for the array of all values. */
  function listOf(expression: Expression, scope: Scope): string {
    const values = literalsOf(expression);
    if (values !== undefined) return pool.constant('list', js(values));
    return compiler.hoisted(
      'list',
      `const r = [];\n${compiler.each(expression, scope, ({ value, beside }) => `r.push(${beside === 'undefined' ? value : `${value} ?? ${beside}`});`)}`,
      scope,
      'return r;',
    );
  }
}
