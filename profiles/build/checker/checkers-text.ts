import { codeSets } from './code-sets.ts';
import { type ElementNode, elementTree } from './element-node.ts';
import type { EmitContext } from './emit-context.ts';
import { profileName, structureCheck, typeCheck } from './emit-element.ts';
import { type InvariantContext, invariantStatements } from './emit-invariants.ts';
import { childrenOf } from './emit-slice-match.ts';
import type { Definitions } from './fhir-definitions.ts';
import { FunctionPool, js } from './function-pool.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { conceptsOf, valueSetExpander } from './value-set-expansion.ts';

/** The two generated modules: what R4 defines, and what we define on top of it. */
export interface CheckersText {
  readonly base: string;
  readonly own: string;
}

const R4 = 'http://hl7.org/fhir/StructureDefinition/';

/** What the generated code calls (profiles/checker-runtime). */
const RUNTIME = `import { boundCode, compared, conformsToAny, isMember, isObject, isOfType, resolved, unknownKey, unknownPart } from '../checker-runtime/asked-by-generated.ts';
import { attachment, boundCoding, boundConcept, codeSet, codesOf, coding, concept, identifier, meta, quantity } from '../checker-runtime/codes.ts';
import { checkedPrimitives, elementId, isList, list, object, one, onePrimitive, primitives, wrong, wrongHere } from '../checker-runtime/children.ts';
import { extension, extensions, knownExtension } from '../checker-runtime/extensions.ts';
import { allChildren, allFalse, allTrue, anyFalse, anyTrue, arithmetic, childrenNamed, choiceOf, descendants, difference, distinct, endsWith, equalLists, equalTimes, equivalent, includes, indexOf, intersection, isDistinct, isIn, isSubset, itemAt, joined, lengthOf, longer, lower, matches, matchesFull, matchesPattern, onlyOne, ordered, orderedTimes, pattern, plus, replace, replaceMatches, resolvedItems, same, splitText, startsWith, substring, toDecimal, toInteger, toText, trim, upper } from '../checker-runtime/fhirpath.ts';
import { narrativeDiv } from '../checker-runtime/narrative.ts';
import * as primitiveTests from '../checker-runtime/primitives.ts';
import { reference, referenceTo } from '../checker-runtime/references.ts';
import { resource, resources } from '../checker-runtime/resources.ts';
const { isBase64Binary, isBoolean, isCanonical, isCode, isDate, isDateTime, isDecimal, isId, isInstant, isInteger, isOid, isPositiveInt, isString, isTime, isUnsignedInt, isUri, isUuid } = primitiveTests;
`;

const BANNER = `// Generated from the FHIR definitions by \`npm run checker\`: change those, not this file.
/* eslint-disable */
`;

