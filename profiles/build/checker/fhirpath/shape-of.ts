import { type ElementNode, isList, typesOf } from '../element-node.ts';
import { isPrimitive } from '../emit-primitive.ts';
import {
  BOOLEAN,
  type CompileContext,
  constantItem,
  type ItemType,
  LITERALS,
  NUMBER,
  needed,
  OF_ONE,
  type Of,
  type Scope,
  type Shape,
  STRING,
  THIS,
  TRUTHS,
  UNKNOWN,
} from './items.ts';
import type { Expression } from './parse-expression.ts';

const TEXTS = new Set(['String', 'string', 'code', 'uri', 'id']);

/** What is known of the result of an expression before there is a resource. */
export interface Shapes {
  readonly shapeOf: (expression: Expression, scope: Scope) => Shape;
  readonly childOf: (type: ItemType, name: string) => ElementNode | undefined;
  readonly typeOf: (child: ElementNode, type: string) => ItemType;
}

/** Types and cardinalities of expressions, from the definitions. Throws at a path that no definition has. */
export function shapesOf(context: CompileContext): Shapes {
  return { shapeOf, childOf, typeOf };

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

  function childShape({ of, name }: Of<'child'>, scope: Scope): Shape {
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

  function operatorShape({ operator, left, right }: Of<'operator'>, scope: Scope): Shape {
    if (operator === '|') return { type: shapeOf(left, scope).type, many: true };
    if (operator === '&') return { type: STRING, many: false };
    if (operator === '+')
      return { type: shapeOf(left, scope).type.name === 'Number' ? NUMBER : plusType(left, right, scope), many: false };
    if (['-', '*', '/', 'div', 'mod'].includes(operator)) return { type: NUMBER, many: false };
    return { type: BOOLEAN, many: false };
  }

  function plusType(left: Expression, right: Expression, scope: Scope): ItemType {
    return [left, right].some((it) => TEXTS.has(shapeOf(it, scope).type.name)) ? STRING : NUMBER;
  }

  function callShape({ name, of = THIS, args }: Of<'call'>, scope: Scope): Shape {
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

  function childOf(type: ItemType, name: string): ElementNode | undefined {
    if (type.node === undefined) return undefined;
    return context.childrenOf(type.node).find((it) => it.name === name);
  }

  function typeOf(child: ElementNode, type: string): ItemType {
    if (type === 'Resource' || context.isResource(type)) return UNKNOWN;
    return { name: type, node: isPrimitive(type) && child.children.length === 0 ? context.treeOf(type) : child };
  }
}
