import type { CodeSets } from './code-sets.ts';
import type { ElementNode } from './element-node.ts';
import { fixedOrPattern, patternTest } from './emit-pattern.ts';
import { type FunctionPool, js } from './function-pool.ts';

/** Types of which HL7’s validator looks up a bound code. */
const CODED = new Set(['code', 'string', 'uri', 'url', 'canonical']);

/** Runtime test of each primitive type (profiles/checker-runtime/primitives.ts). */
export const PRIMITIVE_TESTS: Readonly<Record<string, string>> = {
  boolean: 'isBoolean',
  integer: 'isInteger',
  unsignedInt: 'isUnsignedInt',
  positiveInt: 'isPositiveInt',
  decimal: 'isDecimal',
  string: 'isString',
  markdown: 'isString',
  code: 'isCode',
  id: 'isId',
  uri: 'isUri',
  url: 'isUri',
  canonical: 'isCanonical',
  oid: 'isOid',
  uuid: 'isUuid',
  date: 'isDate',
  dateTime: 'isDateTime',
  instant: 'isInstant',
  time: 'isTime',
  base64Binary: 'isBase64Binary',
};

export const isPrimitive = (type: string): boolean => type in PRIMITIVE_TESTS || type === 'xhtml';

export interface PrimitiveContext {
  readonly pool: FunctionPool;
  readonly sets: CodeSets;
  /** Statements that check the invariants of an element whose value is `v` and companion `c`. */
  readonly invariants: (node: ElementNode, type: string) => string;
}

/**
 * How a primitive element is checked. `test` alone: the name of a function `(v) => boolean` that says whether the value is of its
 * type. `check` too where more is asked: a function `(v, w, c)`, called at the element, that tells what is wrong.
 */
export interface PrimitiveCheck {
  readonly test: string;
  readonly check: string | undefined;
}

export function primitiveCheck(node: ElementNode, type: string, context: PrimitiveContext): PrimitiveCheck {
  const { pool, sets } = context;
  const test = PRIMITIVE_TESTS[type];
  if (test === undefined) return { test: 'isString', check: 'narrativeDiv' };
  const lines = [...bindingLines(node, type, sets), ...valueLines(node, type, pool)];
  const invariants = context.invariants(node, type);
  if (lines.length === 0 && invariants === '') return { test, check: undefined };
  const body = [
    `if (v === undefined) { ${missing(node, type)} }`,
    `else if (!${test}(v)) return wrongHere(v, ${js(type)}, w);`,
    ...(lines.length === 0 ? [] : [`else {\n${lines.join('\n')}\n}`]),
    nothingBeside(node),
    invariants,
  ];
  return { test, check: pool.fn(`${node.name}_${type}`, 'v, w, c', body.filter((it) => it !== '').join('\n')) };
}

/** A fixed value is fixed whole: no extension explains it. */
function nothingBeside({ definition }: ElementNode): string {
  const wanted = fixedOrPattern(definition);
  return wanted?.kind === 'fixed' ? `if (c?.extension !== undefined) w.report('fixed', ${js(js(wanted.value))});` : '';
}

const requiredBinding = ({ definition }: ElementNode, type: string): string | undefined =>
  CODED.has(type) && definition.binding?.strength === 'required' ? definition.binding.valueSet : undefined;

function missing(node: ElementNode, type: string): string {
  const valueSet = requiredBinding(node, type);
  if (valueSet !== undefined) return `w.report('codeMissing', ${js(valueSet)});`;
  const wanted = fixedOrPattern(node.definition);
  return wanted === undefined ? '' : `w.report(${js(wanted.kind)}, ${js(js(wanted.value))});`;
}

function bindingLines(node: ElementNode, type: string, sets: CodeSets): readonly string[] {
  const valueSet = requiredBinding(node, type);
  if (valueSet === undefined) return [];
  const codes = sets.codes(valueSet);
  if (codes !== undefined) return [`if (!${codes}.has(v)) w.report('binding', ${js(valueSet)});`];
  const set = sets.coded(valueSet);
  return [set === undefined ? `w.report('unknownSystem');` : `boundCode(v, ${set}, w);`];
}

const AT_LEAST = /^minValue[A-Z]/;
const AT_MOST = /^maxValue[A-Z]/;

function valueLines({ definition }: ElementNode, type: string, pool: FunctionPool): readonly string[] {
  const lines: string[] = [];
  const wanted = fixedOrPattern(definition);
  if (wanted !== undefined) {
    lines.push(
      `if (!${patternTest(pool, wanted.kind, wanted.value)}(v)) w.report(${js(wanted.kind)}, ${js(js(wanted.value))});`,
    );
  }
  if (definition.maxLength !== undefined) {
    lines.push(`if (v.length > ${definition.maxLength}) w.report('maxLength', ${js(String(definition.maxLength))});`);
  }
  for (const [key, value] of Object.entries(definition)) {
    if (typeof value === 'object') continue;
    if (AT_LEAST.test(key))
      lines.push(`if (compared(v, ${js(value)}, ${js(type)}) < 0) w.report('minValue', ${js(String(value))});`);
    if (AT_MOST.test(key))
      lines.push(`if (compared(v, ${js(value)}, ${js(type)}) > 0) w.report('maxValue', ${js(String(value))});`);
  }
  return lines;
}