/** Writes the checkers of all definitions. */
export function checkersText(definitions: Definitions): CheckersText {
  const { structures, own } = definitions;
  const expand = valueSetExpander(definitions);
  const trees = new Map<string, ElementNode>();
  const basePool = new FunctionPool();
  const ownPool = new FunctionPool(basePool);
  const concrete = [...structures.values()].filter(
    ({ derivation, abstract, kind }) => derivation === 'specialization' && !abstract && kind === 'resource',
  );
  const resourceTypes = new Set(concrete.map(({ type }) => type));

  for (const { type } of concrete) structureCheck(`t_${type}`, treeOf(type), type, contextFor(basePool, type));
  for (const { type } of dataTypes()) typeCheck(type, contextFor(basePool, type));
  const baseTables = tables(basePool, (url) => !own.has(url));
  const ownTables = tables(ownPool, (url) => own.has(url));

  return {
    base: [BANNER, RUNTIME, ...basePool.texts, ...baseTables, resourceTable(), parentsTable(), exported()].join('\n'),
    own: [BANNER, RUNTIME, imported(), ...ownPool.texts, ...ownTables, exportOf(LAYERED)].join('\n'),
  };

  function treeOf(type: string): ElementNode {
    const url = type.includes('/') ? type : `${R4}${type}`;
    const known = trees.get(url);
    if (known !== undefined) return known;
    const structure = structures.get(url);
    if (structure === undefined) throw new Error(`no StructureDefinition ${url}`);
    const tree = elementTree(structure);
    trees.set(url, tree);
    return tree;
  }

  /** For a definition of `type`; `tree` is that of a profile of it. */
  function contextFor(pool: FunctionPool, type: string, tree: ElementNode = treeOf(type)): EmitContext {
    const shared = { pool, sets: codeSets(pool, expand), treeOf, isResource: (it: string) => resourceTypes.has(it) };
    const referred = (id: string): ElementNode => elementById(tree, id);
    const invariants: InvariantContext = {
      ...shared,
      childrenOf: (node) => childrenInPath(node, referred, treeOf),
      resource: resourceTypes.has(type) ? { name: type, node: treeOf(type) } : { name: '?', node: undefined },
      strict: pool === ownPool,
    };
    return {
      ...shared,
      invariants: (node, itsType) => invariantStatements(node, itsType, invariants),
      referred,
      structure: `t_${type}`,
    };
  }

  function dataTypes(): readonly fhir4.StructureDefinition[] {
    return [...structures.values()].filter(
      ({ kind, derivation, abstract, url }) =>
        kind === 'complex-type' && derivation === 'specialization' && !abstract && url.startsWith(R4),
    );
  }

  /** Profiles, extensions and code systems of one layer. */
  function tables(pool: FunctionPool, isOfLayer: (url: string) => boolean): readonly string[] {
    const constraints = [...structures.values()].filter(
      ({ url, derivation, snapshot }) => isOfLayer(url) && derivation === 'constraint' && snapshot !== undefined,
    );
    for (const { url } of constraints) if (own.has(url)) refuseUnsupported(treeOf(url));
    const profiles = constraints.filter(({ kind }) => kind === 'resource').filter(isWellFormed);
    const extensions = constraints.filter(({ type }) => type === 'Extension');
    const profileRows = profiles.map((it) => {
      const context = contextFor(pool, it.type, treeOf(it.url));
      return `[${js(it.url)}, { check: ${structureCheck(profileName(it.url), treeOf(it.url), it.type, context)}, type: ${js(it.type)}, version: ${js(it.version ?? '')} }]`;
    });
    const extensionRows = extensions.map((it) => {
      const { definition } = treeOf(it.url);
      const row = [extensionCheck(it, pool), String(definition.isModifier === true), contextsText(it)];
      return `[${js(it.url)}, knownExtension(${row.join(', ')})]`;
    });
    return [table('profiles', profileRows), table('extensions', extensionRows), systemsTable(isOfLayer)];
  }

  function extensionCheck({ url, contextInvariant }: fhir4.StructureDefinition, pool: FunctionPool): string {
    const name = `x_${profileName(url).slice(2)}`;
    const check = structureCheck(name, treeOf(url), 'Extension', contextFor(pool, 'Extension'));
    if (contextInvariant === undefined) return check;
    // What only some of R4’s extensions to questionnaires ask of the element around.
    return pool.fn(`${name}_here`, 'v, w', `${check}(v, w);\nw.report('unknownInvariant', 'contextInvariant');`);
  }

  /** A few of R4’s published profiles slice what is not there, or by what nothing tells apart: they are not held. Ours must all be. */
  function isWellFormed({ url, type }: fhir4.StructureDefinition): boolean {
    if (own.has(url)) return true;
    try {
      const scratch = contextFor(new FunctionPool(basePool), type);
      return structureCheck(profileName(url), treeOf(url), type, scratch) !== '';
    } catch {
      return false;
    }
  }

  function resourceTable(): string {
    return table(
      'resources',
      concrete.map(({ type }) => `[${js(type)}, t_${type}]`),
    );
  }

  function systemsTable(isOfLayer: (url: string) => boolean): string {
    const rows = [...definitions.codeSystems].flatMap(([url, codeSystem]) => {
      if (!isOfLayer(url) || codeSystem.content !== 'complete' || codeSystem.concept === undefined) return [];
      return `[${js(url)}, ${js(
        conceptsOf(codeSystem)
          .map(({ code }) => code)
          .join('\n'),
      )}]`;
    });
    return table('codeSystems', rows);
  }

  function parentsTable(): string {
    const types = [...structures.values()].filter(
      ({ derivation, url }) => derivation === 'specialization' && url.startsWith(R4),
    );
    return table(
      'parentTypes',
      types.map((it) => `[${js(it.type)}, ${js(it.baseDefinition?.slice(R4.length))}]`),
    );
  }

  function exported(): string {
    return exportOf([...LAYERED, 'resources', 'parentTypes'], ownPool.borrowed);
  }

  function imported(): string {
    return ownPool.borrowed.length === 0 ? '' : `import { ${ownPool.borrowed.join(', ')} } from './base-checkers.js';`;
  }
}

/** The tables that both layers have. */
const LAYERED = ['profiles', 'extensions', 'codeSystems'];

const exportOf = (tables: readonly string[], names: readonly string[] = []): string =>
  `export { ${[...tables.map((it) => `ALL_${it} as ${it}`), ...names].join(', ')} };\n`;

const table = (name: string, rows: readonly string[]): string =>
  `const ALL_${name} = new Map([\n${rows.join(',\n')}\n]);`;

/** Where an extension may stand; nothing where it may stand anywhere, or where only FHIRPath tells. */
function contextsText({ context }: fhir4.StructureDefinition): string {
  const all = context ?? [];
  const anywhere = all.some(
    ({ type, expression }) => type === 'fhirpath' || expression === 'Element' || expression === 'Any',
  );
  return anywhere || all.length === 0 ? 'undefined' : js(all.map(({ expression }) => expression));
}

/** The children of an element, also where it is defined as another one. */
function childrenInPath(
  node: ElementNode,
  referred: (id: string) => ElementNode,
  treeOf: (type: string) => ElementNode,
): readonly ElementNode[] {
  const { contentReference } = node.definition;
  return contentReference === undefined
    ? childrenOf(node, { treeOf })
    : referred(contentReference.slice(contentReference.indexOf('#') + 1)).children;
}

function elementById(tree: ElementNode, id: string): ElementNode {
  if (tree.definition.id === id) return tree;
  const found = [...tree.children, ...tree.slices].map((it) =>
    id.startsWith(it.definition.id ?? '') ? search(it, id) : undefined,
  );
  const node = found.find((it) => it !== undefined);
  if (node === undefined) throw new Error(`no element ${id}`);
  return node;
}

function search(node: ElementNode, id: string): ElementNode | undefined {
  if (node.definition.id === id) return node;
  for (const it of [...node.children, ...node.slices]) {
    const found = search(it, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
