import fhirpath from 'fhirpath';

/** A FHIRPath expression, as small as the compiler wants it. */
export type Expression =
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly value: string | number | boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'constant'; readonly name: string }
  | { readonly kind: 'this' }
  | { readonly kind: 'child'; readonly of: Expression | undefined; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Expression | undefined;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'at'; readonly of: Expression; readonly place: Expression }
  | { readonly kind: 'operator'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'type'; readonly operator: string; readonly of: Expression; readonly type: string };

export type LiteralType = 'string' | 'number' | 'boolean' | 'time';

/** What `fhirpath.parse` returns. */
interface Node {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Node[];
}

const OPERATORS = new Set([
  'ImpliesExpression',
  'OrExpression',
  'AndExpression',
  'MembershipExpression',
  'EqualityExpression',
  'InequalityExpression',
  'UnionExpression',
  'AdditiveExpression',
  'MultiplicativeExpression',
]);

/** Reads a FHIRPath expression; throws at what it does not know. */
export const parseExpression = (text: string): Expression => read(fhirpath.parse(text) as Node);

function read(node: Node): Expression {
  const [first, second] = node.children ?? [];
  if (OPERATORS.has(node.type) && first !== undefined && second !== undefined) {
    return { kind: 'operator', operator: node.text ?? '', left: read(first), right: read(second) };
  }
  switch (node.type) {
    case 'EntireExpression':
    case 'TermExpression':
    case 'ParenthesizedTerm':
    case 'InvocationTerm':
      return read(some(first, node));
    case 'LiteralTerm':
      return literal(some(first, node));
    case 'ExternalConstantTerm':
      return { kind: 'constant', name: node.text ?? '' };
    case 'InvocationExpression':
      return invoked(read(some(first, node)), some(second, node));
    case 'MemberInvocation':
    case 'FunctionInvocation':
    case 'ThisInvocation':
      return invoked(undefined, node);
    case 'IndexerExpression':
      return { kind: 'at', of: read(some(first, node)), place: read(some(second, node)) };
    case 'PolarityExpression': {
      const of = read(some(first, node));
      return node.text === '-' ? { kind: 'negative', of } : of;
    }
    case 'TypeExpression':
      return {
        kind: 'type',
        operator: node.text ?? '',
        of: read(some(first, node)),
        type: typeName(some(second, node)),
      };
    default:
      throw new Error(`FHIRPath ${node.type} is not understood`);
  }
}

function invoked(of: Expression | undefined, node: Node): Expression {
  if (node.type === 'ThisInvocation') return { kind: 'this' };
  if (node.type === 'MemberInvocation') return { kind: 'child', of, name: plain(node.text ?? '') };
  if (node.type !== 'FunctionInvocation') throw new Error(`FHIRPath ${node.type} is not understood`);
  const parameters = node.children?.[0]?.children?.find(({ type }) => type === 'ParamList');
  const args = parameters?.children ?? [];
  const name = node.text ?? '';
  const [type] = args;
  if ((name === 'is' || name === 'as' || name === 'ofType') && type !== undefined && of !== undefined) {
    return { kind: 'type', operator: name === 'is' ? 'is' : 'as', of, type: typeName(type) };
  }
  if ((name === 'is' || name === 'as' || name === 'ofType') && type !== undefined) {
    return { kind: 'type', operator: name === 'is' ? 'is' : 'as', of: { kind: 'this' }, type: typeName(type) };
  }
  return { kind: 'call', of, name, args: args.map(read) };
}

function literal(node: Node): Expression {
  const text = node.text ?? '';
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'literal', type: 'string', value: unescaped(text.slice(1, -1)) };
    case 'NumberLiteral':
      return { kind: 'literal', type: 'number', value: Number(text) };
    case 'BooleanLiteral':
      return { kind: 'literal', type: 'boolean', value: text === 'true' };
    case 'DateTimeLiteral':
    case 'TimeLiteral':
      return { kind: 'literal', type: 'time', value: text.replace(/^@T?/, '') };
    case 'NullLiteral':
      return { kind: 'empty' };
    default:
      throw new Error(`FHIRPath ${node.type} is not understood`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** `FHIR.Quantity`, `System.String`, `Quantity` → the last name. */
function typeName(node: Node): string {
  const identifiers: string[] = [];
  collect(node);
  return plain(identifiers.at(-1) ?? '');

  function collect(it: Node): void {
    if (it.type === 'Identifier') identifiers.push(it.text ?? '');
    for (const child of it.children ?? []) collect(child);
  }
}

const plain = (name: string): string => name.replace(/^[`"](.*)[`"]$/s, '$1');

function some(node: Node | undefined, of: Node): Node {
  if (node === undefined) throw new Error(`FHIRPath ${of.type} has nothing in it`);
  return node;
}
