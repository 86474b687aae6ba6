import type { ElementNode } from './element-node.ts';
import { isPrimitive } from './emit-primitive.ts';
import { amended } from './fhirpath/amended-expressions.ts';
import { expressionCompiler } from './fhirpath/compile-expression.ts';
import type { CompileContext, ItemType } from './fhirpath/items.ts';
import { parseExpression } from './fhirpath/parse-expression.ts';
import { js } from './function-pool.ts';
import { invariantText } from './invariant-text.ts';

type Constraint = fhir4.ElementDefinitionConstraint;

/** Checked by hand elsewhere: structure, contained resources, references to them, narratives. */
const BY_HAND = new Set(['ele-1', 'dom-3', 'ref-1', 'txt-1', 'txt-2']);

/** Those that run on every resource or extension, said shorter than FHIRPath does. `n0` counts the values of value[x]. */
const SHORT: Readonly<Record<string, string>> = {
  'ext-1': '(n0 > 0) !== (v.extension !== undefined)',
  'dom-6': 'w.root !== v || (v.text !== undefined && v.text.div !== undefined)',
};

export interface InvariantContext extends CompileContext {
  /** The resource that the definition is of, if it is of one. */
  readonly resource: ItemType;
  /** Ours must all compile; of R4’s own, one that does not is told as not checked. */
  readonly strict: boolean;
}

/** Statements that check the invariants of an element, and of its type where its children are written out. */
export function invariantStatements(node: ElementNode, type: string | undefined, context: InvariantContext): string {
  const { isTrue } = expressionCompiler(context);
  const self = selfType(node, type, context);
  const seen = new Set<string>();
  return constraintsOf(node, type, context)
    .filter(({ key }) => !BY_HAND.has(key) && !seen.has(key) && seen.add(key))
    .map((it) => statement(it))
    .filter((it) => it !== '')
    .join('\n');

  function statement(constraint: Constraint): string {
    const { key, expression } = constraint;
    if (expression === undefined) return '';
    const broken = `w.invariant(${js(key)}, ${js(severity(constraint))}, ${context.pool.constant('text', js(invariantText(constraint)))});`;
    try {
      const holds = SHORT[key] ?? isTrue(parseExpression(amended(key, expression)), self, context.resource);
      return `if (!(${holds})) ${broken}`;
    } catch (cause) {
      if (context.strict) throw new Error(`invariant ${key} (${expression}) of ${node.definition.id}`, { cause });
      return `w.report('unknownInvariant', ${js(key)});`;
    }
  }
}

/** An element whose type has a check of its own leaves the type’s invariants to it. */
function constraintsOf(node: ElementNode, type: string | undefined, context: InvariantContext): readonly Constraint[] {
  const own = node.definition.constraint ?? [];
  if (type === undefined || !/^[A-Za-z0-9]+$/.test(type) || type === 'BackboneElement' || type === 'Element')
    return own;
  const ofType = context.treeOf(type).definition.constraint ?? [];
  const inlined = isPrimitive(type) || node.children.length > 0;
  if (inlined) return [...own, ...ofType];
  return own.filter(({ key }) => !ofType.some((it) => it.key === key));
}

function selfType(node: ElementNode, type: string | undefined, { treeOf }: InvariantContext): ItemType {
  const name = type ?? node.definition.path;
  if (node.children.length > 0 && !isPrimitive(name)) return { name, node };
  return { name, node: treeOf(name) };
}

function severity({ severity: stated, extension }: Constraint): 'error' | 'warning' {
  const bestPractice = extension?.some(
    ({ url, valueBoolean }) => url.endsWith('/elementdefinition-bestpractice') && valueBoolean,
  );
  return stated === 'warning' || bestPractice === true ? 'warning' : 'error';
}
