import { typesOf } from '../element-node.ts';
import { isPrimitive } from '../emit-primitive.ts';
import { js } from '../function-pool.ts';
import type { Compiler } from './compiler.ts';
import {
  isDefinite,
  isDefiniteTruth,
  isScalar,
  isSimple,
  isTime,
  literalsOf,
  type Of,
  type Scope,
  THIS,
} from './items.ts';
import type { Expression } from './parse-expression.ts';

type Truths = Pick<Compiler, 'truth' | 'exists' | 'comparison' | 'tristate'>;

/** Whether expressions are true or false, in FHIRPath’s logic of three values on two rails: what is neither is empty. */
export function truthEmitter(compiler: Compiler): Truths {
  const { context, shapes } = compiler;
  const { pool } = context;
  return { truth, exists, comparison, tristate };

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
    const shape = shapes.shapeOf(expression, scope);
    if (shape.type.name === 'Boolean' || shape.type.name === 'boolean')
      return `${compiler.scalar(expression, scope)} === ${wanted}`;
    // One item that is no boolean is true.
    return wanted ? exists(expression, scope) : 'false';
  }

  function logical({ operator, left, right }: Of<'operator'>, scope: Scope, wanted: boolean): string | undefined {
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
        return `equivalent(${compiler.listOf(left, scope)}, ${compiler.listOf(right, scope)}) === ${wanted}`;
      case '!~':
        return `equivalent(${compiler.listOf(left, scope)}, ${compiler.listOf(right, scope)}) === ${!wanted}`;
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
    const one = shapes.shapeOf(left, scope);
    const other = shapes.shapeOf(right, scope);
    if (one.many || other.many || !isScalar(one.type) || !isScalar(other.type)) {
      return `equalLists(${compiler.listOf(left, scope)}, ${compiler.listOf(right, scope)}) === ${wanted}`;
    }
    const [a, b] = [compiler.scalar(left, scope), compiler.scalar(right, scope)];
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
    const { many, type } = shapes.shapeOf(item, scope);
    if (values !== undefined && !many && isScalar(type)) {
      const a = compiler.scalar(item, scope);
      if (wanted) return `${pool.constant('values', `new Set(${js(values)})`)}.has(${a})`;
      return isSimple(a)
        ? `(${a} !== undefined && !${pool.constant('values', `new Set(${js(values)})`)}.has(${a}))`
        : `isIn([${a}], ${js(values)}) === false`;
    }
    return `isIn(${compiler.listOf(item, scope)}, ${compiler.listOf(list, scope)}) === ${wanted}`;
  }

  /** An expression that is true, false or undefined. */
  function comparison(operator: string, left: Expression, right: Expression, scope: Scope): string {
    const types = [shapes.shapeOf(left, scope).type, shapes.shapeOf(right, scope).type];
    const [a, b] = [compiler.scalar(left, scope), compiler.scalar(right, scope)];
    if (types.some(isTime)) return `orderedTimes(${js(operator)}, ${a}, ${b})`;
    return `ordered(${js(operator)}, ${a}, ${b})`;
  }

  function calledTruth(call: Of<'call'>, scope: Scope, wanted: boolean): string | undefined {
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
        return `${not}${compiler.hoisted(
          'hasValue',
          compiler.each(
            of,
            scope,
            ({ value }) => `if (${value} !== undefined && typeof ${value} !== 'object') return true;`,
          ),
          scope,
          'return false;',
        )}`;
      case 'all':
        if (criteria === undefined) throw new Error('all() without criteria');
        return `${not}${compiler.hoisted(
          'all',
          compiler.each(
            of,
            scope,
            (item) => `if (!(${truth(criteria, { ...scope, self: item }, true)})) return false;`,
          ),
          scope,
          'return true;',
        )}`;
      case 'allTrue':
      case 'allFalse':
      case 'anyTrue':
      case 'anyFalse':
        return `${not}${name}(${compiler.listOf(of, scope)})`;
      case 'isDistinct':
        return `${not}isDistinct(${compiler.listOf(of, scope)})`;
      case 'subsetOf':
        if (criteria === undefined) throw new Error('subsetOf() of nothing');
        return `${not}isSubset(${compiler.listOf(of, scope)}, ${compiler.listOf(criteria, scope)})`;
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
    return `${compiler.listOf(of, scope)}.some((it) => isMember(it, ${set}))`;
  }

  function typeTruth({ of, type }: Of<'type'>, scope: Scope, wanted: boolean): string {
    if (of.kind === 'this') return `${compiler.isOfType(scope.self, type)} === ${wanted}`;
    const body = compiler.each(of, scope, (item) => `return ${compiler.isOfType(item, type)} === ${wanted};`);
    return compiler.hoisted('is', body, scope, 'return false;');
  }

  /** Whether there is anything: a JavaScript boolean. */
  function exists(expression: Expression, scope: Scope): string {
    const direct = directPath(expression, scope);
    if (direct !== undefined) return direct;
    return compiler.hoisted(
      'exists',
      compiler.each(expression, scope, () => 'return true;'),
      scope,
      'return false;',
    );
  }

  /** `a` and `a.b` of elements that do not repeat need no loop. */
  function directPath(expression: Expression, scope: Scope): string | undefined {
    if (expression.kind !== 'child' || (expression.of !== undefined && expression.of.kind !== 'this')) return undefined;
    const { self } = scope;
    const child = shapes.childOf(self.type, expression.name);
    if (child === undefined || child.choice || self.type.node === undefined || isPrimitive(self.type.name))
      return undefined;
    const primitive = typesOf(child).some(isPrimitive);
    const at = `${self.value}.${child.name}`;
    return primitive ? `(${at} !== undefined || ${self.value}._${child.name} !== undefined)` : `(${at} !== undefined)`;
  }

  /** true, false or undefined. */
  function tristate(expression: Expression, scope: Scope): string {
    const yes = truth(expression, scope, true);
    return isDefiniteTruth(expression)
      ? `(${yes})`
      : `(${yes} ? true : ${truth(expression, scope, false)} ? false : undefined)`;
  }
}
