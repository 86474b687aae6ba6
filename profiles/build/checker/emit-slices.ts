import type { ElementNode } from './element-node.ts';
import type { EmitContext } from './emit-context.ts';
import { sliceMatcher } from './emit-slice-match.ts';
import { valueRules } from './emit-value-rules.ts';
import { js } from './function-pool.ts';

/**
 * The name of the check of a sliced list: `(e, v, w)`, `v` being the object that holds it. `single` gives the statement that checks
 * one of the list, `t`, by one definition of it: that of the list, or of a slice.
 */
export function slicedCheck(
  child: ElementNode,
  type: string,
  where: string,
  context: EmitContext,
  single: (node: ElementNode) => string,
): string {
  const { pool } = context;
  const name = js(child.name);
  const discriminators = child.definition.slicing?.discriminator ?? [];
  const general = single({ ...child, slices: [] });
  const alsoGeneral =
    type !== 'Extension' && (child.children.length > 0 || valueRules(child, type, context).length > 0);
  const slices = child.slices.map((slice, index) => ({
    slice,
    count: `c${index}`,
    matches: sliceMatcher(slice, discriminators, context),
    check: [alsoGeneral ? general : '', single(slice)].filter((it) => it !== '').join(' '),
  }));
  const names = js(slices.map(({ slice }) => slice.sliceName).join(', '));
  const isClosed = child.definition.slicing?.rules === 'closed';
  const isPart = type === 'Extension' && where === 'Extension';
  const told = isClosed ? `w.report('sliceClosed', ${names});` : isPart ? `unknownPart(t, ${names}, w);` : '';
  const unmatched = `${told} ${general}`;
  const body = [
    `if (!isList(e, ${name}, w)) return;`,
    `let ${slices.map(({ count }) => `${count} = 0`).join(', ')};`,
    'for (let i = 0; i < e.length; i += 1) {',
    'const t = e[i];',
    'let m = 0;',
    `if (w.enter(${name}, i)) {`,
    ...slices.map(({ count, matches, check }) => `if (${matches}(t, w)) { m += 1; ${count} += 1; ${check} }`),
    `if (m === 0) { ${unmatched} }`,
    ...(slices.length > 1 ? [`else if (m > 1) w.report('sliceTwice', ${names});`] : []),
    '}',
    'w.leave();',
    '}',
    ...slices.flatMap(({ slice, count }) => sliceBounds(slice, count, name)),
    listBounds(child, name),
  ];
  return pool.fn(`slices_${where}.${child.name}`, 'e, v, w', body.filter((it) => it !== '').join('\n'));
}

/** What is said of a slice of which there are too few. */
export const tooFew = ({ sliceName }: ElementNode, name: string): string =>
  `w.report('sliceMin', ${js(sliceName)}, ${name});`;

function sliceBounds(slice: ElementNode, count: string, name: string): readonly string[] {
  const { definition } = slice;
  const min = definition.min ?? 0;
  const max = definition.max ?? '*';
  return [
    min > 0 ? `if (${count} < ${min}) ${tooFew(slice, name)}` : '',
    max === '*' ? '' : `if (${count} > ${max}) w.report('sliceMax', ${js(slice.sliceName)}, ${name});`,
  ];
}

function listBounds({ definition }: ElementNode, name: string): string {
  const min = definition.min ?? 0;
  const max = definition.max ?? '*';
  return [
    min > 1 ? `if (e.length < ${min}) w.report('min', ${js(String(min))}, ${name});` : '',
    max === '*' ? '' : `if (e.length > ${max}) w.report('max', ${js(max)}, ${name});`,
  ].join('');
}
