import type { ElementNode } from './element-node.ts';
import type { EmitContext } from './emit-context.ts';
import { fixedOrPattern, patternTest } from './emit-pattern.ts';
import { js } from './function-pool.ts';

/** Statements for what a complex element must hold: fixed and pattern values, bindings, reference targets. */
export function valueRules(node: ElementNode, type: string, { pool, sets }: EmitContext): readonly string[] {
  const { definition } = node;
  const rules: string[] = [];
  const wanted = fixedOrPattern(definition);
  if (wanted !== undefined) {
    rules.push(
      `if (!${patternTest(pool, wanted.kind, wanted.value)}(v)) w.report(${js(wanted.kind)}, ${js(js(wanted.value))});`,
    );
  }
  const { binding } = definition;
  if (binding?.strength === 'required' && binding.valueSet !== undefined) {
    const set = sets.coded(binding.valueSet);
    const fn = BOUND[type];
    if (set !== undefined && fn !== undefined) rules.push(`${fn}(v, ${set}, w);`);
    else if (fn !== undefined) rules.push(`w.report('unknownSystem');`);
  }
  if (type === 'Reference') {
    const targets = (definition.type ?? []).flatMap(({ targetProfile }) => targetProfile ?? []);
    const types = targets.map((url) => url.slice(url.lastIndexOf('/') + 1));
    if (types.length > 0 && !types.includes('Resource'))
      rules.push(`referenceTo(v, ${pool.constant('targets', js(types.sort()))}, w);`);
  }
  return rules;
}

const BOUND: Readonly<Record<string, string>> = {
  CodeableConcept: 'boundConcept',
  Coding: 'boundCoding',
  Quantity: 'boundCoding',
};
