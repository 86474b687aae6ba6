import { choiceProperty, type ElementNode, isList, typesOf } from '../element-node.ts';
import { isPrimitive } from '../emit-primitive.ts';
import { js } from '../function-pool.ts';
import type { Compiler } from './compiler.ts';
import {
  BOOLEAN,
  constantItem,
  type Item,
  type ItemType,
  LITERALS,
  NUMBER,
  needed,
  type Of,
  type Scope,
  STRING,
  THIS,
  UNKNOWN,
  ZERO,
} from './items.ts';
import type { Expression } from './parse-expression.ts';

/** Loops over the items of expressions: paths, criteria and functions of collections, one within another, without a list between. */
export function eachEmitter(compiler: Compiler): Pick<Compiler, 'each' | 'isOfType'> {
  const { context, shapes } = compiler;
  const { pool } = context;
  return { each, isOfType };

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
        if (expression.operator === 'is') return eachValue(compiler.scalar(expression, scope), BOOLEAN, body);
        return each(expression.of, scope, (item) => narrowed(item, expression.type, body));
      case 'operator':
        if (expression.operator === '|')
          return `${each(expression.left, scope, body)}\n${each(expression.right, scope, body)}`;
        return eachValue(compiler.scalar(expression, scope), shapes.shapeOf(expression, scope).type, body);
      case 'negative':
        return eachValue(`-${compiler.scalar(expression.of, scope)}`, NUMBER, body);
      default:
        return eachCall(expression, scope, body);
    }
  }

  function eachValue(value: string, type: ItemType, body: (item: Item) => string): string {
    const t = compiler.fresh('t');
    return `{ const ${t} = ${value}; if (${t} !== undefined) { ${body({ value: t, beside: 'undefined', type })} } }`;
  }

  function eachChild({ of, name }: Of<'child'>, scope: Scope, body: (item: Item) => string): string {
    // `Appointment.status` in an invariant of Appointment: the type’s own name is the element.
    if (of === undefined && name === scope.self.type.name) return body(scope.self);
    return each(of ?? THIS, scope, (item) => childItems(item, name, body));
  }

  function childItems(item: Item, name: string, body: (item: Item) => string): string {
    if (item.type.node === undefined || item.type.name === '?')
      return dynamicItems(`childrenNamed(${item.value}, ${js(name)})`, body);
    if (isPrimitive(item.type.name)) return besideItems(item, name, body);
    const child = shapes.childOf(item.type, name);
    if (child === undefined) throw new Error(`${item.type.name} has no ${name}`);
    return child.choice ? choiceItems(item, child, body) : plainItems(item, child, body);
  }

  /** What a primitive has besides its value: extensions. */
  function besideItems(item: Item, name: string, body: (item: Item) => string): string {
    if (name !== 'extension') throw new Error(`${item.type.name} has no ${name}`);
    const t = compiler.fresh('t');
    const type = { name: 'Extension', node: context.treeOf('Extension') };
    return `if (${item.beside} !== undefined && Array.isArray(${item.beside}.extension)) for (const ${t} of ${item.beside}.extension) { ${body({ value: t, beside: 'undefined', type })} }`;
  }

  function plainItems(item: Item, child: ElementNode, body: (item: Item) => string): string {
    const [type = 'BackboneElement'] = typesOf(child);
    const at = `${item.value}.${child.name}`;
    const beside = `${item.value}._${child.name}`;
    const t = compiler.fresh('t');
    const itemType = shapes.typeOf(child, type);
    if (!isPrimitive(type)) {
      const inner = body({ value: t, beside: 'undefined', type: itemType });
      return isList(child)
        ? `if (Array.isArray(${at})) for (const ${t} of ${at}) { ${inner} }`
        : `{ const ${t} = ${at}; if (${t} !== undefined) { ${inner} } }`;
    }
    const c = compiler.fresh('c');
    const inner = body({ value: t, beside: c, type: itemType });
    if (!isList(child))
      return `{ const ${t} = ${at}, ${c} = ${beside}; if (${t} !== undefined || ${c} !== undefined) { ${inner} } }`;
    const i = compiler.fresh('i');
    return `for (let ${i} = 0; ${i} < longer(${at}, ${beside}); ${i} += 1) { const ${t} = itemAt(${at}, ${i}), ${c} = itemAt(${beside}, ${i}); ${inner} }`;
  }

  function choiceItems(item: Item, child: ElementNode, body: (item: Item) => string): string {
    const types = typesOf(child);
    const properties = types.map((type) => choiceProperty(child.name, type));
    const [k, t, c] = [compiler.fresh('k'), compiler.fresh('t'), compiler.fresh('c')];
    const [only] = types;
    const type: ItemType =
      types.length === 1 && only !== undefined
        ? shapes.typeOf(child, only)
        : { name: '?', node: undefined, properties };
    const found = `choiceOf(${item.value}, ${pool.constant('properties', js(properties))})`;
    return `{ const ${k} = ${found}; if (${k} !== undefined) { const ${t} = ${item.value}[${k}], ${c} = ${item.value}['_' + ${k}]; ${body({ value: t, beside: c, property: k, type })} } }`;
  }

  function dynamicItems(list: string, body: (item: Item) => string): string {
    const t = compiler.fresh('t');
    return `for (const ${t} of ${list}) { ${body({ value: t, beside: 'undefined', type: UNKNOWN })} }`;
  }

  function eachAt({ of, place }: Of<'at'>, scope: Scope, body: (item: Item) => string): string {
    return eachValue(
      `${compiler.listOf(of, scope)}[${compiler.scalar(place, scope)}]`,
      shapes.shapeOf(of, scope).type,
      body,
    );
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

  function eachCall(call: Of<'call'>, scope: Scope, body: (item: Item) => string): string {
    const { name, of = THIS, args } = call;
    const [first, second, third] = args;
    const within = (item: Item): Scope => ({ ...scope, self: item });
    switch (name) {
      case 'where':
        return each(
          of,
          scope,
          (item) => `if (${compiler.truth(needed(first, name), within(item), true)}) { ${body(item)} }`,
        );
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
        return eachValue(`${compiler.listOf(of, scope)}.at(-1)`, shapes.shapeOf(of, scope).type, body);
      case 'tail':
        return typedItems(`${compiler.listOf(of, scope)}.slice(1)`, shapes.shapeOf(of, scope).type, body);
      case 'skip':
        return typedItems(
          `${compiler.listOf(of, scope)}.slice(${compiler.scalar(needed(first, name), scope)})`,
          shapes.shapeOf(of, scope).type,
          body,
        );
      case 'take':
        return typedItems(
          `${compiler.listOf(of, scope)}.slice(0, ${compiler.scalar(needed(first, name), scope)})`,
          shapes.shapeOf(of, scope).type,
          body,
        );
      case 'distinct':
        return typedItems(`distinct(${compiler.listOf(of, scope)})`, shapes.shapeOf(of, scope).type, body);
      case 'combine':
        return `${each(of, scope, body)}\n${each(needed(first, name), scope, body)}`;
      case 'union':
        return typedItems(
          `distinct([...${compiler.listOf(of, scope)}, ...${compiler.listOf(needed(first, name), scope)}])`,
          shapes.shapeOf(of, scope).type,
          body,
        );
      case 'intersect':
        return typedItems(
          `intersection(${compiler.listOf(of, scope)}, ${compiler.listOf(needed(first, name), scope)})`,
          shapes.shapeOf(of, scope).type,
          body,
        );
      case 'exclude':
        return typedItems(
          `difference(${compiler.listOf(of, scope)}, ${compiler.listOf(needed(first, name), scope)})`,
          shapes.shapeOf(of, scope).type,
          body,
        );
      case 'children':
        return each(of, scope, ({ value }) => dynamicItems(`allChildren(${value})`, body));
      case 'descendants':
        return each(of, scope, ({ value }) => dynamicItems(`descendants(${value})`, body));
      case 'resolve':
        return each(of, scope, ({ value }) => dynamicItems(`resolvedItems(${value}, w)`, body));
      case 'split':
        return typedItems(
          `splitText(${compiler.scalar(of, scope)}, ${compiler.scalar(needed(first, name), scope)})`,
          STRING,
          body,
        );
      case 'iif': {
        const otherwise = third === undefined ? '' : ` else { ${each(third, scope, body)} }`;
        if (of !== THIS) throw new Error('iif() of a collection is not understood');
        return `if (${compiler.truth(needed(first, name), scope, true)}) { ${each(needed(second, name), scope, body)} }${otherwise}`;
      }
      default:
        return eachValue(compiler.scalar(call, scope), shapes.shapeOf(call, scope).type, body);
    }
  }

  function typedItems(list: string, type: ItemType, body: (item: Item) => string): string {
    const t = compiler.fresh('t');
    return `for (const ${t} of ${list}) { ${body({ value: t, beside: 'undefined', type })} }`;
  }
}

const urlIs = (url: Expression): Expression => ({
  kind: 'operator',
  operator: '=',
  left: { kind: 'child', of: undefined, name: 'url' },
  right: url,
});
